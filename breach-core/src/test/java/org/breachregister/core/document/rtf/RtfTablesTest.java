package org.breachregister.core.document.rtf;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.document.Block;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

class RtfTablesTest {

    @Test
    void countsTheColumnsOfACellThatIsMergedAcross() {
        var rows =
                rows(
                        "\\trowd\\clmgf\\cellx1\\clmrg\\cellx2\\cellx3\\pard\\intbl Both\\cell\\cell Last\\cell\\row");

        assertThat(rows).containsExactly(List.of("Both over 2", "Last"));
    }

    @Test
    void keepsWhatStandsInACellThatIsMergedAway() {
        var rows =
                rows(
                        "\\trowd\\clmgf\\cellx1\\clmrg\\cellx2\\pard\\intbl Both\\cell Kept\\cell\\row");

        assertThat(rows).containsExactly(List.of("Both", "Kept"));
    }

    @Test
    void keepsTheMergesOfATableInATableOutOfTheRowAroundIt() {
        var rows =
                rows(
                        "\\trowd\\cellx1\\cellx2\\pard\\intbl\\itap2 In\\nestcell{\\*\\nesttableprops\\trowd\\clvmrg\\cellx1\\nestrow}\\pard\\intbl Outer\\cell Next\\cell\\row");

        assertThat(rows).containsExactly(List.of("[In goes on] Outer", "Next"));
    }

    @Test
    void leavesOutACellThatIsEndedButNotDescribed() {
        var rows = rows("\\trowd\\cellx1\\cellx2\\pard\\intbl One\\cell Two\\cell\\cell\\row");

        assertThat(rows).containsExactly(List.of("One", "Two"));
    }

    @Test
    void knowsACellThatGoesOnThoughItsRowIsDescribedBehindIt() {
        var rows = rows("\\pard\\intbl One\\cell Two\\cell\\trowd\\clvmrg\\cellx1\\cellx2\\row");

        assertThat(rows).containsExactly(List.of("One goes on", "Two"));
    }

    private static List<List<String>> rows(String table) {
        var document =
                RtfReader.read(
                        ("{\\rtf1\\ansi " + table + "\\pard End\\par}")
                                .getBytes(StandardCharsets.US_ASCII));
        return rows((Block.Table) document.blocks().getFirst());
    }

    private static List<List<String>> rows(Block.Table table) {
        return table.rows().stream()
                .map(row -> row.cells().stream().map(RtfTablesTest::shown).toList())
                .toList();
    }

    private static String shown(Block.Cell cell) {
        var words =
                cell.blocks().stream()
                        .map(block ->
                                switch (block) {
                                    case Block.Paragraph paragraph -> paragraph.text().strip();
                                    case Block.Table table ->
                                            String.valueOf(rows(table).getFirst());
                                })
                        .toList();
        return String.join(" ", words)
                + (cell.columns() > 1 ? " over " + cell.columns() : "")
                + (cell.goesOn() ? " goes on" : "");
    }
}
