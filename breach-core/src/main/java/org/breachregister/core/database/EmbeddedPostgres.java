package org.breachregister.core.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The PostgreSQL server of a home, as processes share it. Every process that uses it holds a
/// shared lock on `postgres.users`; starting and stopping happen under an exclusive lock on
/// `postgres.lock`, and whoever leaves last stops the server. Locks die with their process, so a
/// killed one leaves no trace but a running server, which the next one uses again.
final class EmbeddedPostgres {

    /// The user that owns the tables.
    static final String OWNER = "breach";

    /// The user that the program works as, with no more rights than it needs.
    static final String APPLICATION = "breach_app";

    // File locks belong to a process, not to who took them; so one process joins a home once.
    private static final Map<Path, EmbeddedPostgres> JOINED = new HashMap<>();

    private final Home home;
    private final Path key;
    private final PostgresData data;
    private final PostgresServer server;
    private final FileChannel users;
    private FileLock sharedUse;
    private int port;
    private int members = 1;

    private EmbeddedPostgres(Home home, Path key) throws IOException {
        this.home = home;
        this.key = key;
        var programs = new PostgresPrograms(home);
        try (var _ = exclusively()) {
            this.data = new PostgresData(home, programs);
            this.server = new PostgresServer(home, programs, data);
            this.users = openLockFile("postgres.users");
            try {
                this.sharedUse = users.lock(0, Long.MAX_VALUE, true);
                this.port = server.runningOrStarted();
            } catch (IOException | RuntimeException e) {
                users.close();
                throw e;
            }
        }
    }

    /// Joins the server of a home, which is started unless it runs.
    static EmbeddedPostgres join(Home home) {
        synchronized (JOINED) {
            try {
                var key = prepared(home);
                var joined = JOINED.get(key);
                if (joined != null) {
                    joined.runAgain();
                    joined.members++;
                    return joined;
                }
                var server = new EmbeddedPostgres(home, key);
                JOINED.put(key, server);
                return server;
            } catch (IOException e) {
                throw unusable(home, e);
            }
        }
    }

    /// The address of a database on this server.
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    String ownerPassword() {
        return data.ownerPassword();
    }

    String applicationPassword() {
        return data.applicationPassword();
    }

    /// Runs something while no other process starts, stops or sets up this server.
    void whileOthersWait(Runnable action) {
        synchronized (JOINED) {
            try (var _ = exclusively()) {
                action.run();
            } catch (IOException e) {
                throw unusable(home, e);
            }
        }
    }

    /// Lets go of the server. The last one of all processes to leave stops it.
    void leave() {
        synchronized (JOINED) {
            if (--members > 0) {
                return;
            }
            JOINED.remove(key);
            try (users;
                    var _ = exclusively()) {
                sharedUse.release();
                var soleUse = users.tryLock();
                if (soleUse != null) {
                    server.stop();
                    soleUse.release();
                }
            } catch (IOException e) {
                throw new DatabaseUnavailable(
                        "The database in %s could not be stopped: %s"
                                .formatted(home.directory(), reasonOf(e)),
                        e);
            }
        }
    }

    /// Makes sure that the server runs after it did not answer.
    void comeBack() {
        PostgresServer.pause(200);
        synchronized (JOINED) {
            try {
                runAgain();
            } catch (IOException e) {
                throw unusable(home, e);
            }
        }
    }

    private void runAgain() throws IOException {
        try (var _ = exclusively()) {
            port = server.runningOrStarted();
        }
    }

    private static DatabaseUnavailable unusable(Home home, IOException e) {
        return new DatabaseUnavailable(
                "The database in %s cannot be used: %s".formatted(home.directory(), reasonOf(e)),
                e);
    }

    private static Path prepared(Home home) throws IOException {
        var directory = home.directory();
        try {
            Files.createDirectories(directory);
        } catch (FileAlreadyExistsException e) {
            throw new DatabaseUnavailable(
                    "%s is a file, and a home has to be a folder. Name another with --home."
                            .formatted(e.getFile()),
                    e);
        }
        if (!Files.isWritable(directory)) {
            throw new DatabaseUnavailable(
                    "The home %s cannot be written to. Change its permissions, or name another with"
                                    .formatted(directory)
                            + " --home.");
        }
        return directory.toRealPath();
    }

    private FileChannel openLockFile(String name) throws IOException {
        return PrivateFile.openForLocks(home.directory().resolve(name));
    }

    /// Holds `postgres.lock` until closed.
    private FileChannel exclusively() throws IOException {
        var channel = openLockFile("postgres.lock");
        try {
            channel.lock();
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String reasonOf(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case NoSuchFileException missing -> "no such file: " + missing.getFile();
            default -> String.valueOf(e.getMessage());
        };
    }
}
