package org.breachregister.web.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.breachregister.core.backup.Backup;
import org.breachregister.core.backup.BackupFailed;
import org.breachregister.core.backup.Manifest;
import org.breachregister.core.backup.Restore;
import org.breachregister.core.database.DatabaseUnavailable;
import org.breachregister.core.database.Home;
import org.breachregister.core.database.Sql;
import org.breachregister.search.BreachQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A register is backed up while it grows, and put back elsewhere: nothing is lost, changed or half
/// there.
class BackupIT {

    private static final long SEED = Long.getLong("test.seed", 20161003);
    private static final int BATCHES = 6;

    @TempDir private static Path directory;

    private static Home home;
    private static Path file;
    private static Manifest manifest;

    @BeforeAll
    static void backUpWhileReportsComeIn() throws Exception {
        home = new Home(directory.resolve("home"));
        file = directory.resolve("backup.zip");
        for (var batch = 0; batch < BATCHES; batch++) {
            GeneratedReports.write(directory.resolve("reports-" + batch), 25, SEED + batch);
        }
        take(home, 0);
        assertThat(BreachCommand.run("register", "all", "--home", home.directory().toString()))
                .isZero();
        Files.writeString(home.directory().resolve("demo"), "invented");
        try (var writer = Executors.newSingleThreadExecutor();
                var installation = Installation.open(home)) {
            var before = installation.log().lastPosition();
            var writing =
                    writer.submit(() -> {
                        for (var batch = 1; batch < BATCHES; batch++) {
                            take(home, batch);
                        }
                    });
            while (installation.log().lastPosition() == before) {
                Thread.sleep(5);
            }
            manifest = new Backup(installation.database(), home, (_, _, _) -> {}).write(file);
            writing.get();
            assertThat(installation.log().lastPosition()).isEqualTo(25L * BATCHES);
            assertThat(manifest.logPosition()).isBetween(before, 25L * BATCHES);
            System.out.printf(
                    "BackupIT: %d of %d in the log when the backup was written, seed %d%n",
                    manifest.logPosition(), 25 * BATCHES, SEED);
        }
    }

    @Test
    void writesAFileThatOnlyItsOwnerReadsAndLeavesAnotherAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(directory.resolve("backup.zip.part")).doesNotExist();
        assertThat(manifest.missing()).isEmpty();

