package org.breachregister.batch.importing;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.intake.BackCatalogue;
import org.breachregister.core.intake.DocumentReader;
import org.breachregister.core.intake.Reading;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.PublicRecords;
import org.breachregister.core.report.SubmittedReport;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import javax.sql.DataSource;

/// Imports reports into the casebook. The same content is kept once, however often and in however
/// many places it is met; one bad document never stops the rest. An import that was killed is
/// finished by the next start of the same one, with the identifiers that an undisturbed run would
/// have given. Imports into one database take turns.
public final class Importing {

    private final DataSource database;
    private final Intake intake;
    private final Clock clock;

    /// An import whose documents are read by a reader, several at a time. Whoever gave the reader
    /// closes it.
    public Importing(
            DataSource database,
            CodeOfPractice code,
            Producers producers,
            DocumentReader documents,
            Clock clock) {
        this(database, new Reader(code, producers, documents, clock), clock);
    }

    Importing(DataSource database, Intake intake, Clock clock) {
        this.database = database;
        this.intake = intake;
        this.clock = clock;
    }

    /// Imports what the paths name: files, and trees of files.
    ///
    /// @param historic whether to publish, too, as of 09:30 in London on the day of the report
    /// @throws ImportFailed if it broke off, for want of a database, say
    public ImportSummary run(List<Path> paths, boolean historic, ImportProgress progress) {
        try (var runs = ImportRuns.begin(database, progress);
                var sources = new Sources(paths);
                var job =
                        new ImportJob(
                                runs.jobs(),
                                database,
                                intake,
                                sources,
                                historic,
                                progress,
                                clock)) {
            runs.run(job.job(), paths, historic);
            return job.summary();
        }
    }

    private static final class Reader implements Intake {

        private final DocumentReader documents;
        private final BackCatalogue catalogue;
        private final PublicRecords publicRecords;

        Reader(CodeOfPractice code, Producers producers, DocumentReader documents, Clock clock) {
            this.documents = documents;
            this.catalogue = new BackCatalogue(code, producers, clock);
            this.publicRecords = new PublicRecords(code, producers);
        }

        @Override
        public Reading document(byte[] content, String fileName) {
            return documents.read(content, fileName);
        }

        @Override
        public Reading record(long line, String text) {
            return switch (catalogue.read(line, text)) {
                case BackCatalogue.Result.Held(_, _, var json, var report) ->
                        new Reading.Report(report, json, "application/json");
                case BackCatalogue.Result.Refused(_, var reason) -> new Reading.Unreadable(reason);
            };
        }

        @Override
        public PublicRecord publicRecordOf(SubmittedReport report) {
            return publicRecords.of(report);
        }
    }
}
