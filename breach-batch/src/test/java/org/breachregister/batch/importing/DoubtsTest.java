package org.breachregister.batch.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.code.CitedReference;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.report.Anomaly;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class DoubtsTest {

    @Test
    void speaksOfEachThingOnce() {
        var education = new ProducerId("department-for-education");
        var principle = new ElementId(EditionId.E1_0, "Principle 3");
        var report =
                new SubmittedReport(
                        null,
                        List.of(
                                producer("DfE", null, List.of(education)),
                                producer("Maps Office", null, List.of()),
                                producer("DfX", null, List.of(education)),
                                producer("Known", education, List.of())),
                        null,
                        List.of(),
                        null,
                        List.of(),
                        List.of(
                                new CitedReference("T3", principle, List.of(), 1, null),
                                new CitedReference("Q99", null, List.of(), 0, null),
                                new CitedReference("P3", null, List.of(principle), 0, null)),
                        null,
                        null,
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new Anomaly("ambiguous", "'DfE' may be one of two. Ask.")),
                        Map.of());

        assertThat(Doubts.of(report))
                .containsExactly(
                        "'DfE' may be one of two. Ask.",
                        "The producer 'Maps Office' is not known.",
                        "The producer 'DfX' may be any of [department-for-education].",
                        "'Q99' is no known part of the Code.",
                        "'P3' may be any of [1.0 Principle 3].");
    }

    private static ReportedProducer producer(
            String asWritten, @Nullable ProducerId id, List<ProducerId> candidates) {
        return new ReportedProducer(asWritten, id, null, 0, "", candidates);
    }
}
