package org.breachregister.core.intake;

import org.breachregister.core.intake.Line.Kind;

import java.util.List;

/// Joins lines into running text: paragraphs with an empty line between them, list items each on
/// its own line, and lines that were only wrapped put together again.
final class Prose {

    private static final int WIDEST = 130;

    private Prose() {}

    /// The text of a section.
    static String text(List<Line> lines, int width) {
        return join(lines, 0, width, false);
    }

    /// The text of a short field, whose lines stay apart where they were not wrapped.
    static String field(List<Line> lines, int width) {
        return field(lines, 0, width);
    }

    /// The text of a short field.
    ///
    /// @param indent how many characters stand before its first line
    static String field(List<Line> lines, int indent, int width) {
        return join(lines, indent, width, true);
    }

    /// How wide the lines of a document are wrapped, 0 where they are not.
    static int width(List<Line> lines) {
        var widths = lines.stream().mapToInt(line -> line.text().length()).sorted().toArray();
        if (widths.length < 4 || widths[widths.length - 1] > WIDEST) {
            return 0;
        }
        return widths[widths.length - 1 - widths.length / 20];
    }

    private static String join(List<Line> lines, int indent, int width, boolean field) {
        var text = new StringBuilder();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.kind() == Kind.FIGURES) {
                continue;
            }
            if (!text.isEmpty()) {
                text.append(between(lines.get(i - 1), i == 1 ? indent : 0, line, width, field));
            }
            text.append(line.text());
        }
        return text.toString();
    }

    private static String between(Line before, int indent, Line line, int width, boolean field) {
        if (before.block() != line.block()) {
            if (!field && isBrokenSentence(before, line)) {
                return " ";
            }
            var list = before.kind() == Kind.ITEM && line.kind() == Kind.ITEM;
            return list || field ? "\n" : "\n\n";
        }
        if (line.kind() == Kind.ANSWER_CELL) {
            return "\n";
        }
        return wrapped(indent + before.text().length(), line.text(), width) ? " " : "\n";
    }

    /// A page ended in the middle of a sentence.
    private static boolean isBrokenSentence(Line before, Line line) {
        return before.kind() == Kind.TEXT
                && line.kind() == Kind.TEXT
                && before.text().length() > 40
                && Character.isLetter(before.text().charAt(before.text().length() - 1))
                && Character.isLowerCase(line.text().codePointAt(0))
                && !line.text().startsWith("http");
    }

    /// Whether a line was broken only because its next word did not fit.
    private static boolean wrapped(int before, String line, int width) {
        if (width == 0) {
            return false;
        }
        var space = line.indexOf(' ');
        var word = space < 0 ? line.length() : space;
        if (before + 1 + word > width - 8) {
            return true;
        }
        return before > width / 2 && Character.isLowerCase(line.codePointAt(0));
    }
}
