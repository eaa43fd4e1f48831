package org.breachregister.core.document.pdf;

import org.jspecify.annotations.Nullable;

/// A character as a page shows it. Places count in points from the top left of the page.
///
/// @param text what it stands for, more than one character for a ligature
/// @param x0 its left edge
/// @param x1 its right edge
/// @param y the line that it stands on
/// @param size the height of its font
/// @param bold whether it is bold
/// @param colour its colour, as 0xRRGGBB, or -1 for a pattern
/// @param order when it was drawn
/// @param marked the piece of marked content that it belongs to
record Glyph(
        String text,
        float x0,
        float x1,
        float y,
        float size,
        boolean bold,
        int colour,
        int order,
        @Nullable Marked marked) {

    /// A piece of marked content.
    ///
    /// @param id its number on the page, or -1
    /// @param artifact whether it is furniture of the page
    record Marked(int id, boolean artifact) {}

    boolean isSpace() {
        return text.isBlank();
    }

    float middle() {
        return (x0 + x1) / 2;
    }

    boolean isArtifact() {
        return marked != null && marked.artifact();
    }
}
