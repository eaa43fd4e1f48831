package org.breachregister.core.casework;

import org.breachregister.core.casework.Redacted.Decision;
import org.breachregister.core.report.Commitment;
import org.breachregister.core.report.FormGeneration;
import org.breachregister.core.report.PersonalDatum;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Reports about texts to test with, and what persons decide on them.
final class Narratives {

    private Narratives() {}

    static SubmittedReport report(
            String title, Map<Section, String> sections, PersonalDatum... personal) {
        return report(title, sections, List.of(), List.of(), personal);
    }

    static SubmittedReport report(
            String title,
            Map<Section, String> sections,
            List<String> promises,
            List<String> earlier,
            PersonalDatum... personal) {
        return new SubmittedReport(
                FormGeneration.C,
                List.of(),
                title,
                List.of(),
                LocalDate.of(2019, 7, 2),
                List.of(),
                List.of(),
                null,
                null,
                sections,
                List.of(personal),
                promises.stream().map(text -> new Commitment(text, null)).toList(),
                earlier,
                List.of(),
                Map.of());
    }

    static PersonalDatum person(String name, Section section, String text) {
        var at = text.indexOf(name);
        return new PersonalDatum(
                PersonalDatum.Kind.PERSON, name, section.key(), at, at + name.length());
    }

    static Redacted decided(
            Section section, String text, String words, Redacted.Reason reason, Decision decision) {
        var at = text.indexOf(words);
        return new Redacted(
                1,
                section,
                at,
                at + words.length(),
                words,
                reason,
                null,
                decision,
                "Cass Worker",
                Instant.EPOCH);
    }
}
