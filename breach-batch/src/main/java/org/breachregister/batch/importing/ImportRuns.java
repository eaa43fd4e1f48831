package org.breachregister.batch.importing;

import org.breachregister.batch.run.JobRuns;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

import javax.sql.DataSource;

/// The runs of the import job. While this is open no other process runs it on the same database.
final class ImportRuns implements AutoCloseable {

    /// Tells our lock from other advisory locks of the database.
    private static final JobRuns.LockName LOCK_OF_IMPORTS = new JobRuns.LockName(0x1390, 0);

    private static final int LONGEST_PARAMETER = 500;

    private final JobRuns runs;

    private ImportRuns(JobRuns runs) {
        this.runs = runs;
    }

    /// Waits for its turn.
    static ImportRuns begin(DataSource database, ImportProgress progress) {
        try {
            return new ImportRuns(
                    JobRuns.begin(
                            database,
                            ImportJob.NAME,
                            LOCK_OF_IMPORTS,
                            runs -> {
                                take(runs, progress);
                                runs.recover(_ -> true);
                            }));
        } catch (Exception e) {
            throw new ImportFailed("The history of imports cannot be used: " + e.getMessage(), e);
        }
    }

    JobRepository jobs() {
        return runs.jobs();
    }

    /// Runs the job, taking up an unfinished run for the same paths.
    void run(Job job, List<Path> paths, boolean historic) {
        JobExecution execution;
        try {
            execution = runs.run(job, parameters(paths, historic));
        } catch (JobExecutionException e) {
            throw new ImportFailed("The import cannot be started: " + e.getMessage(), e);
        }
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            var causes = execution.getAllFailureExceptions();
            var cause =
                    causes.isEmpty()
                            ? new IllegalStateException("it was stopped")
                            : causes.getFirst();
            throw new ImportFailed(
                    "The import broke off: %s. Start it again to do the rest."
                            .formatted(cause.getMessage()),
                    cause);
        }
    }

    /// Paths and purpose identify an import.
    private static JobParameters parameters(List<Path> paths, boolean historic) {
        var absolute =
                String.join(
                        "\n",
                        paths.stream()
                                .map(path -> path.toAbsolutePath().normalize().toString())
                                .toList());
        return new JobParametersBuilder()
                .addString("pathsDigest", sha256(absolute))
                .addString("historic", Boolean.toString(historic))
                .addString("paths", abbreviated(absolute), false)
                .toJobParameters();
    }

    private static String abbreviated(String text) {
        return text.length() <= LONGEST_PARAMETER
                ? text
                : text.substring(0, LONGEST_PARAMETER) + "...";
    }

    private static void take(JobRuns runs, ImportProgress progress) throws SQLException {
        if (!runs.locked()) {
            progress.waiting();
            runs.lock();
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        runs.close();
    }
}
