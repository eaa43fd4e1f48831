package org.breachregister.core.database;

import com.sun.security.auth.module.UnixSystem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The PostgreSQL server of a home. Every process that uses it holds a shared lock on
/// `postgres.users`; starting and stopping happen under an exclusive lock on `postgres.lock`, and
/// whoever leaves last stops the server. Locks die with their process, so a killed one leaves no
/// trace but a running server, which the next one uses again.
final class EmbeddedPostgres {

    /// The user that owns the tables.
    static final String OWNER = "breach";

    /// The user that the program works as, with no more rights than it needs.
    static final String APPLICATION = "breach_app";

    private static final String MAJOR_VERSION = "18";
    private static final int ATTEMPTS = 5;
    private static final long LONG_LOG = 5L * 1024 * 1024;
    private static final Path NULL_DEVICE = Path.of("/dev/null");
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private static final Pattern REASON =
            Pattern.compile("^.*?(?:FATAL|DETAIL|HINT|LOG(?=:\\s+could not bind)):\\s*");

    // File locks belong to a process, not to who took them; so one process joins a home once.
    private static final Map<Path, EmbeddedPostgres> JOINED = new HashMap<>();

    private final Home home;
    private final Path key;
    private final Path binaries;
    private final String ownerPassword;
    private final String applicationPassword;
    private final FileChannel users;
    private FileLock sharedUse;
    private int port;
    private int members = 1;

