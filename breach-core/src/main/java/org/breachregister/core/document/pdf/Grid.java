package org.breachregister.core.document.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The cells that ruling lines make.
///
/// @param box what the grid takes up
/// @param xs places of the lines down, from left to right
/// @param ys places of the lines across, from top to bottom
/// @param cells for each row and column, the number of the cell there; a merged cell is there more
///   than once
record Grid(Box box, float[] xs, float[] ys, int[][] cells) {

    private static final float NEAR = 3;
    private static final int MOST_RULINGS = 3_000;
    private static final int MOST_CELLS = 50_000;

    int rows() {
        return ys.length - 1;
    }

    int columns() {
        return xs.length - 1;
    }

    Box cell(int row, int column) {
        var right = column;
        var bottom = row;
        while (right + 1 < columns() && cells[row][right + 1] == cells[row][column]) {
            right++;
        }
        while (bottom + 1 < rows() && cells[bottom + 1][column] == cells[row][column]) {
            bottom++;
        }
        return new Box(xs[column], ys[row], xs[right + 1], ys[bottom + 1]);
    }

    /// Finds the grids among ruling lines, the outer ones first.
    static List<Grid> find(List<Ruling> rulings, Effort effort) {
        var across = merged(rulings.stream().filter(Ruling::across).toList());
        var down = merged(rulings.stream().filter(ruling -> !ruling.across()).toList());
        if (across.size() + down.size() > MOST_RULINGS) {
            return List.of();
        }
        effort.comparisons((long) across.size() * down.size());
        var all = new ArrayList<>(across);
        all.addAll(down);
        var parents = new int[all.size()];
        Arrays.setAll(parents, i -> i);
        for (var i = 0; i < across.size(); i++) {
            for (var j = across.size(); j < all.size(); j++) {
                if (all.get(i).crosses(all.get(j))) {
                    parents[root(parents, i)] = root(parents, j);
                }
            }
        }
        Map<Integer, List<Ruling>> groups = new HashMap<>();
        for (var i = 0; i < all.size(); i++) {
            groups.computeIfAbsent(root(parents, i), _ -> new ArrayList<>()).add(all.get(i));
        }
        var grids = new ArrayList<Grid>();
        for (var group : groups.values()) {
            var xs = places(group, false);
            var ys = places(group, true);
            if (xs.length > 1 && ys.length > 1 && xs.length * ys.length < MOST_CELLS) {
                effort.comparisons((long) xs.length * ys.length * 2);
                grids.add(of(group, xs, ys));
            }
        }
        grids.sort(
                Comparator.<Grid>comparingDouble(
                                grid -> -(double) grid.box.width() * grid.box.height())
                        .thenComparingDouble(grid -> grid.box.y0())
                        .thenComparingDouble(grid -> grid.box.x0()));
        return grids;
    }

    /// Joins pieces of lines that lie on each other or follow each other.
    static List<Ruling> merged(List<Ruling> rulings) {
        var sorted = new ArrayList<>(rulings);
        sorted.sort(Comparator.comparingDouble(Ruling::at));
        var merged = new ArrayList<Ruling>();
        for (var start = 0; start < sorted.size(); ) {
            var end = start + 1;
            while (end < sorted.size()
                    && sorted.get(end).at() - sorted.get(end - 1).at() < 1.5f
                    && sorted.get(end).at() - sorted.get(start).at() < NEAR) {
                end++;
            }
            var level = new ArrayList<>(sorted.subList(start, end));
            level.sort(Comparator.comparingDouble(Ruling::from));
            var open = level.getFirst();
            for (var ruling : level.subList(1, level.size())) {
                if (ruling.from() <= open.to() + NEAR) {
                    open =
                            new Ruling(
                                    open.across(),
                                    open.at(),
                                    open.from(),
                                    Math.max(open.to(), ruling.to()));
                } else {
                    merged.add(open);
                    open = ruling;
                }
            }
            merged.add(open);
            start = end;
        }
        return merged;
    }

    private static int root(int[] parents, int of) {
        var at = of;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /// The places of lines of one direction, with the open sides of a table that has no frame.
    private static float[] places(List<Ruling> group, boolean across) {
        var found = new TreeSet<Float>();
        var low = Float.MAX_VALUE;
        var high = -Float.MAX_VALUE;
        for (var ruling : group) {
            if (ruling.across() == across) {
                found.add(ruling.at());
            } else {
                low = Math.min(low, ruling.from());
                high = Math.max(high, ruling.to());
            }
        }
        if (found.isEmpty() || found.size() == group.size()) {
            return new float[0];
        }
        if (low < found.first() - 10) {
            found.add(low);
        }
        if (high > found.last() + 10) {
            found.add(high);
        }
        var places = new ArrayList<Float>();
        for (var place : found) {
            if (places.isEmpty() || place - places.getLast() > NEAR) {
                places.add(place);
            }
        }
        var array = new float[places.size()];
        for (var i = 0; i < array.length; i++) {
            array[i] = places.get(i);
        }
        return array;
    }

    private static Grid of(List<Ruling> group, float[] xs, float[] ys) {
        var columns = xs.length - 1;
        var rows = ys.length - 1;
        var parents = new int[rows * columns];
        Arrays.setAll(parents, i -> i);
        var walls = new boolean[rows][columns];
        var floors = new boolean[rows][columns];
        for (var ruling : group) {
            var own = ruling.across() ? ys : xs;
            var other = ruling.across() ? xs : ys;
            var line = nearest(own, ruling.at()) - 1;
            if (line < 0 || line >= own.length - 2) {
                continue;
            }
            for (var i = 0; i + 1 < other.length; i++) {
                if (ruling.covers((other[i] + other[i + 1]) / 2)) {
                    if (ruling.across()) {
                        floors[line][i] = true;
                    } else {
                        walls[i][line] = true;
                    }
                }
            }
        }
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                var cell = row * columns + column;
                if (column + 1 < columns && !walls[row][column]) {
                    parents[root(parents, cell + 1)] = root(parents, cell);
                }
                if (row + 1 < rows && !floors[row][column]) {
                    parents[root(parents, cell + columns)] = root(parents, cell);
                }
            }
        }
        var cells = new int[rows][columns];
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                cells[row][column] = root(parents, row * columns + column);
            }
        }
        return new Grid(new Box(xs[0], ys[0], xs[xs.length - 1], ys[ys.length - 1]), xs, ys, cells);
    }

    private static int nearest(float[] places, float place) {
        var nearest = 0;
        for (var i = 1; i < places.length; i++) {
            if (Math.abs(places[i] - place) < Math.abs(places[nearest] - place)) {
                nearest = i;
            }
        }
        return nearest;
    }
}
