package org.breachregister.core.document.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds white gutters that run down a page between columns.
///
/// @param from the first line that has the gutter
/// @param to the line behind the last one
/// @param x0 the gutter's left side
/// @param x1 its right side
record Columns(int from, int to, float x0, float x1) {

    private static final int MOST_CANDIDATES = 200;

    private record Span(float x0, float x1) {}

    /// The gutter that most lines have, or one of no lines.
    static Columns widest(List<TextLine> lines, Effort effort) {
        var spans = new ArrayList<List<Span>>();
        for (var line : lines) {
            spans.add(spans(line));
        }
        var best = new Columns(0, 0, 0, 0);
        var bestScore = 0;
        var candidates = 0;
        for (var i = 0; i < lines.size() && candidates < MOST_CANDIDATES; i++) {
            for (var gap : gaps(lines, spans, i)) {
                if (best.from <= i
                        && i < best.to
                        && gap.x0 <= best.x0 + 1
                        && gap.x1 >= best.x1 - 1) {
                    continue;
                }
                candidates++;
                var found = extended(lines, spans, i, gap, effort);
                var score = score(lines, spans, found);
                if (score > bestScore) {
                    best = found;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    /// Pieces of a line with wide white space between them.
    private static List<Span> spans(TextLine line) {
        var spans = new ArrayList<Span>();
        var from = line.x0();
        var words = line.words();
        for (var i = 1; i < words.size(); i++) {
            if (words.get(i).x0() - words.get(i - 1).x1() > least(line)
                    && !(i == 1 && !Mark.of(line, line.x0()).isNone())) {
                spans.add(new Span(from, words.get(i - 1).x1()));
                from = words.get(i).x0();
            }
        }
        spans.add(new Span(from, line.x1()));
        return spans;
    }

    private static float least(TextLine line) {
        return Math.max(5, 0.75f * line.size());
    }

    private static List<Span> gaps(List<TextLine> lines, List<List<Span>> spans, int index) {
        var gaps = new ArrayList<Span>();
        var own = spans.get(index);
        for (var i = 1; i < own.size(); i++) {
            gaps.add(new Span(own.get(i - 1).x1, own.get(i).x0));
        }
        if (index + 1 < lines.size()) {
            var line = lines.get(index);
            var next = lines.get(index + 1);
            if (next.y() - line.y() < 0.8f * line.size()) {
                if (line.x1() + least(line) < next.x0()) {
                    gaps.add(new Span(line.x1(), next.x0()));
                } else if (next.x1() + least(line) < line.x0()) {
                    gaps.add(new Span(next.x1(), line.x0()));
                }
            }
        }
        return gaps;
    }

    private static Columns extended(
            List<TextLine> lines, List<List<Span>> spans, int start, Span gap, Effort effort) {
        var x0 = gap.x0;
        var x1 = gap.x1;
        var from = start + 1;
        var to = start;
        var up = true;
        var down = true;
        while (up || down) {
            if (down) {
                var narrowed = to < lines.size() ? narrowed(spans.get(to), x0, x1) : null;
                down = narrowed != null && narrowed.x1 - narrowed.x0 > least(lines.get(to));
                if (down && narrowed != null) {
                    x0 = narrowed.x0;
                    x1 = narrowed.x1;
                    to++;
                }
            }
            if (up) {
                var narrowed = from > 0 ? narrowed(spans.get(from - 1), x0, x1) : null;
                up = narrowed != null && narrowed.x1 - narrowed.x0 > least(lines.get(from - 1));
                if (up && narrowed != null) {
                    x0 = narrowed.x0;
                    x1 = narrowed.x1;
                    from--;
                }
            }
        }
        effort.comparisons(to - from);
        return new Columns(from, to, x0, x1);
    }

    private static Span narrowed(List<Span> spans, float x0, float x1) {
        var middle = (x0 + x1) / 2;
        for (var span : spans) {
            if ((span.x0 + span.x1) / 2 < middle) {
                x0 = Math.max(x0, span.x1);
            } else {
                x1 = Math.min(x1, span.x0);
            }
        }
        return new Span(x0, x1);
    }

    private static int score(List<TextLine> lines, List<List<Span>> spans, Columns found) {
        var left = 0;
        var right = 0;
        var both = 0;
        var marks = 0;
        var middle = (found.x0 + found.x1) / 2;
        for (var i = found.from; i < found.to; i++) {
            var isLeft = spans.get(i).getFirst().x0 < middle;
            var isRight = spans.get(i).getLast().x1 > middle;
            left += isLeft ? 1 : 0;
            right += isRight ? 1 : 0;
            both += isLeft && isRight ? 1 : 0;
            var first = lines.get(i).words().getFirst();
            marks += isLeft && first.x1() > found.x0 - 2 && first.text().length() < 5 ? 1 : 0;
        }
        if (marks * 2 > left || both < 2 && (left < 3 || right < 3)) {
            return 0;
        }
        return left + right + 2 * both;
    }

    /// Without lines at its ends that have words on one side only and stand apart from the others.
    Columns trimmed(List<TextLine> lines) {
        var start = from;
        var end = to;
        while (start < end && !hasBoth(lines.get(start)) && !startsColumn(lines, start)) {
            start++;
        }
        while (end > start && !hasBoth(lines.get(end - 1)) && !endsColumn(lines, end - 1)) {
            end--;
        }
        return new Columns(start, end, x0, x1);
    }

    private boolean hasBoth(TextLine line) {
        return line.x0() < x0 + 1 && line.x1() > x1 - 1;
    }

    /// Lines of the two sides may stand at other heights.
    private boolean startsColumn(List<TextLine> lines, int index) {
        return index + 1 < to && interleaved(lines.get(index), lines.get(index + 1));
    }

    private boolean endsColumn(List<TextLine> lines, int index) {
        return index > from
                && (interleaved(lines.get(index - 1), lines.get(index))
                        || lines.get(index).y() - lines.get(index - 1).y()
                                < 1.7f * lines.get(index).size());
    }

    private static boolean interleaved(TextLine line, TextLine next) {
        return next.y() - line.y() < 0.8f * line.size()
                && (line.x1() < next.x0() || next.x1() < line.x0());
    }

    /// The part of the lines on one side of the gutter.
    List<Word> words(List<TextLine> lines, boolean leftSide) {
        var middle = (x0 + x1) / 2;
        return lines.subList(from, to).stream()
                .flatMap(line -> line.words().stream())
                .filter(word -> word.middle() < middle == leftSide)
                .toList();
    }

    /// Whether the two sides are columns of running text, and not labels beside their answers.
    boolean areRunningText(List<TextLine> lines) {
        var left = TextLine.lines(words(lines, true));
        var right = TextLine.lines(words(lines, false));
        if (left.size() < 6 || right.size() < 4 || left.size() + right.size() > 2_000) {
            return false;
        }
        var leftWidth = width(left);
        var rightWidth = width(right);
        return leftWidth > 0.55f * rightWidth
                && rightWidth > 0.55f * leftWidth
                && full(left, leftWidth) > 0.4f
                && full(right, rightWidth) > 0.4f
                && pairs(left, right) < 0.5f;
    }

    private static float width(List<TextLine> lines) {
        return (float)
                (lines.stream().mapToDouble(TextLine::x1).max().orElse(0)
                        - lines.stream().mapToDouble(TextLine::x0).min().orElse(0));
    }

    private static float full(List<TextLine> lines, float width) {
        return (float) lines.stream().filter(line -> line.x1() - line.x0() > 0.75f * width).count()
                / lines.size();
    }

    /// How many paragraphs of the left side start on the line of one of the right side.
    private static float pairs(List<TextLine> left, List<TextLine> right) {
        var starts = starts(left);
        var others = starts(right);
        var pairs =
                starts.stream()
                        .filter(start ->
                                others.stream()
                                        .anyMatch(other -> Math.abs(other.y() - start.y()) < 2))
                        .count();
        return (float) pairs / Math.max(1, Math.max(starts.size(), 2));
    }

    private static List<TextLine> starts(List<TextLine> lines) {
        var gaps = new ArrayList<Float>();
        for (var i = 1; i < lines.size(); i++) {
            gaps.add(lines.get(i).y() - lines.get(i - 1).y());
        }
        gaps.sort(Comparator.naturalOrder());
        var usual = gaps.isEmpty() ? 0 : gaps.get(gaps.size() / 4);
        var starts = new ArrayList<TextLine>();
        for (var i = 0; i < lines.size(); i++) {
            if (i == 0 || lines.get(i).y() - lines.get(i - 1).y() > 1.2f * usual) {
                starts.add(lines.get(i));
            }
        }
        return starts;
    }
}
