package org.breachregister.batch.edition;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.support.JdbcTransactionManager;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

/// The runs of the edition job for one edition in one directory. While this is open no other
/// process can run them, so that a run that the history calls started was killed.
final class EditionRuns implements AutoCloseable {

    /// Tells our locks from other advisory locks of the database.
    private static final int LOCKS_OF_EDITIONS = 0xED17;

    /// The parameter that holds a digest of the path, which may be too long itself.
    private static final String PLACE = "place";

    private static final int ATTEMPTS = 5;

    private final Connection lock;
    private final String place;
    private final JobRepository jobs;
    private final TaskExecutorJobOperator operator;

    private EditionRuns(Connection lock, String place, JobRepository jobs) throws Exception {
        this.lock = lock;
        this.place = place;
        this.jobs = jobs;
        operator = new TaskExecutorJobOperator();
        operator.setJobRepository(jobs);
        operator.setJobRegistry(new MapJobRegistry());
        operator.setTaskExecutor(new SyncTaskExecutor());
        operator.afterPropertiesSet();
    }

    /// Takes the edition for this process.
    ///
    /// @param place the path of the edition without its version
    /// @param patience how long to wait for a process that has it; the server may take a moment to
    ///   notice that one was killed
    static EditionRuns begin(DataSource database, Path place, Duration patience) {
        try {
            var lock = database.getConnection();
            try {
                take(lock, place, patience);
                return new EditionRuns(
                        lock,
                        Checksum.of(place.toString().getBytes(StandardCharsets.UTF_8)),
                        repository(database));
            } catch (Exception e) {
                lock.close();
                throw e;
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(
                    "The history of runs cannot be used: " + e.getMessage(), e);
        }
    }

    JobRepository jobs() {
        return jobs;
    }

    /// Marks runs as failed that were killed, so that they can be taken up again.
    void recover() {
        for (int attempt = 1; ; attempt++) {
            try {
                jobs.findRunningJobExecutions(EditionJob.NAME).stream()
                        .filter(execution ->
                                place.equals(execution.getJobParameters().getString(PLACE)))
                        .forEach(operator::recover);
                return;
            } catch (OptimisticLockingFailureException e) {
                // The last transaction of the killed process ended only now.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /// Runs the job, taking up an unfinished run for the same edition.
    void run(EditionJob job, EditionFacts facts) {
        JobExecution execution;
        try {
            execution = operator.start(job.job(), parameters(facts));
        } catch (JobExecutionException e) {
            throw new IllegalStateException(
                    "The edition %s cannot be compiled: %s".formatted(facts.name(), e.getMessage()),
                    e);
        }
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw failure(facts, execution.getAllFailureExceptions());
        }
    }

    /// The same edition of the same register has the same parameters; a number tells the runs apart
    /// that are made anew after one was completed, because its directory was moved away.
    private JobParameters parameters(EditionFacts facts) {
        for (long run = 1; ; run++) {
            var parameters =
                    new JobParametersBuilder()
                            .addString(PLACE, place)
                            .addString("edition", facts.name())
                            .addString("asAt", facts.asAt().toString())
                            .addLong("logPosition", facts.logPosition())
                            .addString("logDigest", facts.logDigest())
                            .addLong("run", run)
                            .toJobParameters();
            var last = jobs.getLastJobExecution(EditionJob.NAME, parameters);
            if (last == null
                    || last.getStatus() == BatchStatus.FAILED
                    || last.getStatus() == BatchStatus.STOPPED) {
                return parameters;
            }
        }
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

    private static void take(Connection lock, Path place, Duration patience)
            throws SQLException, InterruptedException {
        var until = System.nanoTime() + patience.toNanos();
        while (!taken(lock, place)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(
                        "Another process is compiling %s just now. Try again when it is done."
                                .formatted(place));
            }
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    private static boolean taken(Connection lock, Path place) throws SQLException {
        try (var statement = lock.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            statement.setInt(1, LOCKS_OF_EDITIONS);
            statement.setInt(2, place.toString().hashCode());
            try (var taken = statement.executeQuery()) {
                return taken.next() && taken.getBoolean(1);
            }
        }
    }

    private static JobRepository repository(DataSource database) throws Exception {
        var factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(database);
        factory.setTransactionManager(new JdbcTransactionManager(database));
        // Our lock keeps two runs of one edition apart; more than that is not needed.
        factory.setIsolationLevelForCreate("ISOLATION_READ_COMMITTED");
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    @Override
    public void close() {
        try (var held = lock;
                var statement = held.prepareStatement("select pg_advisory_unlock_all()")) {
            statement.execute();
        } catch (SQLException e) {
            // The lock ends with the connection, whichever way that ends.
        }
    }
}
