package org.breachregister.web.desk;

import org.breachregister.web.desk.ReleaseTime.Which;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/// When and why a case becomes public, as a form gives it. Parts that the form does not have are
/// empty.
///
/// @param time time of day in London
/// @param which which of two moments is meant where the clocks go back: `earlier` or `later`
/// @param weekend `yes` where a Saturday or Sunday is meant
/// @param reason why the register changes
record EnteredRelease(
        String dateDay,
        String dateMonth,
        String dateYear,
        String time,
        String which,
        String weekend,
        String reason) {

    static final EnteredRelease USUAL =
            new EnteredRelease("", "", "", ReleaseTime.USUAL, "", "", "");

    EnteredRelease(
            @Nullable String dateDay,
            @Nullable String dateMonth,
            @Nullable String dateYear,
            @Nullable String time,
            @Nullable String which,
            @Nullable String weekend,
            @Nullable String reason) {
        this.dateDay = orEmpty(dateDay);
        this.dateMonth = orEmpty(dateMonth);
        this.dateYear = orEmpty(dateYear);
        this.time = orEmpty(time);
        this.which = orEmpty(which);
        this.weekend = orEmpty(weekend);
        this.reason = orEmpty(reason);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    public EnteredDay date() {
        return new EnteredDay(dateDay, dateMonth, dateYear);
    }

    /// What came of reading it.
    sealed interface Read {

        /// A moment to come.
        record At(Instant moment) implements Read {}

        /// No moment, or none that can be taken without asking.
        ///
        /// @param twice the two moments that were meant, or null
        record Wrong(Problem problem, ReleaseTime.Read.@Nullable Twice twice) implements Read {}
    }

    Read read(Instant now) {
        return switch (date().read("The date of the release")) {
            case EnteredDay.Read.None() -> wrong("date", "Enter the date of the release");
            case EnteredDay.Read.Wrong(var sentence) -> wrong("date", sentence);
            case EnteredDay.Read.Day(var day) -> read(day, now);
        };
    }

    private Read read(LocalDate day, Instant now) {
        var local = ReleaseTime.timeOfDay(time);
        if (local.isEmpty()) {
            return wrong("time", "The time must be one of day, such as 9:30am or 14:00");
        }
        return switch (ReleaseTime.read(day, local.get(), chosen())) {
            case ReleaseTime.Read.Skipped(var sentence) -> wrong("time", sentence);
            case ReleaseTime.Read.Twice twice ->
                    new Read.Wrong(
                            new Problem(
                                    "which",
                                    "The clocks go back that night, so this time is there twice. Choose which is meant"),
                            twice);
            case ReleaseTime.Read.At(var moment) -> {
                if (!moment.isAfter(now)) {
                    yield wrong("date", "The release must be in the future");
                }
                yield ReleaseTime.isWeekend(day) && !weekend.equals("yes")
                        ? wrong(
                                "weekend",
                                "%s is at the weekend. Official statistics are released on weekdays; tick the box if it is meant"
                                        .formatted(Times.day(day)))
                        : new Read.At(moment);
            }
        };
    }

    private @Nullable Which chosen() {
        return Arrays.stream(Which.values())
                .filter(one -> one.name().equalsIgnoreCase(which))
                .findFirst()
                .orElse(null);
    }

    private static Read wrong(String field, String sentence) {
        return new Read.Wrong(new Problem(field, sentence), null);
    }
}
