package org.breachregister.core.report;

import org.jspecify.annotations.Nullable;

/// Why a field has the value it has.
///
/// @param label the label of the form that the value stood under, as written; null where there was
///   none
/// @param text the words that were read, as written
/// @param page page number from 1 in a paged document, else null
/// @param confidence from 0 to 1
public record Evidence(
        @Nullable String label, String text, @Nullable Integer page, double confidence) {}
