package org.breachregister.core.document.pdf;

import org.breachregister.core.document.pdf.Table.Place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds tables whose rows are told apart by lines across, and whose columns by white space.
final class Stripes {

    private static final int MOST_RULINGS = 300;

    private Stripes() {}

    static List<Table> find(List<Ruling> across, List<Word> words, Effort effort) {
        if (across.size() > MOST_RULINGS) {
            return List.of();
        }
        var tables = new ArrayList<Table>();
        var left = new ArrayList<>(across);
        left.sort(Comparator.comparingDouble(Ruling::at));
        while (left.size() > 2) {
            var first = left.removeFirst();
            var group = new ArrayList<Ruling>();
            group.add(first);
            left.stream()
                    .filter(other ->
                            Math.abs(other.from() - first.from()) < 4
                                    && Math.abs(other.to() - first.to()) < 4)
                    .forEach(group::add);
            left.removeAll(group);
            effort.comparisons((long) group.size() * words.size());
            if (group.size() > 2 && first.length() > 150) {
                tables.addAll(table(group, words));
            }
        }
        return tables;
    }

    private static List<Table> table(List<Ruling> group, List<Word> words) {
        var box =
                new Box(
                        group.getFirst().from() - 1,
                        group.getFirst().at(),
                        group.getFirst().to() + 1,
                        group.getLast().at());
        var inside = words.stream().filter(box::holds).toList();
        if (inside.isEmpty()) {
            return List.of();
        }
        var gutters = gutters(inside, box);
        if (gutters.isEmpty()) {
            return List.of();
        }
        var xs = new float[gutters.size() + 2];
        xs[0] = box.x0();
        for (var i = 0; i < gutters.size(); i++) {
            xs[i + 1] = gutters.get(i);
        }
        xs[xs.length - 1] = box.x1();
        var rows = new ArrayList<List<Place>>();
        for (var i = 1; i < group.size(); i++) {
            var row = new ArrayList<Place>();
            for (var j = 0; j + 1 < xs.length; j++) {
                var cell = new Box(xs[j], group.get(i - 1).at(), xs[j + 1], group.get(i).at());
                var own = inside.stream().filter(cell::holds).toList();
                var start = (float) own.stream().mapToDouble(Word::x0).min().orElse(cell.x0());
                var end = (float) own.stream().mapToDouble(Word::x1).max().orElse(cell.x1());
                var room = j + 2 < xs.length ? new Box(start, cell.y0(), end + 1, cell.y1()) : cell;
                row.add(new Place(own, cell, room, 1, false));
            }
            rows.add(row);
        }
        return List.of(new Table(box, xs, rows));
    }

    /// Where columns start: no word crosses there.
    private static List<Float> gutters(List<Word> words, Box box) {
        var sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingDouble(Word::x0));
        var gutters = new ArrayList<Float>();
        var end = sorted.getFirst().x1();
        for (var word : sorted) {
            if (word.x0() - end > 0.8f * word.size() && gutters.size() < 50) {
                gutters.add(word.x0() - 1);
            }
            end = Math.max(end, word.x1());
        }
        return gutters;
    }
}
