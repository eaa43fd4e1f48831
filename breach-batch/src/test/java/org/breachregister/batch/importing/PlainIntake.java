package org.breachregister.batch.importing;

import org.breachregister.core.intake.Reading;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.report.Anomaly;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Reads a form that has nothing but what an import looks at: `report 2016-10-03 any words`, with
/// `undated` or `occurred 2016-09-30` in place of the date. `crash` makes the reader fail, `doubt`
/// raises one, `by ONS` names the producer, `unpublishable` cannot be made public, `year 12345` has
/// no number.
final class PlainIntake implements Intake {

    @Override
    public Reading document(byte[] content, String fileName) {
        return read(new String(content, StandardCharsets.UTF_8));
    }

    @Override
    public Reading record(long line, String text) {
        return read(text.replaceAll("[{}\"]", ""));
    }

    private static Reading read(String text) {
        if (text.isBlank()) {
            return new Reading.Unreadable("The file is empty.");
        }
        if (text.contains("crash")) {
            throw new IllegalStateException("crashed");
        }
        if (!text.startsWith("report")) {
            return new Reading.NotAReport("There is no report in it.");
        }
        return new Reading.Report(report(text), text, "text/plain");
    }

    private static SubmittedReport report(String text) {
        var words = text.strip().split(" ");
        return new SubmittedReport(
                null,
                producers(text),
                text.strip(),
                List.of(),
                words[1].startsWith("20")
                        ? LocalDate.parse(words[1])
                        : words[1].equals("year") ? LocalDate.of(12345, 1, 1) : null,
                words[1].equals("occurred") ? List.of(LocalDate.parse(words[2])) : List.of(),
                List.of(),
                null,
                null,
                Map.of(Section.ACCOUNT, text),
                List.of(),
                List.of(),
                List.of(),
                text.contains("doubt") ? List.of(new Anomaly("odd", "It is odd.")) : List.of(),
                Map.of());
    }

    private static List<ReportedProducer> producers(String text) {
        var by = text.indexOf(" by ");
        return by < 0
                ? List.of()
                : List.of(
                        new ReportedProducer(
                                text.substring(by + 4).split(" ")[0],
                                null,
                                null,
                                0,
                                "none",
                                List.of()));
    }

    @Override
    public PublicRecord publicRecordOf(SubmittedReport report) {
        var title = report.outputTitle();
        if (title != null && title.contains("unpublishable")) {
            throw new IllegalArgumentException("Nothing of it is public.");
        }
        return publicRecord(title, report.reportDate());
    }

    private static PublicRecord publicRecord(@Nullable String title, @Nullable LocalDate reported) {
        return new PublicRecord(
                List.of(), title, null, List.of(), null, List.of(), null, null, reported, null,
                null, null, null, null, null, List.of(), List.of(), List.of());
    }
}
