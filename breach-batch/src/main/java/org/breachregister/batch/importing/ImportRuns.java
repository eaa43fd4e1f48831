package org.breachregister.batch.importing;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

import javax.sql.DataSource;

/// The runs of the import job. While this is open no other process runs it on the same database, so
/// that a run which the history calls started was killed.
final class ImportRuns implements AutoCloseable {

    /// Tells our lock from other advisory locks of the database.
    private static final int LOCK_OF_IMPORTS = 0x1390;

    private static final int ATTEMPTS = 5;
    private static final int LONGEST_PARAMETER = 500;

    private final Connection lock;
    private final JobRepository jobs;
    private final TaskExecutorJobOperator operator;

    private ImportRuns(Connection lock, JobRepository jobs, TaskExecutorJobOperator operator) {
        this.lock = lock;
        this.jobs = jobs;
        this.operator = operator;
    }

    /// Waits for its turn.
    static ImportRuns begin(DataSource database, ImportProgress progress) {
        try {
            var lock = database.getConnection();
            try {
                if (!locked(lock, "select pg_try_advisory_lock(?, 0)")) {
                    progress.waiting();
                    locked(lock, "select pg_advisory_lock(?, 0) is not null");
                }
                var jobs = repository(database);
                var runs = new ImportRuns(lock, jobs, operator(jobs));
                runs.recover();
                return runs;
            } catch (Exception e) {
                lock.close();
                throw e;
            }
        } catch (Exception e) {
            throw new ImportFailed("The history of imports cannot be used: " + e.getMessage(), e);
        }
    }

    JobRepository jobs() {
        return jobs;
    }

    /// Runs the job, taking up an unfinished run for the same paths.
    void run(Job job, List<Path> paths, boolean historic) {
        JobExecution execution;
        try {
            execution = operator.start(job, parameters(paths, historic));
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

    /// Marks the runs of killed processes as failed, so that they can be taken up again.
    private void recover() {
        for (int attempt = 1; ; attempt++) {
            try {
                jobs.findRunningJobExecutions(ImportJob.NAME).forEach(operator::recover);
                return;
            } catch (OptimisticLockingFailureException e) {
                // The last transaction of a killed process ended only now.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /// Paths and purpose identify an import; a number tells it from completed ones of the same.
    private JobParameters parameters(List<Path> paths, boolean historic) {
        var absolute =
                String.join(
                        "\n",
                        paths.stream()
                                .map(path -> path.toAbsolutePath().normalize().toString())
                                .toList());
        for (long run = 1; ; run++) {
            var parameters =
                    new JobParametersBuilder()
                            .addString("pathsDigest", sha256(absolute))
                            .addString("historic", Boolean.toString(historic))
                            .addLong("run", run)
                            .addString("paths", abbreviated(absolute), false)
                            .toJobParameters();
            var last = jobs.getLastJobExecution(ImportJob.NAME, parameters);
            if (last == null
                    || last.getStatus() == BatchStatus.FAILED
                    || last.getStatus() == BatchStatus.STOPPED) {
                return parameters;
            }
        }
    }

    private static String abbreviated(String text) {
        return text.length() <= LONGEST_PARAMETER
                ? text
                : text.substring(0, LONGEST_PARAMETER) + "...";
    }

    private static boolean locked(Connection lock, String question) throws SQLException {
        try (var statement = lock.prepareStatement(question)) {
            statement.setInt(1, LOCK_OF_IMPORTS);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static JobRepository repository(DataSource database) throws Exception {
        var factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(database);
        factory.setTransactionManager(new JdbcTransactionManager(database));
        // Our lock keeps two runs apart; more than that is not needed.
        factory.setIsolationLevelForCreate("ISOLATION_READ_COMMITTED");
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    private static TaskExecutorJobOperator operator(JobRepository jobs) throws Exception {
        var operator = new TaskExecutorJobOperator();
        operator.setJobRepository(jobs);
        operator.setJobRegistry(new MapJobRegistry());
        operator.setTaskExecutor(new SyncTaskExecutor());
        operator.afterPropertiesSet();
        return operator;
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
        try (lock) {
            locked(lock, "select pg_advisory_unlock(?, 0)");
        } catch (SQLException e) {
            // The lock ends with the connection, whichever way that ends.
        }
    }
}
