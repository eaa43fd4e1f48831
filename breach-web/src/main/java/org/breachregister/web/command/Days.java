package org.breachregister.web.command;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Days given on the command line.
final class Days {

    private Days() {}

    /// The day that an option gives, or null where it was not given.
    static @Nullable LocalDate parse(String option, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException _) {
            throw new UsageProblem(
                    "%s '%s' is not a day; write it as 2016-09-30".formatted(option, value));
        }
    }
}
