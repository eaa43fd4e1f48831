package org.breachregister.batch.edition;

import org.breachregister.batch.run.JobRuns;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

/// The runs of the edition job for one edition in one directory. While this is open no other
/// process can run them.
final class EditionRuns implements AutoCloseable {

    /// Tells our locks from other advisory locks of the database.
    private static final int LOCKS_OF_EDITIONS = 0xED17;

    /// The parameter that holds a digest of the path, which may be too long itself.
    private static final String PLACE = "place";

    private final JobRuns runs;
    private final String place;

    private EditionRuns(JobRuns runs, String place) {
        this.runs = runs;
        this.place = place;
    }

    /// Takes the edition for this process.
    ///
    /// @param place the path of the edition without its version
    /// @param patience how long to wait for a process that has it; the server may take a moment to
    ///   notice that one was killed
    static EditionRuns begin(DataSource database, Path place, Duration patience) {
        try {
            var lock = new JobRuns.LockName(LOCKS_OF_EDITIONS, place.toString().hashCode());
            return new EditionRuns(
                    JobRuns.begin(
                            database, EditionJob.NAME, lock, runs -> take(runs, place, patience)),
                    Checksum.of(place.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(
                    "The history of runs cannot be used: " + e.getMessage(), e);
        }
    }

    JobRepository jobs() {
        return runs.jobs();
    }

    /// Marks runs as failed that were killed, so that they can be taken up again.
    void recover() {
        runs.recover(parameters -> place.equals(parameters.getString(PLACE)));
    }

    /// Runs the job, taking up an unfinished run for the same edition.
    void run(EditionJob job, EditionFacts facts) {
        JobExecution execution;
        try {
            execution = runs.run(job.job(), parameters(facts));
        } catch (JobExecutionException e) {
            throw new IllegalStateException(
                    "The edition %s cannot be compiled: %s".formatted(facts.name(), e.getMessage()),
                    e);
        }
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw failure(facts, execution.getAllFailureExceptions());
        }
    }

    /// The same edition of the same register has the same parameters. It is run anew after it was
    /// completed where its directory was moved away.
    private JobParameters parameters(EditionFacts facts) {
        return new JobParametersBuilder()
                .addString(PLACE, place)
                .addString("edition", facts.name())
                .addString("asAt", facts.asAt().toString())
                .addLong("logPosition", facts.logPosition())
                .addString("logDigest", facts.logDigest())
                .toJobParameters();
    }

    private static RuntimeException failure(EditionFacts facts, List<Throwable> causes) {
        if (!causes.isEmpty() && causes.getFirst() instanceof RuntimeException cause) {
            return cause;
        }
        var cause = causes.isEmpty() ? null : causes.getFirst();
        return new IllegalStateException(
                "The edition %s was not finished: %s"
                        .formatted(
                                facts.name(),
                                cause == null ? "the run was stopped" : cause.getMessage()),
                cause);
    }

    private static void take(JobRuns runs, Path place, Duration patience)
            throws SQLException, InterruptedException {
        var until = System.nanoTime() + patience.toNanos();
        while (!runs.locked()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(
                        "Another process is compiling %s just now. Try again when it is done."
                                .formatted(place));
            }
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    @Override
    public void close() {
        runs.close();
    }
}
