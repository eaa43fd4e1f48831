package org.breachregister.core.code;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// An edition of the Code.
///
/// @param id its name
/// @param title its title
/// @param inForceFrom first day in force
/// @param inForceTo last day in force, or null for the current edition
/// @param basis how sure the dates are
/// @param fromKnownTo how exactly the first day is known; where only the month or the year is, its
///   first day stands in
public record Edition(
        EditionId id,
        String title,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        Basis basis,
        Precision fromKnownTo) {

    /// How exactly a day is known.
    public enum Precision {
        DAY,
        MONTH,
        YEAR
    }
}
