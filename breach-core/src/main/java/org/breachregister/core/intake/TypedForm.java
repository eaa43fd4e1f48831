package org.breachregister.core.intake;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.ReferenceReader;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.report.Evidence;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A report that was typed into a form: read as the documents are, but for its fields, which need
/// not be told apart, and written down as a document that reads the same. Safe for many threads.
///
/// Fields go by the keys of [Section] and by `outputTitle` (with links under it), `producers`,
/// `submitter`, `contact`, `headOfProfession`, `reportDate`, `references`, `occurrenceDates` and
/// `previousBreaches`.
public final class TypedForm {

    private static final Map<String, String> LABELS = new LinkedHashMap<>();

    static {
        LABELS.put("outputTitle", "Name of Statistical Output");
        LABELS.put("producers", "Name of Producer Organisation");
        LABELS.put(
                "headOfProfession",
                "Name and contact details of Head of Profession for Statistics or Lead Official");
        LABELS.put("contact", "Name and contact details of person dealing with report");
        LABELS.put(
                "submitter",
                "Name and contact details of the statistical Head of Profession submitting this report");
        LABELS.put("reportDate", "Date of report");
        LABELS.put("references", "Relevant Principle/Protocol and Practice");
        LABELS.put("occurrenceDates", "Date of occurrence");
        LABELS.put(
                Section.NARRATIVE.key(),
                "Please give an account of what happened including roles of persons involved, dates and times");
        LABELS.put(
                Section.ACCOUNT.key(),
                "Nature of breach (including links with previous breaches, if any)");
        LABELS.put(Section.REASONS.key(), "Reasons for breach");
        LABELS.put(
                Section.IMPACT.key(),
                "Reactions and impact (both within the producer body and outside)");
        LABELS.put(
                Section.CORRECTIVE_ACTION.key(),
                "Corrective actions taken to prevent reoccurrence of such a breach (include short-term actions, and long-term changes made to procedures)");
        LABELS.put(Section.STATEMENTS.key(), "Links to published statements about this breach");
        LABELS.put(Section.SUPPORTING.key(), "Any other relevant supporting material");
    }

    private static final String PREAMBLE =
            "This document reports a breach of the Code of Practice for Statistics";

    private final CodeOfPractice code;
    private final Producers producers;
    private final ReferenceReader references;
    private final Clock clock;
    private final Labels labels = Labels.load();
    private final Suggestions suggestions = Suggestions.load();

    public TypedForm(CodeOfPractice code, Producers producers, Clock clock) {
        this.code = code;
        this.producers = producers;
        this.references = new ReferenceReader(code);
        this.clock = clock;
    }

    /// The form as plain text, every word of it.
    ///
    /// @param top lines that stand before the form
    public static String document(List<String> top, Map<String, String> fields) {
        var text = new StringBuilder();
        top.forEach(line -> text.append(line).append('\n'));
        text.append('\n').append(PREAMBLE).append('\n');
        LABELS.forEach((key, label) -> {
            var words = fields.getOrDefault(key, "");
            if (!words.isBlank()) {
                text.append('\n').append(label).append("\n\n").append(words).append('\n');
            }
        });
        return text.toString();
    }

    /// What is read in the fields. Sections are the texts as they are.
    public SubmittedReport read(Map<String, String> fields) {
        var brief = new LinkedHashMap<String, String>();
        var sections = new EnumMap<Section, String>(Section.class);
        var evidence = new LinkedHashMap<String, Evidence>();
        fields.forEach((key, text) -> {
            if (!text.isBlank()) {
                var section = section(key);
                if (section == null) {
                    brief.put(key, text);
                } else {
                    sections.put(section, text);
                }
                evidence.put(key, FormFields.typed(LABELS.get(key), text, section != null));
            }
        });
        return new FormReading(
                        Form.in(List.of(), labels),
                        new FormFields(labels, brief, sections, evidence))
                .read(code, references, producers, suggestions, LocalDate.now(clock));
    }

    /// A report that was read in a document, with fields and sections that its author wrote anew
    /// since.
    public SubmittedReport rewritten(SubmittedReport read, Map<String, String> fields) {
        var sections = new EnumMap<Section, String>(Section.class);
        sections.putAll(read.sections());
        var evidence = new LinkedHashMap<>(read.evidence());
        var textual = new LinkedHashMap<String, String>();
        read.evidence()
                .forEach((key, held) -> {
                    if (FormFields.isShort(key)) {
                        textual.put(key, held.text());
                    }
                });
        fields.forEach((key, text) -> {
            var section = section(key);
            if (section == null) {
                textual.put(key, text);
            } else if (text.isBlank()) {
                sections.remove(section);
            } else {
                sections.put(section, text);
            }
            evidence.put(key, FormFields.typed(null, text, section != null));
        });
        sections.forEach((section, text) -> textual.put(section.key(), text));
        var reported = read.reportDate();
        var day =
                reported != null
                        ? reported
                        : read.occurrenceDates().stream().findFirst().orElse(null);
        var people = People.in(textual);
        return sections.equals(read.sections())
                ? read.rewritten(
                        sections,
                        people,
                        evidence,
                        read.commitments(),
                        read.previousBreaches(),
                        read.statementLinks(),
                        read.proposals())
                : read.rewritten(
                        sections,
                        people,
                        evidence,
                        Promises.in(sections, day),
                        EarlierBreaches.in(sections, day),
                        WebLinks.in(sections.getOrDefault(Section.STATEMENTS, "")),
                        List.of());
    }

    private static @Nullable Section section(String key) {
        for (var section : Section.values()) {
            if (section.key().equals(key)) {
                return section;
            }
        }
        return null;
    }
}
