package org.breachregister.core.document.pdf;

import org.breachregister.core.document.Block.Style;

import java.util.List;

/// A part of a page that is read as one.
sealed interface Piece {

    /// A paragraph, a heading or an item.
    ///
    /// @param open whether it may go on in the next column or on the next page
    record Passage(Style style, String text, int page, boolean open) implements Piece {

        /// Whether what follows is the rest of this sentence.
        boolean goesOnIn(Passage next) {
            return open
                    && style != Style.HEADING
                    && next.style == Style.TEXT
                    && !text.isEmpty()
                    && !next.text.isEmpty()
                    && (Character.isLowerCase(next.text.codePointAt(0))
                            || ".!?:".indexOf(text.charAt(text.length() - 1)) < 0);
        }

        Passage joined(Passage next) {
            var joined = new StringBuilder(text);
            Joint.append(joined, next.text);
            return new Passage(style, joined.toString(), page, next.open);
        }
    }

    /// The end of a column or of a page.
    ///
    /// @param ofPage whether the page ends too
    record End(boolean ofPage) implements Piece {}

    /// A table.
    ///
    /// @param xs where its columns start and end
    record Sheet(List<Row> rows, float[] xs) implements Piece {

        boolean goesOnIn(Sheet next) {
            if (xs.length != next.xs.length) {
                return false;
            }
            for (var i = 0; i < xs.length; i++) {
                if (Math.abs(xs[i] - next.xs[i]) > 6) {
                    return false;
                }
            }
            return true;
        }
    }

    /// A row of a table.
    record Row(List<Cell> cells) {}

    /// A cell of a table.
    record Cell(List<Piece> pieces, int columns, boolean goesOn) {

        boolean isEmpty() {
            return pieces.isEmpty();
        }
    }
}
