package org.breachregister.core.casework;

import org.breachregister.core.casework.Redacted.Decision;
import org.breachregister.core.publication.RedactedSpan;
import org.breachregister.core.publication.Redaction;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the machine would not publish of a report's sections.
public final class RedactionProposals {

    /// Who proposes.
    public static final String BY = "Breach Register";

    private RedactionProposals() {}

    /// Spans of each section, in order, without overlaps: where personal data was located, where
    /// the same words stand again, and what has the shape of an address or a number.
    public static List<Redacted> of(SubmittedReport report) {
        var redaction = Redaction.of(report);
        var proposals = new ArrayList<Redacted>();
        report.sections()
                .forEach((section, text) ->
                        redaction
                                .proposed(section)
                                .forEach(span -> proposals.add(proposal(section, text, span))));
        return List.copyOf(proposals);
    }

    private static Redacted proposal(Section section, String text, RedactedSpan span) {
        return new Redacted(
                0,
                section,
                span.from(),
                span.to(),
                span.in(text),
                Redacted.Reason.of(span.reason()),
                null,
                Decision.PROPOSED,
                BY,
                Instant.EPOCH);
    }
}
