package org.breachregister.core.database;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;

/// The server process on the data of a home, whoever started it. Whoever starts or stops it keeps
/// other processes from doing so meanwhile.
final class PostgresServer {

    private static final int ATTEMPTS = 5;
    private static final long LONG_LOG = 5L * 1024 * 1024;

    private static final Pattern REASON =
            Pattern.compile("^.*?(?:FATAL|DETAIL|HINT|LOG(?=:\\s+could not bind)):\\s*");

    private final Home home;
    private final PostgresPrograms programs;
    private final PostgresData data;

    PostgresServer(Home home, PostgresPrograms programs, PostgresData data) {
        this.home = home;
        this.programs = programs;
        this.data = data;
    }

    /// The port of the server, which is started unless it runs.
    int runningOrStarted() throws IOException {
        var running = running();
        return running != null ? running.port() : start();
    }

    /// Stops the server if it runs.
    void stop() throws IOException {
        if (running() == null) {
            return;
        }
        var outcome =
                programs.run(
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

    private int start() throws IOException {
        data.setUp();
        removeStalePid();
        var explanation = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var wanted = attempt == 1 ? lastPort() : 0;
            var chosen = wanted != 0 && isFree(wanted) ? wanted : freePort();
            var log = log();
            var logBefore = Files.exists(log) ? Files.size(log) : 0;
            var outcome =
                    programs.run(
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
                PrivateFile.write(home.directory().resolve("postgres.port"), chosen + "\n");
                return chosen;
            }
            explanation = lastLines(log, logBefore, outcome.explanation());
            if (explanation.contains("ermission denied")) {
                explanation += ". Run this program as the user who owns this folder.";
                break;
            }
            // A server that a killed process began to start may be coming up; another program may
            // have taken the port; and the last processes of a killed server may still hold its
            // memory. Everything else stays as it is.
            pause(attempt * 200L);
            var running = running();
            if (running != null) {
                return running.port();
            }
            if (!explanation.contains("in use") && !explanation.contains("already exists")) {
                break;
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

    static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while waiting for PostgreSQL.", e);
        }
    }
}
