package org.breachregister.api;

import org.breachregister.core.code.CodeElement;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.PublicRecord.NamedProducer;
import org.breachregister.core.publication.PublicRecord.NamedReference;
import org.breachregister.core.publication.PublicRecord.Promise;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.core.publication.PublishedBreach.Status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Example rows.
final class Rows {

    static final BreachId ID = BreachId.of(2019, 7);
    static final ElementId T3_4 = new ElementId(EditionId.E2_0, "T3.4");
    static final ElementId T3 = new ElementId(EditionId.E2_0, "T3");

    private Rows() {}

    /// A breach that has a value in every column.
    static PublicRecord full() {
        return new PublicRecord(
                List.of(
                        new NamedProducer(
                                "Office for Wells",
                                new ProducerId("office-for-wells"),
                                "Office for Wells and Springs",
                                "Water Office",
                                "England"),
                        new NamedProducer("the Pump Board", null, null, null, null)),
                "Well levels, May 2019",
                "Well levels",
                List.of("https://wells.example/may"),
                EditionId.E2_0,
                List.of(new NamedReference("T3.4 and others", T3_4, null)),
                LocalDate.of(2019, 5, 30),
                LocalDate.of(2019, 5, 31),
                LocalDate.of(2019, 6, 4),
                "early release",
                "a supplier",
                "  Figures were sent early.\r\nNobody \u0007noticed.\n",
                "A new rota.",
                "None known.",
                "The rota was changed.",
                List.of("https://wells.example/statement"),
                List.of("one in 2017; not serious"),
                List.of(
                        new Promise("A review", LocalDate.of(2019, 12, 31)),
                        new Promise("A report", null)));
    }

    static PublishedBreach breach(Status status, PublicRecord record) {
        return new PublishedBreach(
                ID,
                2,
                status,
                Instant.parse("2019-06-10T08:30:00.123Z"),
                Instant.parse("2019-07-01T08:30:00Z"),
                "A date was wrong",
                record);
    }

    static RegisterRow row(Status status, PublicRecord record) {
        var practice =
                new PracticeRow(
                        ID,
                        "T3.4 and others",
                        EditionId.E2_0,
                        T3_4,
                        CodeElement.Kind.PRACTICE,
                        "time of release",
                        T3,
                        "Orderly release",
                        List.of(
                                new ElementId(EditionId.E1_0, "Protocol 2.4"),
                                T3_4,
                                new ElementId(EditionId.E2_1, "T3.4"),
                                new ElementId(EditionId.E3_0, "3.4")));
        return status == Status.WITHDRAWN
                ? new RegisterRow(breach(status, record), List.of(), List.of())
                : new RegisterRow(
                        breach(status, record),
                        List.of(BreachId.of(2018, 3), BreachId.of(2017, 1)),
                        List.of(practice));
    }
}
