package org.breachregister.core.intake;

import org.breachregister.core.document.Block;
import org.breachregister.core.document.Block.Cell;
import org.breachregister.core.document.Block.Paragraph;
import org.breachregister.core.document.Block.Row;
import org.breachregister.core.document.Block.Table;
import org.breachregister.core.intake.Line.Kind;

import java.util.ArrayList;
import java.util.List;

/// Reads the lines of a structured document.
final class BlockLines {

    private final Labels labels;
    private final Lines lines = new Lines();

    private BlockLines(Labels labels) {
        this.labels = labels;
    }

    /// The lines of a document's blocks.
    static List<Line> read(List<Block> blocks, Labels labels) {
        var reader = new BlockLines(labels);
        reader.blocks(blocks);
        return reader.lines.all();
    }

    private void blocks(List<Block> blocks) {
        for (var block : blocks) {
            switch (block) {
                case Paragraph paragraph -> paragraph(paragraph);
                case Table table -> table(table);
            }
        }
    }

    private void paragraph(Paragraph paragraph) {
        var kind =
                switch (paragraph.style()) {
                    case TEXT -> Kind.TEXT;
                    case HEADING -> Kind.HEADING;
                    case ITEM -> Kind.ITEM;
                };
        lines.next();
        lines.onPage(paragraph.page());
        var mark = kind == Kind.HEADING ? 0 : Lines.mark(paragraph.text().strip(), false);
        lines.add(paragraph.text().strip().substring(mark), mark > 0 ? Kind.ITEM : kind);
        lines.next();
    }

    /// Rows that hold a label and its answer are read together; a row of one cell, or with a table
    /// in it, is laid out as if it stood outside the table.
    private void table(Table table) {
        var together = new ArrayList<List<String>>();
        var pages = new ArrayList<Integer>();
        for (var row : table.rows()) {
            var cells =
                    row.cells().stream().filter(cell -> !isEmpty(cell) || !cell.goesOn()).toList();
            if (cells.isEmpty()) {
                continue;
            }
            if (row.cells().getFirst().goesOn() && !together.isEmpty() && !holdsTable(row)) {
                // The label's cell spans this row too.
                cells.forEach(cell -> together.getLast().add(text(cell)));
            } else if (cells.size() == 1 || holdsTable(row)) {
                lines.addTable(together, pages, labels);
                together.clear();
                pages.clear();
                laidOut(row);
            } else {
                pages.add(page(row));
                together.add(new ArrayList<>(cells.stream().map(BlockLines::text).toList()));
            }
        }
        lines.addTable(together, pages, labels);
    }

    /// A label beside a cell with a table in it keeps its place before it.
    private void laidOut(Row row) {
        for (var cell : row.cells()) {
            blocks(cell.blocks());
        }
    }

    private static boolean holdsTable(Row row) {
        return row.cells().stream()
                .anyMatch(cell -> cell.blocks().stream().anyMatch(Table.class::isInstance));
    }

    private static boolean isEmpty(Cell cell) {
        return text(cell).isBlank();
    }

    private static int page(Row row) {
        return row.cells().stream()
                .flatMap(cell -> cell.blocks().stream())
                .mapToInt(block -> block instanceof Paragraph paragraph ? paragraph.page() : 0)
                .findFirst()
                .orElse(0);
    }

    /// The text of a cell, its paragraphs as lines.
    private static String text(Cell cell) {
        var text = new StringBuilder();
        for (var block : cell.blocks()) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            switch (block) {
                case Paragraph paragraph -> text.append(paragraph.text());
                case Table table ->
                        table.rows().stream()
                                .flatMap(row -> row.cells().stream())
                                .forEach(inner -> text.append(text(inner)).append('\n'));
            }
        }
        return text.toString();
    }
}
