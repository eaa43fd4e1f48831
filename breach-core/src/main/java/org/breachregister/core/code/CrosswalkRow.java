package org.breachregister.core.code;

import org.jspecify.annotations.Nullable;

/// Says that an element of one edition stands for one of another.
///
/// @param from the element of the older edition
/// @param to the element of the newer one
/// @param extent how much of one the other covers
/// @param basis how sure that is
/// @param note why, in a few words, or null
public record CrosswalkRow(
        ElementId from, ElementId to, Extent extent, Basis basis, @Nullable String note) {

    /// How two elements lie to each other.
    public enum Extent {
        SAME,
        /// All of the first lies in the second.
        WITHIN,
        /// The first holds all of the second.
        CONTAINS,
        /// They share a part.
        PART,
        /// Near each other; for a person to see, not for finding.
        TOUCHES;

        /// The same seen from the other side.
        Extent reversed() {
            return switch (this) {
                case WITHIN -> CONTAINS;
                case CONTAINS -> WITHIN;
                case SAME, PART, TOUCHES -> this;
            };
        }
    }
}
