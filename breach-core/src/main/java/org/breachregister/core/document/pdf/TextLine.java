package org.breachregister.core.document.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/// Words on one line, from left to right.
record TextLine(List<Word> words, float y, float size) {

    TextLine {
        words = List.copyOf(words);
    }

    static TextLine of(List<Word> words) {
        var sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingDouble(Word::x0));
        var lengths = new HashMap<Float, Integer>();
        for (var word : sorted) {
            lengths.merge(word.size(), word.text().length(), Integer::sum);
        }
        var main =
                sorted.stream()
                        .max(
                                Comparator.<Word>comparingInt(word -> lengths.get(word.size()))
                                        .thenComparingDouble(Word::size))
                        .orElseThrow();
        return new TextLine(sorted, main.y(), main.size());
    }

    /// Gathers words into lines, from top to bottom. Raised and lowered words stand on the line
    /// that they touch.
    static List<TextLine> lines(List<Word> words) {
        var sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingDouble(Word::y));
        var groups = new ArrayList<List<Word>>();
        var at = 0f;
        for (var word : sorted) {
            if (groups.isEmpty() || word.y() - at > 0.25f * word.size()) {
                groups.add(new ArrayList<>());
                at = word.y();
            }
            groups.getLast().add(word);
        }
        var lines = new ArrayList<TextLine>();
        for (var group : groups) {
            lines.add(of(group));
        }
        return attached(lines);
    }

    private static List<TextLine> attached(List<TextLine> lines) {
        var attached = new ArrayList<TextLine>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (i + 1 < lines.size() && line.isNoteOf(lines.get(i + 1))) {
                lines.set(i + 1, lines.get(i + 1).with(line));
            } else if (!attached.isEmpty() && line.isNoteOf(attached.getLast())) {
                attached.set(attached.size() - 1, attached.getLast().with(line));
            } else {
                attached.add(line);
            }
        }
        return attached;
    }

    /// Whether these are small words raised above, or lowered below, words of another line.
    private boolean isNoteOf(TextLine other) {
        if (size > 0.8f * other.size || Math.abs(y - other.y) > 0.6f * other.size) {
            return false;
        }
        var first = words.getFirst();
        return other.words.stream()
                .anyMatch(near ->
                        Math.abs(first.x0() - near.x1()) < 0.4f * other.size
                                || Math.abs(near.x0() - first.x1()) < 0.4f * other.size);
    }

    private TextLine with(TextLine small) {
        var all = new ArrayList<>(words);
        small.words.forEach(word -> all.add(word.onLine(y)));
        all.sort(Comparator.comparingDouble(Word::x0));
        return new TextLine(all, y, size);
    }

    float x0() {
        return words.getFirst().x0();
    }

    float x1() {
        return words.getLast().x1();
    }

    float top() {
        return y - size;
    }

    boolean isBold() {
        return words.stream().allMatch(word -> word.bold() || isMark(word.text()));
    }

    private static boolean isMark(String text) {
        return text.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    /// Whether white space stands between a word of the line and the one before it.
    boolean isApart(int index) {
        if (index == 0) {
            return false;
        }
        var before = words.get(index - 1);
        var word = words.get(index);
        var gap = word.x0() - before.x1();
        return gap > 0.15f * size || word.apart() && gap > 0.02f * size;
    }

    String text() {
        var text = new StringBuilder();
        for (var i = 0; i < words.size(); i++) {
            if (isApart(i)) {
                text.append(' ');
            }
            text.append(words.get(i).text());
        }
        return text.toString();
    }
}
