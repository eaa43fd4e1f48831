package org.breachregister.core.report;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/// A time at which a breach happened, as stated.
///
/// @param asWritten the words that tell it, the practices beside them included
/// @param from the day, or the first day of a range
/// @param to the last day of a range, or null for a single day
/// @param timeOfDay the time of day written with it, or null
/// @param practices short references of the practices written beside it, such as `T3.4`; empty
///   where the report does not tie practices to days
public record Occurrence(
        String asWritten,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalTime timeOfDay,
        List<String> practices) {

    public Occurrence {
        practices = List.copyOf(practices);
    }
}
