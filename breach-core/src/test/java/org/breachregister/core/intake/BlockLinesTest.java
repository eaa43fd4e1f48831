package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.document.Block;
import org.breachregister.core.document.Block.Cell;
import org.breachregister.core.document.Block.Paragraph;
import org.breachregister.core.document.Block.Row;
import org.breachregister.core.document.Block.Style;
import org.breachregister.core.document.Block.Table;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class BlockLinesTest {

    private static final Labels LABELS = Labels.load();

    @Test
    void readsLabelAndAnswerOfATableOfTheForm() {
        assertThat(lines(table(row("Name of producer organisation", "Board of\nMeasures"))))
                .containsExactly(
                        "LABEL_CELL Name of producer organisation",
                        "ANSWER_CELL Board of",
                        "ANSWER_CELL Measures");
    }

    @Test
    void givesARowUnderAMergedLabelToTheAnswerAboveIt() {
        var merged =
                new Row(
                        List.of(
                                new Cell(List.of(), 1, true),
                                new Cell(List.of(text("10 May 2021")), 1, false),
                                new Cell(List.of(text("11 May 2021")), 1, false)));

        assertThat(lines(table(row("Date of occurrence of breach", "9 May 2021"), merged)))
                .containsExactly(
                        "LABEL_CELL Date of occurrence of breach",
                        "ANSWER_CELL 9 May 2021",
                        "ANSWER_CELL 10 May 2021",
                        "ANSWER_CELL 11 May 2021");
    }

    @Test
    void readsTwoLabelsBesideEachOther() {
        assertThat(
                        lines(
                                table(
                                        row(
                                                "Name of producer organisation",
                                                "Board",
                                                "Date of breach report",
                                                "2 May 2021"))))
                .containsExactly(
                        "LABEL_CELL Name of producer organisation",
                        "ANSWER_CELL Board",
                        "LABEL_CELL Date of breach report",
                        "ANSWER_CELL 2 May 2021");
    }

    @Test
    void laysOutARowOfOneCellAsRunningText() {
        var wide =
                new Row(List.of(new Cell(List.of(text("It rained."), text("We left.")), 2, false)));

        assertThat(lines(table(row("Name of producer organisation", "Board"), wide)))
                .endsWith("TEXT It rained.", "TEXT We left.");
    }

    @Test
    void readsATableInTheCellOfATable() {
        var inner = table(row("Name of producer organisation", "Board"));
        var outer = new Table(List.of(new Row(List.of(new Cell(List.of(inner), 1, false)))));

        assertThat(lines(outer))
                .containsExactly("LABEL_CELL Name of producer organisation", "ANSWER_CELL Board");
    }

    @Test
    void takesTheBulletsThatAuthorsTypedFromItems() {
        assertThat(lines(text("• Checked twice"), new Paragraph(Style.ITEM, "Trained", 0)))
                .containsExactly("ITEM Checked twice", "ITEM Trained");
    }

    @Test
    void remembersThePageOfEachLine() {
        var lines =
                BlockLines.read(
                        List.of(
                                new Paragraph(Style.TEXT, "one", 1),
                                new Table(
                                        List.of(
                                                new Row(
                                                        List.of(
                                                                new Cell(
                                                                        List.of(
                                                                                new Paragraph(
                                                                                        Style.TEXT,
                                                                                        "Name of producer organisation",
                                                                                        2)),
                                                                        1,
                                                                        false),
                                                                new Cell(
                                                                        List.of(
                                                                                new Paragraph(
                                                                                        Style.TEXT,
                                                                                        "Board",
                                                                                        2)),
                                                                        1,
                                                                        false))),
                                                new Row(
                                                        List.of(
                                                                new Cell(
                                                                        List.of(
                                                                                new Paragraph(
                                                                                        Style.TEXT,
                                                                                        "Date of breach report",
                                                                                        3)),
                                                                        1,
                                                                        false),
                                                                new Cell(
                                                                        List.of(
                                                                                new Paragraph(
                                                                                        Style.TEXT,
                                                                                        "2 May 2021",
                                                                                        3)),
                                                                        1,
                                                                        false)))))),
                        LABELS);

        assertThat(lines).extracting(Line::page).containsExactly(1, 2, 2, 3, 3);
    }

    private static List<String> lines(Block... blocks) {
        return BlockLines.read(List.of(blocks), LABELS).stream()
                .map(line -> line.kind() + " " + line.text())
                .toList();
    }

    private static Table table(Row... rows) {
        return new Table(List.of(rows));
    }

    private static Row row(String... cells) {
        return new Row(
                Arrays.stream(cells).map(cell -> new Cell(List.of(text(cell)), 1, false)).toList());
    }

    private static Paragraph text(String text) {
        return new Paragraph(Style.TEXT, text, 0);
    }
}
