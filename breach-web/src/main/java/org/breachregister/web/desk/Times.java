package org.breachregister.web.desk;

import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How the regulator's pages write times.
final class Times {

    private static final DateTimeFormatter WEEKDAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mma", Locale.UK);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.UK);

    private Times() {}

    /// `Monday 3 October 2016`.
    static String day(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /// `3 Oct 2016`, for tables.
    static String shortDay(LocalDate day) {
        return SHORT.format(day);
    }

    /// `3 Oct 2016`, for tables.
    static String shortDay(Instant moment) {
        return SHORT.format(moment.atZone(ReleaseTime.LONDON));
    }

    /// `3 October 2016`, or null for none.
    static @Nullable String dayOrNull(@Nullable LocalDate day) {
        return day == null ? null : Words.day(day);
    }

    /// `9:30am`.
    static String timeOfDay(LocalTime time) {
        return TIME.format(time).toLowerCase(Locale.UK);
    }

    /// `Monday 3 October 2016 at 9:30am BST`.
    static String moment(Instant moment) {
        var local = moment.atZone(ReleaseTime.LONDON);
        return "%s at %s %s"
                .formatted(
                        day(local.toLocalDate()),
                        timeOfDay(local.toLocalTime()),
                        ZONE.format(local));
    }
}
