package org.breachregister.core.intake;

import org.breachregister.core.report.Evidence;
import org.breachregister.core.report.FormGeneration;
import org.breachregister.core.report.Section;
import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words of a form by field and by section, with the evidence for each.
final class FormFields {

    private static final int LONGEST_SHOWN = 200;

    private static final Map<String, Section> SECTIONS = new LinkedHashMap<>();

    static {
        SECTIONS.put("account", Section.ACCOUNT);
        SECTIONS.put("reasons", Section.REASONS);
        SECTIONS.put("impact", Section.IMPACT);
        SECTIONS.put("correctiveAction", Section.CORRECTIVE_ACTION);
        SECTIONS.put("statements", Section.STATEMENTS);
        SECTIONS.put("supporting", Section.SUPPORTING);
    }

    private static final Set<String> SHORT =
            Set.of(
                    "coveringNote",
                    "outputTitle",
                    "producers",
                    "submitter",
                    "contact",
                    "headOfProfession",
                    "reportDate",
                    "references",
                    "occurrenceDates",
                    "closingNote");

    private final Form form;
    private final Labels labels;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, Evidence> evidence = new LinkedHashMap<>();
    private final Map<Section, String> sections = new EnumMap<>(Section.class);

    /// Fields that were typed one by one, in no document.
    FormFields(
            Labels labels,
            Map<String, String> fields,
            Map<Section, String> sections,
            Map<String, Evidence> evidence) {
        this.form = Form.in(List.of(), labels);
        this.labels = labels;
        this.fields.putAll(fields);
        this.sections.putAll(sections);
        this.evidence.putAll(evidence);
    }

    /// Whether a key is that of a short field, whose evidence holds all its words.
    static boolean isShort(String key) {
        return SHORT.contains(key);
    }

    /// The evidence for words that were typed into a field.
    static Evidence typed(@Nullable String label, String text, boolean section) {
        return new Evidence(label, section ? shown(text) : text, null, 0.95);
    }

    FormFields(Form form, Labels labels) {
        this.form = form;
        this.labels = labels;
        collectFields(form.generation());
    }

    /// The words of the short fields, in their order.
    Map<String, String> texts() {
        return fields;
    }

    /// The running text by section.
    Map<Section, String> sections() {
        return sections;
    }

    /// Why each field has its value; what is read of the fields adds to it.
    Map<String, Evidence> evidence() {
        return evidence;
    }

    /// The words of a field, empty where there are none.
    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    /// Says how sure what is read of a field is.
    void confidence(String name, double confidence) {
        var held = evidence.get(name);
        if (held != null) {
            evidence.put(name, new Evidence(held.label(), held.text(), held.page(), confidence));
        }
    }

    /// Says how sure what is read of a field is at most.
    void atMost(String name, double confidence) {
        var held = evidence.get(name);
        if (held != null && held.confidence() > confidence) {
            confidence(name, confidence);
        }
    }

    private void collectFields(@Nullable FormGeneration generation) {
        var free = generation == FormGeneration.C ? FreeText.of(form) : null;
        note("coveringNote", null, form.before(), 0);
        take("outputTitle", "output", free);
        take("producers", "producer", free);
        take("submitter", "submitter", free);
        take("contact", "contact", free);
        take("headOfProfession", "headOfProfession", free);
        take("reportDate", "reportDate", free);
        take("references", "references", free);
        take("occurrenceDates", "occurrence", free);
        if (free != null) {
            sections.putAll(free.sections(labels, form.width()));
            section("statements", Section.STATEMENTS, free);
        } else {
            SECTIONS.forEach((field, section) -> section(field, section, null));
            keepFreeText();
        }
        if (free != null) {
            var sure = free.lastField().isEmpty() ? 0.9 : 0.75;
            var page = page(free.narrative());
            sections.forEach((section, text) ->
                    evidence.putIfAbsent(
                            section.key(),
                            new Evidence(
                                    section == Section.NARRATIVE ? form.label("narrative") : null,
                                    shown(text),
                                    section == Section.NARRATIVE ? page : null,
                                    sure)));
        }
        note("closingNote", null, form.after(), 0);
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN);
    }

    /// The page that lines start on, or null in a document without pages.
    static @Nullable Integer page(List<Line> lines) {
        return lines.isEmpty() || lines.getFirst().page() == 0 ? null : lines.getFirst().page();
    }

    private List<Line> lines(String field, @Nullable FreeText free) {
        return free != null && free.lastField().equals(field)
                ? free.lastLines()
                : form.lines(field);
    }

    private void take(String name, String field, @Nullable FreeText free) {
        if (form.label(field) != null) {
            note(name, form.label(field), lines(field, free), form.indent(field));
        }
    }

    private void note(String name, @Nullable String label, List<Line> lines, int indent) {
        var text = Prose.field(lines, indent, form.width());
        if (!text.isBlank()) {
            fields.put(name, text);
        }
        if (label != null || !text.isBlank()) {
            evidence.put(name, new Evidence(label, text, page(lines), label == null ? 0.5 : 0.95));
        }
    }

    private void section(String field, Section section, @Nullable FreeText free) {
        var lines = lines(field, free);
        var text = Prose.text(lines, form.width());
        if (!text.isBlank()) {
            sections.put(section, text);
            evidence.put(
                    section.key(), new Evidence(form.label(field), shown(text), page(lines), 0.95));
        }
    }

    /// Words of a form A or B that stand under no label are kept with the account.
    private void keepFreeText() {
        var text = Prose.text(form.free(), form.width());
        if (!text.isBlank()) {
            sections.merge(Section.ACCOUNT, text, (account, more) -> account + "\n\n" + more);
            evidence.putIfAbsent(
                    Section.ACCOUNT.key(), new Evidence(null, shown(text), page(form.free()), 0.5));
            atMost(Section.ACCOUNT.key(), 0.7);
        }
    }
}
