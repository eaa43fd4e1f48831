package org.breachregister.core.document.rtf;

import org.breachregister.core.document.Block;
import org.breachregister.core.document.Bounds;

import java.util.ArrayList;
import java.util.List;

/// Puts the paragraphs of a rich text document into the cells of its tables. A paragraph says how
/// deep in tables it stands; a table ends where the next one stands less deep. What is said of a
/// row's cells holds when the row ends: it may stand before its cells, behind them or in both
/// places, and around a table in one of them.
final class RtfTables {

    private final Bounds bounds;
    private final List<Level> levels = new ArrayList<>();
    private final List<Merge> outer = new ArrayList<>();
    private final List<Merge> nested = new ArrayList<>();
    private List<Merge> described = outer;
    private Merge next = Merge.NONE;

    /// What a cell continues.
    private enum Merge {
        NONE,
        ABOVE,
        BEFORE
    }

    /// One depth of nesting; the first is the document itself.
    private static final class Level {
        final List<Block> blocks = new ArrayList<>();
        final List<List<Block>> cells = new ArrayList<>();
        final List<Block.Row> rows = new ArrayList<>();
    }

    RtfTables(Bounds bounds) {
        this.bounds = bounds;
        levels.add(new Level());
    }

    /// Starts the description of a row's cells.
    ///
    /// @param inTable whether the row is one of a table in a table
    void describeRow(boolean inTable) {
        described = inTable ? nested : outer;
        described.clear();
        next = Merge.NONE;
    }

    /// Says that the next cell only continues the one above it.
    void continuesAbove() {
        next = Merge.ABOVE;
    }

    /// Says that the next cell only continues the one before it.
    void continuesBefore() {
        next = Merge.BEFORE;
    }

    /// Ends the description of a cell.
    void describedCell() {
        bounds.block();
        described.add(next);
        next = Merge.NONE;
    }

    /// Adds a block at a depth.
    void add(Block block, int depth) {
        level(depth).blocks.add(block);
    }

    void endCell(int depth) {
        var level = level(depth);
        bounds.block();
        level.cells.add(List.copyOf(level.blocks));
        level.blocks.clear();
    }

    void endRow(int depth) {
        var level = level(depth);
        bounds.block();
        if (!level.blocks.isEmpty()) {
            endCell(depth);
        }
        var cells = merged(level.cells, depth > 1 ? nested : outer);
        if (!cells.isEmpty()) {
            level.rows.add(new Block.Row(cells));
        }
        level.cells.clear();
    }

    /// The cells of a row as they are seen. Behind those that were described, some programs end one
    /// more, which nobody sees unless something is in it.
    private static List<Block.Cell> merged(List<List<Block>> contents, List<Merge> merges) {
        var cells = new ArrayList<Block.Cell>();
        for (var i = 0; i < contents.size(); i++) {
            var blocks = contents.get(i);
            var known = i < merges.size();
            if (!known && !merges.isEmpty() && blocks.isEmpty()) {
                continue;
            }
            var merge = known ? merges.get(i) : Merge.NONE;
            if (merge == Merge.BEFORE && !cells.isEmpty() && blocks.isEmpty()) {
                var before = cells.removeLast();
                cells.add(new Block.Cell(before.blocks(), before.columns() + 1, before.goesOn()));
            } else {
                cells.add(new Block.Cell(blocks, 1, merge == Merge.ABOVE));
            }
        }
        return cells;
    }

    List<Block> all() {
        return level(0).blocks;
    }

    /// The level of a depth; tables that are deeper are ended.
    private Level level(int depth) {
        Bounds.depth(depth);
        while (levels.size() <= depth) {
            levels.add(new Level());
        }
        while (levels.size() > depth + 1) {
            endRow(levels.size() - 1);
            var ended = levels.removeLast();
            if (!ended.rows.isEmpty()) {
                levels.getLast().blocks.add(new Block.Table(ended.rows));
            }
        }
        return levels.get(depth);
    }
}
