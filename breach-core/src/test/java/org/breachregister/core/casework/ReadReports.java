package org.breachregister.core.casework;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.intake.Reading;
import org.breachregister.core.intake.ReportReader;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.report.SubmittedReport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reports that are at hand, as the program reads them.
final class ReadReports {

    static final CodeOfPractice CODE = CodeOfPractice.load();
    static final Producers PRODUCERS = Producers.load();
    static final ReportReader READER = new ReportReader(CODE, PRODUCERS, Clock.systemUTC());

    private static final List<Path> FOLDERS =
            List.of(
                    Path.of("../../shared/reports"),
                    Path.of("../breach-web/src/main/resources/samples/reports"));

    private ReadReports() {}

    /// All of them by file name, in that order.
    static Map<String, SubmittedReport> all() {
        var reports = new TreeMap<String, SubmittedReport>();
        for (var folder : FOLDERS) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (var files = Files.list(folder)) {
                for (var file : files.sorted().toList()) {
                    var name = file.getFileName().toString();
                    if (READER.read(Files.readAllBytes(file), name)
                            instanceof Reading.Report(var report, _, _)) {
                        reports.put(name, report);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return reports;
    }
}
