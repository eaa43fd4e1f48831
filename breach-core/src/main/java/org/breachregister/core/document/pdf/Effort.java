package org.breachregister.core.document.pdf;

import org.breachregister.core.document.Bounds;
import org.breachregister.core.document.UnreadableDocument;

/// Counts what reading a document takes, and refuses what takes too much.
final class Effort {

    private static final int MOST_OPERATORS = 5_000_000;
    private static final long MOST_COMPARISONS = 200_000_000;

    private final Bounds bounds = new Bounds();
    private int operators;
    private long comparisons;

    Bounds bounds() {
        return bounds;
    }

    void glyph() {
        bounds.characters(1);
    }

    void operator() {
        if (++operators > MOST_OPERATORS) {
            throw tooIntricate();
        }
    }

    void comparisons(long more) {
        comparisons += more;
        if (comparisons > MOST_COMPARISONS) {
            throw tooIntricate();
        }
    }

    private static UnreadableDocument tooIntricate() {
        return new UnreadableDocument(
                "The pages are drawn in far more steps than a report needs. Print the report to a new PDF, or send the document that it was made from");
    }
}
