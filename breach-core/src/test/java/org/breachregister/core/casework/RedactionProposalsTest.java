package org.breachregister.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.breachregister.core.casework.Narratives.person;
import static org.breachregister.core.casework.Narratives.report;

import org.breachregister.core.casework.Redacted.Decision;
import org.breachregister.core.casework.Redacted.Reason;
import org.breachregister.core.report.PersonalDatum;
import org.breachregister.core.report.Section;
import org.junit.jupiter.api.Test;

import java.util.Map;

class RedactionProposalsTest {

    @Test
    void proposesWhatWasLocatedAndWhereTheSameWordsStandAgain() {
        var account =
                "Ann\nRoe rang. Mrs Roe was told, and Ann came. An annual roe deer is no name.";
        var reasons = "Nobody asked Ann Roe.";
        var proposals =
                RedactionProposals.of(
                        report(
                                "Lamps",
                                Map.of(Section.ACCOUNT, account, Section.REASONS, reasons),
                                new PersonalDatum(PersonalDatum.Kind.PERSON, "Ann Roe", "x", 0, 7),
                                person("Mrs Roe", Section.ACCOUNT, account)));

        assertThat(proposals)
                .extracting(Redacted::section, Redacted::from, Redacted::to, Redacted::text)
                .containsExactly(
                        tuple(Section.ACCOUNT, 0, 7, "Ann\nRoe"),
                        tuple(Section.ACCOUNT, 14, 21, "Mrs Roe"),
                        tuple(Section.ACCOUNT, 36, 39, "Ann"),
                        tuple(Section.REASONS, 13, 20, "Ann Roe"));
        assertThat(proposals)
                .allSatisfy(one -> {
                    assertThat(one.id()).isZero();
                    assertThat(one.decision()).isEqualTo(Decision.PROPOSED);
                    assertThat(one.by()).isEqualTo("Breach Register");
                    assertThat(one.reason()).isEqualTo(Reason.PERSON);
                });
    }

    @Test
    void proposesWhatHasTheShapeOfAnAddressOrANumber() {
        var account =
                "Ring 01632\u200b 960 155, write to ann@x.example.org (mailto:ann@x.example.org) or 4 Small Lane, Sandhaven, ZZ1 9AJ.";

        assertThat(RedactionProposals.of(report("Lamps", Map.of(Section.NARRATIVE, account))))
                .extracting(Redacted::reason, Redacted::text)
                .containsExactly(
                        tuple(Reason.PHONE, "01632\u200b 960 155"),
                        tuple(Reason.EMAIL, "ann@x.example.org"),
                        tuple(Reason.EMAIL, "mailto:ann@x.example.org"),
                        tuple(Reason.ADDRESS, "4 Small Lane, Sandhaven, ZZ1 9AJ"));
    }

    @Test
    void proposesWordsInFullWidthLettersWhereTheyStand() {
        var account = "Call ０２０ ７９４６ ００００ now.";

        assertThat(RedactionProposals.of(report("Lamps", Map.of(Section.NARRATIVE, account))))
                .singleElement()
                .satisfies(one -> assertThat(one.text()).isEqualTo("０２０ ７９４６ ００００"));
    }

    @Test
    void proposesInOrderWithoutOverlapsAndCoversWhatWasLocated() {
        ReadReports.all()
                .forEach((name, report) -> {
                    var proposals = RedactionProposals.of(report);
                    for (var section : report.sections().keySet()) {
                        var end = 0;
                        for (var one : proposals) {
                            if (one.section() == section) {
                                var text = report.sections().get(section);
                                assertThat(one.from()).as(name).isGreaterThanOrEqualTo(end);
                                assertThat(one.text())
                                        .as(name)
                                        .isEqualTo(text.substring(one.from(), one.to()));
                                end = one.to();
                            }
                        }
                    }
                    for (var datum : report.personalData()) {
                        if (report.sections().keySet().stream()
                                .anyMatch(section -> section.key().equals(datum.field()))) {
                            assertThat(proposals)
                                    .as("%s: a located %s".formatted(name, datum.kind()))
                                    .anyMatch(one ->
                                            one.section().key().equals(datum.field())
                                                    && one.from() <= datum.start()
                                                    && one.to() >= datum.end());
                        }
                    }
                });
    }
}
