package org.breachregister.core.producer;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A producer as a report names it, beside the body that was recognised.
///
/// @param asWritten the words of the report
/// @param id the body, or null where none was recognised for certain
/// @param canonical the body's name at the time, or null where none was recognised
/// @param confidence from 0 to 1; 1 for an exact official name
/// @param rule how it was recognised, in a few words: `exact`, `normalised`, `alias`,
///   `abbreviation`, `abbreviation in context`, `unit in body`, `agency of`; or why it was not
/// @param candidates bodies that the words may mean, where none was recognised
public record ReportedProducer(
        String asWritten,
        @Nullable ProducerId id,
        @Nullable String canonical,
        double confidence,
        String rule,
        List<ProducerId> candidates) {

    public ReportedProducer {
        candidates = List.copyOf(candidates);
    }
}
