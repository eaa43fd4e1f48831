package org.breachregister.web.page;

import org.breachregister.core.code.CitedReference;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.report.Anomaly;
import org.breachregister.core.report.Commitment;
import org.breachregister.core.report.Evidence;
import org.breachregister.core.report.Exposure;
import org.breachregister.core.report.Occurrence;
import org.breachregister.core.report.PersonalDatum;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What was understood of a report, field by field, beside the words that it rests on.
///
/// @param anomalies sentences about what a person should look at
/// @param remarks sentences about how the document was read
/// @param fields the fields of the form that something was read for, in the order of the form
/// @param parts the parts that are running text
/// @param whole the free text of the form as a whole, or null where there is none
public record ReadReport(
        List<String> anomalies,
        List<String> remarks,
        List<Field> fields,
        List<Part> parts,
        @Nullable Part whole) {

    public ReadReport {
        anomalies = List.copyOf(anomalies);
        remarks = List.copyOf(remarks);
        fields = List.copyOf(fields);
        parts = List.copyOf(parts);
    }

    private static final int MOST = 200;

    /// Fields of the form by their key, in the order of the form. Sections are not among them.
    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("outputTitle", "Statistical output");
        FIELDS.put("producers", "Producer");
        FIELDS.put("submitter", "Submitted by");
        FIELDS.put("contact", "Person dealing with the report");
        FIELDS.put("headOfProfession", "Head of Profession or Lead Official");
        FIELDS.put("reportDate", "Date of report");
        FIELDS.put("references", "Principles and practices");
        FIELDS.put("occurrenceDates", "Date of occurrence");
        FIELDS.put("occurrences", "Times of occurrence");
        FIELDS.put("exposure", "How early, late or long");
        FIELDS.put("peopleReached", "People reached");
        FIELDS.put("kind", "Kind of breach");
        FIELDS.put("whereItHappened", "Where it happened");
        FIELDS.put("placeOfFailure", "In whose hands");
        FIELDS.put("statementLinks", "Links to statements");
        FIELDS.put("commitments", "Promises");
        FIELDS.put("previousBreaches", "Earlier breaches");
        FIELDS.put("coveringNote", "Text before the form");
        FIELDS.put("closingNote", "Text after the form");
    }

    /// What was understood of it.
    public static ReadReport of(SubmittedReport report) {
        var data = byField(report.personalData());
        var narrative = report.sections().get(Section.NARRATIVE);
        return new ReadReport(
                sentences(report.anomalies().stream().map(Anomaly::message)),
                sentences(Stream.concat(report.remarks().stream(), unknownLabels(report))),
                fields(report, data),
                parts(report, data),
                narrative == null || narrative.isBlank()
                        ? null
                        : part("narrative", "Your account, whole", narrative, report, data));
    }

    /// Whether any personal data is marked.
    public boolean marked() {
        return Stream.concat(fields.stream().map(Field::words), parts.stream().map(Part::text))
                .anyMatch(MarkedText::marked);
    }

    private static List<String> sentences(Stream<String> messages) {
        return messages.map(ReadReport::sentence).distinct().limit(MOST).toList();
    }

    private static Stream<String> unknownLabels(SubmittedReport report) {
        return report.unknownLabels().stream()
                .map(label ->
                        "“%s” looks like a label of a form and is not known; what stands under it was read as part of the text"
                                .formatted(label));
    }

    private static Map<String, List<PersonalDatum>> byField(List<PersonalDatum> data) {
        var byField = new LinkedHashMap<String, List<PersonalDatum>>();
        data.forEach(
                datum -> byField.computeIfAbsent(datum.field(), _ -> new ArrayList<>()).add(datum));
        return byField;
    }

    private static List<Field> fields(
            SubmittedReport report, Map<String, List<PersonalDatum>> data) {
        var fields = new ArrayList<Field>();
        FIELDS.forEach((key, name) -> {
            var values = values(key, report);
            var evidence = report.evidence().get(key);
            if (evidence != null || !values.isEmpty()) {
                var words = evidence == null ? "" : evidence.text();
                fields.add(
                        new Field(
                                key,
                                name,
                                values.stream().limit(MOST).toList(),
                                MarkedText.of(words, data.getOrDefault(key, List.of())),
                                evidence == null ? null : Certainty.of(evidence),
                                place(evidence)));
            }
        });
        return List.copyOf(fields);
    }

    /// What was made of the words of a field; nothing where they stand for themselves.
    private static List<String> values(String key, SubmittedReport report) {
        var title = report.outputTitle();
        var date = report.reportDate();
        var kind = Words.kind(report.kind());
        var where = report.whereItHappened();
        return switch (key) {
            case "outputTitle" ->
                    Stream.concat(Stream.ofNullable(title), report.outputLinks().stream()).toList();
            case "producers" -> report.producers().stream().map(ReadReport::producer).toList();
            case "reportDate" -> Stream.ofNullable(date).map(Words::day).toList();
            case "references" -> report.references().stream().map(ReadReport::reference).toList();
            case "occurrenceDates" -> report.occurrenceDates().stream().map(Words::day).toList();
            case "occurrences" ->
                    report.occurrences().stream().map(ReadReport::occurrence).toList();
            case "exposure" ->
                    Stream.ofNullable(report.exposure()).map(ReadReport::exposure).toList();
            case "peopleReached" ->
                    Stream.ofNullable(report.peopleReached())
                            .map(people ->
                                    about(people.approximate()) + Words.number(people.number()))
                            .toList();
            case "placeOfFailure" ->
                    Stream.ofNullable(report.placeOfFailure())
                            .map(place -> Words.capital(words(place.party().key())))
                            .toList();
            case "statementLinks" -> report.statementLinks();
            case "kind" -> Stream.ofNullable(kind).toList();
            case "whereItHappened" -> Stream.ofNullable(where).map(Words::capital).toList();
            case "commitments" -> report.commitments().stream().map(ReadReport::promise).toList();
            case "previousBreaches" -> report.previousBreaches();
            default -> List.of();
        };
    }

    private static String producer(ReportedProducer producer) {
        var canonical = producer.canonical();
        return canonical == null ? producer.asWritten() + " (not recognised)" : canonical;
    }

    private static String reference(CitedReference reference) {
        var element = reference.element();
        return element == null
                ? reference.asWritten() + " (not recognised)"
                : Words.element(element);
    }

    private static String occurrence(Occurrence occurrence) {
        var time = occurrence.timeOfDay();
        var practices = occurrence.practices();
        return Words.days(occurrence.from(), occurrence.to(), "")
                + (time == null ? "" : " at " + time)
                + (practices.isEmpty() ? "" : ": " + String.join(", ", practices));
    }

    private static String exposure(Exposure exposure) {
        var amount =
                about(exposure.approximate())
                        + Words.number(exposure.amount())
                        + " "
                        + words(exposure.unit().key());
        return switch (exposure.kind()) {
            case EARLY -> amount + " early";
            case LATE -> amount + " late";
            case OPEN -> "Open for " + amount;
        };
    }

    private static String about(boolean approximate) {
        return approximate ? "about " : "";
    }

    /// `press office` for `pressOffice`.
    private static String words(String key) {
        return key.replaceAll("(?=\\p{Lu})", " ").toLowerCase(Locale.ROOT);
    }

    private static String promise(Commitment promise) {
        var due = promise.due();
        return due == null ? promise.text() : promise.text() + " (due " + Words.day(due) + ")";
    }

    private static List<Part> parts(SubmittedReport report, Map<String, List<PersonalDatum>> data) {
        var parts = new ArrayList<Part>();
        report.sections()
                .forEach((section, text) -> {
                    if (section != Section.NARRATIVE && !text.isBlank()) {
                        parts.add(part(section.key(), heading(section), text, report, data));
                    }
                });
        return List.copyOf(parts);
    }

    private static Part part(
            String key,
            String heading,
            String text,
            SubmittedReport report,
            Map<String, List<PersonalDatum>> data) {
        var evidence = report.evidence().get(key);
        return new Part(
                key,
                heading,
                MarkedText.of(text, data.getOrDefault(key, List.of())),
                evidence == null ? null : Certainty.of(evidence),
                place(evidence));
    }

    private static String heading(Section section) {
        return switch (section) {
            case ACCOUNT -> "What happened";
            case REASONS -> "Why it happened";
            case IMPACT -> "Reactions and impact";
            case CORRECTIVE_ACTION -> "What was done about it";
            case STATEMENTS -> "Published statements";
            case SUPPORTING -> "Other material";
            case NARRATIVE -> "Account";
        };
    }

    /// Where something was read.
    private static String place(@Nullable Evidence evidence) {
        if (evidence == null) {
            return "In the text";
        }
        var label = evidence.label();
        var page = evidence.page();
        return (label == null ? "Under no label" : "Under “" + label.strip() + "”")
                + (page == null ? "" : ", page " + page);
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    /// A field of the form.
    ///
    /// @param key the field's key
    /// @param name what it is called on pages
    /// @param values what was made of it, empty where the words stand for themselves
    /// @param words the words that were read
    /// @param place where they stand
    public record Field(
            String key,
            String name,
            List<String> values,
            MarkedText words,
            @Nullable Certainty certainty,
            String place) {

        public Field {
            values = List.copyOf(values);
        }

        /// Whether the words say more than the value.
        public boolean wordsToo() {
            var text = new StringBuilder();
            words.pieces().forEach(piece -> text.append(piece.text()));
            return !text.toString().isBlank() && !values.equals(List.of(text.toString().strip()));
        }
    }

    /// A part of the report that is running text.
    public record Part(
            String id,
            String heading,
            MarkedText text,
            @Nullable Certainty certainty,
            String place) {}
}
