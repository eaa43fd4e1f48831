package org.breachregister.core.document.pdf;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// A table on a page, with the words in its cells.
///
/// @param box what it takes up
/// @param xs where its columns start and end
record Table(Box box, float[] xs, List<List<Place>> rows) {

    /// A cell.
    ///
    /// @param room what lines of words could take up in it
    record Place(List<Word> words, Box box, Box room, int columns, boolean goesOn) {}

    int columns() {
        return xs.length - 1;
    }

    /// The table in a grid, or null when it is a frame around words.
    static @Nullable Table of(Grid grid, List<Word> inside) {
        Map<Integer, List<Word>> cells = new HashMap<>();
        for (var word : inside) {
            var row = index(grid.ys(), word.y() - word.size() * 0.3f);
            var column = index(grid.xs(), word.middle());
            cells.computeIfAbsent(grid.cells()[row][column], _ -> new ArrayList<>()).add(word);
        }
        // The last answer of a form may go on in a row of its own on the next page.
        var rest = cells.size() == 1 && grid.columns() > 1 && grid.rows() < 3;
        if (cells.size() < 2 && !rest) {
            return null;
        }
        var rows = new ArrayList<List<Place>>();
        var seen = new HashSet<Integer>();
        for (var row = 0; row < grid.rows(); row++) {
            var places = new ArrayList<Place>();
            for (var column = 0; column < grid.columns(); ) {
                var cell = grid.cells()[row][column];
                var span = 1;
                while (column + span < grid.columns() && grid.cells()[row][column + span] == cell) {
                    span++;
                }
                var box = grid.cell(row, column);
                var words = cells.getOrDefault(cell, List.of());
                places.add(new Place(words, box, room(words, box), span, !seen.add(cell)));
                column += span;
            }
            rows.add(places);
        }
        return new Table(grid.box(), grid.xs(), rows);
    }

    /// White space at the sides of a cell is about the same.
    private static Box room(List<Word> words, Box box) {
        var left = (float) words.stream().mapToDouble(Word::x0).min().orElse(box.x0());
        var padding = Math.clamp(left - box.x0(), 0, 8);
        return new Box(box.x0(), box.y0(), box.x1() - padding, box.y1());
    }

    private static int index(float[] places, float place) {
        var at = Arrays.binarySearch(places, place);
        return Math.clamp(at < 0 ? -at - 2 : at, 0, places.length - 2);
    }

    /// The table that labels and answers make on the two sides of a gutter.
    static Table of(List<TextLine> lines, Columns gutter, Box room) {
        var middle = (gutter.x0() + gutter.x1()) / 2;
        var left = (float) lines.stream().mapToDouble(TextLine::x0).min().orElse(room.x0());
        var top = lines.getFirst().top();
        var bottom = lines.getLast().y() + 3;
        var label = new Box(left, top, gutter.x0() + 1, bottom);
        var answer = new Box(gutter.x1(), top, room.x1(), bottom);
        var rows = new ArrayList<List<Place>>();
        var labels = new ArrayList<Word>();
        var answers = new ArrayList<Word>();
        var leading = leading(lines);
        TextLine before = null;
        var y = 0f;
        for (var line : lines) {
            var ownLabel = line.words().stream().filter(word -> word.middle() < middle).toList();
            var ownAnswer = line.words().stream().filter(word -> word.middle() >= middle).toList();
            if (!ownLabel.isEmpty()) {
                var next = TextLine.of(ownLabel);
                if (before != null
                        && (line.y() - y > 1.3f * leading
                                || before.x1() + width(next) < gutter.x0()
                                || before.isBold() != next.isBold())) {
                    rows.add(row(labels, label, answers, answer));
                    labels.clear();
                    answers.clear();
                }
                before = next;
            }
            y = line.y();
            labels.addAll(ownLabel);
            answers.addAll(ownAnswer);
        }
        rows.add(row(labels, label, answers, answer));
        return new Table(
                new Box(left, top, room.x1(), bottom), new float[] {left, middle, room.x1()}, rows);
    }

    private static float width(TextLine line) {
        return line.words().getFirst().x1() - line.x0() + 0.5f * line.size();
    }

    private static float leading(List<TextLine> lines) {
        var gaps = new ArrayList<Float>();
        for (var i = 1; i < lines.size(); i++) {
            var gap = lines.get(i).y() - lines.get(i - 1).y();
            if (gap > 0.8f * lines.get(i).size()) {
                gaps.add(gap);
            }
        }
        gaps.sort(null);
        var size = lines.getFirst().size();
        return gaps.isEmpty() ? 1.3f * size : Math.min(gaps.get(gaps.size() / 5), 1.7f * size);
    }

    private static List<Place> row(List<Word> labels, Box label, List<Word> answers, Box answer) {
        return List.of(
                new Place(List.copyOf(labels), label, label, 1, false),
                new Place(List.copyOf(answers), answer, answer, 1, false));
    }
}
