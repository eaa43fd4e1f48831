package org.breachregister.core.casework;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// Looks at what people give before it is kept. Answers are sentences saying what is wrong, or null
/// where nothing is.
final class Given {

    /// The longest name, title or reason, in characters.
    static final int LONGEST_LINE = 2_000;

    private Given() {}

    /// A text as it is kept: without white space around it, lines ended in one way.
    static String tidy(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /// The same of a text that may be left out; null for nothing.
    static @Nullable String tidyOrNull(@Nullable String text) {
        var tidy = text == null ? "" : tidy(text);
        return tidy.isEmpty() ? null : tidy;
    }

    /// What is wrong with a text of several lines.
    ///
    /// @param what what it is, as a sentence begins
    static @Nullable String text(String what, String text) {
        return problem(what, text, Casework.LONGEST_TEXT, true);
    }

    /// The same of a shorter one.
    static @Nullable String line(String what, String text) {
        return problem(what, text, LONGEST_LINE, true);
    }

    /// The same of one that may be left out.
    static @Nullable String lineOrNull(String what, @Nullable String text) {
        return text == null ? null : line(what, text);
    }

    /// The same of one that has to stand on a single line.
    static @Nullable String singleLine(String what, String text) {
        return problem(what, text, LONGEST_LINE, false);
    }

    private static @Nullable String problem(
            String what, String text, int longest, boolean severalLines) {
        if (text.isBlank()) {
            return what + " is empty. Write it.";
        }
        if (text.length() > longest) {
            return "%s is too long: %,d characters, and %,d at most."
                    .formatted(what, text.length(), longest);
        }
        var odd =
                text.codePoints()
                        .filter(c ->
                                Character.isISOControl(c)
                                        && !(severalLines && (c == '\n' || c == '\t')))
                        .findFirst();
        if (odd.isPresent()) {
            return "%s holds the control character U+%04X. Take it out."
                    .formatted(what, odd.getAsInt());
        }
        if (text.codePoints()
                .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            return "%s holds half a character. Write it again.".formatted(what);
        }
        return null;
    }

    /// What is wrong with a day by which something should be done.
    static @Nullable String due(@Nullable LocalDate day, LocalDate today) {
        if (day == null) {
            return null;
        }
        if (day.isBefore(today)) {
            return "The day %s has passed. Give a day from %s on.".formatted(day, today);
        }
        return farOff(day, today);
    }

    /// What is wrong with a day that may have passed.
    static @Nullable String day(@Nullable LocalDate day, LocalDate today) {
        if (day == null) {
            return null;
        }
        if (day.getYear() < 1990) {
            return "The day %s is too long ago. Give one from 1990-01-01 on.".formatted(day);
        }
        return farOff(day, today);
    }

    private static @Nullable String farOff(LocalDate day, LocalDate today) {
        var last = today.plusYears(20);
        return day.isAfter(last)
                ? "The day %s is too far off. Give one up to %s.".formatted(day, last)
                : null;
    }
}
