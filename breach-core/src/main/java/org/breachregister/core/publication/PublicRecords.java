package org.breachregister.core.publication;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.report.SubmittedReport;

/// Makes the public record of a report: redacted, with producers and references named.
public final class PublicRecords {

    public PublicRecords(CodeOfPractice code, Producers producers) {}

    /// The public record of a report.
    public PublicRecord of(SubmittedReport report) {
        throw new UnsupportedOperationException();
    }
}
