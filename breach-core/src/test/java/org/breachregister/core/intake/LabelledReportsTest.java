package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.SharedFolder;
import org.breachregister.core.report.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;

/// Reads the labelled reports that may lie beside the checkout.
class LabelledReportsTest {

    @Test
    void agreesWithACarefulReader() {
        var evaluation = ReportEvaluation.of(SharedFolder.get("reports"), Samples.READER);

        System.out.println(evaluation.table());
        assertThat(evaluation.files()).isPositive();
        assertThat(evaluation.bars()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(evaluation.bars())
                .as(() -> String.join("\n", evaluation.misses()))
                .allMatch(ReportEvaluation.Bar::isReached);
        assertThat(evaluation.row("duplicate of"))
                .isNotNull()
                .satisfies(row -> {
                    assertThat(row.right()).isEqualTo(row.expected()).isPositive();
                    assertThat(row.given()).isEqualTo(row.expected());
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"moj-safety-in-custody-2016.md"})
    void readsARealReport(String name) throws IOException {
        var file = SharedFolder.get("seeds").resolve(name);

        var reading = Samples.READER.read(Files.readAllBytes(file), name);

        assertThat(reading).isInstanceOf(Reading.Report.class);
        var report = ((Reading.Report) reading).report();
        assertThat(report.form()).hasToString("B");
        assertThat(report.producers())
                .extracting(one -> one.canonical())
                .containsExactly("Ministry of Justice");
        assertThat(report.outputTitle())
                .isEqualTo("Safety in Custody Quarterly Statistics bulletin");
        assertThat(report.kind()).isEqualTo("leak of management information");
        assertThat(report.reportDate()).isEqualTo("2016-10-03");
        assertThat(report.occurrenceDates()).containsExactly(LocalDate.of(2016, 9, 30));
        assertThat(report.evidence().get("occurrenceDates"))
                .satisfies(evidence -> assertThat(evidence.text()).contains("1 October 2016"));
        assertThat(report.references())
                .extracting(one -> String.valueOf(one.element()))
                .containsExactly("1.0 Protocol 2", "1.0 Principle 2");
        assertThat(report.sections())
                .containsOnlyKeys(
                        Section.ACCOUNT,
                        Section.REASONS,
                        Section.IMPACT,
                        Section.CORRECTIVE_ACTION,
                        Section.STATEMENTS,
                        Section.SUPPORTING);
        assertThat(report.personalData())
                .extracting(one -> one.kind().key())
                .contains("person", "email", "address");
        assertThat(report.commitments())
                .singleElement()
                .satisfies(one -> assertThat(one.text()).contains("update the Authority"));
    }
}
