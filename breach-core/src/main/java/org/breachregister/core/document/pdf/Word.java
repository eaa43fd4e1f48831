package org.breachregister.core.document.pdf;

import org.jspecify.annotations.Nullable;

/// Characters side by side without white space.
///
/// @param text its characters
/// @param y the line that it stands on
/// @param size the height of its font
/// @param bold whether it is bold
/// @param apart whether white space was written before it
/// @param link the address that a click on it opens
/// @param marked the piece of marked content that it belongs to
record Word(
        String text,
        float x0,
        float x1,
        float y,
        float size,
        boolean bold,
        boolean apart,
        @Nullable String link,
        Glyph.@Nullable Marked marked) {

    float middle() {
        return (x0 + x1) / 2;
    }

    /// A raised or lowered word that stands on another's line.
    Word onLine(float other) {
        return new Word(text, x0, x1, other, size, bold, apart, link, marked);
    }

    Word apartFromOthers() {
        return new Word(text, x0, x1, y, size, bold, true, link, marked);
    }
}
