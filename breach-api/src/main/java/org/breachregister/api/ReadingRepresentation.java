package org.breachregister.api;

import org.breachregister.core.code.CitedReference;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.intake.Reading;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.report.EventsSeen;
import org.breachregister.core.report.Evidence;
import org.breachregister.core.report.Exposure;
import org.breachregister.core.report.Occurrence;
import org.breachregister.core.report.PersonalDatum;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was read in a document, as a JSON object with a fixed order of members.
public final class ReadingRepresentation {

    private ReadingRepresentation() {}

    /// The object for one file. A report has every member; other outcomes have `file`, `outcome`
    /// and `reason`.
    public static Map<String, @Nullable Object> of(String file, Reading reading) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("file", file);
        switch (reading) {
            case Reading.Report(var report, _, _) -> {
                object.put("outcome", "report");
                object.put("reason", null);
                report(object, report);
            }
            case Reading.NotAReport(var reason) -> {
                object.put("outcome", "not-a-report");
                object.put("reason", reason);
            }
            case Reading.Unreadable(var reason) -> {
                object.put("outcome", "unreadable");
                object.put("reason", reason);
            }
        }
        return object;
    }

    /// The object for a report, without the members that tell of a file.
    public static Map<String, @Nullable Object> of(SubmittedReport report) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        report(object, report);
        return object;
    }

    /// The object of a report that was read among others: with a member `duplicateOf`, which tells
    /// the file that it looks like a copy of, or is null, and with an anomaly that says so.
    public static Map<String, @Nullable Object> withCopy(
            Map<String, @Nullable Object> report, EventsSeen.@Nullable Again again) {
        var object = new LinkedHashMap<String, @Nullable Object>(report);
        if (again == null) {
            object.put("duplicateOf", null);
            return object;
        }
        var anomalies = new ArrayList<@Nullable Object>();
        if (report.get("anomalies") instanceof List<?> others) {
            anomalies.addAll(others);
        }
        var anomaly = again.anomaly();
        anomalies.add(members("code", anomaly.code(), "message", anomaly.message()));
        object.put("anomalies", anomalies);
        object.put(
                "duplicateOf",
                members(
                        "file", again.name(),
                        "confidence", again.likeness().confidence(),
                        "reasons", again.likeness().reasons()));
        return object;
    }

    private static void report(Map<String, @Nullable Object> object, SubmittedReport report) {
        var form = report.form();
        object.put("form", form == null ? null : form.name());
        object.put(
                "producers",
                report.producers().stream().map(ReadingRepresentation::producer).toList());
        object.put("outputTitle", report.outputTitle());
        object.put("outputLinks", report.outputLinks());
        object.put("reportDate", date(report.reportDate()));
        object.put(
                "occurrenceDates",
                report.occurrenceDates().stream().map(LocalDate::toString).toList());
        object.put(
                "references",
                report.references().stream().map(ReadingRepresentation::reference).toList());
        object.put("kind", report.kind());
        object.put("where", report.whereItHappened());
        var sections = new LinkedHashMap<String, @Nullable Object>();
        report.sections().forEach((section, text) -> sections.put(section.key(), text));
        object.put("sections", sections);
        object.put("personalData", personalData(report, false));
        object.put(
                "commitments",
                report.commitments().stream()
                        .map(promise -> members("text", promise.text(), "due", date(promise.due())))
                        .toList());
        object.put("previousBreaches", report.previousBreaches());
        object.put(
                "anomalies",
                report.anomalies().stream()
                        .map(anomaly ->
                                members("code", anomaly.code(), "message", anomaly.message()))
                        .toList());
        var evidence = new LinkedHashMap<String, @Nullable Object>();
        report.evidence().forEach((field, found) -> evidence.put(field, evidence(found)));
        object.put("evidence", evidence);
        object.put(
                "occurrences",
                report.occurrences().stream().map(ReadingRepresentation::occurrence).toList());
        object.put("exposure", exposure(report.exposure()));
        var people = report.peopleReached();
        object.put(
                "peopleReached",
                people == null
                        ? null
                        : members(
                                "number", people.number(),
                                "approximate", people.approximate(),
                                "asWritten", people.asWritten()));
        var place = report.placeOfFailure();
        object.put(
                "placeOfFailure",
                place == null
                        ? null
                        : members(
                                "party", place.party().key(),
                                "because", place.because(),
                                "confidence", place.confidence()));
        object.put("statementLinks", report.statementLinks());
        object.put("identifyingRoles", personalData(report, true));
        object.put(
                "proposals",
                report.proposals().stream()
                        .map(part ->
                                members(
                                        "section", part.section().key(),
                                        "start", part.start(),
                                        "end", part.end(),
                                        "confidence", part.confidence(),
                                        "because", part.because()))
                        .toList());
        object.put("unknownLabels", report.unknownLabels());
        object.put("remarks", report.remarks());
    }

    private static List<Map<String, @Nullable Object>> personalData(
            SubmittedReport report, boolean roles) {
        return report.personalData().stream()
                .filter(datum -> (datum.kind() == PersonalDatum.Kind.ROLE) == roles)
                .map(datum ->
                        members(
                                "kind", datum.kind().key(),
                                "text", datum.text(),
                                "field", datum.field(),
                                "start", datum.start(),
                                "end", datum.end()))
                .toList();
    }

    private static Map<String, @Nullable Object> occurrence(Occurrence occurrence) {
        var time = occurrence.timeOfDay();
        return members(
                "asWritten", occurrence.asWritten(),
                "from", date(occurrence.from()),
                "to", date(occurrence.to()),
                "timeOfDay", time == null ? null : time.toString(),
                "practices", occurrence.practices());
    }

    private static @Nullable Map<String, @Nullable Object> exposure(@Nullable Exposure exposure) {
        return exposure == null
                ? null
                : members(
                        "kind", exposure.kind().key(),
                        "amount", exposure.amount(),
                        "unit", exposure.unit().key(),
                        "approximate", exposure.approximate(),
                        "computed", exposure.computed(),
                        "asWritten", exposure.asWritten());
    }

    private static Map<String, @Nullable Object> producer(ReportedProducer producer) {
        return members(
                "asWritten", producer.asWritten(),
                "canonical", producer.canonical(),
                "confidence", producer.confidence(),
                "rule", producer.rule(),
                "candidates", producer.candidates().stream().map(ProducerId::value).toList());
    }

    private static Map<String, @Nullable Object> reference(CitedReference reference) {
        var element = reference.element();
        return members(
                "asWritten", reference.asWritten(),
                "edition", element == null ? null : element.edition().value(),
                "ref", element == null ? null : element.ref(),
                "confidence", reference.confidence(),
                "candidates", reference.candidates().stream().map(ElementId::toString).toList(),
                "doubt", reference.doubt());
    }

    private static Map<String, @Nullable Object> evidence(Evidence evidence) {
        return members(
                "label", evidence.label(),
                "text", evidence.text(),
                "page", evidence.page(),
                "confidence", evidence.confidence());
    }

    private static @Nullable String date(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    /// An object from names and values by turns.
    private static Map<String, @Nullable Object> members(@Nullable Object... namesAndValues) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }
}
