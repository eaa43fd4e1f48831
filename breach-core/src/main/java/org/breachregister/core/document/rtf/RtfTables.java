package org.breachregister.core.document.rtf;

import org.breachregister.core.document.Block;
import org.breachregister.core.document.Bounds;

import java.util.ArrayList;
import java.util.List;

/// Puts the paragraphs of a rich text document into the cells of its tables. A paragraph says how
/// deep in tables it stands; a table ends where the next one stands less deep.
final class RtfTables {

    private final Bounds bounds;
    private final List<Level> levels = new ArrayList<>();
    private final List<Boolean> continued = new ArrayList<>();
    private boolean next;

    /// One depth of nesting; the first is the document itself.
    private static final class Level {
        final List<Block> blocks = new ArrayList<>();
        final List<Block.Cell> cells = new ArrayList<>();
        final List<Block.Row> rows = new ArrayList<>();
    }

    RtfTables(Bounds bounds) {
        this.bounds = bounds;
        levels.add(new Level());
    }

    /// Starts the description of a row's cells.
    void describeRow() {
        continued.clear();
        next = false;
    }

    /// Says that the next cell only continues the one above it.
    void continuesAbove() {
        next = true;
    }

    /// Ends the description of a cell.
    void describedCell() {
        continued.add(next);
        next = false;
    }

    /// Adds a block at a depth.
    void add(Block block, int depth) {
        level(depth).blocks.add(block);
    }

    void endCell(int depth) {
        var level = level(depth);
        bounds.block();
        var index = level.cells.size();
        var goesOn = index < continued.size() && continued.get(index);
        level.cells.add(new Block.Cell(level.blocks, 1, goesOn));
        level.blocks.clear();
    }

    void endRow(int depth) {
        var level = level(depth);
        bounds.block();
        if (!level.blocks.isEmpty()) {
            endCell(depth);
        }
        if (!level.cells.isEmpty()) {
            level.rows.add(new Block.Row(level.cells));
            level.cells.clear();
        }
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
