package org.breachregister.core.intake;

import org.breachregister.core.code.CitedReference;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.ReferenceReader;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.report.Anomaly;
import org.breachregister.core.report.Evidence;
import org.breachregister.core.report.FormGeneration;
import org.breachregister.core.report.ProposedPart;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the fields of one filled form.
final class FormReading {

    private static final LocalDate FORM_B_SINCE = LocalDate.of(2012, 9, 27);
    private static final Pattern DATE_LINE =
            Pattern.compile(
                    "(?:^|\\n)\\s?(?:DATE|Date|Dated|Report date|Date of report)\\b\\s?:?\\s?(.{4,60})");
    private static final Pattern CITES =
            Pattern.compile(
                    "\\b(?:[TQV]\\d|principle|protocol|practice|standard)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME =
            Pattern.compile("\\d{1,2}[.:]\\d{2}\\s?(?:[ap]\\.?m\\b)?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_CONTEXT = 40_000;
    private final Form form;
    private final FormFields fields;
    private final Map<Section, String> sections;
    private final Map<String, Evidence> evidence;

    FormReading(Form form, Labels labels) {
        this(form, new FormFields(form, labels));
    }

    FormReading(Form form, FormFields fields) {
        this.form = form;
        this.fields = fields;
        this.sections = fields.sections();
        this.evidence = fields.evidence();
    }

    SubmittedReport read(
            CodeOfPractice code,
            ReferenceReader referenceReader,
            Producers knownProducers,
            Suggestions suggestions,
            LocalDate today) {
        var generation = form.generation();
        var output = OutputField.of(fields.text("outputTitle"));
        var reported = reportDate();
        var occurred = OccurrenceDates.in(fields.text("occurrenceDates"));
        var first = occurred.isEmpty() ? null : occurred.getFirst();
        var day = first != null ? first : reported;
        var producers = producers(knownProducers, day);
        var references = references(referenceReader, day);
        var narrative = sections.values().stream().collect(Collectors.joining("\n\n"));
        var account =
                sections.getOrDefault(
                        Section.ACCOUNT, sections.getOrDefault(Section.NARRATIVE, ""));
        var kind = suggestions.kinds().suggest(account, references);
        if (kind != null) {
            evidence.put("kind", kind.evidence());
        }
        var title = output.title();
        fields.confidence("outputTitle", title == null ? 0 : 0.95);
        if (reported == null) {
            fields.confidence("reportDate", 0);
        }
        fields.confidence("occurrenceDates", occurrenceConfidence(occurred));
        fields.confidence(
                "producers",
                producers.stream().mapToDouble(ReportedProducer::confidence).min().orElse(0));
        fields.confidence(
                "references",
                references.stream().mapToDouble(CitedReference::confidence).min().orElse(0));
        var inForce = day == null ? null : code.editionOn(day).orElse(null);
        var doubts =
                new Doubts(
                                fields.text("producers"),
                                title,
                                reported,
                                occurred,
                                fields.text("occurrenceDates"),
                                producers,
                                references,
                                fields.text("references"),
                                inForce,
                                narrative,
                                today)
                        .all();
        lowerDoubted(doubts);
        var textual = new LinkedHashMap<>(fields.texts());
        sections.forEach((section, text) -> textual.put(section.key(), text));
        var circumstances = Circumstances.of(fields.text("occurrenceDates"), sections, suggestions);
        circumstances.evidence().forEach(evidence::putIfAbsent);
        return new SubmittedReport(
                form(generation, day),
                producers,
                title,
                output.links(),
                reported,
                occurred,
                references,
                kind == null ? null : kind.kind(),
                null,
                sections,
                People.in(textual),
                Promises.in(sections, reported != null ? reported : first),
                EarlierBreaches.in(sections, day),
                doubts,
                evidence,
                Occurrences.in(
                        fields.text("occurrenceDates"),
                        occurred,
                        words -> practices(referenceReader, words, day)),
                circumstances.exposure(),
                circumstances.reached(),
                circumstances.place(),
                WebLinks.in(sections.getOrDefault(Section.STATEMENTS, "")),
                form.unknown(),
                List.of(),
                proposals(suggestions));
    }

    /// Parts are proposed for a narrative that its author did not divide.
    private List<ProposedPart> proposals(Suggestions suggestions) {
        var divided =
                sections.containsKey(Section.ACCOUNT)
                        || sections.containsKey(Section.IMPACT)
                        || sections.containsKey(Section.CORRECTIVE_ACTION);
        return divided
                ? List.of()
                : suggestions.parts().propose(sections.getOrDefault(Section.NARRATIVE, ""));
    }

    private static List<String> practices(
            ReferenceReader reader, String words, @Nullable LocalDate day) {
        return reader.read(withoutDates(words), day).stream()
                .map(CitedReference::element)
                .filter(Objects::nonNull)
                .map(element -> element.ref())
                .distinct()
                .toList();
    }

    /// Dates that had to be told from those of other events are less sure.
    private double occurrenceConfidence(List<LocalDate> occurred) {
        if (occurred.isEmpty()) {
            return 0;
        }
        return Dates.find(fields.text("occurrenceDates")).stream()
                        .map(Dates.Found::date)
                        .allMatch(occurred::contains)
                ? 0.95
                : 0.8;
    }

    /// What an anomaly doubts is not read for sure.
    private void lowerDoubted(List<Anomaly> doubts) {
        for (var doubt : doubts) {
            switch (doubt.code()) {
                case "year-typo-suspected" -> fields.atMost("occurrenceDates", 0.5);
                case "report-before-occurrence", "future-date" -> {
                    fields.atMost("occurrenceDates", 0.7);
                    fields.atMost("reportDate", 0.7);
                }
                case "producer-is-output" -> fields.atMost("producers", 0.1);
                case "ambiguous-edition" -> fields.atMost("references", 0.6);
                default -> {}
            }
        }
    }

    private static FormGeneration form(@Nullable FormGeneration seen, @Nullable LocalDate day) {
        if (seen != null) {
            return seen;
        }
        return day != null && day.isBefore(FORM_B_SINCE) ? FormGeneration.A : FormGeneration.B;
    }

    /// From its own field, else from a `DATE:` line or the end of the submitter's field.
    private @Nullable LocalDate reportDate() {
        var own = Dates.find(fields.text("reportDate"));
        if (!own.isEmpty()) {
            fields.confidence("reportDate", own.size() == 1 ? 0.97 : 0.75);
            return own.getFirst().date();
        }
        var submitter = fields.text("submitter");
        var line = DATE_LINE.matcher(submitter);
        while (line.find()) {
            var dates = Dates.find(line.group(1));
            if (!dates.isEmpty()) {
                return noteReportDate(line.group().strip(), dates.getFirst().date());
            }
        }
        var dates = Dates.find(submitter);
        if (dates.isEmpty()) {
            return null;
        }
        var last = dates.getLast();
        return noteReportDate(submitter.substring(last.start(), last.end()), last.date());
    }

    private LocalDate noteReportDate(String words, LocalDate date) {
        evidence.put(
                "reportDate",
                new Evidence(
                        form.label("submitter"),
                        words,
                        FormFields.page(form.lines("submitter")),
                        0.9));
        return date;
    }

    private List<ReportedProducer> producers(Producers known, @Nullable LocalDate day) {
        var named = fields.text("producers");
        if (named.isBlank()) {
            return List.of();
        }
        var context = new StringBuilder();
        fields.texts()
                .forEach((name, text) -> {
                    if (!name.equals("producers")) {
                        context.append(text).append('\n');
                    }
                });
        sections.values().forEach(text -> context.append(text).append('\n'));
        context.setLength(Math.min(context.length(), LONGEST_CONTEXT));
        return known.match(named, context.toString(), day);
    }

    /// From the field of references, then from the field of occurrence.
    private List<CitedReference> references(ReferenceReader reader, @Nullable LocalDate day) {
        var references = new ArrayList<>(reader.read(fields.text("references"), day));
        var occurrence = fields.text("occurrenceDates");
        if (CITES.matcher(occurrence).find()) {
            for (var reference : reader.read(withoutDates(occurrence), day)) {
                var element = reference.element();
                if (element != null
                        && references.stream().noneMatch(held -> element.equals(held.element()))) {
                    references.add(reference);
                }
            }
        }
        return references;
    }

    private static String withoutDates(String text) {
        var bare = new StringBuilder(text);
        Dates.find(text)
                .forEach(found -> {
                    for (var i = found.start(); i < found.end(); i++) {
                        bare.setCharAt(i, bare.charAt(i) == '\n' ? '\n' : ' ');
                    }
                });
        return TIME.matcher(bare).replaceAll(time -> " ".repeat(time.group().length()));
    }
}
