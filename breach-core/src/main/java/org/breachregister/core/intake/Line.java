package org.breachregister.core.intake;

/// A line of a document, with its marks removed.
///
/// @param text its words; never blank
/// @param block which paragraph, list item, heading or table row it belongs to, rising through the
///   document
/// @param kind what it stands in
/// @param quoted whether it was quoted with `>` as in a forwarded e-mail
/// @param page the page that it stands on, from 1; 0 where the document has no pages
record Line(String text, int block, Kind kind, boolean quoted, int page) {

    /// What a line stands in.
    enum Kind {
        TEXT,
        HEADING,
        ITEM,
        /// The first cell of a row of a form's table.
        LABEL_CELL,
        /// The other cells of such a row.
        ANSWER_CELL,
        /// A row of a table of figures, which is no part of the running text.
        FIGURES
    }

    Line withText(String other) {
        return new Line(other, block, kind, quoted, page);
    }
}
