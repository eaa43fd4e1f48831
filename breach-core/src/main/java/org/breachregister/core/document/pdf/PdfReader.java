package org.breachregister.core.document.pdf;

import org.breachregister.core.document.StructuredDocument;
import org.breachregister.core.document.UnreadableDocument;

/// Reads the text layer of PDF documents.
public final class PdfReader {

    private PdfReader() {}

    /// Reads a document.
    ///
    /// @param content its bytes
    /// @throws UnreadableDocument if it is damaged, encrypted, holds macros or has no text
    public static StructuredDocument read(byte[] content) {
        throw new UnreadableDocument("The content is a PDF document, which is not read yet");
    }
}
