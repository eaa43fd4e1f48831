package org.breachregister.core.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

import javax.sql.DataSource;

/// Databases to test with: one real embedded server for all tests of a JVM, and a fresh database
/// for each that asks.
public final class TestDatabase {

    private static final String TEMPLATE = "template_breach";
    private static final int MOST_IDLE_POOLS = 8;
    private static final Deque<HikariDataSource> POOLS = new ArrayDeque<>();
    private static int count;

    private TestDatabase() {}

    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                var home = new Home(Files.createTempDirectory("breach-test-"));
                var server = EmbeddedPostgres.join(home);
                Database.prepare(server, TEMPLATE);
                Runtime.getRuntime()
                        .addShutdownHook(
                                new Thread(() -> {
                                    server.leave();
                                    delete(home);
                                }));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Home home) {
            try {
                PostgresBinaries.deleteAll(home.directory());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// A database with all tables and no rows, seen with the rights of the program.
    public static DataSource fresh() {
        return fresh(() -> Identity.PROGRAM);
    }

    /// The same, seen with the rights of whoever a connection is handed out to.
    public static DataSource fresh(Supplier<Identity> who) {
        return new ActingDataSource(freshFor(false), who);
    }

    /// The same, with the connection that the program signs in with and no identity.
    public static DataSource freshWithoutIdentity() {
        return freshFor(false);
    }

    /// A database of [#freshWithoutIdentity] seen with the rights of whoever a connection is handed
    /// out to.
    public static DataSource seenBy(DataSource withoutIdentity, Supplier<Identity> who) {
        return new ActingDataSource(withoutIdentity, who);
    }

    /// Connections of their own to a database of [#freshWithoutIdentity], as another process has
    /// them.
    public static DataSource anotherPool(DataSource withoutIdentity) {
        var settings = new HikariConfig();
        ((HikariDataSource) withoutIdentity).copyStateTo(settings);
        return new HikariDataSource(settings);
    }

    /// The same, seen with the rights of the tables' owner.
    public static DataSource freshAsOwner() {
        return freshFor(true);
    }

    /// One database seen from both sides.
    ///
    /// @param application with the connection that the program signs in with and no identity
    /// @param owner with the rights of the tables' owner
    public record BothSides(DataSource application, DataSource owner) {}

    /// The same, seen from both sides.
    public static BothSides freshFromBothSides() {
        var name = freshName();
        return new BothSides(application(name), Database.owner(Server.RUNNING, name));
    }

    /// One database seen by people and by the program.
    ///
    /// @param acting with the rights of whoever a connection is handed out to
    /// @param program with the rights of the program
    /// @param owner with the rights of the tables' owner
    public record Seen(DataSource acting, DataSource program, DataSource owner) {}

    /// The same, seen by whoever acts and by the program.
    public static Seen freshSeenBy(Supplier<Identity> who) {
        var name = freshName();
        var pool = application(name);
        return new Seen(
                new ActingDataSource(pool, who),
                new ActingDataSource(pool, () -> Identity.PROGRAM),
                Database.owner(Server.RUNNING, name));
    }

    private static DataSource freshFor(boolean owner) {
        var name = freshName();
        return owner ? Database.owner(Server.RUNNING, name) : application(name);
    }

    private static synchronized String freshName() {
        var name = "test_" + ++count;
        Database.execute(
                Server.RUNNING, "create database %s template %s".formatted(name, TEMPLATE));
        return name;
    }

    /// A database that runs elsewhere, seen from a program that is told its address.
    ///
    /// @param program who the program works as
    /// @param owner who makes the tables
    public record Elsewhere(String url, Login program, Login owner) {}

    /// An empty one of those.
    public static synchronized Elsewhere elsewhere() {
        var name = "elsewhere_" + ++count;
        var program = new Login(name + "_program", "p");
        var owner = new Login(name + "_owner", "o");
        for (var sql :
                new String[] {
                    "create role %s login password 'p'".formatted(program),
                    "create role %s login createrole password 'o'".formatted(owner),
                    // The tests' own database made the roles of the register.
                    "grant breach_public, breach_producer, breach_analyst, breach_caseworker, breach_program to %s with admin option"
                            .formatted(owner),
                    "create database %s owner %s".formatted(name, owner)
                }) {
            Database.execute(Server.RUNNING, sql);
        }
        return new Elsewhere(Server.RUNNING.url(name), program, owner);
    }

    /// Tests by the hundred share one server's connections: those that a pool keeps for later are
    /// closed once some newer pools have been opened.
    private static synchronized DataSource application(String name) {
        while (POOLS.size() >= MOST_IDLE_POOLS) {
            POOLS.remove().getHikariPoolMXBean().softEvictConnections();
        }
        var pool = Database.applicationPool(Server.RUNNING, name);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
        POOLS.add(pool);
        return pool;
    }
}
