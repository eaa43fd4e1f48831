package org.breachregister.core.intake;

import org.jspecify.annotations.Nullable;

import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;

/// Times of day as reports write them: `9.20am`, `09:02`, `1.31 p.m.`, `5pm`, `noon`.
final class TimesOfDay {

    static final Pattern TIME =
            Pattern.compile(
                    "(?<![\\d.:/-])(?:(\\d{1,2})[.:](\\d{2})(?![\\d/]|[.:]\\d)\\s?(?:([ap])\\.?\\s?m\\b\\.?)?|(\\d{1,2})\\s?([ap])\\.?m\\b\\.?|\\b(noon|midday|midnight)\\b)",
                    Pattern.CASE_INSENSITIVE);

    private TimesOfDay() {}

    /// The first time of day that words give, or null.
    static @Nullable LocalTime of(String words) {
        var time = TIME.matcher(words);
        while (time.find()) {
            if (time.group(6) != null) {
                return time.group(6).toLowerCase(Locale.ROOT).equals("midnight")
                        ? LocalTime.MIDNIGHT
                        : LocalTime.NOON;
            }
            var written = time.group(1) != null;
            var hour = Integer.parseInt(written ? time.group(1) : time.group(4));
            var minute = written ? Integer.parseInt(time.group(2)) : 0;
            var half = written ? time.group(3) : time.group(5);
            if (half != null && hour >= 1 && hour <= 12) {
                hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
            }
            if (hour < 24 && minute < 60) {
                return LocalTime.of(hour, minute);
            }
        }
        return null;
    }
}
