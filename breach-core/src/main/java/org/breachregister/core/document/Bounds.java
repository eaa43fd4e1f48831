package org.breachregister.core.document;

import java.util.Locale;

/// How much is taken from one document. A reader counts what it meets; beyond a bound the document
/// is refused.
public final class Bounds {

    /// The most bytes that a document may have.
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    /// The most characters of text that are taken from a document.
    public static final int MOST_CHARACTERS = 1_000_000;

    /// The most bytes that the parts of a document may unpack to, taken together.
    public static final long MOST_UNPACKED = 100L * 1024 * 1024;

    /// How deep tables, lists and groups may be nested.
    public static final int DEEPEST = 100;

    private static final int MOST_BLOCKS = 200_000;

    private long characters;
    private int blocks;

    /// Counts characters of text.
    public void characters(int more) {
        characters += more;
        if (characters > MOST_CHARACTERS) {
            throw tooLong(characters);
        }
    }

    /// Counts a paragraph, a cell or a row.
    public void block() {
        if (++blocks > MOST_BLOCKS) {
            throw new UnreadableDocument(
                    String.format(
                            Locale.ROOT,
                            "The document has more than %,d paragraphs and cells. A breach report is a few pages; send the report alone",
                            MOST_BLOCKS));
        }
    }

    /// Refuses what is nested too deep.
    public static void depth(int depth) {
        if (depth > DEEPEST) {
            throw new UnreadableDocument(
                    "Tables or lists are nested more than %d deep, which no report needs. Send a plain copy of the report"
                            .formatted(DEEPEST));
        }
    }

    /// The refusal of a text with too many characters.
    public static UnreadableDocument tooLong(long characters) {
        return new UnreadableDocument(
                String.format(
                        Locale.ROOT,
                        "The text is too long: %,d characters or more, and at most %,d are read. A breach report is a few pages; send the report alone",
                        characters,
                        MOST_CHARACTERS));
    }
}
