package org.breachregister.core.document.pdf;

import org.breachregister.core.document.Bounds;
import org.breachregister.core.document.pdf.Piece.Cell;
import org.breachregister.core.document.pdf.Piece.Row;
import org.breachregister.core.document.pdf.Piece.Sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Reads the words of a page in the order in which a person does: tables, columns, paragraphs.
final class Layout {

    private final int page;
    private final float bodySize;
    private final Effort effort;

    Layout(int page, float bodySize, Effort effort) {
        this.page = page;
        this.bodySize = bodySize;
        this.effort = effort;
    }

    /// Reads a part of a page.
    ///
    /// @param words the words in it
    /// @param grids the grids in it, outer ones first
    /// @param across lines across it that belong to no grid
    /// @param room what it takes up
    List<Piece> read(List<Word> words, List<Grid> grids, List<Ruling> across, Box room) {
        return read(words, grids, across, room, false, 0);
    }

    private List<Piece> read(
            List<Word> words,
            List<Grid> grids,
            List<Ruling> across,
            Box room,
            boolean inCell,
            int depth) {
        Bounds.depth(depth * 3);
        if (words.isEmpty()) {
            return List.of();
        }
        var tables = new ArrayList<Table>();
        var inner = new ArrayList<Grid>();
        effort.comparisons((long) grids.size() * (words.size() + grids.size()));
        for (var grid : grids) {
            if (tables.stream().anyMatch(table -> table.box().holds(grid.box()))) {
                inner.add(grid);
                continue;
            }
            var inside = words.stream().filter(grid.box()::holds).toList();
            var table = Table.of(grid, inside);
            if (table != null) {
                tables.add(table);
            }
        }
        if (!inCell) {
            for (var striped : Stripes.find(across, words, effort)) {
                if (tables.stream().noneMatch(table -> overlaps(table.box(), striped.box()))) {
                    tables.add(striped);
                }
            }
        }
        tables.sort(Comparator.comparingDouble(table -> table.box().y0()));
        var pieces = new ArrayList<Piece>();
        var rest =
                new ArrayList<>(
                        words.stream()
                                .filter(word ->
                                        tables.stream().noneMatch(table -> table.box().holds(word)))
                                .toList());
        for (var table : tables) {
            var before = rest.stream().filter(word -> word.y() < table.box().y0() + 2).toList();
            rest.removeAll(Set.copyOf(before));
            pieces.addAll(columns(TextLine.lines(before), room, inCell, depth));
            pieces.addAll(table(table, inner, depth));
        }
        pieces.addAll(columns(TextLine.lines(rest), room, inCell, depth));
        return pieces;
    }

    private static boolean overlaps(Box one, Box other) {
        var both = one.within(other);
        return both.width() > 0 && both.height() > 0;
    }

    private List<Piece> table(Table table, List<Grid> inner, int depth) {
        if (table.columns() == 1) {
            var pieces = new ArrayList<Piece>();
            for (var row : table.rows()) {
                for (var cell : row) {
                    pieces.addAll(
                            read(
                                    cell.words(),
                                    within(inner, cell.box()),
                                    List.of(),
                                    cell.box(),
                                    false,
                                    depth + 1));
                }
            }
            return pieces;
        }
        var rows = new ArrayList<Row>();
        for (var row : table.rows()) {
            var cells = new ArrayList<Cell>();
            for (var cell : row) {
                effort.bounds().block();
                cells.add(
                        new Cell(
                                cell.goesOn()
                                        ? List.of()
                                        : read(
                                                cell.words(),
                                                within(inner, cell.box()),
                                                List.of(),
                                                cell.room(),
                                                true,
                                                depth + 1),
                                cell.columns(),
                                cell.goesOn()));
            }
            rows.add(new Row(cells));
        }
        return List.of(new Sheet(rows, table.xs()));
    }

    private static List<Grid> within(List<Grid> grids, Box box) {
        return grids.stream().filter(grid -> box.holds(grid.box())).toList();
    }

    private List<Piece> columns(List<TextLine> lines, Box room, boolean inCell, int depth) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var found = inCell || depth > 25 ? new Columns(0, 0, 0, 0) : Columns.widest(lines, effort);
        var text = found.areRunningText(lines);
        if (!text) {
            found = found.trimmed(lines);
        }
        if (found.from() == found.to()) {
            return List.copyOf(Passages.of(lines, room, inCell, bodySize, page));
        }
        var pieces = new ArrayList<Piece>();
        pieces.addAll(columns(lines.subList(0, found.from()), room, false, depth + 1));
        if (text) {
            var middle = (found.x0() + found.x1()) / 2;
            pieces.addAll(
                    columns(
                            TextLine.lines(found.words(lines, true)),
                            new Box(room.x0(), room.y0(), found.x0() + 1, room.y1()),
                            false,
                            depth + 1));
            pieces.add(new Piece.End(false));
            pieces.addAll(
                    columns(
                            TextLine.lines(found.words(lines, false)),
                            new Box(middle, room.y0(), room.x1(), room.y1()),
                            false,
                            depth + 1));
        } else {
            pieces.addAll(
                    table(
                            Table.of(lines.subList(found.from(), found.to()), found, room),
                            List.of(),
                            depth + 1));
        }
        pieces.addAll(columns(lines.subList(found.to(), lines.size()), room, false, depth + 1));
        return pieces;
    }

    /// The grids and the other lines across of a page.
    record Lines(List<Grid> grids, List<Ruling> across) {

        static Lines of(List<Ruling> rulings, Effort effort) {
            var grids = Grid.find(rulings, effort);
            var across =
                    Grid.merged(rulings.stream().filter(Ruling::across).toList()).stream()
                            .filter(ruling ->
                                    grids.stream()
                                            .noneMatch(grid ->
                                                    grid.box()
                                                            .holds(
                                                                    (ruling.from() + ruling.to())
                                                                            / 2,
                                                                    ruling.at())))
                            .toList();
            effort.comparisons((long) across.size() * grids.size());
            return new Lines(grids, across);
        }
    }
}
