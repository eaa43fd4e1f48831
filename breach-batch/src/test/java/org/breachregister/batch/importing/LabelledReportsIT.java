package org.breachregister.batch.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.SharedFolder;
import org.breachregister.core.casework.Casebook;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.database.TestDatabase;
import org.breachregister.core.intake.ReportReader;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.core.publication.RegisterLog;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/// Imports the labelled reports and the back catalogue with the real readers.
class LabelledReportsIT {

    private static final Instant LATE = Instant.parse("2100-01-01T00:00:00Z");

    private final DataSource database = TestDatabase.fresh();
    private final Casebook casebook = new Casebook(database);
    private final RegisterLog log = new RegisterLog(database);

    @Test
    void keepsAndPublishesWhatItReadsAndSaysWhyNotOfTheRest() throws Exception {
        List<Path> paths;
        try (var files = Files.list(SharedFolder.get("reports"))) {
            paths =
                    files.filter(file -> file.toString().matches(".*\\.(txt|md|html)"))
                            .filter(file -> !file.endsWith("README.md"))
                            .sorted()
                            .toList();
        }

        var summary = importing().run(paths, true, ImportProgress.NONE);

        assertThat(summary.results()).hasSameSizeAs(paths);
        assertThat(summary.read()).isPositive();
        for (var result : summary.results()) {
            if (result instanceof ImportResult.Read read) {
                var report = casebook.report(read.breach()).orElseThrow();
                var published = log.find(read.breach(), LATE).orElseThrow();
                assertThat(published.record().reportedOn()).isEqualTo(report.reportDate());
                assertThat(casebook.document(read.breach()).orElseThrow().content())
                        .isEqualTo(Files.readAllBytes(Path.of(read.source())));
            } else {
                assertThat(result).isInstanceOf(ImportResult.Refused.class);
            }
        }
        assertThat(log.firstBroken()).isEmpty();
    }

    @Test
    void takesInTheWholeBackCatalogue() throws Exception {
        var catalogue = SharedFolder.get("history").resolve("breaches.jsonl");
        long lines;
        try (var text = Files.lines(catalogue)) {
            lines = text.filter(line -> !line.isBlank()).count();
        }

        var summary = importing().run(List.of(catalogue), true, ImportProgress.NONE);

        assertThat(summary.read()).isEqualTo(lines);
        var breaches = new ArrayList<PublishedBreach>();
        log.each(LATE, log.lastPosition(), breaches::add);
        assertThat(breaches).hasSize((int) lines);
        assertThat(importing().run(List.of(catalogue), true, ImportProgress.NONE).alreadyHeld())
                .isEqualTo(lines);
    }

    private Importing importing() {
        var code = CodeOfPractice.load();
        var producers = Producers.load();
        var clock = Clock.systemUTC();
        return new Importing(
                database, code, producers, new ReportReader(code, producers, clock), clock);
    }
}
