package org.breachregister.core.intake;

import org.breachregister.core.intake.Dates.Found;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the field that says when a breach occurred.
final class OccurrenceDates {

    /// Words that make a date another event's: when it was found, reported, or in a newspaper.
    private static final Pattern OTHER_EVENT =
            Pattern.compile(
                    "\\b(?:articles?|story|stories|press|newspaper|statement|correction|corrected|discovered|identified|noticed|spotted|found|raised|reported|notified|aware|came to light|scheduled|planned|due|expected|announced|intended|pre-announced|revised|replaced|withdrawn|taken down|publication date|release date|intended publication)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern LEFT_IN_FIELD = Pattern.compile("[\\p{L}]{2,}");
    private static final Pattern KNOWN_WORDS =
            Pattern.compile(
                    "\\b(?:(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?|on|at|and|to|the|from|between|until|before|after|about|around|approximately|approx|circa|also|am|pm|noon|midday|midnight|hours|hrs|bst|gmt|h|of|by|practices?|principles?|protocols?|standards?|orderly|release|both|morning|afternoon|evening|or|in|for|first|second|week|commencing|ending|w/c|various|dates?|early|late|previous|day)\\b|[TQV]\\d(?:\\.\\d{1,2})?|\\d{1,2}[.:]\\d{2}\\s?(?:am|pm)?|\\d{1,2}\\s?(?:am|pm)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern MONTH_OF_YEAR =
            Pattern.compile(
                    "(?<!\\p{L})" + Dates.monthNames() + ",?\\s(?:of\\s)?((?:19|20)\\d{2})(?!\\d)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int LONGEST_PART = 500;

    private OccurrenceDates() {}

    /// The days of occurrence in the order written.
    static List<LocalDate> in(String field) {
        var all = Dates.find(field);
        var days = new ArrayList<LocalDate>();
        for (var i = 0; i < all.size(); i++) {
            if (!isOther(field, all, i)) {
                days.add(all.get(i).date());
            }
        }
        if (days.isEmpty()) {
            all.forEach(found -> days.add(found.date()));
        }
        return days.stream().distinct().toList();
    }

    /// Whether a field names a month of a year, though no day.
    static boolean namesMonth(String field) {
        return MONTH_OF_YEAR.matcher(field).find();
    }

    /// The months of a year that a field names, in the order written.
    static List<YearMonth> months(String field) {
        return MONTH_OF_YEAR
                .matcher(field)
                .results()
                .map(found ->
                        YearMonth.of(Integer.parseInt(found.group(2)), Dates.month(found.group(1))))
                .distinct()
                .toList();
    }

    private static boolean isOther(String field, List<Found> all, int at) {
        var start = all.get(at).start();
        var end = all.get(at).end();
        var from = at == 0 ? 0 : Math.min(all.get(at - 1).end(), start); // two may share figures
        var before = field.substring(from, start);
        var clause = before.substring(lastBreak(before, at == 0));
        if (OTHER_EVENT.matcher(clause).find() && all.size() > 1) {
            return true;
        }
        var to = at + 1 < all.size() ? Math.max(end, all.get(at + 1).start()) : field.length();
        var after = field.substring(end, to);
        var close = after.startsWith(" (") || after.startsWith("(") ? after.indexOf(')') : -1;
        return close > 0 && all.size() > 1 && OTHER_EVENT.matcher(after.substring(0, close)).find();
    }

    private static int lastBreak(String text, boolean first) {
        var cut = Math.max(text.lastIndexOf(';'), text.lastIndexOf('\n'));
        if (!first) {
            cut = Math.max(cut, text.lastIndexOf(')'));
        }
        return cut + 1;
    }

    /// Whether a line can belong to the field: it holds a date or a practice, and few words beside.
    static boolean isPart(String line) {
        if (line.length() > LONGEST_PART) {
            return false;
        }
        if (Dates.find(line).isEmpty() && !line.matches(".{0,30}\\b[TQV]\\d.{0,60}")) {
            return false;
        }
        var rest = new StringBuilder(line);
        for (var found : Dates.find(line)) {
            for (var i = found.start(); i < found.end(); i++) {
                rest.setCharAt(i, ' ');
            }
        }
        var words =
                LEFT_IN_FIELD.matcher(KNOWN_WORDS.matcher(rest).replaceAll(" ")).results().count();
        return words <= 3 || (line.startsWith("(") && line.endsWith(")"));
    }
}
