package org.breachregister.core.document.word;

import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.breachregister.core.document.Block;
import org.breachregister.core.document.Bounds;
import org.breachregister.core.document.Link;
import org.breachregister.core.document.StructuredDocument;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Collects the text of a document of Word 97 to 2003.
final class DocText {

    private static final Pattern LINK =
            Pattern.compile("\\s{0,20}HYPERLINK\\s{1,20}\"([^\"]{1,2000})\".*", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("heading \\d|title|subtitle");
    private static final int LONGEST_HEADING = 200;
    private static final int WHITE = 8;
    private static final int BODY_LEVEL = 9;

    private static final char FIELD_START = 0x13;
    private static final char FIELD_SEPARATOR = 0x14;
    private static final char FIELD_END = 0x15;

    private final HWPFDocument document;
    private final Bounds bounds = new Bounds();
    private final Set<String> remarks = new LinkedHashSet<>();
    private final Deque<Field> fields = new ArrayDeque<>();
    private final NavigableMap<Integer, Range> notes = new TreeMap<>();

    private static final class Field {
        final StringBuilder instruction = new StringBuilder();
        int from = -1;
    }

    DocText(HWPFDocument document) {
        this.document = document;
        notes(document.getFootnotes(), document.getFootnoteRange());
        notes(document.getEndnotes(), document.getEndnoteRange());
    }

    /// Puts notes where their references stand.
    private void notes(Notes all, Range range) {
        var start = range.getStartOffset();
        for (var i = 0; i < all.getNotesCount(); i++) {
            var from = Math.max(start, start + all.getNoteTextStartOffset(i));
            var to = Math.min(start + all.getNoteTextEndOffset(i), range.getEndOffset());
            if (from < to) {
                notes.put(all.getNoteAnchorPosition(i), new Range(from, to, document));
            }
        }
    }

    StructuredDocument read() {
        var blocks = new ArrayList<Block>();
        blocks(document.getRange(), 0, blocks);
        for (var note : List.copyOf(notes.values())) {
            // One that no paragraph refers to.
            blocks(note, 0, blocks);
        }
        blocks(document.getMainTextboxRange(), 0, blocks);
        if (!document.getCommentsRange().text().isBlank()) {
            remarks.add("The document has comments, which were left out");
        }
        return new StructuredDocument(blocks, List.copyOf(remarks));
    }

    private void blocks(Range range, int depth, List<Block> blocks) {
        Bounds.depth(depth);
        for (var i = 0; i < range.numParagraphs(); i++) {
            var paragraph = range.getParagraph(i);
            if (paragraph.isInTable() && paragraph.getTableLevel() > depth) {
                var table = range.getTable(paragraph);
                blocks.add(table(table, depth + 1));
                i += Math.max(1, table.numParagraphs()) - 1;
            } else {
                paragraph(paragraph, blocks);
            }
        }
    }

    private Block table(Table table, int depth) {
        var rows = new ArrayList<Block.Row>();
        for (var i = 0; i < table.numRows(); i++) {
            bounds.block();
            var row = table.getRow(i);
            var cells = new ArrayList<Block.Cell>();
            for (var j = 0; j < row.numCells(); j++) {
                bounds.block();
                var cell = row.getCell(j);
                if (cell.isMerged() && !cell.isFirstMerged()) {
                    continue;
                }
                var blocks = new ArrayList<Block>();
                blocks(cell, depth, blocks);
                cells.add(
                        new Block.Cell(
                                blocks,
                                1,
                                cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged()));
            }
            if (!cells.isEmpty()) {
                rows.add(new Block.Row(cells));
            }
        }
        return new Block.Table(rows);
    }

    private void paragraph(Paragraph paragraph, List<Block> blocks) {
        bounds.block();
        var words = new StringBuilder();
        var allBold = true;
        for (var i = 0; i < paragraph.numCharacterRuns(); i++) {
            var run = paragraph.getCharacterRun(i);
            var before = words.length();
            add(run, paragraph, words);
            if (!words.substring(Math.min(before, words.length())).isBlank()) {
                allBold &= run.isBold();
            }
        }
        bounds.characters(words.length());
        var text = words.toString();
        if (!text.isBlank()) {
            var item = paragraph.isInList();
            var heading =
                    isHeading(paragraph) || (allBold && !item && text.length() < LONGEST_HEADING);
            blocks.add(
                    new Block.Paragraph(
                            heading
                                    ? Block.Style.HEADING
                                    : item ? Block.Style.ITEM : Block.Style.TEXT,
                            text,
                            0));
        }
        notesOf(paragraph, blocks);
    }

    /// Adds the notes of a paragraph, each once.
    private void notesOf(Paragraph paragraph, List<Block> blocks) {
        var behind =
                notes.subMap(
                        paragraph.getStartOffset(),
                        Math.max(paragraph.getStartOffset(), paragraph.getEndOffset()));
        var ranges = List.copyOf(behind.values());
        behind.clear();
        for (var range : ranges) {
            blocks(range, 0, blocks);
        }
    }

    private boolean isHeading(Paragraph paragraph) {
        var styles = document.getStyleSheet();
        var index = paragraph.getStyleIndex();
        if (paragraph.getLvl() < BODY_LEVEL) {
            return true;
        }
        if (index >= styles.numStyles()) {
            return false;
        }
        var style = styles.getStyleDescription(index);
        return style != null
                && style.getName() != null
                && HEADING.matcher(style.getName().toLowerCase(Locale.ROOT)).matches();
    }

    private void add(CharacterRun run, Paragraph paragraph, StringBuilder words) {
        var text = run.text();
        if (run.isMarkedDeleted()) {
            left(
                    text,
                    "The document has tracked changes: words that were deleted were left out, words that were inserted were kept");
            return;
        }
        if (run.isVanished()) {
            left(text, "The document has hidden text, which was left out");
            return;
        }
        if (run.getColor() == WHITE && !run.isHighlighted() && !paragraph.isInTable()) {
            left(text, "The document has white text on white, which was left out");
            return;
        }
        for (var i = 0; i < text.length(); i++) {
            add(text.charAt(i), words);
        }
    }

    private void left(String text, String remark) {
        if (!text.isBlank()) {
            remarks.add(remark);
        }
    }

    private void add(char c, StringBuilder words) {
        switch (c) {
            case FIELD_START -> {
                Bounds.depth(fields.size());
                fields.push(new Field());
            }
            case FIELD_SEPARATOR -> {
                var field = fields.peek();
                if (field != null) {
                    field.from = words.length();
                }
            }
            case FIELD_END -> {
                if (!fields.isEmpty()) {
                    close(fields.pop(), words);
                }
            }
            // A line break; a hyphen that does not break; one that shows only at a line's end.
            case 0x0B -> words.append('\n');
            case 0x1E -> words.append('-');
            case 0x1F -> {}
            default -> {
                var field = fields.peek();
                if (field != null && field.from < 0) {
                    field.instruction.append(c);
                } else if (c >= ' ' || c == '\t') {
                    words.append(c);
                }
            }
        }
    }

    private static void close(Field field, StringBuilder words) {
        var link = LINK.matcher(field.instruction);
        if (link.matches() && field.from >= 0) {
            Link.close(words, Math.min(field.from, words.length()), link.group(1));
        }
    }
}
