package org.breachregister.core.intake;

import org.breachregister.core.text.Places;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds dates in text as reports write them, the day first, in English and Welsh.
final class Dates {

    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final String MONTH;
    private static final String ORDINAL = "(?:\\s?(?:st|nd|rd|th|af|ail|il|ydd|edd|fed|eg|ain))?";
    private static final String DAY = "(\\d{1,2})" + ORDINAL;
    private static final String YEAR =
            "((?:19|20)\\d{2}(?!\\d)|[’']\\d{2}(?!\\d)|\\d{2}(?!\\d)(?=\\s{0,3}(?:$|[,;)&\\n]|\\.(?!\\d)|and\\b|to\\b)))";
    private static final String LINK =
            "\\s{0,3}(?:-|–|—|to|and|&|until|/|,|or)\\s{0,3}(?:(?:on|the)\\s)?(?:WEEKDAY,?\\s{1,2})?";
    private static final String WEEKDAY =
            "(?:Mon|Tue|Tues|Wed|Weds|Thu|Thur|Thurs|Fri|Sat|Sun)(?:[a-z]{0,6})?";

    static {
        for (var row : TableFile.read("months.tsv", 2)) {
            MONTHS.put(row.get(1).toLowerCase(Locale.ROOT), Integer.valueOf(row.get(0)));
        }
        MONTH =
                "("
                        + String.join(
                                "|",
                                MONTHS.keySet().stream()
                                        .sorted((a, b) -> b.length() - a.length())
                                        .toList())
                        + ")(?![\\p{L}])\\.?";
    }

    /// `11, 12 and 13 March 2009`, `26-27 February 2014`, `14 Rhagfyr / December 2009`.
    private static final Pattern WORDS =
            Pattern.compile(
                    ("(?=\\d)(?<!\\d|\\d[.,/:-])(?:"
                                    + DAY
                                    + LINK
                                    + ")?(?:"
                                    + DAY
                                    + LINK
                                    + ")?"
                                    + DAY
                                    + "\\s{0,3}(?:of\\s|o\\s)?[-/]?"
                                    + MONTH
                                    + "(?:\\s?/\\s?(?:\\d{1,2}\\s)?\\p{L}{3,9})?,?[-/\\s]{0,3}"
                                    + "(?:"
                                    + YEAR
                                    + ")?")
                            .replace("WEEKDAY", WEEKDAY),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final String MONTHS_START = "JFMASONDjfmasond";
    private static final Pattern MONTH_FIRST =
            Pattern.compile(
                    "(?<![\\p{L}\\d])"
                            + MONTH
                            + "\\s{1,2}(?:the\\s)?(\\d{1,2})"
                            + ORDINAL
                            + "(?:,\\s?|\\s)(\\d{4})(?!\\d)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBERS =
            Pattern.compile(
                    "(?=\\d)(?<![\\d./-])(\\d{1,2})\\s?([/.-])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4}|\\d{2})(?![\\d/]|[.-]\\d)");

    private static final Pattern ISO =
            Pattern.compile(
                    "(?=\\d)(?<![\\d/-])(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})(?![\\d/]|-\\d)");

    private Dates() {}

    /// A date and the words that give it.
    ///
    /// @param yearWritten whether its year stands with it, or with the date it is joined to
    record Found(LocalDate date, int start, int end, boolean yearWritten) {}

    /// The dates in a text that are written with day, month and year, in the order written.
    static List<Found> find(String text) {
        return find(text, null).stream().filter(Found::yearWritten).toList();
    }

    /// The dates in a text, those without a year taken to be in `year`.
    static List<Found> find(String text, @Nullable Integer year) {
        var found = new ArrayList<Found>();
        Places.each(WORDS, text, Places::isNumber, match -> addWords(match, year, found));
        if (found.isEmpty() && !hasDigit(text)) {
            return found;
        }
        Places.each(
                MONTH_FIRST,
                text,
                (words, at) ->
                        MONTHS_START.indexOf(words.charAt(at)) >= 0 && Places.isWord(words, at),
                match ->
                        add(
                                found,
                                number(match.group(3)),
                                month(match.group(1)),
                                number(match.group(2)),
                                match));
        Places.each(
                NUMBERS,
                text,
                Places::isNumber,
                match ->
                        add(
                                found,
                                year(match.group(4)),
                                number(match.group(3)),
                                number(match.group(1)),
                                match));
        Places.each(
                ISO,
                text,
                Places::isNumber,
                match ->
                        add(
                                found,
                                number(match.group(1)),
                                number(match.group(3)),
                                number(match.group(4)),
                                match));
        found.sort((a, b) -> Integer.compare(a.start(), b.start()));
        return inheritYears(found);
    }

    private static boolean hasDigit(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static void addWords(MatchResult match, @Nullable Integer year, List<Found> found) {
        var written = match.group(5) != null;
        var theYear = written ? year(match.group(5)) : year == null ? 0 : year;
        var month = month(match.group(4));
        for (var group = 1; group <= 3; group++) {
            var day = match.group(group);
            if (day == null) {
                continue;
            }
            var date = date(theYear == 0 ? 4 : theYear, month, number(day));
            if (date != null) {
                var end = group == 3 ? match.end() : match.end(group);
                found.add(new Found(date, match.start(group), end, written || year != null));
            }
        }
    }

    /// "30 June and 1 July 2015": the first of the two has the second's year.
    private static List<Found> inheritYears(List<Found> found) {
        for (var i = found.size() - 2; i >= 0; i--) {
            var one = found.get(i);
            var next = found.get(i + 1);
            if (!one.yearWritten() && next.yearWritten() && next.start() - one.end() < 40) {
                var date =
                        date(
                                next.date().getYear(),
                                one.date().getMonthValue(),
                                one.date().getDayOfMonth());
                if (date != null && date.isAfter(next.date())) {
                    date = date.minusYears(1);
                }
                if (date != null) {
                    found.set(i, new Found(date, one.start(), one.end(), true));
                }
            }
        }
        return found;
    }

    private static void add(List<Found> found, int year, int month, int day, MatchResult match) {
        var date = date(year, month, day);
        if (date != null) {
            found.add(new Found(date, match.start(), match.end(), true));
        }
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// The number of a month's name, 0 for none.
    static int month(String name) {
        return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }

    /// A pattern of months' names, in one group.
    static String monthNames() {
        return MONTH;
    }

    private static int year(String written) {
        var digits = written.replaceAll("\\D", "");
        var year = number(digits);
        return digits.length() == 2 ? (year < 80 ? 2000 : 1900) + year : year;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
