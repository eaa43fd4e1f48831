package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ReportEvaluationTest {

    @TempDir Path folder;

    @Test
    void comparesFieldByFieldAndNamesEveryMiss() throws IOException {
        Files.writeString(folder.resolve("a.md"), Samples.FORM_C_MARKDOWN);
        Files.writeString(folder.resolve("b.pdf"), "%PDF-1.4");
        Files.writeString(
                folder.resolve("expected.jsonl"),
                """
                {"file":"a.md","format":"md","outcome":"report","form":"C","output_title":"Ferry  Delays, quarter 2 2023","report_date":"2023-12-05",\
                "occurrence_dates":["2023-11-27"],"producers":[{"as_written":"DfE","canonical":"Department for the Economy"}],\
                "references":[{"edition":"2.1","ref":"T3"},{"edition":"2.1","ref":"T3.6"}],"anomalies":["ambiguous-abbreviation"]}
                {"file":"b.pdf","format":"pdf","outcome":"report","form":"A"}
                """);

        var evaluation = ReportEvaluation.of(folder, Samples.READER);

        assertThat(evaluation.files()).isEqualTo(2);
        assertThat(evaluation.row("output title"))
                .isEqualTo(new ReportEvaluation.Row("output title", 2, 2, 2));
        assertThat(evaluation.row("report date"))
                .isEqualTo(new ReportEvaluation.Row("report date", 1, 2, 2));
        assertThat(evaluation.row("references"))
                .isEqualTo(new ReportEvaluation.Row("references", 1, 2, 1));
        assertThat(evaluation.misses())
                .contains(
                        "a.md: report date: expected '2023-12-05', read '2023-12-04'",
                        "a.md: references: expected '2.1 T3.6'");
        assertThat(evaluation.row("outcome"))
                .isEqualTo(new ReportEvaluation.Row("outcome", 1, 2, 2));
        assertThat(evaluation.bars())
                .filteredOn(bar -> bar.field().equals("outcome"))
                .singleElement()
                .satisfies(bar -> assertThat(bar.isReached()).isFalse());
        assertThat(evaluation.table()).contains("right 1.00 NOT REACHED", "right 0.97");
    }

    @Test
    void saysWhichLineOfTheExpectationsIsBroken() throws IOException {
        Files.writeString(folder.resolve("expected.jsonl"), "\n{oops\n");

        assertThatThrownBy(() -> ReportEvaluation.of(folder, Samples.READER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
    }
}
