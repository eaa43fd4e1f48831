package org.breachregister.core.intake;

import org.breachregister.core.intake.Line.Kind;
import org.breachregister.core.report.Section;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The free text of form C: found behind the last answer of its tables, and divided where the
/// author typed sub-headings.
///
/// @param lastField the field whose answer the text followed without a boundary, or the empty text
/// @param lastLines what is left of that answer
/// @param narrative the free text
record FreeText(String lastField, List<Line> lastLines, List<Line> narrative) {

    private static final int LONG = 110;
    private static final int WORDS_OF_A_SENTENCE = 14;

    static FreeText of(Form form) {
        var narrative = new ArrayList<Line>();
        var parts =
                form.parts().stream().filter(part -> !part.field().equals("narrative")).toList();
        var field = "";
        List<Line> kept = List.of();
        if (!parts.isEmpty()) {
            var last = parts.getLast();
            if (!last.lines().isEmpty() && last.lines().getFirst().kind() != Kind.ANSWER_CELL) {
                var cut = cut(last.field(), last.lines());
                field = last.field();
                kept = last.lines().subList(0, cut);
                narrative.addAll(last.lines().subList(cut, last.lines().size()));
            }
        }
        narrative.addAll(form.lines("narrative"));
        narrative.addAll(form.free());
        return new FreeText(field, kept, narrative);
    }

    /// Where the free text starts in the lines of the last answer.
    private static int cut(String field, List<Line> lines) {
        var dated = field.equals("occurrence") || field.equals("reportDate");
        for (var i = 1; i < lines.size(); i++) {
            var line = lines.get(i);
            var fresh = line.block() != lines.get(i - 1).block();
            if (dated ? !OccurrenceDates.isPart(line.text()) : fresh && isRunning(lines, i)) {
                return i;
            }
        }
        return lines.size();
    }

    /// Whether a block is running text: long, or a whole sentence.
    private static boolean isRunning(List<Line> lines, int from) {
        var text = new StringBuilder();
        for (var i = from;
                i < lines.size() && lines.get(i).block() == lines.get(from).block();
                i++) {
            text.append(lines.get(i).text()).append(' ');
        }
        var words = text.toString().split(" ").length;
        return text.length() > LONG
                && words >= WORDS_OF_A_SENTENCE
                && !startsWithReference(text.toString());
    }

    private static boolean startsWithReference(String text) {
        return text.matches(
                "(?s)(?:[TQV]\\d|\\d{1,2}\\.\\d|Practice|Principle|Protocol|Standard|Pillar|Pre-?release Access|Trustworthiness|Quality:|Value:).*");
    }

    /// The sections: the whole as narrative, and those parts that stand under a sub-heading.
    Map<Section, String> sections(Labels labels, int width) {
        var sections = new EnumMap<Section, String>(Section.class);
        var whole = Prose.text(narrative, width);
        if (whole.isBlank()) {
            return sections;
        }
        sections.put(Section.NARRATIVE, whole);
        var parts = new EnumMap<Section, List<Line>>(Section.class);
        List<Line> current = new ArrayList<>();
        for (var i = 0; i < narrative.size(); i++) {
            var match = labels.find(narrative, i);
            if (match != null && match.label().subHeading() && isAlone(match, i)) {
                current = new ArrayList<>();
                var section = section(match.label().field());
                if (section != null) {
                    current = parts.computeIfAbsent(section, _ -> new ArrayList<>());
                }
                if (!match.rest().isEmpty()) {
                    current.add(narrative.get(match.line()).withText(match.rest()));
                }
                i = match.line();
            } else {
                current.add(narrative.get(i));
            }
        }
        parts.forEach((section, lines) -> {
            if (!lines.isEmpty()) {
                sections.put(section, Prose.text(lines, width));
            }
        });
        return sections;
    }

    /// A sub-heading starts its block and is not the end of a wrapped sentence.
    private boolean isAlone(Labels.Match match, int at) {
        var line = narrative.get(at);
        var starts = at == 0 || narrative.get(at - 1).block() != line.block();
        var before = at == 0 ? "." : narrative.get(at - 1).text();
        return (starts || ".!?:)”\"".indexOf(before.charAt(before.length() - 1)) >= 0)
                && Character.isUpperCase(match.asWritten().codePointAt(0));
    }

    private static @Nullable Section section(String field) {
        return switch (field) {
            case "subAccount" -> Section.ACCOUNT;
            case "subReasons" -> Section.REASONS;
            case "subImpact" -> Section.IMPACT;
            case "subCorrectiveAction" -> Section.CORRECTIVE_ACTION;
            default -> null;
        };
    }
}
