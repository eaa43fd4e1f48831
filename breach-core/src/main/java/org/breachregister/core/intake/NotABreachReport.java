package org.breachregister.core.intake;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Says why a document was not taken for a breach report.
final class NotABreachReport {

    private static final int FEWEST_LABELS = 3;
    private static final Set<String> FORM_FIELDS =
            Set.of(
                    "output",
                    "producer",
                    "submitter",
                    "contact",
                    "headOfProfession",
                    "reportDate",
                    "references",
                    "occurrence",
                    "account",
                    "reasons",
                    "impact",
                    "correctiveAction",
                    "statements",
                    "supporting",
                    "narrative");
    private static final Set<String> WHO_AND_WHAT =
            Set.of("output", "producer", "submitter", "contact", "headOfProfession", "reportDate");
    private static final Pattern PLACEHOLDER =
            Pattern.compile(
                    "^(?:[\\s._…\\[\\]<>()-]*|\\[?(?:please )?(?:insert|enter|complete|fill in|add|type|click|give|state|choose)\\b.{0,200}|n/?a|tbc|x{2,}|dd/mm/y{2,4}|none)$",
                    Pattern.CASE_INSENSITIVE);

    private NotABreachReport() {}

    /// The labels of the form that were found.
    static long labels(Form form) {
        return form.fields().stream().filter(FORM_FIELDS::contains).count();
    }

    /// Whether enough labels of the form are there to take a document for a filled or empty form.
    static boolean isForm(Form form) {
        var labels = labels(form);
        var names = form.answer("output") != null || form.answer("producer") != null;
        return names && (labels >= FEWEST_LABELS + 1 || (labels >= FEWEST_LABELS && form.titled()));
    }

    /// Whether nobody has filled the form in.
    static boolean isEmpty(Form form) {
        // Guidance may speak of some of its empty labels; no report leaves all of these empty.
        if (form.parts().stream()
                .filter(part -> WHO_AND_WHAT.contains(part.field()))
                .allMatch(NotABreachReport::isBare)) {
            return true;
        }
        return form.parts().stream()
                        .filter(part -> FORM_FIELDS.contains(part.field()))
                        .filter(part -> !isBare(part))
                        .count()
                < 2;
    }

    private static boolean isBare(Form.Answer part) {
        return part.lines().stream().allMatch(NotABreachReport::isPlaceholder);
    }

    private static boolean isPlaceholder(Line line) {
        return PLACEHOLDER.matcher(line.text()).matches();
    }

    static String reason(List<Line> lines, Form form) {
        var labels = labels(form);
        var text = new StringBuilder();
        lines.stream().limit(400).forEach(line -> text.append(line.text()).append('\n'));
        var lower = text.toString().toLowerCase(Locale.ROOT);
        var what = what(lower);
        var found =
                labels == 0
                        ? "none of the labels of a breach report form was found"
                        : "only %d of the labels of a breach report form %s found"
                                .formatted(labels, labels == 1 ? "was" : "were");
        return "Not a breach report: %s%s".formatted(found, what);
    }

    private static String what(String text) {
        if (text.contains("press notice")
                || text.contains("press release")
                || text.contains("notes to editors")
                || text.contains("embargoed until")) {
            return "; it looks like a press release";
        }
        if (text.contains("<") && text.contains("/>")) {
            return "; it looks like mark-up or data";
        }
        if (text.startsWith("{") || text.startsWith("[{")) {
            return "; it looks like data (JSON)";
        }
        if (text.contains("breach")) {
            return ", although it mentions a breach";
        }
        return "";
    }
}
