package org.breachregister.core.casework;

import org.breachregister.core.casework.Drafts.Draft;
import org.breachregister.core.code.CitedReference;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.code.ReferenceReader;
import org.breachregister.core.intake.TypedForm;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Makes the report of a draft.
final class DraftReport {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final Producers producers;
    private final TypedForm form;
    private final ReferenceReader references;
    private final Corrections corrections;
    private final CorrectionCheck check;

    DraftReport(CodeOfPractice code, Producers producers, Clock clock) {
        this.producers = producers;
        this.form = new TypedForm(code, producers, clock);
        this.references = new ReferenceReader(code);
        this.corrections = new Corrections(producers);
        this.check = new CorrectionCheck(code, producers);
    }

    /// What a draft says.
    ///
    /// @param report what was read in its document, or what was typed
    /// @param rewritten sections and persons of its document that the producer wrote anew
    /// @param corrected fields that the producer made another of than what stands in the report
    /// @param document the form as it was typed, or null where the draft has a document
    /// @param problem what cannot be right in the corrected fields, or null
    record Made(
            SubmittedReport report,
            Map<String, String> rewritten,
            Map<CorrectedField, List<String>> corrected,
            @Nullable String document,
            @Nullable String problem) {

        /// The report as the producer means it.
        SubmittedReport meant(Corrections corrections) {
            return corrections.in(report, corrected);
        }
    }

    /// The report of a draft as the producer means it.
    SubmittedReport meant(Draft draft, LocalDate today) {
        return made(draft, today).meant(corrections);
    }

    Made made(Draft draft, LocalDate today) {
        var answers = DraftAnswers.of(draft);
        var read = draft.read();
        return read == null ? typed(draft, answers, today) : uploaded(answers, read, today);
    }

    private Made typed(Draft draft, DraftAnswers answers, LocalDate today) {
        var values = new EnumMap<CorrectedField, List<String>>(CorrectedField.class);
        for (var field : CorrectedField.values()) {
            var value = CorrectionCheck.tidy(answers.lines(field.key()));
            if (!value.isEmpty() && check.problem(field, value, today) == null) {
                values.put(field, value);
            }
        }
        values.putIfAbsent(CorrectedField.PRODUCERS, List.of(draft.body().value()));
        if (answers.filled(CorrectedField.REPORT_DATE.key()).isEmpty()) {
            values.put(CorrectedField.REPORT_DATE, List.of(today.toString()));
        }
        var fields = fields(answers, values);
        var report = corrections.in(form.read(fields), values);
        var series = values.get(CorrectedField.OUTPUT_SERIES);
        var beside = new EnumMap<CorrectedField, List<String>>(CorrectedField.class);
        if (series != null
                && !series.equals(Corrections.value(report, CorrectedField.OUTPUT_SERIES))) {
            beside.put(CorrectedField.OUTPUT_SERIES, series);
        }
        return new Made(report, Map.of(), beside, document(answers, fields, today), null);
    }

    /// The words of the form's fields.
    private Map<String, String> fields(
            DraftAnswers answers, Map<CorrectedField, List<String>> values) {
        var fields = new LinkedHashMap<String, String>();
        put(fields, "outputTitle", answers.filled("outputTitle"), answers.filled("outputLinks"));
        var day =
                answers.filled("occurrenceDates").stream()
                        .map(DraftAnswers::day)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        put(
                fields,
                "producers",
                values.getOrDefault(CorrectedField.PRODUCERS, List.of()).stream()
                        .map(id -> name(id, day))
                        .toList());
        DraftAnswers.PEOPLE.forEach(key -> put(fields, key, answers.filled(key)));
        put(
                fields,
                "reportDate",
                values
                        .getOrDefault(
                                CorrectedField.REPORT_DATE,
                                answers.filled(CorrectedField.REPORT_DATE.key()))
                        .stream()
                        .map(DraftReport::inWords)
                        .toList());
        put(
                fields,
                "references",
                answers.filled("references").stream().map(DraftReport::reference).toList());
        put(
                fields,
                "occurrenceDates",
                answers.filled("occurrenceDates").stream().map(DraftReport::inWords).toList());
        put(fields, "previousBreaches", answers.filled("previousBreaches"));
        DraftAnswers.KEYS.stream()
                .filter(key -> DraftAnswers.section(key).isPresent())
                .forEach(key -> fields.put(key, answers.text(key)));
        var statements = answers.text("statements");
        put(
                fields,
                "statements",
                answers.filled("statementLinks").stream()
                        .filter(link -> !statements.contains(link))
                        .toList(),
                statements.isEmpty() ? List.of() : List.of(statements));
        return fields;
    }