        var size = Files.size(file);
        assertThat(
                        BreachCommand.run(
                                "backup", file.toString(), "--home", home.directory().toString()))
                .isOne();
        assertThat(Files.size(file)).isEqualTo(size);
    }

    @Test
    void putsBackTheRegisterAsItWasAtOneMoment() throws Exception {
        var restored = new Home(directory.resolve("deep/restored"));
        assertThat(
                        BreachCommand.run(
                                "restore",
                                file.toString(),
                                "--home",
                                restored.directory().toString()))
                .isZero();
        assertThat(restored.unfinished().directory()).doesNotExist();
        assertThat(files(restored.editions())).isEqualTo(files(home.editions())).isNotEmpty();
        assertThat(restored.directory().resolve("demo")).hasContent("invented");

        try (var original = Installation.open(home);
                var copy = Installation.open(restored)) {
            var position = manifest.logPosition();
            assertThat(copy.log().lastPosition()).isEqualTo(position);
            assertThat(copy.log().digestAt(position))
                    .isEqualTo(manifest.logDigest())
                    .isEqualTo(original.log().digestAt(position));
            assertThat(copy.log().firstBroken()).isEmpty();

            // Each report is published with its case, so the moment is the same in all tables.
            var documents = documents(copy);
            assertThat(documents).hasSize(Math.toIntExact(position));
            assertThat(documents(original)).containsAllEntriesOf(documents);
            assertThat(number(copy, "select count(*) as n from breach")).isEqualTo(position);

            assertThat(copy.keeper().catchUp().breaches()).isEqualTo(position);
            var found = everything(copy);
            copy.keeper().rebuild();
            assertThat(everything(copy)).isEqualTo(found);
        }
        // It goes on where it stopped: the missing reports come in again, with new numbers.
        for (var batch = 0; batch < BATCHES; batch++) {
            take(restored, batch);
        }
        try (var copy = Installation.open(restored)) {
            assertThat(copy.log().lastPosition()).isEqualTo(25L * BATCHES);
            assertThat(copy.log().firstBroken()).isEmpty();
        }
    }

    @Test
    void putsNothingBackWhereSomethingIs() {
        assertThatExceptionOfType(BackupFailed.class)
                .isThrownBy(() -> restore(file, home))
                .withMessageContaining("not empty")
                .withMessageContaining("--home");
        assertThatExceptionOfType(BackupFailed.class)
                .isThrownBy(() ->
                        restore(directory.resolve("none.zip"), new Home(directory.resolve("n"))))
                .withMessageContaining("no file");
    }

    @Test
    void refusesADamagedBackupAndLeavesNothing() throws IOException {
        var whole = Files.readAllBytes(file);
        var random = new Random(SEED);
        var damaged = directory.resolve("damaged.zip");
        var target = new Home(directory.resolve("from damaged"));
        for (var i = 0; i < 60; i++) {
            var bytes = whole.clone();
            var at =
                    switch (i) {
                        case 0 -> 0;
                        case 1 -> bytes.length - 1;
                        case 2 -> bytes.length - 65;
                        default -> random.nextInt(bytes.length);
                    };
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(damaged, bytes);
            assertDamaged(damaged, target);
        }
        for (var length : List.of(0, 1, 63, 64, 65, whole.length / 2, whole.length - 1)) {
            Files.write(damaged, Arrays.copyOf(whole, length));
            assertDamaged(damaged, target);
        }
    }

    @Test
    void aRestoreThatWasKilledIsToldAndBeginsAnew() throws Exception {
        var target = new Home(directory.resolve("killed"));
        var random = new Random(SEED);
        var toldOf = 0;
        for (var kill = 0; kill < 6; kill++) {
            var program =
                    program("restore", file.toString(), "--home", target.directory().toString());
            // Most of it is the start of PostgreSQL; wait until there is something to break off.
            while (program.isAlive() && !Files.exists(target.unfinished().directory())) {
                Thread.sleep(10);
            }
            program.waitFor(random.nextLong(2500), TimeUnit.MILLISECONDS);
            program.destroyForcibly().waitFor();
            if (Files.exists(target.directory())) {
                break; // it was done already
            }
            toldOf++;
            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(() -> Installation.open(target))
                    .withMessageContaining("A restore is going on")
                    .withMessageContaining("begins anew");
            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(() -> Installation.open(target.unfinished()));
        }
        System.out.println("BackupIT: restores killed half way: " + toldOf);
        assertThat(toldOf).isPositive();
        if (!Files.exists(target.directory())) {
            restore(file, target);
        }
        assertThat(target.unfinished().directory()).doesNotExist();
        try (var copy = Installation.open(target)) {
            assertThat(copy.log().lastPosition()).isEqualTo(manifest.logPosition());
        }
    }

    private static void assertDamaged(Path damaged, Home target) {
        assertThatExceptionOfType(BackupFailed.class)
                .isThrownBy(() -> restore(damaged, target))
                .withMessageContaining("damaged");
        assertThat(target.directory()).doesNotExist();
        assertThat(target.unfinished().directory()).doesNotExist();
    }

    private static Manifest restore(Path file, Home home) {
        return new Restore(home, Installation::fresh, (_, _, _) -> {}).from(file);
    }

    private static void take(Home home, int batch) {
        assertThat(
                        BreachCommand.run(
                                "import",
                                directory.resolve("reports-" + batch).toString(),
                                "--historic",
                                "--home",
                                home.directory().toString()))
                .isZero();
    }

    /// The documents by number: what they are, and whether that is what they hold.
    private static Map<Long, String> documents(Installation installation) {
        var documents = new TreeMap<Long, String>();
        new Sql(installation.database().dataSource())
                .list(
                        row -> Map.entry(row.number("id"), row.text("sha256") + row.flag("whole")),
                        """
                        select id, sha256, encode(sha256(content), 'hex') = sha256 as whole
                        from document\
                        """)
                .forEach(entry -> documents.put(entry.getKey(), entry.getValue()));
        assertThat(documents.values()).allMatch(text -> text.endsWith("true"));
        return documents;
    }

    private static long number(Installation installation, String sql) {
        return new Sql(installation.database().dataSource()).only(row -> row.number("n"), sql);
    }

    private static String everything(Installation installation) {
        try (var search = installation.search()) {
            return Json.text(SearchCommand.answers(installation, search).answer(BreachQuery.ALL));
        }
    }

    private static Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.filter(Files::isRegularFile)
                    .forEach(path -> {
                        try {
                            files.put(
                                    folder.relativize(path).toString(),
                                    HexFormat.of().formatHex(Files.readAllBytes(path)));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
        return files;
    }

    private static Process program(String... arguments) throws IOException {
        var command =
                Stream.concat(
                                Stream.of(
                                        ProcessHandle.current().info().command().orElseThrow(),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        "org.breachregister.web.main.BreachRegister"),
                                Stream.of(arguments))
                        .toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.txt").toFile())
                .start();
    }
}
