package org.breachregister.core.document;

import java.util.List;

/// What is written in a document.
///
/// @param blocks its text in reading order; footnotes and endnotes stand behind the block that they
///   belong to, headers and footers of pages are left out
/// @param remarks sentences for a person about what was left out of the text and why: deleted words
///   of tracked changes, comments, hidden or invisible text
public record StructuredDocument(List<Block> blocks, List<String> remarks) {

    public StructuredDocument {
        blocks = List.copyOf(blocks);
        remarks = List.copyOf(remarks);
    }
}