    @SafeVarargs
    private static void put(Map<String, String> fields, String key, List<String>... lines) {
        var all = new ArrayList<String>();
        for (var some : lines) {
            all.addAll(some);
        }
        if (!all.isEmpty()) {
            fields.put(key, String.join("\n", all));
        }
    }

    private String name(String id, @Nullable LocalDate day) {
        return producers.find(new ProducerId(id)).map(body -> body.nameOn(day)).orElse(id);
    }

    private static String inWords(String line) {
        var day = DraftAnswers.day(line);
        return day == null ? line : DAY.format(day);
    }

    /// `T3.4` for `2.0 T3.4`: the day tells the edition, and a correction does where it does not.
    private static String reference(String line) {
        var element = element(line);
        return element == null ? line : element.ref();
    }

    private static @Nullable ElementId element(String line) {
        try {
            return Corrections.element(line);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String document(
            DraftAnswers answers, Map<String, String> fields, LocalDate today) {
        var top = new ArrayList<String>();
        top.add("Sent with the Breach Register on %s".formatted(DAY.format(today)));
        for (var key :
                List.of(
                        "references",
                        "outputSeries",
                        "kind",
                        "placeOfFailure",
                        "previousBreaches")) {
            var lines = answers.filled(key);
            if (!lines.isEmpty()) {
                top.add(key + ": " + String.join("; ", lines));
            }
        }
        return TypedForm.document(top, fields);
    }

    private Made uploaded(DraftAnswers answers, SubmittedReport read, LocalDate today) {
        var rewritten = answers.rewritten();
        var report = rewritten.isEmpty() ? read : form.rewritten(read, rewritten);
        var corrected = new EnumMap<CorrectedField, List<String>>(CorrectedField.class);
        @Nullable String problem = null;
        for (var field : CorrectedField.values()) {
            if (!answers.given().containsKey(field.key())) {
                continue;
            }
            var value = CorrectionCheck.tidy(answers.lines(field.key()));
            if (value.equals(DraftAnswers.lines(read, field.key()))) {
                continue;
            }
            if (field == CorrectedField.REFERENCES) {
                value = elements(value, read);
            }
            if (!value.equals(Corrections.value(report, field))) {
                var wrong = check.problem(field, value, today);
                problem = problem == null ? wrong : problem;
                corrected.put(field, value);
            }
        }
        return new Made(report, rewritten, problem == null ? corrected : Map.of(), null, problem);
    }

    /// References as a correction names them. Words that the document has already and nobody could
    /// tell stay there.
    private List<String> elements(List<String> lines, SubmittedReport read) {
        var day = read.occurrenceDates().stream().findFirst().orElse(read.reportDate());
        var elements = new LinkedHashSet<String>();
        for (var line : lines) {
            var found =
                    element(line) != null
                            ? List.of(line)
                            : references.read(line, day).stream()
                                    .map(CitedReference::element)
                                    .filter(Objects::nonNull)
                                    .map(ElementId::toString)
                                    .toList();
            var held =
                    read.references().stream()
                            .anyMatch(one -> one.element() == null && one.asWritten().equals(line));
            if (found.isEmpty() && !held) {
                elements.add(line);
            }
            elements.addAll(found);
        }
        return List.copyOf(elements);
    }
}