    private EmbeddedPostgres(Home home, Path key) throws IOException {
        this.home = home;
        this.key = key;
        this.binaries = PostgresBinaries.unpacked(home.directory().resolve("postgres-binaries"));
        try (var _ = exclusively()) {
            var passwords = passwords();
            this.ownerPassword = passwords.get(0);
            this.applicationPassword = passwords.get(1);
            this.users = openLockFile("postgres.users");
            try {
                this.sharedUse = users.lock(0, Long.MAX_VALUE, true);
                this.port = runningOrStarted();
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
        return ownerPassword;
    }

    String applicationPassword() {
        return applicationPassword;
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
                    stop();
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
        pause(200);
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
            port = runningOrStarted();
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
        return FileChannel.open(
                home.directory().resolve(name),
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY));
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

    private List<String> passwords() throws IOException {
        var file = home.directory().resolve("postgres-password");
        if (!Files.exists(file)) {
            if (Files.exists(home.postgres())) {
                throw new DatabaseUnavailable(
                        "%s is missing, and without it nobody can open the database beside it. Put"
                                        .formatted(file)
                                + " it back from a backup of this home.");
            }
            var random = new SecureRandom();
            var text = new StringBuilder();
            for (int i = 0; i < 2; i++) {
                var secret = new byte[24];
                random.nextBytes(secret);
                text.append(HexFormat.of().formatHex(secret)).append('\n');
            }
            writeAside(file, text.toString());
        }
        var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.size() < 2 || lines.get(0).isBlank() || lines.get(1).isBlank()) {
            throw new DatabaseUnavailable(
                    "%s does not hold the two passwords it should. Put it back from a backup of"
                                    .formatted(file)
                            + " this home.");
        }
        return lines;
    }

    private static void writeAside(Path file, String text) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(part, text, StandardCharsets.UTF_8, StandardOpenOption.SYNC);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private int runningOrStarted() throws IOException {
        var running = running();
        return running != null ? running.port() : start();
    }

    private void setUp() throws IOException {
        var data = home.postgres();
        var version = data.resolve("PG_VERSION");
        if (Files.exists(version)) {
            var found = Files.readString(version, StandardCharsets.UTF_8).strip();
            if (!found.equals(MAJOR_VERSION)) {
                throw new DatabaseUnavailable(
                        "%s was written by PostgreSQL %s, and this program carries %s. Open it with"
                                        .formatted(data, found, MAJOR_VERSION)
                                + " the version of this program that wrote it.");
            }
            return;
        }
        if (Files.exists(data)) {
            throw new DatabaseUnavailable(
                    "%s is not a PostgreSQL data folder. Move it away, or name another home with"
                                    .formatted(data)
                            + " --home.");
        }
        // Made aside and moved when complete, so that one that broke off is never taken for whole.
        var part = home.directory().resolve("postgres.part");
        PostgresBinaries.deleteAll(part);
        var secret = home.directory().resolve("postgres-password.owner");
        writeAside(secret, ownerPassword + "\n");
        try {
            var outcome =
                    run(
                            60,
                            "initdb",
                            "--pgdata=postgres.part",
                            "--username=" + OWNER,
                            "--auth=scram-sha-256",
                            "--pwfile=postgres-password.owner",
                            "--encoding=UTF8",
                            "--no-locale",
                            "--data-checksums");
            if (!outcome.succeeded()) {
                throw new DatabaseUnavailable(
                        "PostgreSQL could not set up its data in %s: %s"
                                .formatted(data, outcome.explanation()));
            }
            Files.move(part, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new DatabaseUnavailable(
                    "%s cannot be moved to %s in one go; both have to lie on one disk."
                            .formatted(part, data),
                    e);
        } finally {
            Files.deleteIfExists(secret);
        }
    }

    private int start() throws IOException {
        setUp();
        removeStalePid();
        var explanation = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var wanted = attempt == 1 ? lastPort() : 0;
            var chosen = wanted != 0 && isFree(wanted) ? wanted : freePort();
            var log = log();
            var logBefore = Files.exists(log) ? Files.size(log) : 0;
            var outcome =
                    run(
                            120,
                            "pg_ctl",
                            "start",
                            "--wait",
                            "--silent",
                            "--timeout=100",
                            "--pgdata=postgres",
                            "--log=postgres.log",
                            "--options=" + String.join(" ", options(chosen)));
            if (outcome.succeeded()) {
                writeAside(home.directory().resolve("postgres.port"), chosen + "\n");
                return chosen;
            }
            explanation = lastLines(log, logBefore, outcome.explanation());
            if (explanation.contains("ermission denied")) {
                explanation += ". Run this program as the user who owns this folder.";
                break;
            }
            // Another program may have taken the port, and the last processes of a killed server
            // may still hold its memory; everything else stays as it is.
            if (!explanation.contains("in use")) {
                break;
            }
            pause(attempt * 200L);
            var running = running();
            if (running != null) {
                return running.port();
            }
        }
        throw new DatabaseUnavailable(
                "PostgreSQL does not start on %s: %s (more in %s)"
                        .formatted(
                                home.postgres(),
                                explanation,
                                home.directory().resolve("postgres.log")));
    }

    /// The server's log; one that has grown long is put aside.
    private Path log() throws IOException {
        var log = home.directory().resolve("postgres.log");
        if (Files.exists(log) && Files.size(log) > LONG_LOG) {
            Files.move(
                    log,
                    home.directory().resolve("postgres.log.old"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    private static List<String> options(int port) {
        return List.of(
                "-c port=" + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=",
                "-c fsync=on",
                "-c full_page_writes=on",
                "-c synchronous_commit=on",
                "-c password_encryption=scram-sha-256",
                "-c max_connections=100",
                "-c shared_buffers=64MB",
                "-c max_wal_size=512MB",
                "-c timezone=UTC",
                "-c log_timezone=UTC",
                "-c log_checkpoints=off",
                // No rows of ours in its log: they may tell of persons.
                "-c log_error_verbosity=terse",
                "-c log_min_error_statement=panic",
                "-c lc_messages=C");
    }

    private void stop() throws IOException {
        if (running() == null) {
            return;
        }
        var outcome =
                run(
                        70,
                        "pg_ctl",
                        "stop",
                        "--wait",
                        "--silent",
                        "--mode=fast",
                        "--timeout=60",
                        "--pgdata=postgres");
        if (!outcome.succeeded() && running() != null) {
            throw new IOException(outcome.explanation());
        }
    }

    /// What a server writes about itself in its data folder.
    private record Running(long pid, int port) {}

    /// The server that runs on this home's data and accepts connections; waits for one that is
    /// about to.
    private @Nullable Running running() throws IOException {
        for (int waited = 0; waited < 600; waited++) {
            var lines = pidFile();
            var pid = pidIn(lines);
            if (pid == 0 || !isServerOfThisHome(pid)) {
                return null;
            }
            if (lines.size() >= 8 && lines.get(7).strip().equals("ready")) {
                return new Running(pid, Integer.parseInt(lines.get(3).strip()));
            }
            pause(100);
        }
        throw new DatabaseUnavailable(
                "The database in %s has been starting or stopping for a minute. Look into %s."
                        .formatted(home.directory(), home.directory().resolve("postgres.log")));
    }

    private List<String> pidFile() throws IOException {
        var file = home.postgres().resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file, StandardCharsets.UTF_8)
                    : List.of();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static long pidIn(List<String> lines) {
        try {
            return lines.isEmpty() ? 0 : Math.max(0, Long.parseLong(lines.getFirst().strip()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /// A server works in its data folder; any other process of that number only got the number of a
    /// dead one.
    private boolean isServerOfThisHome(long pid) {
        var process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return false;
        }
        try {
            var status = Path.of("/proc", Long.toString(pid), "stat");
            if (Files.exists(status)) {
                var text = Files.readString(status, StandardCharsets.ISO_8859_1);
                if (text.substring(text.lastIndexOf(')')).startsWith(") Z")) {
                    return false; // dead, but nobody has asked how it ended
                }
                return Files.isSameFile(
                        Path.of("/proc", Long.toString(pid), "cwd"), home.postgres());
            }
        } catch (IOException e) {
            // Another user's process, or one that just ended: the name of its program decides.
        }
        return process.get().info().command().map(c -> c.endsWith("postgres")).orElse(false);
    }

    /// PostgreSQL takes any living process with the number in its file for itself.
    private void removeStalePid() throws IOException {
        var pid = pidIn(pidFile());
        if (pid != 0 && !isServerOfThisHome(pid)) {
            Files.deleteIfExists(home.postgres().resolve("postmaster.pid"));
        }
    }

    private int lastPort() {
        try {
            var file = home.directory().resolve("postgres.port");
            return Integer.parseInt(Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// How a program of PostgreSQL ended.
    private record Outcome(int status, String output) {

        boolean succeeded() {
            return status == 0;
        }

        String explanation() {
            return output.isBlank() ? "it ended with status " + status : output.strip();
        }
    }

    /// Runs a program in the home folder, so that its arguments hold no path that a shell could
    /// misread.
    private Outcome run(int seconds, String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        // PostgreSQL refuses to run as root, or as a user whom the system has no name for (as in
        // some containers); in a user namespace of its own it is nobody.
        var asNobody =
                new UnixSystem().getUid() == 0 || System.getProperty("user.name", "?").equals("?");
        if (asNobody) {
            command.add("unshare");
            command.add("--user");
            command.add("--");
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var output = Files.createTempFile(home.directory(), "postgres-", ".out");
        try {
            var builder =
                    new ProcessBuilder(command)
                            .directory(home.directory().toFile())
                            .redirectErrorStream(true)
                            .redirectInput(ProcessBuilder.Redirect.from(NULL_DEVICE.toFile()))
                            .redirectOutput(output.toFile());
            var environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("PG"));
            environment.put("LC_ALL", "C");
            environment.put("TZ", "UTC");
            var process = builder.start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Outcome(-1, "%s took more than %d s".formatted(program, seconds));
            }
            var text = Files.readString(output, StandardCharsets.ISO_8859_1);
            if (asNobody && process.exitValue() != 0 && text.contains("unshare:")) {
                throw cannotBeNobody(text.strip(), null);
            }
            return new Outcome(process.exitValue(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while waiting for PostgreSQL.", e);
        } catch (IOException e) {
            if (asNobody && String.valueOf(e.getMessage()).contains("\"unshare\"")) {
                throw cannotBeNobody("there is no 'unshare'", e);
            }
            throw e;
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static DatabaseUnavailable cannotBeNobody(
            String explanation, @Nullable IOException cause) {
        var message =
                "PostgreSQL does not run as root or as a nameless user, and neither can become"
                        + " nobody here (%s).".formatted(explanation)
                        + " Run this program as an ordinary user, or name a PostgreSQL server with"
                        + " spring.datasource.url.";
        return cause == null
                ? new DatabaseUnavailable(message)
                : new DatabaseUnavailable(message, cause);
    }

    private static String lastLines(Path log, long from, String otherwise) throws IOException {
        if (!Files.exists(log) || Files.size(log) <= from) {
            return otherwise;
        }
        try (var channel = FileChannel.open(log, StandardOpenOption.READ)) {
            var start = Math.max(from, channel.size() - 4000);
            var bytes = ByteBuffer.allocate((int) (channel.size() - start));
            channel.read(bytes, start);
            var lines =
                    new String(bytes.array(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> REASON.matcher(line).find())
                            .map(line -> REASON.matcher(line).replaceFirst(""))
                            .toList();
            return lines.isEmpty() ? otherwise : String.join(" ", lines);
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while waiting for PostgreSQL.", e);
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
