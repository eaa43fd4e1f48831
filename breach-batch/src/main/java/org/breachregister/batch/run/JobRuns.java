package org.breachregister.batch.run;

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

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;

import javax.sql.DataSource;

/// The runs of one job under one lock. While this is open no other process has the lock, so that a
/// run under it which the history calls started was killed.
public final class JobRuns implements AutoCloseable {

    private static final int ATTEMPTS = 5;

    private final String job;
    private final LockName name;
    private final Connection lock;
    private final JobRepository jobs;
    private final TaskExecutorJobOperator operator;

    private JobRuns(String job, LockName name, Connection lock, JobRepository jobs)
            throws Exception {
        this.job = job;
        this.name = name;
        this.lock = lock;
        this.jobs = jobs;
        operator = new TaskExecutorJobOperator();
        operator.setJobRepository(jobs);
        operator.setJobRegistry(new MapJobRegistry());
        operator.setTaskExecutor(new SyncTaskExecutor());
        operator.afterPropertiesSet();
    }

    /// The name of an advisory lock of the database.
    ///
    /// @param kind tells the locks of a job from all others
    /// @param which tells the locks of a job from each other
    public record LockName(int kind, int which) {}

    /// How a job comes to its turn: by [#locked()] or [#lock()], and what has to follow at once.
    @FunctionalInterface
    public interface Turn {
        void take(JobRuns runs) throws Exception;
    }

    /// Takes the lock for this process.
    ///
    /// @param job the name of the job
    public static JobRuns begin(DataSource database, String job, LockName name, Turn turn)
            throws Exception {
        var lock = database.getConnection();
        try {
            var runs = new JobRuns(job, name, lock, repository(database));
            turn.take(runs);
            return runs;
        } catch (Exception e) {
            release(lock);
            throw e;
        }
    }

    /// Takes the lock if nobody has it, and tells whether it did.
    public boolean locked() throws SQLException {
        return answer("select pg_try_advisory_lock(?, ?)");
    }

    /// Waits for the lock and takes it.
    public void lock() throws SQLException {
        answer("select pg_advisory_lock(?, ?) is not null");
    }

    public JobRepository jobs() {
        return jobs;
    }

    /// Marks runs as failed that were killed, so that they can be taken up again.
    ///
    /// @param ours tells the runs under this lock by their parameters
    public void recover(Predicate<JobParameters> ours) {
        for (int attempt = 1; ; attempt++) {
            try {
                jobs.findRunningJobExecutions(job).stream()
                        .filter(execution -> ours.test(execution.getJobParameters()))
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

    /// Runs the job, taking up an unfinished run with the same parameters.
    public JobExecution run(Job job, JobParameters parameters) throws JobExecutionException {
        return operator.start(job, numbered(parameters));
    }

    /// A number tells a run from completed ones with the same parameters.
    private JobParameters numbered(JobParameters parameters) {
        for (long run = 1; ; run++) {
            var numbered =
                    new JobParametersBuilder(parameters).addLong("run", run).toJobParameters();
            var last = jobs.getLastJobExecution(job, numbered);
            if (last == null
                    || last.getStatus() == BatchStatus.FAILED
                    || last.getStatus() == BatchStatus.STOPPED) {
                return numbered;
            }
        }
    }

    private boolean answer(String question) throws SQLException {
        try (var statement = lock.prepareStatement(question)) {
            statement.setInt(1, name.kind());
            statement.setInt(2, name.which());
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

    @Override
    public void close() {
        release(lock);
    }

    /// Gives the connection back to the pool without the lock.
    private static void release(Connection lock) {
        try (lock;
                var statement = lock.prepareStatement("select pg_advisory_unlock_all()")) {
            statement.execute();
        } catch (SQLException e) {
            // The lock ends with the connection, whichever way that ends.
        }
    }
}
