package org.breachregister.web.command;

import org.breachregister.core.code.CitedReference;
import org.breachregister.core.intake.Reading;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/// What was read in a document, for a person at a terminal.
final class ReadingText {

    private static final int LONGEST = 300;

    private final StringBuilder text = new StringBuilder();

    private ReadingText() {}

    static String of(Path file, Reading reading) {
        var lines = new ReadingText();
        lines.text.append(file).append(System.lineSeparator());
        switch (reading) {
            case Reading.Report(var report, _, _) -> lines.report(report);
            case Reading.NotAReport(var reason) -> lines.line("not a report", reason);
            case Reading.Unreadable(var reason) -> lines.line("unreadable", reason);
        }
        return lines.text.toString();
    }

    private void report(SubmittedReport report) {
        line("form", report.form());
        report.producers().forEach(producer -> line("producer", words(producer)));
        line("output", report.outputTitle());
        report.outputLinks().forEach(link -> line("output link", link));
        line("reported", report.reportDate());
        line("occurred", joined(report.occurrenceDates()));
        report.references().forEach(reference -> line("reference", words(reference)));
        line("kind", report.kind());
        line("where", report.whereItHappened());
        report.sections().forEach((section, words) -> line(section.key(), words));
        report.commitments()
                .forEach(promise ->
                        line(
                                "promise",
                                promise.text()
                                        + (promise.due() == null
                                                ? ""
                                                : " [due " + promise.due() + "]")));
        report.previousBreaches().forEach(earlier -> line("earlier", earlier));
        report.personalData()
                .forEach(datum ->
                        line(
                                "personal",
                                datum.text()
                                        + " ["
                                        + datum.kind().key()
                                        + " in "
                                        + datum.field()
                                        + "]"));
        report.anomalies()
                .forEach(anomaly -> line("look at", anomaly.code() + ": " + anomaly.message()));
        report.evidence()
                .forEach((field, evidence) ->
                        line(
                                "evidence",
                                "%s %.2f, under \"%s\": %s"
                                        .formatted(
                                                field,
                                                evidence.confidence(),
                                                evidence.label() == null
                                                        ? "no label"
                                                        : evidence.label(),
                                                evidence.text())));
    }

    private static String words(ReportedProducer producer) {
        return producer.canonical() == null
                ? "\"%s\" not recognised: %s %s"
                        .formatted(producer.asWritten(), producer.rule(), producer.candidates())
                : "%s, written \"%s\" (%s)"
                        .formatted(producer.canonical(), producer.asWritten(), producer.rule());
    }

    private static String words(CitedReference reference) {
        var element = reference.element();
        var read =
                element == null ? "undecided among " + reference.candidates() : element.toString();
        var doubt = reference.doubt();
        return "%s, written \"%s\"%s"
                .formatted(read, reference.asWritten(), doubt == null ? "" : ". " + doubt);
    }

    private static @Nullable String joined(Collection<?> values) {
        return values.isEmpty()
                ? null
                : values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private void line(String name, @Nullable Object value) {
        if (value == null) {
            return;
        }
        var words = value.toString().strip().replaceAll("\\s+", " ");
        var shown = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
        text.append(String.format(Locale.ROOT, "  %-18s %s%n", name, shown));
    }
}
