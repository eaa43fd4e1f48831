package org.breachregister.core.intake;

import org.breachregister.core.intake.Line.Kind;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The labels of the form's generations, and finding them however they are spaced, marked, wrapped
/// or glued to their answers.
final class Labels {

    private static final int KEY = 5;
    private static final int SHORTEST = 4;
    private static final int MOST_LINES = 6;
    private static final int LONGEST = 300;
    private static final int SHORT_CELL = 14;
    private static final int SHORT_LINE = 22;
    private static final Pattern NUMBERING =
            Pattern.compile(
                    "^[^\\p{L}\\d]{0,6}(?:(?:section|part|question|box|item|field)\\s)?(?:\\d{1,2}(?:\\.\\d{1,2})?[.)]?|[a-z][.)])[\\s*_.):–—-]{1,6}",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern HINT =
            Pattern.compile(
                    "^\\((?:please|if|include|including|e\\.g|dd|day|where|and)[^()]{0,120}\\)[\\s:*]*",
                    Pattern.CASE_INSENSITIVE);

    private final Map<String, List<Label>> byStart = new HashMap<>();

    /// A label.
    ///
    /// @param field what it introduces
    /// @param forms generations of the form that print it
    /// @param place where it counts: `start`, `whole` or `colon`
    /// @param letters its letters and digits, in lower case
    /// @param words how many words it has
    record Label(String field, String forms, String place, String letters, int words) {

        /// Whether authors type it into the free text, rather than the form printing it.
        boolean subHeading() {
            return forms.equals("-");
        }
    }

    /// A label found.
    ///
    /// @param label the label
    /// @param asWritten its words in the document
    /// @param line index of the line that its last word stands in
    /// @param rest what follows on that line, perhaps nothing
    record Match(Label label, String asWritten, int line, String rest) {}

    private Labels() {}

    static Labels load() {
        var labels = new Labels();
        for (var row : TableFile.read("labels.tsv", 4)) {
            var letters = letters(row.get(3));
            labels.byStart
                    .computeIfAbsent(key(letters), _ -> new ArrayList<>())
                    .add(
                            new Label(
                                    row.get(0),
                                    row.get(1),
                                    row.get(2),
                                    letters,
                                    row.get(3).split(" ").length));
        }
        labels.byStart
                .values()
                .forEach(some ->
                        some.sort(
                                Comparator.comparingInt(
                                        (Label label) -> -label.letters().length())));
        return labels;
    }

    /// Whether a cell's words are a label of the form.
    boolean opens(String cell) {
        var match =
                find(List.of(new Line(cell.replace('\n', ' '), 0, Kind.LABEL_CELL, false, 0)), 0);
        return match != null && !match.label().subHeading();
    }

    /// The longest label that a line starts with, or null.
    @Nullable Match find(List<Line> lines, int at) {
        var line = lines.get(at);
        var text = line.text();
        var found = find(lines, at, 0);
        if (found != null) {
            return found;
        }
        var numbering = NUMBERING.matcher(text);
        if (!numbering.find()) {
            return withoutTail(lines, at, 0);
        }
        found = find(lines, at, numbering.end());
        return found == null ? withoutTail(lines, at, numbering.end()) : found;
    }

    /// A block that holds the greater part of a label and nothing else, where only one field's
    /// labels start like that: its tail was cut off.
    private @Nullable Match withoutTail(List<Line> lines, int at, int offset) {
        var first = lines.get(at);
        var some = byStart.getOrDefault(start(lines, at, offset), List.of());
        if (some.isEmpty()
                || first.kind() == Kind.ANSWER_CELL
                || first.kind() == Kind.FIGURES
                || (at > 0 && goesOn(lines.get(at - 1), first))) {
            return null;
        }
        var last = at;
        var written = new StringBuilder(first.text());
        while (last + 1 < lines.size()
                && last - at < MOST_LINES
                && goesOn(first, lines.get(last + 1))) {
            written.append(' ').append(lines.get(++last).text());
        }
        if (written.length() > LONGEST) {
            return null;
        }
        var start = letters(written.substring(offset));
        var fewest = first.kind() == Kind.LABEL_CELL ? SHORT_CELL : SHORT_LINE;
        if (start.length() < fewest) {
            return null;
        }
        @Nullable Label longer = null;
        for (var label : some) {
            if (label.subHeading()
                    || label.place().equals("whole")
                    || label.field().equals("preamble")
                    || !label.letters().startsWith(start)) {
                continue;
            }
            if (longer != null && !longer.field().equals(label.field())) {
                return null;
            }
            if (longer == null || label.letters().length() < longer.letters().length()) {
                longer = label;
            }
        }
        return longer == null || start.length() * 2 < longer.letters().length()
                ? null
                : new Match(longer, written.toString().strip(), last, "");
    }

    private static boolean goesOn(Line one, Line next) {
        return one.block() == next.block() && one.kind() == next.kind();
    }

    private @Nullable Match find(List<Line> lines, int at, int offset) {
        var start = start(lines, at, offset);
        for (var length = Math.min(KEY, start.length()); length >= SHORTEST; length--) {
            for (var label : byStart.getOrDefault(start.substring(0, length), List.of())) {
                var match = match(label, lines, at, offset);
                if (match != null) {
                    return match;
                }
            }
        }
        return null;
    }

    private @Nullable Match match(Label label, List<Line> lines, int at, int offset) {
        var first = lines.get(at);
        var index = at;
        var position = offset;
        var matched = 0;
        var written = new StringBuilder();
        while (matched < label.letters().length()) {
            var text = lines.get(index).text();
            if (position >= text.length()) {
                index++;
                if (index >= lines.size()
                        || index - at >= MOST_LINES
                        || !continues(first, lines.get(index))) {
                    return null;
                }
                position = 0;
                written.append(' ');
                continue;
            }
            var c = text.charAt(position++);
            written.append(c);
            if (Character.isLetterOrDigit(c)
                    && Character.toLowerCase(c) != label.letters().charAt(matched++)) {
                return null;
            }
        }
        var rest = lines.get(index).text().substring(position);
        return accept(label, lines.get(index), written.toString(), index, rest);
    }

    private static boolean continues(Line first, Line next) {
        return first.kind() == next.kind()
                && (first.block() == next.block() || first.kind() != Kind.LABEL_CELL);
    }

    private static @Nullable Match accept(
            Label label, Line last, String written, int index, String rest) {
        if (label.field().equals("preamble")) {
            return new Match(label, written.strip(), index, rest.strip());
        }
        var end = 0;
        var colon = false;
        while (end < rest.length() && " \t)*_:?.’'‘“`´”\"]".indexOf(rest.charAt(end)) >= 0) {
            colon |= rest.charAt(end) == ':';
            end++;
        }
        var answer = rest.substring(end);
        var hint = HINT.matcher(answer);
        if (hint.find()) {
            colon = true;
            answer = answer.substring(hint.end());
        }
        if (answer.startsWith("- ") || answer.startsWith("– ") || answer.startsWith("| ")) {
            colon = true;
            answer = answer.substring(2).strip();
        }
        var glued = end == 0 && !answer.isEmpty();
        var accepted =
                switch (label.place()) {
                    case "whole" -> answer.isEmpty() || (colon && label.words() > 1 && !glued);
                    case "colon" -> colon;
                    default ->
                            answer.isEmpty()
                                    || colon
                                    || last.kind() == Kind.LABEL_CELL
                                    || startsAnAnswer(label, answer, glued);
                };
        var asWritten = (written + rest.substring(0, end)).strip();
        return accepted ? new Match(label, asWritten, index, answer.strip()) : null;
    }

    private static boolean startsAnAnswer(Label label, String answer, boolean glued) {
        var c = answer.charAt(0);
        if (!Character.isLowerCase(c)) {
            return true;
        }
        return answer.startsWith("http")
                || answer.startsWith("www.")
                || (label.words() >= 5 && !glued);
    }

    private static String start(List<Line> lines, int at, int offset) {
        var letters = new StringBuilder(KEY);
        var position = offset;
        for (var index = at; index < lines.size() && index < at + 2; index++) {
            var text = lines.get(index).text();
            for (; position < text.length() && letters.length() < KEY; position++) {
                if (Character.isLetterOrDigit(text.charAt(position))) {
                    letters.append(Character.toLowerCase(text.charAt(position)));
                }
            }
            if (letters.length() == KEY) {
                break;
            }
            position = 0;
        }
        return letters.toString();
    }

    private static String key(String letters) {
        return letters.length() <= KEY ? letters : letters.substring(0, KEY);
    }

    private static String letters(String text) {
        var letters = new StringBuilder(text.length());
        text.chars()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
