package org.breachregister.core.document.odf;

import org.breachregister.core.document.StructuredDocument;
import org.breachregister.core.document.UnreadableDocument;

/// Reads OpenDocument texts (.odt).
public final class OdtReader {

    private OdtReader() {}

    /// Reads a document.
    ///
    /// @param content its bytes
    /// @throws UnreadableDocument if it is damaged, encrypted, holds macros or has no text
    public static StructuredDocument read(byte[] content) {
        throw new UnreadableDocument(
                "The content is an OpenDocument text (.odt), which is not read yet");
    }
}
