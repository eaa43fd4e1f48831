package org.breachregister.core.document.mail;

import org.breachregister.core.document.UnreadableDocument;

/// Takes e-mail messages apart (.eml).
public final class MailReader {

    private MailReader() {}

    /// Takes a message apart.
    ///
    /// @param content its bytes
    /// @throws UnreadableDocument if it is damaged, encrypted or empty
    public static Message read(byte[] content) {
        throw new UnreadableDocument(
                "The content is an e-mail message (.eml), which is not read yet");
    }
}
