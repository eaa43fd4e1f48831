package org.breachregister.batch.importing;

import org.breachregister.core.report.Anomaly;
import org.breachregister.core.report.SubmittedReport;

import java.util.ArrayList;
import java.util.List;

/// Tells in sentences what a person should look at in a report.
final class Doubts {

    private Doubts() {}

    static List<String> of(SubmittedReport report) {
        var doubts = new ArrayList<String>();
        report.anomalies().stream().map(Anomaly::message).forEach(doubts::add);
        for (var producer : report.producers()) {
            if (producer.id() == null) {
                doubts.add(
                        producer.candidates().isEmpty()
                                ? "The producer '%s' is not known.".formatted(producer.asWritten())
                                : "The producer '%s' may be any of %s."
                                        .formatted(producer.asWritten(), producer.candidates()));
            }
        }
        for (var reference : report.references()) {
            var doubt = reference.doubt();
            if (doubt != null) {
                doubts.add("'%s': %s".formatted(reference.asWritten(), doubt));
            } else if (reference.element() == null) {
                doubts.add(
                        reference.candidates().isEmpty()
                                ? "'%s' is no known part of the Code."
                                        .formatted(reference.asWritten())
                                : "'%s' may be any of %s."
                                        .formatted(reference.asWritten(), reference.candidates()));
            }
        }
        return doubts.stream().distinct().toList();
    }
}
