package org.breachregister.core.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

import javax.sql.DataSource;

/// A PostgreSQL database whose tables are up to date. Closing it lets go of the connections and,
/// for an embedded server that nobody else uses, stops the server; the end of the program closes
/// what was left open.
public final class Database implements AutoCloseable {

    static final String NAME = "breach";

    /// The version of the tables that this program knows.
    public static final int SCHEMA = Schema.VERSION;

    private static final int ATTEMPTS = 10;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final HikariDataSource pool;
    private final @Nullable EmbeddedPostgres server;
    private final @Nullable DataSource owner;
    private final Thread atExit = new Thread(this::closeAtExit, "close-database");
    private boolean closed;

    private Database(
            HikariDataSource pool, @Nullable EmbeddedPostgres server, @Nullable DataSource owner) {
        this.pool = pool;
        this.server = server;
        this.owner = owner;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /// Opens the embedded database of a home, starting its server unless it runs already. Several
    /// programs can have it open at once.
    ///
    /// @throws DatabaseUnavailable where it cannot be used, saying why
    public static Database open(Home home) {
        home.refuseUnfinished();
        var server = EmbeddedPostgres.join(home);
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    prepare(server, NAME);
                    return new Database(applicationPool(server, NAME), server, null);
                } catch (DatabaseUnavailable e) {
                    if (attempt == ATTEMPTS || !isPassing(e)) {
                        throw e;
                    }
                    server.comeBack();
                }
            }
        } catch (RuntimeException e) {
            server.leave();
            throw e;
        }
    }

    /// Whether it comes of a server that was caught dying.
    private static boolean isPassing(DatabaseUnavailable e) {
        return e.getCause() instanceof SQLException reason
                && reason.getSQLState() != null
                && (reason.getSQLState().startsWith("08")
                        || reason.getSQLState().startsWith("57P"));
    }

    /// Opens a database that runs elsewhere.
    ///
    /// @param program who the program works as; it must own nothing
    /// @param owner who makes the tables and brings them up to date, and nothing else; null where
    ///   they are up to date
    /// @throws DatabaseUnavailable where it cannot be used, saying why
    public static Database connect(String url, Login program, @Nullable Login owner) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseUnavailable(
                    "Not the address of a PostgreSQL database: '%s'. It looks like"
                                    .formatted(withoutParameters(url))
                            + " jdbc:postgresql://host:5432/name.");
        }
        new DatabaseElsewhere(url, program).prepare(owner);
        return new Database(pool(url, program), null, owner == null ? null : single(url, owner));
    }

    /// Pooled connections with the rights of the program itself.
    public DataSource dataSource() {
        return dataSource(() -> Identity.PROGRAM);
    }

    /// Pooled connections, each with the rights of whoever it is handed out to.
    ///
    /// @param who asked whenever a connection is handed out
    public DataSource dataSource(Supplier<Identity> who) {
        return new ActingDataSource(pool, who);
    }

    /// Connections of the tables' owner, whom row security does not bind: for backups.
    ///
    /// @throws DatabaseUnavailable for a database elsewhere whose owner is not named
    public DataSource owner() {
        var embedded = server;
        if (embedded != null) {
            return owner(embedded, NAME);
        }
        var named = owner;
        if (named == null) {
            throw new DatabaseUnavailable(
                    "This needs the owner of the tables. Name it in breach.database.owner.username"
                            + " and .password.");
        }
        return named;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The program is ending already.
        }
        pool.close();
        var embedded = server;
        if (embedded != null) {
            embedded.leave();
        }
    }

    /// Leaves work that is under way some time: its own end may close this in good order.
    private void closeAtExit() {
        var waited = Duration.ZERO;
        var step = Duration.ofMillis(50);
        try {
            while (pool.isRunning()
                    && pool.getHikariPoolMXBean().getActiveConnections() > 0
                    && waited.compareTo(GRACE) < 0) {
                Thread.sleep(step);
                waited = waited.plus(step);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    /// Makes the database on an embedded server, its tables and its application's user, unless all
    /// are there and up to date.
    static void prepare(EmbeddedPostgres server, String name) {
        if (isPrepared(server, name)) {
            return;
        }
        server.whileOthersWait(() -> {
            if (!isPrepared(server, name)) {
                createApplicationUser(server);
                Schema.migrate(owner(server, name), EmbeddedPostgres.APPLICATION);
            }
        });
    }

    private static boolean isPrepared(EmbeddedPostgres server, String name) {
        var owner = owner(server, name);
        try (var connection = owner.getConnection()) {
            return Schema.isCurrent(connection, EmbeddedPostgres.APPLICATION);
        } catch (SQLException e) {
            if (!"3D000".equals(e.getSQLState())) {
                throw explained(e, server.url(name), EmbeddedPostgres.OWNER);
            }
        }
        execute(server, "create database " + name);
        return false;
    }

    static void createApplicationUser(EmbeddedPostgres server) {
        execute(
                server,
                """
                do $$ begin
                    if not exists (select from pg_roles where rolname = '%1$s') then
                        create role %1$s login;
                    end if;
                    alter role %1$s password '%2$s';
                end $$\
                """
                        .formatted(EmbeddedPostgres.APPLICATION, server.applicationPassword()));
    }

    /// Runs a statement as the owner of all databases of an embedded server.
    static void execute(EmbeddedPostgres server, String sql) {
        try (Connection connection = owner(server, "postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            // Another process may have made the database in the meantime.
            if (!"42P04".equals(e.getSQLState()) && !"23505".equals(e.getSQLState())) {
                throw explained(e, server.url("postgres"), EmbeddedPostgres.OWNER);
            }
        }
    }

    static DataSource owner(EmbeddedPostgres server, String name) {
        return single(server.url(name), new Login(EmbeddedPostgres.OWNER, server.ownerPassword()));
    }

    static HikariDataSource applicationPool(EmbeddedPostgres server, String name) {
        return pool(
                server.url(name),
                new Login(EmbeddedPostgres.APPLICATION, server.applicationPassword()));
    }

    static DataSource single(String url, Login login) {
        var single = new PGSimpleDataSource();
        single.setUrl(url);
        single.setUser(login.user());
        single.setPassword(login.password());
        single.setConnectTimeout(10);
        single.setApplicationName("breach-register");
        return single;
    }

    private static HikariDataSource pool(String url, Login login) {
        var settings = new HikariConfig();
        settings.setPoolName("breach");
        settings.setJdbcUrl(url);
        settings.setUsername(login.user());
        settings.setPassword(login.password());
        settings.setMaximumPoolSize(10);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        settings.addDataSourceProperty("reWriteBatchedInserts", "true");
        settings.addDataSourceProperty("ApplicationName", "breach-register");
        settings.addDataSourceProperty("connectTimeout", "10");
        settings.addDataSourceProperty("tcpKeepAlive", "true");
        // Details quote rows, which may tell of persons; messages end up in logs.
        settings.addDataSourceProperty("logServerErrorDetail", "false");
        try {
            return new HikariDataSource(settings);
        } catch (RuntimeException e) {
            var cause = e.getCause();
            throw cause instanceof SQLException reason
                    ? explained(reason, url, login.user())
                    : new DatabaseUnavailable(
                            "The database at %s cannot be used: %s"
                                    .formatted(withoutParameters(url), e.getMessage()),
                            e);
        }
    }

    static DatabaseUnavailable explained(SQLException e, String url, String user) {
        var address = withoutParameters(url);
        var state = String.valueOf(e.getSQLState());
        var message =
                switch (state.length() < 2 ? "" : state.substring(0, 2)) {
                    case "08" ->
                            "No PostgreSQL server answers at %s. Start it, or correct the address."
                                    .formatted(address);
                    case "28" ->
                            "The PostgreSQL server at %s does not let user '%s' in. Correct the"
                                            .formatted(address, user)
                                    + " user name or the password.";
                    case "3D" ->
                            "The PostgreSQL server has no such database: %s. Create it, or correct"
                                            .formatted(address)
                                    + " the address.";
                    default ->
                            "The database at %s cannot be used: %s"
                                    .formatted(address, e.getMessage());
                };
        return new DatabaseUnavailable(message, e);
    }

    static String withoutParameters(String url) {
        var question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }
}
