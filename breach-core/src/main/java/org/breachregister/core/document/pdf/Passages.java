package org.breachregister.core.document.pdf;

import org.breachregister.core.document.Block.Style;
import org.breachregister.core.document.Link;
import org.breachregister.core.document.pdf.Piece.Passage;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Puts the lines of a column together into paragraphs.
final class Passages {

    private static final int LONG_HEADING = 300;

    private final List<TextLine> lines;
    private final float left;
    private final float right;
    private final boolean inCell;
    private final float bodySize;
    private final int page;
    private final float leading;
    private final List<Passage> passages = new ArrayList<>();

    private Passages(List<TextLine> lines, Box column, boolean inCell, float bodySize, int page) {
        this.lines = lines;
        this.left = (float) lines.stream().mapToDouble(TextLine::x0).min().orElse(column.x0());
        this.right = column.x1();
        this.inCell = inCell;
        this.bodySize = bodySize;
        this.page = page;
        this.leading = leading(lines);
    }

    /// The paragraphs of a column.
    ///
    /// @param column the room that lines could take up
    /// @param inCell whether it is a cell of a table
    /// @param bodySize the height of most of the document's words
    static List<Passage> of(
            List<TextLine> lines, Box column, boolean inCell, float bodySize, int page) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var passages = new Passages(lines, column, inCell, bodySize, page);
        passages.read();
        return passages.passages;
    }

    /// The distance of lines in one paragraph.
    private static float leading(List<TextLine> lines) {
        var gaps = new float[lines.size()];
        var count = 0;
        for (var i = 1; i < lines.size(); i++) {
            var gap = lines.get(i).y() - lines.get(i - 1).y();
            if (gap > 0 && gap < 3 * lines.get(i).size()) {
                gaps[count++] = gap / lines.get(i).size();
            }
        }
        if (count == 0) {
            return 1.25f;
        }
        Arrays.sort(gaps, 0, count);
        var low = gaps[count / 4];
        return count < 3 ? Math.min(low, 1.4f) : low;
    }

    private void read() {
        var open = new ArrayList<TextLine>();
        var first = Mark.of(lines.getFirst(), left);
        open.add(lines.getFirst());
        for (var line : lines.subList(1, lines.size())) {
            var mark = Mark.of(line, left);
            if (isNew(open, line, mark, first)) {
                close(open, first);
                open.clear();
                first = mark;
            }
            open.add(line);
        }
        close(open, first);
    }

    private boolean isNew(List<TextLine> open, TextLine line, Mark mark, Mark first) {
        var last = open.getLast();
        var gap = line.y() - last.y();
        var usual =
                open.size() > 1
                        ? Math.min(
                                (last.y() - open.getFirst().y()) / (open.size() - 1),
                                1.1f * leading * line.size())
                        : leading * line.size();
        if (gap > 1.22f * usual + 0.5f) {
            return true;
        }
        if (Math.abs(line.size() - last.size()) > 0.12f * last.size() && !isSmallPart(last, line)) {
            return true;
        }
        if (last.isBold() != line.isBold() && open.stream().allMatch(TextLine::isBold)) {
            return true;
        }
        if (line.isBold() && !last.isBold() && isEnded(last, line)) {
            return true;
        }
        if (!mark.isNone()
                && (mark.drawn() && !isNumber(line)
                        || !first.isNone()
                        || isEnded(last, line)
                        || endsSentence(last))) {
            return true;
        }
        if (!inCell && isEnded(last, line)) {
            return true;
        }
        return !inCell
                && first.isNone()
                && open.size() > 1
                && line.x0() > last.x0() + line.size()
                && last.x0() < left + 1
                && endsSentence(last);
    }

    private static boolean isSmallPart(TextLine last, TextLine line) {
        return last.words().size() == 1 && line.words().size() == 1 && last.text().length() < 3;
    }

    private static boolean isNumber(TextLine line) {
        return line.words().getFirst().text().codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean endsSentence(TextLine line) {
        var text = line.words().getLast().text();
        return ".:;!?".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /// Whether the author ended a line: the next one's first word would have had room on it.
    private boolean isEnded(TextLine line, TextLine next) {
        return line.x1() + room(next) < right;
    }

    private static float room(TextLine next) {
        var to = 1;
        while (to < next.words().size() && !next.isApart(to)) {
            to++;
        }
        return next.words().get(to - 1).x1() - next.x0() + 0.6f * next.size();
    }

    private void close(List<TextLine> open, Mark mark) {
        var bold = open.stream().allMatch(TextLine::isBold);
        var large = open.getFirst().size() > 1.15f * bodySize;
        var item = !mark.isNone() && mark.drawn() && !(bold || large);
        var text = text(open, item ? mark : new Mark(0, 0, false));
        var letters = text.codePoints().anyMatch(Character::isLetter);
        var heading = !inCell && (bold || large) && letters && text.length() < LONG_HEADING;
        if (!text.isBlank()) {
            passages.add(
                    new Passage(
                            item ? Style.ITEM : heading ? Style.HEADING : Style.TEXT,
                            text,
                            page,
                            open.getLast().x1() > right - 4 * open.getLast().size()
                                    || open.getLast().x1() > right - 0.2f * (right - left)));
        }
    }

    private String text(List<TextLine> open, Mark mark) {
        var text = new StringBuilder();
        var linkFrom = 0;
        String link = null;
        TextLine before = null;
        for (var line : open) {
            for (var i = before == null ? mark.words() : 0; i < line.words().size(); i++) {
                var word = line.words().get(i);
                var words = word.text();
                if (before == null && i == 0 && mark.words() == 0) {
                    words = words.substring(mark.characters());
                }
                if (link != null && !link.equals(word.link())) {
                    Link.close(text, linkFrom, link);
                    link = null;
                }
                space(text, line, i, before, words, link, word.link(), linkFrom);
                if (link == null && word.link() != null) {
                    link = word.link();
                    linkFrom = text.length();
                }
                text.append(words);
            }
            before = line;
        }
        if (link != null) {
            Link.close(text, linkFrom, link);
        }
        return text.toString().strip();
    }

    private void space(
            StringBuilder text,
            TextLine line,
            int index,
            @Nullable TextLine before,
            String words,
            @Nullable String link,
            @Nullable String next,
            int linkFrom) {
        if (text.isEmpty()) {
            return;
        }
        if (index > 0) {
            if (line.isApart(index) && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                text.append(' ');
            }
            return;
        }
        if (before == null) {
            return;
        }
        if (link != null && link.equals(next) && isAddress(text.substring(linkFrom))) {
            return;
        }
        if (inCell && isEnded(before, line)) {
            text.append('\n');
        } else if (!Joint.isTight(text, words)) {
            text.append(' ');
        } else if (text.charAt(text.length() - 1) == '\u00AD') {
            text.setLength(text.length() - 1);
        }
    }

    private static boolean isAddress(String shown) {
        return (shown.startsWith("http") || shown.startsWith("www."))
                && shown.chars().noneMatch(Character::isWhitespace);
    }
}
