package org.breachregister.web.command;

import org.breachregister.core.code.CitedReference;
import org.breachregister.core.intake.Reading;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.report.EventsSeen;
import org.breachregister.core.report.Evidence;
import org.breachregister.core.report.Exposure;
import org.breachregister.core.report.Occurrence;
import org.breachregister.core.report.PeopleReached;
import org.breachregister.core.report.PersonalDatum;
import org.breachregister.core.report.ProposedPart;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What was read in a document, for a person at a terminal: each value, and below it how sure it is
/// and where it was read.
final class ReadingText {

    private static final int LONGEST = 300;
    private static final int LONGEST_EVIDENCE = 120;

    private final StringBuilder text = new StringBuilder();
    private final Set<String> shown = new LinkedHashSet<>();

    private ReadingText() {}

    static String of(Path file, Reading reading) {
        return of(file, reading, null);
    }

    /// @param again the earlier document that it looks like a copy of, or null
    static String of(Path file, Reading reading, EventsSeen.@Nullable Again again) {
        var lines = new ReadingText();
        lines.text.append(file).append(System.lineSeparator());
        switch (reading) {
            case Reading.Report(var report, _, _) -> lines.report(report);
            case Reading.NotAReport(var reason) -> lines.line("not a report", reason);
            case Reading.Unreadable(var reason) -> lines.line("unreadable", reason);
        }
        if (again != null) {
            var anomaly = again.anomaly();
            lines.line("look at", anomaly.code() + ": " + anomaly.message());
        }
        return lines.text.toString();
    }

    private void report(SubmittedReport report) {
        line("form", report.form());
        values("producer", report.producers().stream().map(ReadingText::words).toList());
        evidence("producers", report);
        line("output", report.outputTitle());
        values("output link", report.outputLinks());
        evidence("outputTitle", report);
        line("reported", report.reportDate());
        evidence("reportDate", report);
        values("occurred", occurred(report));
        evidence("occurrenceDates", report);
        values("reference", report.references().stream().map(ReadingText::words).toList());
        evidence("references", report);
        line("kind", report.kind());
        evidence("kind", report);
        var place = report.placeOfFailure();
        line("place of failure", place == null ? report.whereItHappened() : place.party().key());
        evidence("placeOfFailure", report);
        line("exposure", words(report.exposure()));
        evidence("exposure", report);
        line("people reached", words(report.peopleReached()));
        evidence("peopleReached", report);
        report.sections()
                .forEach((section, words) -> {
                    line(section.key(), words);
                    evidence(section.key(), report);
                });
        values("proposed", report.proposals().stream().map(part -> words(part, report)).toList());
        values("statement", report.statementLinks());
        values(
                "promise",
                report.commitments().stream()
                        .map(promise ->
                                promise.text()
                                        + (promise.due() == null
                                                ? ""
                                                : " [due " + promise.due() + "]"))
                        .toList());
        values("earlier breach", report.previousBreaches());
        values("personal", report.personalData().stream().map(ReadingText::words).toList());
        report.evidence()
                .forEach((field, evidence) -> {
                    if (!shown.contains(field)) {
                        line(field, evidence.text());
                        evidence(field, report);
                    }
                });
        values("unknown label", report.unknownLabels());
        values("left out", report.remarks());
        report.anomalies()
                .forEach(anomaly -> line("look at", anomaly.code() + ": " + anomaly.message()));
    }

    private static List<String> occurred(SubmittedReport report) {
        return report.occurrences().isEmpty()
                ? report.occurrenceDates().stream().map(Object::toString).toList()
                : report.occurrences().stream().map(ReadingText::words).toList();
    }

    private static String words(Occurrence occurrence) {
        var words = new StringBuilder(occurrence.from().toString());
        if (occurrence.to() != null) {
            words.append(" to ").append(occurrence.to());
        }
        if (occurrence.timeOfDay() != null) {
            words.append(" at ").append(occurrence.timeOfDay());
        }
        if (!occurrence.practices().isEmpty()) {
            words.append(" for ").append(String.join(", ", occurrence.practices()));
        }
        return words.toString();
    }

    private static @Nullable String words(@Nullable Exposure exposure) {
        return exposure == null
                ? null
                : "%s%d %s %s, written \"%s\"%s"
                        .formatted(
                                exposure.approximate() ? "about " : "",
                                exposure.amount(),
                                exposure.unit().key(),
                                exposure.kind().key(),
                                exposure.asWritten(),
                                exposure.computed() ? " (the difference of two times)" : "");
    }

    private static @Nullable String words(@Nullable PeopleReached people) {
        return people == null
                ? null
                : "%s%d, written \"%s\""
                        .formatted(
                                people.approximate() ? "about " : "",
                                people.number(),
                                people.asWritten());
    }

    private static String words(ProposedPart part, SubmittedReport report) {
        var whole = report.sections().getOrDefault(Section.NARRATIVE, "");
        var from = Math.min(part.start(), whole.length());
        var words = whole.substring(from, Math.min(part.end(), whole.length()));
        return String.format(
                Locale.ROOT,
                "%s (%.2f%s): %s",
                part.section().key(),
                part.confidence(),
                part.because().isEmpty() ? "" : ", for \"" + part.because() + "\"",
                words);
    }

    private static String words(PersonalDatum datum) {
        return "%s [%s in %s, %d to %d]"
                .formatted(
                        datum.text(),
                        datum.kind().key(),
                        datum.field(),
                        datum.start(),
                        datum.end());
    }

    private static String words(ReportedProducer producer) {
        return producer.canonical() == null
                ? "\"%s\" not recognised: %s %s"
                        .formatted(producer.asWritten(), producer.rule(), producer.candidates())
                : String.format(
                        Locale.ROOT,
                        "%s, written \"%s\" (%s, %.2f)",
                        producer.canonical(),
                        producer.asWritten(),
                        producer.rule(),
                        producer.confidence());
    }

    private static String words(CitedReference reference) {
        var element = reference.element();
        var read =
                element == null ? "undecided among " + reference.candidates() : element.toString();
        var doubt = reference.doubt();
        return "%s, written \"%s\"%s"
                .formatted(read, reference.asWritten(), doubt == null ? "" : ". " + doubt);
    }

    private void values(String name, List<?> values) {
        values.forEach(value -> line(name, value));
    }

    private void line(String name, @Nullable Object value) {
        if (value != null) {
            text.append(
                    String.format(
                            Locale.ROOT, "  %-18s %s%n", name, cut(value.toString(), LONGEST)));
        }
    }

    /// How sure a field is, and where it was read.
    private void evidence(String field, SubmittedReport report) {
        Evidence evidence = report.evidence().get(field);
        if (evidence == null || !shown.add(field)) {
            return;
        }
        var where = new StringBuilder();
        if (evidence.page() != null) {
            where.append(", page ").append(evidence.page());
        }
        if (evidence.label() != null) {
            where.append(", under \"").append(cut(evidence.label(), LONGEST_EVIDENCE)).append('"');
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        "  %-18s   %.2f%s: %s%n",
                        "",
                        evidence.confidence(),
                        where,
                        cut(evidence.text(), LONGEST_EVIDENCE)));
    }

    private static String cut(String words, int longest) {
        var folded = words.strip().replaceAll("\\s+", " ");
        return folded.length() <= longest ? folded : folded.substring(0, longest) + "…";
    }
}
