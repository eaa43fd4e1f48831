package org.breachregister.core.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/// The data folder of a home's PostgreSQL server and the passwords that open it, both made when
/// they are missing. For one process at a time.
final class PostgresData {

    private static final String MAJOR_VERSION = "18";
    private static final String PART = "postgres.part";

    private final Home home;
    private final PostgresPrograms programs;
    private final String ownerPassword;
    private final String applicationPassword;

    /// Reads the passwords; the folder itself is made by [#setUp()].
    PostgresData(Home home, PostgresPrograms programs) throws IOException {
        this.home = home;
        this.programs = programs;
        var passwords = passwords(home);
        this.ownerPassword = passwords.get(0);
        this.applicationPassword = passwords.get(1);
    }

    String ownerPassword() {
        return ownerPassword;
    }

    String applicationPassword() {
        return applicationPassword;
    }

    /// Makes the data folder, unless it is there.
    void setUp() throws IOException {
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
            discardParts();
            return;
        }
        if (Files.exists(data)) {
            throw new DatabaseUnavailable(
                    "%s is not a PostgreSQL data folder. Move it away, or name another home with"
                                    .formatted(data)
                            + " --home.");
        }
        // Made aside and moved when complete, so that one that broke off is never taken for whole;
        // and under a name of its own, since what a killed process began may still be going on.
        discardParts();
        var part = Files.createTempDirectory(home.directory(), PART);
        var secret = home.directory().resolve("postgres-password.owner");
        PrivateFile.write(secret, ownerPassword + "\n");
        try {
            var outcome =
                    programs.run(
                            60,
                            "initdb",
                            "--pgdata=" + part.getFileName(),
                            "--username=" + EmbeddedPostgres.OWNER,
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

    private static List<String> passwords(Home home) throws IOException {
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
            PrivateFile.write(file, text.toString());
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

    private void discardParts() throws IOException {
        try (var parts = Files.newDirectoryStream(home.directory(), PART + "*")) {
            for (var part : parts) {
                try {
                    PostgresBinaries.deleteAll(part);
                } catch (IOException e) {
                    // Someone still writes there; the next time it can go.
                }
            }
        }
    }
}
