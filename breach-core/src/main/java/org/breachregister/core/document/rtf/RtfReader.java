package org.breachregister.core.document.rtf;

import org.breachregister.core.document.StructuredDocument;
import org.breachregister.core.document.UnreadableDocument;

/// Reads rich text documents (.rtf).
public final class RtfReader {

    private RtfReader() {}

    /// Reads a document.
    ///
    /// @param content its bytes
    /// @throws UnreadableDocument if it is damaged, encrypted, holds macros or has no text
    public static StructuredDocument read(byte[] content) {
        throw new UnreadableDocument(
                "The content is a rich text document (.rtf), which is not read yet");
    }
}
