package org.breachregister.core.document.word;

import org.breachregister.core.document.StructuredDocument;
import org.breachregister.core.document.UnreadableDocument;

/// Reads documents of old Word versions (.doc).
public final class DocReader {

    private DocReader() {}

    /// Reads a document.
    ///
    /// @param content its bytes
    /// @throws UnreadableDocument if it is damaged, encrypted, holds macros or has no text
    public static StructuredDocument read(byte[] content) {
        throw new UnreadableDocument(
                "The content is an old Word document (.doc), which is not read yet");
    }
}
