package org.breachregister.core.intake;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.producer.Producers;

import java.time.Clock;

/// Reads documents into submitted reports. Safe for many threads.
public final class ReportReader {

    public ReportReader(CodeOfPractice code, Producers producers, Clock clock) {}

    /// Reads one document.
    ///
    /// @param content its bytes
    /// @param fileName its name, for messages; the type is told from the content
    public Reading read(byte[] content, String fileName) {
        throw new UnsupportedOperationException();
    }
}
