package org.breachregister.core.document;

/// A document that cannot be read. The message is a sentence for the person who sent it: what is
/// wrong, and what to do instead. It names no class, library or path.
public final class UnreadableDocument extends RuntimeException {

    public UnreadableDocument(String message) {
        super(message);
    }

    public UnreadableDocument(String message, Throwable cause) {
        super(message, cause);
    }
}
