package org.breachregister.core.document.pdf;

import org.breachregister.core.document.Block;
import org.breachregister.core.document.Bounds;
import org.breachregister.core.document.pdf.Piece.Cell;
import org.breachregister.core.document.pdf.Piece.Passage;
import org.breachregister.core.document.pdf.Piece.Row;
import org.breachregister.core.document.pdf.Piece.Sheet;

import java.util.ArrayList;
import java.util.List;

/// Joins what was broken at the end of a column or of a page.
final class Assembly {

    private Assembly() {}

    static List<Block> blocks(List<Piece> pieces) {
        return written(joined(pieces), 0);
    }

    private static List<Piece> joined(List<Piece> pieces) {
        var joined = new ArrayList<Piece>();
        var column = false;
        var page = false;
        for (var piece : pieces) {
            if (piece instanceof Piece.End end) {
                column = true;
                page |= end.ofPage();
                continue;
            }
            var last = joined.isEmpty() ? null : joined.getLast();
            if (column
                    && last instanceof Passage before
                    && piece instanceof Passage passage
                    && before.goesOnIn(passage)) {
                joined.set(joined.size() - 1, before.joined(passage));
            } else if (page
                    && last instanceof Sheet before
                    && piece instanceof Sheet sheet
                    && before.goesOnIn(sheet)) {
                joined.set(joined.size() - 1, joined(before, sheet));
            } else {
                joined.add(piece);
            }
            column = false;
            page = false;
        }
        return joined;
    }

    /// A table that goes on: its heading may be repeated, and its last row may go on.
    private static Sheet joined(Sheet one, Sheet next) {
        var rows = new ArrayList<>(one.rows());
        var more = new ArrayList<>(next.rows());
        if (!more.isEmpty()
                && !rows.isEmpty()
                && words(more.getFirst()).equals(words(rows.getFirst()))) {
            more.removeFirst();
        }
        if (!more.isEmpty() && !rows.isEmpty() && isRest(rows.getLast(), more.getFirst())) {
            rows.set(rows.size() - 1, joined(rows.getLast(), more.removeFirst()));
        }
        rows.addAll(more);
        return new Sheet(rows, one.xs());
    }

    /// Whether a row without a label, at the top of a page, goes on with the row before it.
    private static boolean isRest(Row row, Row next) {
        return row.cells().size() == next.cells().size()
                && next.cells().size() > 1
                && next.cells().getFirst().isEmpty()
                && next.cells().stream().anyMatch(cell -> !cell.isEmpty());
    }

    private static Row joined(Row row, Row next) {
        var cells = new ArrayList<Cell>();
        for (var i = 0; i < row.cells().size(); i++) {
            var pieces = new ArrayList<>(row.cells().get(i).pieces());
            pieces.add(new Piece.End(true));
            pieces.addAll(next.cells().get(i).pieces());
            var cell = row.cells().get(i);
            cells.add(new Cell(joined(pieces), cell.columns(), cell.goesOn()));
        }
        return new Row(cells);
    }

    private static String words(Row row) {
        var words = new StringBuilder();
        for (var cell : row.cells()) {
            for (var piece : cell.pieces()) {
                words.append(piece instanceof Passage passage ? passage.text() : "").append('|');
            }
        }
        return words.toString();
    }

    private static List<Block> written(List<Piece> pieces, int depth) {
        Bounds.depth(depth);
        var blocks = new ArrayList<Block>();
        for (var piece : pieces) {
            switch (piece) {
                case Piece.End _ -> {}
                case Passage passage ->
                        blocks.add(
                                new Block.Paragraph(
                                        passage.style(), passage.text(), passage.page()));
                case Sheet sheet ->
                        blocks.add(
                                new Block.Table(
                                        sheet.rows().stream()
                                                .map(row -> written(row, depth))
                                                .toList()));
            }
        }
        return blocks;
    }

    private static Block.Row written(Row row, int depth) {
        return new Block.Row(
                row.cells().stream()
                        .map(cell ->
                                new Block.Cell(
                                        written(cell.pieces(), depth + 1),
                                        cell.columns(),
                                        cell.goesOn()))
                        .toList());
    }
}
