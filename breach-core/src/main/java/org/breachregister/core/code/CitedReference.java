package org.breachregister.core.code;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A reference to the Code as a report cites it, beside what was understood.
///
/// @param asWritten the words of the report, verbatim
/// @param element the element they name, or null where that cannot be decided
/// @param candidates elements that the words may name; empty where `element` is certain
/// @param confidence from 0 (a guess) to 1 (written in full)
/// @param doubt why a person should look, as a sentence, or null where there is no doubt
public record CitedReference(
        String asWritten,
        @Nullable ElementId element,
        List<ElementId> candidates,
        double confidence,
        @Nullable String doubt) {

    public CitedReference {
        candidates = List.copyOf(candidates);
    }
}
