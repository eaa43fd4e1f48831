package org.breachregister.core.producer;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// One way of writing a body.
///
/// @param text as it is written
/// @param body the body
/// @param use what sort of name it is
/// @param from the first day of that use, or null
/// @param to the day it ended, or null
record Name(
        String text, ProducerId body, Use use, @Nullable LocalDate from, @Nullable LocalDate to) {

    /// What sort of name: the strongest first.
    enum Use {
        OFFICIAL,
        FORMER,
        SPELLING,
        ABBREVIATION,
        /// A unit inside the body.
        UNIT,
        /// "of" where the body says "for", or the other way round: counts only where nothing else
        /// is so named.
        SLIP
    }
}
