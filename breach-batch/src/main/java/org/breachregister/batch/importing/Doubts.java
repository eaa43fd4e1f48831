package org.breachregister.batch.importing;

import org.breachregister.core.code.CitedReference;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.report.Anomaly;
import org.breachregister.core.report.SubmittedReport;

import java.util.ArrayList;
import java.util.List;

/// Tells in sentences what a person should look at in a report: the anomalies, and the producers
/// and references that were not recognised and that no anomaly speaks of.
final class Doubts {

    private Doubts() {}

    static List<String> of(SubmittedReport report) {
        var doubts = new ArrayList<>(report.anomalies().stream().map(Anomaly::message).toList());
        for (var producer : report.producers()) {
            if (producer.id() == null && isNew(producer.asWritten(), doubts)) {
                doubts.add(unmatched(producer));
            }
        }
        for (var reference : report.references()) {
            if (reference.element() == null && isNew(reference.asWritten(), doubts)) {
                doubts.add(unmatched(reference));
            }
        }
        return doubts.stream().distinct().toList();
    }

    private static boolean isNew(String words, List<String> doubts) {
        return doubts.stream().noneMatch(doubt -> doubt.contains(words));
    }

    private static String unmatched(ReportedProducer producer) {
        return producer.candidates().isEmpty()
                ? "The producer '%s' is not known.".formatted(producer.asWritten())
                : "The producer '%s' may be any of %s."
                        .formatted(producer.asWritten(), producer.candidates());
    }

    private static String unmatched(CitedReference reference) {
        return reference.candidates().isEmpty()
                ? "'%s' is no known part of the Code.".formatted(reference.asWritten())
                : "'%s' may be any of %s.".formatted(reference.asWritten(), reference.candidates());
    }
}
