package org.breachregister.core.intake;

import org.breachregister.core.intake.Line.Kind;
import org.breachregister.core.report.FormGeneration;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A filled form: the lines that stand under each of its labels.
final class Form {

    private static final Set<String> STRUCTURE = Set.of("title", "preamble", "heading");

    private static final int AHEAD = 8;
    private static final int MOST_UNKNOWN = 50;
    private static final int LONGEST_LABEL = 200;

    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final List<Line> before = new ArrayList<>();
    private final List<Line> after = new ArrayList<>();
    private final List<Line> free = new ArrayList<>();
    private final List<Answer> parts = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final Map<FormGeneration, Integer> signs = new EnumMap<>(FormGeneration.class);
    private boolean titled;
    private int width;

    /// What stands under one label.
    ///
    /// @param field what the label introduces
    /// @param label the label as written
    /// @param lines the answer
    /// @param indent how many characters of the label stand before the answer on its first line
    record Answer(String field, String label, List<Line> lines, int indent) {}

    private Form() {}

    /// Finds the form in a document's lines.
    static Form in(List<Line> document, Labels labels) {
        var form = new Form();
        var lines = form.withoutCovers(document, labels);
        form.width = Prose.width(lines);
        form.split(lines, labels);
        return form;
    }

    /// In a forwarded e-mail the form is what was quoted.
    private List<Line> withoutCovers(List<Line> document, Labels labels) {
        var quoted = 0;
        var plain = 0;
        var first = -1;
        var last = -1;
        for (var i = 0; i < document.size(); i++) {
            if (labels.find(document, i) != null) {
                if (document.get(i).quoted()) {
                    quoted++;
                } else {
                    plain++;
                }
            }
            if (document.get(i).quoted()) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (quoted <= plain) {
            return document;
        }
        before.addAll(document.subList(0, first));
        after.addAll(document.subList(last + 1, document.size()));
        return document.subList(first, last + 1).stream().filter(Line::quoted).toList();
    }

    private void split(List<Line> lines, Labels labels) {
        var end = Closing.start(lines);
        after.addAll(0, lines.subList(end, lines.size()));
        var body = new ArrayList<>(lines.subList(0, end));
        @Nullable Answer current = null;
        var row = -1;
        for (var i = 0; i < body.size(); i++) {
            var line = body.get(i);
            if (row >= 0 && line.block() != row) {
                current = null;
                row = -1;
            }
            var match = line.kind() == Kind.ANSWER_CELL ? null : labels.find(body, i);
            if (match != null && opens(match, body, labels)) {
                var rest = body.get(match.line()).withText(match.rest());
                note(match.label());
                if (STRUCTURE.contains(match.label().field())) {
                    i = structure(match, body, i, labels);
                    current = null;
                    if (!match.rest().isEmpty() && match.label().field().equals("heading")) {
                        body.set(match.line(), rest);
                        i = match.line() - 1;
                    }
                    continue;
                }
                current = open(match, rest, line(body, match).length() - match.rest().length());
                row = line.kind() == Kind.LABEL_CELL ? line.block() : -1;
                i = match.line();
            } else {
                noteUnknown(body, i, labels);
                if (current != null) {
                    current.lines().add(line);
                } else {
                    (answers.isEmpty() ? before : free).add(line);
                }
            }
        }
    }

    /// Notes a line that is set like a label and is none that is known: a label's cell with an
    /// answer beside it, or a heading that asks.
    private void noteUnknown(List<Line> lines, int at, Labels labels) {
        var line = lines.get(at);
        var opens = at == 0 || lines.get(at - 1).block() != line.block();
        if (!opens || labels.find(lines, at) != null || unknown.size() == MOST_UNKNOWN) {
            return;
        }
        var text = new StringBuilder(line.text());
        var next = at + 1;
        while (next < lines.size()
                && lines.get(next).block() == line.block()
                && lines.get(next).kind() == line.kind()) {
            text.append(' ').append(lines.get(next++).text());
        }
        if (next == lines.size() || text.length() > LONGEST_LABEL) {
            return;
        }
        var asks = ":?".indexOf(text.charAt(text.length() - 1)) >= 0;
        var looksLikeLabel =
                switch (line.kind()) {
                    case LABEL_CELL -> lines.get(next).kind() == Kind.ANSWER_CELL;
                    case HEADING -> asks && lines.get(next).kind() != Kind.HEADING;
                    case TEXT, ITEM, ANSWER_CELL, FIGURES -> false;
                };
        if (looksLikeLabel && text.chars().anyMatch(Character::isLetter)) {
            unknown.add(text.toString());
        }
    }

    /// A heading of the form with words behind it is one only if these are a label in turn; a label
    /// that was answered already is text; a sub-heading counts in the free text alone.
    private boolean opens(Labels.Match match, List<Line> lines, Labels labels) {
        var field = match.label().field();
        if (field.equals("heading")) {
            if (match.rest().isEmpty()) {
                return true;
            }
            var at = match.line();
            var rest = new ArrayList<>(lines.subList(at, Math.min(lines.size(), at + AHEAD)));
            rest.set(0, rest.getFirst().withText(match.rest()));
            return labels.find(rest, 0) != null;
        }
        if (field.equals("title")) {
            return answers.isEmpty();
        }
        if (match.label().subHeading()) {
            return false;
        }
        if (match.label().place().equals("colon") && answers.isEmpty()) {
            // "Date:" before the form is an e-mail's header or the web page's date.
            return false;
        }
        var held = answers.get(field);
        return held == null || held.lines().isEmpty();
    }

    /// Takes a title, heading or preamble, and returns the index of its last line.
    private int structure(Labels.Match match, List<Line> lines, int at, Labels labels) {
        titled |= match.label().field().equals("title");
        if (!match.label().field().equals("preamble") && lines.get(at).kind() != Kind.LABEL_CELL) {
            return match.line();
        }
        var last = match.line();
        while (last + 1 < lines.size()
                && lines.get(last + 1).block() == lines.get(at).block()
                && (lines.get(last + 1).kind() == Kind.ANSWER_CELL
                        || !isPrinted(labels.find(lines, last + 1)))) {
            last++;
        }
        return last;
    }

    /// Whether a label is one that the form prints, its title apart.
    private static boolean isPrinted(Labels.@Nullable Match match) {
        return match != null
                && !match.label().subHeading()
                && !Set.of("title", "preamble").contains(match.label().field());
    }

    private static String line(List<Line> lines, Labels.Match match) {
        return lines.get(match.line()).text();
    }

    private Answer open(Labels.Match match, Line rest, int indent) {
        var answer =
                new Answer(match.label().field(), match.asWritten(), new ArrayList<>(), indent);
        if (!match.rest().isEmpty()) {
            answer.lines().add(rest);
        }
        answers.put(answer.field(), answer);
        parts.add(answer);
        return answer;
    }

    private void note(Labels.Label label) {
        var forms = label.forms();
        for (var form : FormGeneration.values()) {
            if (forms.contains(form.name())) {
                signs.merge(form, forms.length() == 1 ? 4 : 1, Integer::sum);
            }
        }
    }

    /// The lines under a label of the form, none where it is not there.
    List<Line> lines(String field) {
        var answer = answers.get(field);
        return answer == null ? List.of() : answer.lines();
    }

    /// How many characters stand before a field's answer on its first line.
    int indent(String field) {
        var answer = answers.get(field);
        return answer == null || answer.lines().isEmpty() ? 0 : answer.indent();
    }

    /// The label of a field as written, or null.
    @Nullable String label(String field) {
        var answer = answers.get(field);
        return answer == null ? null : answer.label();
    }

    /// The answer to a field, or null where the form does not ask for it.
    @Nullable Answer answer(String field) {
        return answers.get(field);
    }

    List<String> fields() {
        return List.copyOf(answers.keySet());
    }

    /// Lines before the form: a covering note, the headers of an e-mail.
    List<Line> before() {
        return before;
    }

    /// Lines after the form: a signature, a disclaimer.
    List<Line> after() {
        return after;
    }

    /// Lines after a label's answer that stand under no label.
    List<Line> free() {
        return free;
    }

    /// Words that are set like labels and are none that is known, in the order of the document.
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    boolean titled() {
        return titled;
    }

    int width() {
        return width;
    }

    /// Every answer in the order of the document.
    List<Answer> parts() {
        return parts;
    }

    /// The generation whose labels were seen most, null where two were seen alike.
    @Nullable FormGeneration generation() {
        @Nullable FormGeneration best = null;
        var most = 0;
        var tie = false;
        for (var sign : signs.entrySet()) {
            if (sign.getValue() > most) {
                best = sign.getKey();
                most = sign.getValue();
                tie = false;
            } else if (sign.getValue() == most) {
                tie = true;
            }
        }
        return tie ? null : best;
    }
}
