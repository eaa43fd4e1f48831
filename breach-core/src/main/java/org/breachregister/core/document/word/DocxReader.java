package org.breachregister.core.document.word;

import org.breachregister.core.document.StructuredDocument;
import org.breachregister.core.document.UnreadableDocument;

/// Reads Word documents (.docx).
public final class DocxReader {

    private DocxReader() {}

    /// Reads a document.
    ///
    /// @param content its bytes
    /// @throws UnreadableDocument if it is damaged, encrypted, holds macros or has no text
    public static StructuredDocument read(byte[] content) {
        throw new UnreadableDocument(
                "The content is a Word document (.docx), which is not read yet");
    }
}
