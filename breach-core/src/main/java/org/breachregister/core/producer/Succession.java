package org.breachregister.core.producer;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;

/// The work of one body, or a named part of it, going to another.
///
/// @param predecessor the body it came from
/// @param predecessorParts the parts that went; empty for the whole
/// @param successor the body it went to
/// @param successorParts what they became there; empty for the whole
/// @param on the day
/// @param extent how much of the predecessor went
public record Succession(
        ProducerId predecessor,
        Set<String> predecessorParts,
        ProducerId successor,
        Set<String> successorParts,
        @Nullable LocalDate on,
        Extent extent) {

    public Succession {
        predecessorParts = Set.copyOf(predecessorParts);
        successorParts = Set.copyOf(successorParts);
    }

    /// How much of the predecessor went.
    public enum Extent {
        /// All of it, or all that was left.
        WHOLE,
        /// A large part of it.
        PART,
        /// A small part: the predecessor went on as before, and its records stay its own.
        MINOR
    }
}
