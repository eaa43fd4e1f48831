package org.breachregister.web.desk;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// When a release is to be, in the time of London, as a form gives it. Where the clocks go forward
/// some times of day do not exist, and where they go back some are there twice; neither is guessed.
final class ReleaseTime {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    /// When official statistics are released.
    static final String USUAL = "9:30am";

    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm|a\\.m\\.|p\\.m\\.)?");

    private ReleaseTime() {}

    /// Which of two moments with the same time of day is meant.
    enum Which {
        /// British Summer Time, before the clocks go back.
        EARLIER,
        /// Greenwich Mean Time, after they went back.
        LATER
    }

    /// What came of reading it.
    sealed interface Read {

        /// A moment.
        record At(Instant moment) implements Read {}

        /// No moment: the clocks jump over it.
        record Skipped(String sentence) implements Read {}

        /// Two moments.
        record Twice(Instant earlier, Instant later) implements Read {}
    }

    /// The time of day that words such as `9:30am`, `9.30 am`, `0930` or `14:00` say.
    static Optional<LocalTime> timeOfDay(String text) {
        var words = text.strip().toLowerCase(Locale.UK);
        if (words.equals("midday") || words.equals("noon")) {
            return Optional.of(LocalTime.NOON);
        }
        if (words.matches("\\d{4}")) {
            words = words.substring(0, 2) + ":" + words.substring(2);
        }
        var time = TIME.matcher(words);
        if (!time.matches()) {
            return Optional.empty();
        }
        var half = time.group(3);
        var minutes = time.group(2);
        if (half == null && minutes == null) {
            return Optional.empty();
        }
        var hour = Integer.parseInt(time.group(1));
        var minute = minutes == null ? 0 : Integer.parseInt(minutes);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (half.startsWith("p") ? 12 : 0);
        }
        return hour > 23 || minute > 59
                ? Optional.empty()
                : Optional.of(LocalTime.of(hour, minute));
    }

    /// The moment of a day and a time of day in London.
    ///
    /// @param which what was chosen where the time is there twice, or null
    static Read read(LocalDate day, LocalTime time, @Nullable Which which) {
        var local = day.atTime(time);
        var rules = LONDON.getRules();
        var offsets = rules.getValidOffsets(local);
        if (offsets.isEmpty()) {
            var jump = rules.getTransition(local);
            return new Read.Skipped(
                    "There is no %s on %s: the clocks go forward from %s to %s. Choose an earlier or a later time."
                            .formatted(
                                    Times.timeOfDay(time),
                                    Times.day(day),
                                    Times.timeOfDay(jump.getDateTimeBefore().toLocalTime()),
                                    Times.timeOfDay(jump.getDateTimeAfter().toLocalTime())));
        }
        var first = local.toInstant(offsets.getFirst());
        if (offsets.size() == 1) {
            return new Read.At(first);
        }
        var second = local.toInstant(offsets.getLast());
        if (which == null) {
            return new Read.Twice(first, second);
        }
        return new Read.At(which == Which.EARLIER ? first : second);
    }

    /// Whether a day is one on which nobody is at work.
    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
