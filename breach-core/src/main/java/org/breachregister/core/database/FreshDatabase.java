package org.breachregister.core.database;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;

import javax.sql.DataSource;

/// A database with tables and no rows, to put what was kept elsewhere into. The program's own users
/// cannot use it until it is finished.
public final class FreshDatabase implements AutoCloseable {

    private final DataSource owner;
    private final String program;
    private final @Nullable EmbeddedPostgres server;

    private FreshDatabase(DataSource owner, String program, @Nullable EmbeddedPostgres server) {
        this.owner = owner;
        this.program = program;
        this.server = server;
    }

    /// Makes the embedded database of a home that has none.
    ///
    /// @param version of the tables
    /// @throws DatabaseUnavailable where it cannot be made, saying why
    public static FreshDatabase of(Home home, int version) {
        var server = EmbeddedPostgres.join(home);
        try {
            Database.execute(server, "create database " + Database.NAME);
            Database.createApplicationUser(server);
            var owner = Database.owner(server, Database.NAME);
            Schema.migrateTo(owner, version);
            return new FreshDatabase(owner, EmbeddedPostgres.APPLICATION, server);
        } catch (RuntimeException e) {
            server.leave();
            throw e;
        }
    }

    /// Makes the tables of a database that runs elsewhere.
    ///
    /// @param program who the program will work as
    /// @param owner who owns the tables
    /// @param version of the tables
    /// @throws DatabaseUnavailable where that cannot be done, or there are tables already
    public static FreshDatabase elsewhere(String url, Login program, Login owner, int version) {
        var tables = Database.single(url, owner);
        try (var connection = tables.getConnection();
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "select count(*) from pg_tables where schemaname = 'public'")) {
            found.next();
            if (found.getInt(1) > 0) {
                throw new DatabaseUnavailable(
                        "The database at %s has tables already. Name an empty one."
                                .formatted(Database.withoutParameters(url)));
            }
        } catch (SQLException e) {
            throw Database.explained(e, url, owner.user());
        }
        Schema.migrateTo(tables, version);
        return new FreshDatabase(tables, program.user(), null);
    }

    /// Takes away what a process that was killed left of a home it was making, its server included.
    public static void discard(Home home) {
        if (!Files.exists(home.directory())) {
            return;
        }
        if (Files.exists(home.postgres().resolve("postmaster.pid"))) {
            EmbeddedPostgres.join(home).leave();
        }
        for (var attempt = 1; ; attempt++) {
            try {
                PostgresBinaries.deleteAll(home.directory());
                return;
            } catch (IOException e) {
                // What the killed process had begun may still be writing there.
                if (attempt == 20) {
                    throw new DatabaseUnavailable(
                            "%s cannot be taken away: %s"
                                    .formatted(home.directory(), e.getMessage()),
                            e);
                }
                PostgresServer.pause(250);
            }
        }
    }

    /// Connections of the tables' owner.
    public DataSource owner() {
        return owner;
    }

    /// Brings the tables up to date and opens them to the program.
    public void finish() {
        Schema.migrate(owner, program);
    }

    @Override
    public void close() {
        var embedded = server;
        if (embedded != null) {
            embedded.leave();
        }
    }
}
