package org.breachregister.core.code;

import org.jspecify.annotations.Nullable;

/// A pillar, principle, protocol, standard, practice or Order.
///
/// @param id its number
/// @param kind what it is in its edition's own words
/// @param title its title, or null where none is known
/// @param parent the element it stands under, or null
/// @param basis how sure number and title are
/// @param topic what it is about in a few words of our own, or null
public record CodeElement(
        ElementId id,
        Kind kind,
        @Nullable String title,
        @Nullable ElementId parent,
        Basis basis,
        @Nullable String topic) {

    /// What an element is.
    public enum Kind {
        PILLAR,
        /// What edition 3.0 made of the pillars.
        CORE_PRINCIPLE,
        PRINCIPLE,
        PROTOCOL,
        STANDARD,
        PRACTICE,
        ORDER
    }
}
