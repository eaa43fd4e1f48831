package org.breachregister.batch.edition;

import org.breachregister.api.PracticeColumn;
import org.breachregister.api.PracticeRow;
import org.breachregister.api.RegisterColumn;
import org.breachregister.batch.edition.xlsx.EditionWorkbook;
import org.breachregister.batch.edition.xlsx.EditionWorkbook.OtherFile;
import org.breachregister.batch.table.CsvTable;
import org.breachregister.batch.table.TableMeasure;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The job that compiles an edition: one step a file, a look whether anything has changed, then the
/// manifest and the move into place. What a killed run has finished is checked by its SHA-256 and
/// kept; everything else is written anew.
final class EditionJob {

    static final String NAME = "edition";

    /// The exit of the job where the newest version holds the same rows.
    private static final ExitStatus UNCHANGED = new ExitStatus("UNCHANGED");

    private final JobRepository jobs;
    private final EditionFacts facts;
    private final RegisterSnapshot snapshot;
    private final EditionFolder folder;
    private final EditionProgress progress;

    EditionJob(
            JobRepository jobs,
            EditionFacts facts,
            RegisterSnapshot snapshot,
            EditionFolder folder,
            EditionProgress progress) {
        this.jobs = jobs;
        this.facts = facts;
        this.snapshot = snapshot;
        this.folder = folder;
        this.progress = progress;
    }

    Job job() {
        var compare = step("compare", this::compare);
        return new JobBuilder(NAME, jobs)
                .start(step("csv", context -> file("csv", csv(), context, this::writeCsv)))
                .next(
                        step(
                                "practices",
                                context ->
                                        file(
                                                "practices",
                                                practices(),
                                                context,
                                                this::writePractices)))
                .next(step("json", context -> file("json", json(), context, this::writeJson)))
                .next(compare)
                .on(UNCHANGED.getExitCode())
                .end()
                .from(compare)
                .on(ExitStatus.FAILED.getExitCode())
                .fail()
                .from(compare)
                .on("*")
                .to(step("xlsx", context -> file("xlsx", xlsx(), context, this::writeXlsx)))
                .next(step("manifest", this::manifest))
                .next(step("publish", this::publish))
                .end()
                .build();
    }

    private String csv() {
        return facts.name() + ".csv";
    }

    private String practices() {
        return facts.name() + "-practices.csv";
    }

    private String json() {
        return facts.name() + ".json";
    }

    private String xlsx() {
        return facts.name() + ".xlsx";
    }

    private void writeCsv(Path file, ExecutionContext context) throws IOException {
        try (var table =
                new CsvTable<>(List.of(RegisterColumn.values()), Files.newOutputStream(file))) {
            snapshot.each(looked("csv"), table::row);
            context.putString("csv.measure", table.measure().asText());
        }
    }

    private void writePractices(Path file, ExecutionContext context) throws IOException {
        try (var table =
                new CsvTable<PracticeRow>(
                        List.of(PracticeColumn.values()), Files.newOutputStream(file))) {
            snapshot.each(looked("practices"), row -> row.practices().forEach(table::row));
            context.putString("practices.measure", table.measure().asText());
        }
    }

    private void writeJson(Path file, ExecutionContext context) throws IOException {
        try (var records = new JsonRecords(Files.newOutputStream(file))) {
            snapshot.each(
                    looked("json"),
                    row -> {
                        try {
                            records.row(row);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }

    private void writeXlsx(Path file, ExecutionContext context) throws IOException {
        var others =
                List.of(
                        new OtherFile(
                                csv(),
                                "CSV",
                                context.getLong("csv.bytes"),
                                "one row for each breach"),
                        new OtherFile(
                                practices(),
                                "CSV",
                                context.getLong("practices.bytes"),
                                "one row for each breach and reference to the Code"),
                        new OtherFile(
                                json(),
                                "JSON",
                                context.getLong("json.bytes"),
                                "the same breaches as the programming interface gives them"));
        new EditionWorkbook(
                        facts,
                        others,
                        TableMeasure.parse(context.getString("csv.measure")),
                        TableMeasure.parse(context.getString("practices.measure")))
                .write(file, snapshot, looked("xlsx"));
    }

    /// Ends the job where the newest version has the same rows, whenever it was compiled.
    private ExitStatus compare(ExecutionContext context) throws IOException {
        var newest = folder.newest();
        if (newest == null
                || !sum("csv", context).equals(newest.sum(".csv"))
                || !sum("practices", context).equals(newest.sum("-practices.csv"))
                || !sum("json", context).equals(newest.sum(".json"))) {
            return ExitStatus.COMPLETED;
        }
        newest.mustBeSound();
        folder.discardPart();
        return UNCHANGED;
    }

    private ExitStatus manifest(ExecutionContext context) throws IOException {
        var files = new ArrayList<Manifest.Listed>();
        for (var step : List.of("csv", "practices", "json", "xlsx")) {
            files.add(
                    new Manifest.Listed(
                            context.getString(step + ".name"),
                            context.getLong(step + ".bytes"),
                            sum(step, context)));
        }
        var counts =
                new Manifest.Counts(
                        TableMeasure.parse(context.getString("csv.measure")).rows(),
                        TableMeasure.parse(context.getString("practices.measure")).rows(),
                        snapshot.undated());
        if (!folder.isPublished()) {
            Files.write(
                    folder.part().resolve(Manifest.FILE),
                    new Manifest(facts, counts, files).sealed());
        }
        progress.at("manifest", 1, 1);
        return ExitStatus.COMPLETED;
    }

    private ExitStatus publish(ExecutionContext context) throws IOException {
        folder.publish();
        return ExitStatus.COMPLETED;
    }

    /// Writes a file unless an earlier run did so.
    private ExitStatus file(String step, String name, ExecutionContext context, FileWriter writer)
            throws IOException {
        var file = folder.part().resolve(name);
        if (!sum(step, context).isEmpty() && folder.holds(name, sum(step, context))) {
            return ExitStatus.COMPLETED;
        }
        Files.createDirectories(folder.part());
        writer.write(file, context);
        context.putString(step + ".name", name);
        context.putLong(step + ".bytes", Files.size(file));
        context.putString(step + ".sha256", Checksum.of(file));
        return ExitStatus.COMPLETED;
    }

    private static String sum(String step, ExecutionContext context) {
        return context.getString(step + ".sha256", "");
    }

    private RowSource.Looked looked(String step) {
        return (done, total) -> progress.at(step, done, total);
    }

    /// A step that works on files alone and so needs no transaction. It runs at every start, to see
    /// whether its work is still there.
    private Step step(String name, Action action) {
        return new StepBuilder(name, jobs)
                .tasklet(
                        (contribution, chunk) -> {
                            var execution = contribution.getStepExecution();
                            var context = execution.getJobExecution().getExecutionContext();
                            contribution.setExitStatus(action.run(context));
                            return RepeatStatus.FINISHED;
                        },
                        new ResourcelessTransactionManager())
                .allowStartIfComplete(true)
                .build();
    }

    private interface Action {
        ExitStatus run(ExecutionContext context) throws IOException;
    }

    private interface FileWriter {
        void write(Path file, ExecutionContext context) throws IOException;
    }
}
