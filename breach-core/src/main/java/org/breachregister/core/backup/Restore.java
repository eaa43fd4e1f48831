package org.breachregister.core.backup;

import org.breachregister.core.database.FreshDatabase;
import org.breachregister.core.database.Home;
import org.breachregister.core.database.Sql;
import org.breachregister.core.publication.RegisterLog;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

import javax.sql.DataSource;

/// Puts a backup back into a home that holds nothing. All of it is made and checked aside, in
/// `HOME.restoring`, and takes its place when it is whole; until then the home cannot be used.
public final class Restore {

    /// What a look at a home leaves in it.
    private static final Set<String> TRACES =
            Set.of("server.lock", "postgres.lock", "postgres.users");

    private final Home home;
    private final BiFunction<Home, Integer, FreshDatabase> databases;
    private final Progress progress;

    /// @param databases makes the tables of a version for a home
    public Restore(
            Home home, BiFunction<Home, Integer, FreshDatabase> databases, Progress progress) {
        this.home = home;
        this.databases = databases;
        this.progress = progress;
    }

    /// Puts a backup back.
    ///
    /// @throws BackupFailed where that cannot be done; the home is as it was before
    public Manifest from(Path file) {
        refuseUsed();
        try (var backup = BackupFile.open(file, progress)) {
            var aside = home.unfinished();
            FreshDatabase.discard(aside);
            Files.createDirectories(aside.directory());
            try {
                fill(backup, aside);
                takePlace(aside);
            } catch (IOException | RuntimeException e) {
                FreshDatabase.discard(aside);
                throw e;
            }
            return backup.manifest();
        } catch (IOException e) {
            throw new BackupFailed(
                    "%s could not be put back into %s: %s".formatted(file, home.directory(), e), e);
        } catch (DataAccessException e) {
            throw new BackupFailed(
                    "The tables of %s could not be filled: %s"
                            .formatted(file, e.getMostSpecificCause().getMessage()),
                    e);
        }
    }

    private void refuseUsed() {
        try {
            if (!TRACES.containsAll(held())) {
                throw new BackupFailed(
                        "The home %s is not empty, and a backup is put back into an empty one only. Name another with --home."
                                .formatted(home.directory()));
            }
        } catch (IOException e) {
            throw new BackupFailed(
                    "The home %s cannot be looked at: %s".formatted(home.directory(), e), e);
        }
    }

    private List<String> held() throws IOException {
        if (!Files.exists(home.directory())) {
            return List.of();
        }
        try (var entries = Files.list(home.directory())) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }

    private void fill(BackupFile backup, Home aside) throws IOException {
        var manifest = backup.manifest();
        var done = 0;
        for (var kept : manifest.files()) {
            progress.show("files", done++, manifest.files().size());
            backup.unpack(kept, aside.directory());
        }
        progress.show("database", 0, 0);
        try (var database = databases.apply(aside, manifest.schema())) {
            var owner = database.owner();
            new Sql(owner)
                    .inTransaction(() -> {
                        load(backup, owner);
                        check(manifest, owner);
                        return true;
                    });
            database.finish();
        }
    }

    private void load(BackupFile backup, DataSource owner) {
        var manifest = backup.manifest();
        var connection = DataSourceUtils.getConnection(owner);
        try {
            var done = 0;
            for (var table : manifest.tables()) {
                progress.show("tables", done++, manifest.tables().size());
                load(backup, table, connection);
            }
            for (var sequence : manifest.sequences()) {
                try (var set = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
                    set.setString(1, "\"" + sequence.name() + "\"");
                    set.setLong(2, sequence.last());
                    set.setBoolean(3, sequence.used());
                    set.execute();
                }
            }
        } catch (SQLException e) {
            throw new BackupFailed("The tables could not be filled: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new BackupFailed("The backup could not be read: " + e.getMessage(), e);
        } finally {
            DataSourceUtils.releaseConnection(connection, owner);
        }
    }

    /// The rules of the tables hold while they are filled: what they would not take, was not there.
    private static void load(BackupFile backup, Manifest.Table table, Connection connection)
            throws SQLException, IOException {
        try (var rows = backup.content(table.content())) {
            var loaded =
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(
                                    "copy \"%s\" (%s) from stdin with (format csv, header match, encoding 'UTF8')"
                                            .formatted(
                                                    table.name(),
                                                    String.join(", ", table.columns())),
                                    rows,
                                    1 << 16);
            if (loaded != table.rows()) {
                throw new BackupFailed(
                        "Table %s took %,d rows and had %,d."
                                .formatted(table.name(), loaded, table.rows()));
            }
        }
    }

    private static void check(Manifest manifest, DataSource owner) {
        var sql = new Sql(owner);
        for (var table : manifest.tables()) {
            var rows =
                    sql.only(
                            row -> row.number("n"),
                            "select count(*) as n from \"%s\"".formatted(table.name()));
            if (rows != table.rows()) {
                throw new BackupFailed(
                        "Table %s has %,d rows and had %,d."
                                .formatted(table.name(), rows, table.rows()));
            }
        }
        var log = new RegisterLog(owner);
        log.firstBroken()
                .ifPresent(position -> {
                    throw new BackupFailed(
                            "The register log in this backup is not what was written, from position %d on."
                                    .formatted(position));
                });
        if (log.lastPosition() != manifest.logPosition()
                || manifest.logPosition() > 0
                        && !log.digestAt(manifest.logPosition()).equals(manifest.logDigest())) {
            throw new BackupFailed("The register log in this backup does not end where it says.");
        }
    }

    private void takePlace(Home aside) throws IOException {
        try {
            for (var trace : held()) {
                if (TRACES.contains(trace)) {
                    Files.delete(home.directory().resolve(trace));
                }
            }
            Files.deleteIfExists(home.directory());
            Files.move(aside.directory(), home.directory(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new BackupFailed(
                    "%s cannot take the place of %s: %s. Both have to lie on one disk."
                            .formatted(aside.directory(), home.directory(), e),
                    e);
        }
    }
}
