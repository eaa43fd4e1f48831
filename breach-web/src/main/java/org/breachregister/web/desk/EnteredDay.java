package org.breachregister.web.desk;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// A day as three boxes of a form give it; the month may be a number or a name.
record EnteredDay(String day, String month, String year) {

    static final EnteredDay EMPTY = new EnteredDay("", "", "");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    EnteredDay {
        day = day.strip();
        month = month.strip();
        year = year.strip();
    }

    static EnteredDay of(@Nullable LocalDate day) {
        return day == null
                ? EMPTY
                : new EnteredDay(
                        String.valueOf(day.getDayOfMonth()),
                        String.valueOf(day.getMonthValue()),
                        String.valueOf(day.getYear()));
    }

    /// What the boxes say.
    sealed interface Read {

        /// A day.
        record Day(LocalDate day) implements Read {}

        /// Nothing.
        record None() implements Read {}

        /// No day.
        record Wrong(String sentence) implements Read {}
    }

    /// @param what what day it is, as the subject of a sentence: `The next action’s date`
    Read read(String what) {
        if (day.isEmpty() && month.isEmpty() && year.isEmpty()) {
            return new Read.None();
        }
        if (day.isEmpty() || month.isEmpty() || year.isEmpty()) {
            var missing = day.isEmpty() ? "day" : month.isEmpty() ? "month" : "year";
            return new Read.Wrong("%s must include a %s".formatted(what, missing));
        }
        var number = monthOf(month);
        if (!NUMBER.matcher(day).matches()
                || number < 1
                || number > 12
                || !YEAR.matcher(year).matches()) {
            return new Read.Wrong("%s must be a real date, such as 27 3 2026".formatted(what));
        }
        try {
            return new Read.Day(
                    LocalDate.of(Integer.parseInt(year), number, Integer.parseInt(day)));
        } catch (DateTimeException _) {
            return new Read.Wrong(
                    "%s must be a real date: there is no %s %s %s"
                            .formatted(what, day, name(number), year));
        }
    }

    private static String name(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL, Locale.UK);
    }

    /// The number of a month by its number, name or the first three letters of its name; 0 for no
    /// month.
    static int monthOf(String text) {
        if (NUMBER.matcher(text).matches()) {
            return Integer.parseInt(text);
        }
        var lower = text.toLowerCase(Locale.UK);
        return Arrays.stream(Month.values())
                .filter(month -> {
                    var name = month.getDisplayName(TextStyle.FULL, Locale.UK);
                    var full = name.toLowerCase(Locale.UK);
                    return full.equals(lower)
                            || lower.length() >= 3 && lower.length() <= 4 && full.startsWith(lower);
                })
                .map(Month::getValue)
                .findFirst()
                .orElse(0);
    }
}
