package org.breachregister.core.casework;

import org.breachregister.core.code.CitedReference;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.report.Anomaly;
import org.breachregister.core.report.Commitment;
import org.breachregister.core.report.Evidence;
import org.breachregister.core.report.FormGeneration;
import org.breachregister.core.report.PersonalDatum;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reports and documents to test with.
final class Reports {

    static final Instant RECEIVED = Instant.parse("2019-12-31T23:30:00.123456Z");

    private Reports() {}

    static Document document(String text) {
        var content = text.getBytes(StandardCharsets.UTF_8);
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(content);
            return new Document(
                    "report.txt",
                    "text/plain",
                    content,
                    HexFormat.of().formatHex(sha256),
                    RECEIVED);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static SubmittedReport report(@Nullable LocalDate reported, LocalDate... occurred) {
        return new SubmittedReport(
                null,
                List.of(),
                null,
                List.of(),
                reported,
                List.of(occurred),
                List.of(),
                null,
                null,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }

    /// One that has every field, with what is hard to keep exactly.
    static SubmittedReport full() {
        var evidence = new LinkedHashMap<String, Evidence>();
        evidence.put("zeta", new Evidence(null, "first in order", null, 0.1));
        evidence.put("alpha", new Evidence("Label:", "second", 3, 1.0));
        var element = new ElementId(EditionId.E1_0, "Protocol 2.8");
        return new SubmittedReport(
                FormGeneration.B,
                List.of(
                        new ReportedProducer(
                                "Ministry of Maps",
                                new ProducerId("ministry-of-maps"),
                                "Ministry of Maps",
                                1,
                                "exact",
                                List.of()),
                        new ReportedProducer(
                                "MoX",
                                null,
                                null,
                                0,
                                "ambiguous",
                                List.of(new ProducerId("a"), new ProducerId("b-2")))),
                "Länder, \"quoted\" \\ £5 – \ud83d\udcca \u0000 \t\r\n end",
                List.of("https://example.org/a?b=c&d=%20"),
                LocalDate.of(2016, 10, 3),
                List.of(LocalDate.of(2016, 9, 30), LocalDate.of(206, 1, 2)),
                List.of(
                        new CitedReference("P2 (8)", element, List.of(), 0.9, null),
                        new CitedReference("Principle 3", null, List.of(element), 0.3, "Two.")),
                "lost lone surrogate \ud800 here",
                "",
                Map.of(Section.REASONS, "Why.", Section.ACCOUNT, "=What"),
                List.of(
                        new PersonalDatum(
                                PersonalDatum.Kind.EMAIL, "a@b.example", "account", 0, 11)),
                List.of(
                        new Commitment("We will", LocalDate.of(2017, 1, 31)),
                        new Commitment("Soon", null)),
                List.of("the one before"),
                List.of(new Anomaly("some-code", "Something.")),
                evidence);
    }
}
