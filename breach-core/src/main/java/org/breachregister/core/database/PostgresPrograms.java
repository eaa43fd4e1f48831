package org.breachregister.core.database;

import com.sun.security.auth.module.UnixSystem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs the programs of PostgreSQL for a home, as a user that they accept.
final class PostgresPrograms {

    private static final Path NULL_DEVICE = Path.of("/dev/null");

    private final Home home;
    private final Path binaries;

    PostgresPrograms(Home home) {
        this.home = home;
        this.binaries = PostgresBinaries.unpacked(home.directory().resolve("postgres-binaries"));
    }

    /// How a program of PostgreSQL ended.
    record Outcome(int status, String output) {

        boolean succeeded() {
            return status == 0;
        }

        String explanation() {
            return output.isBlank() ? "it ended with status " + status : output.strip();
        }
    }

    /// Runs a program in the home folder, so that its arguments hold no path that a shell could
    /// misread.
    Outcome run(int seconds, String program, String... arguments) throws IOException {
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
}
