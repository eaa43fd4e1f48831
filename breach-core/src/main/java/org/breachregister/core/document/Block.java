package org.breachregister.core.document;

import java.util.List;

/// A piece of a document, in reading order. Text is as written: line breaks are `\n`, tabs `\t`,
/// and a link is its words followed by its target (see [Link]).
public sealed interface Block {

    /// A paragraph, a heading or an item of a list.
    ///
    /// @param style what it is
    /// @param text its words, without a bullet or number that the document draws by itself
    /// @param page the page that it starts on, from 1; 0 where the format has no pages
    record Paragraph(Style style, String text, int page) implements Block {

        public Paragraph {
            // Damaged documents hold them, and nothing after this expects them.
            text = text.replace("\0", "").replace('\r', '\n');
        }
    }

    /// What a paragraph is.
    enum Style {
        TEXT,
        HEADING,
        ITEM
    }

    /// A table.
    record Table(List<Row> rows) implements Block {

        public Table {
            rows = List.copyOf(rows);
        }
    }

    /// A row of a table.
    record Row(List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// A cell of a table.
    ///
    /// @param blocks what is in it, a table in a table too
    /// @param columns how many columns it spans, 1 or more
    /// @param goesOn whether it is only the continuation of the merged cell above it
    record Cell(List<Block> blocks, int columns, boolean goesOn) {

        public Cell {
            blocks = List.copyOf(blocks);
        }
    }
}
