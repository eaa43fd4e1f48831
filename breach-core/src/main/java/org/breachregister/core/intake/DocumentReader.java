package org.breachregister.core.intake;

/// Reads documents into submitted reports, in this process or in one of its own.
public interface DocumentReader {

    /// Reads one document. Never throws for what the document holds.
    ///
    /// @param content its bytes
    /// @param fileName its name, for messages; the type is told from the content
    Reading read(byte[] content, String fileName);
}
