package org.breachregister.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class DatabaseIT {

    @TempDir private Path folder;

    private final List<Process> programs = new ArrayList<>();
    private Home home;

    @BeforeEach
    void chooseHome() {
        home = Home.at(folder.resolve("a home $HOME 'für' \"alle\""));
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        for (var program : programs) {
            program.destroyForcibly().waitFor();
        }
        if (Files.exists(pidFile())) {
            Database.open(home).close();
        }
    }

    @Test
    void setsUpANewHomeWithNothingButItsOwnPasswordAndDurableSettings() throws IOException {
        try (var database = Database.open(home)) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(database, "full_page_writes")).isEqualTo("on");
            assertThat(setting(database, "data_checksums")).isEqualTo("on");
            assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(database, "server_encoding")).isEqualTo("UTF8");
            assertThat(setting(database, "session_authorization")).isEqualTo("breach_app");
        }
        for (var secret : List.of("postgres-password", "postgres.lock")) {
            var file = home.directory().resolve(secret);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.readAllLines(home.postgres().resolve("pg_hba.conf")))
                .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                .allSatisfy(line -> assertThat(line).endsWith("scram-sha-256"));
        assertThat(home.directory().resolve("postgres-password.owner")).doesNotExist();
    }

    @Test
    void stopsTheServerWhenTheLastUserOfAProcessLeaves() throws IOException {
        var first = Database.open(home);
        var second = Database.open(home);
        remember(first, "kept");
        first.close();
        first.close();

        assertThat(remembered(second)).containsExactly("kept");
        var server = serverProcess();
        second.close();
        assertStops(server);
        assertThat(pidFile()).doesNotExist();

        try (var again = Database.open(home)) {
            assertThat(remembered(again)).containsExactly("kept");
        }
    }

    @Test
    void sharesTheServerWithOtherProcessesAndStopsItAfterTheLast() throws Exception {
        var program = program();
        var server = serverProcess();
        var database = Database.open(home);
        assertThat(serverProcess()).isEqualTo(server);

        database.close();
        assertThat(server.isAlive()).as("while the other program uses it").isTrue();

        database = Database.open(home);
        program.getOutputStream().close();
        assertThat(program.waitFor()).isZero();
        assertThat(server.isAlive()).as("while this program uses it").isTrue();
        remember(database, "still here");

        database.close();
        assertStops(server);
    }

    @Test
    void letsManyProcessesSetUpOneHomeAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(3)) {
            Callable<Process> start = this::program;
            for (var started : threads.invokeAll(List.of(start, start, start))) {
                started.get().getOutputStream().close();
            }
        }
        for (var program : programs) {
            assertThat(program.waitFor()).isZero();
        }
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void usesTheServerThatAKilledProcessLeftBehind() throws Exception {
        var program = program();
        var server = serverProcess();
        program.destroyForcibly().waitFor();
        assertThat(server.isAlive()).isTrue();

        try (var database = Database.open(home)) {
            assertThat(serverProcess()).isEqualTo(server);
            remember(database, "used again");
        }
        assertStops(server);
    }

    @Test
    void comesBackAfterTheServerWasKilledWithNothingLost() throws Exception {
        try (var database = Database.open(home)) {
            remember(database, "committed");
            serverProcess().destroyForcibly();
            try (var another = Database.open(home)) {
                assertThat(remembered(another)).containsExactly("committed");
                Thread.sleep(600); // a connection used just now is given out without a look
                assertThat(remembered(database)).as("the pool that lost it").hasSize(1);
            }
        }
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void doesNotTakeAnotherProcessOfTheSameNumberForItsServer() throws IOException {
        Database.open(home).close();
        Files.writeString(
                pidFile(),
                "%d\n%s\n1\n5432\n\n127.0.0.1\n  1 1\nready   \n"
                        .formatted(ProcessHandle.current().pid(), home.postgres()));

        try (var database = Database.open(home)) {
            remember(database, "started");
        }
    }

    @Test
    void doesNotUseTheServerOfTheHomeItWasCopiedFrom() throws Exception {
        var copy = Home.at(folder.resolve("copy"));
        try (var original = Database.open(home)) {
            remember(original, "in the original");
            copy(home.directory(), copy.directory());
            try (var database = Database.open(copy)) {
                remember(database, "in the copy");
            }
            assertThat(remembered(original)).containsExactly("in the original");
        }
    }

    @Test
    void beginsAnewWhereSettingUpBrokeOff() throws IOException {
        var part = home.directory().resolve("postgres.part");
        Files.createDirectories(part.resolve("base"));
        Files.writeString(part.resolve("PG_VERSION"), "18\n");

        Database.open(home).close();

        assertThat(part).doesNotExist();
    }

    @Test
    void saysWhatIsWrongWithAHomeThatCannotBeOne() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        assertUnavailable(() -> Database.open(Home.at(file)), "is a file", "--home");
        assertUnavailable(
                () -> Database.open(Home.at(file.resolve("below"))), "file", "cannot be used");
        assertUnavailable(() -> Database.open(Home.at(Path.of("/proc/home"))), "/proc/home");

        Files.createDirectories(home.postgres());
        Files.createFile(home.postgres().resolve("something"));
        assertUnavailable(() -> Database.open(home), "postgres-password is missing");
        Files.writeString(home.directory().resolve("postgres-password"), "a\n\n");
        assertUnavailable(() -> Database.open(home), "two passwords");
        Files.writeString(home.directory().resolve("postgres-password"), "a\nb\n");
        assertUnavailable(() -> Database.open(home), "not a PostgreSQL data folder");
        Files.writeString(home.postgres().resolve("PG_VERSION"), "14\n");
        assertUnavailable(() -> Database.open(home), "written by PostgreSQL 14", "carries 18");
    }

    @Test
    void saysThatAHomeCannotBeWrittenTo() throws IOException {
        Files.createDirectories(
                home.directory(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        if (Files.isWritable(home.directory())) {
            System.out.println("SKIPPED: nothing is closed to the user who runs this test");
        }
        assumeThat(Files.isWritable(home.directory())).as("closed to this user").isFalse();

        assertUnavailable(() -> Database.open(home), "cannot be written to", "--home");
    }

    @Test
    void saysWhyADataFolderDoesNotStart() throws IOException {
        Database.open(home).close();
        Files.writeString(home.postgres().resolve("postgresql.conf"), "nonsense = 1\n");

        assertUnavailable(
                () -> Database.open(home), "does not start", "contains errors", "postgres.log");
        Files.writeString(home.postgres().resolve("postgresql.conf"), "\n");
    }

    @Test
    void givesTheApplicationTheRightsThatAKillKeptFromIt() {
        try (var database = Database.open(home)) {
            remember(database, "a");
            var server = EmbeddedPostgres.join(home);
            new Sql(Database.owner(server, "breach"))
                    .change("revoke all on register_edition from breach_program");
            server.leave();
        }
        try (var database = Database.open(home)) {
            assertThat(remembered(database)).containsExactly("a");
        }
    }

    @Test
    void survivesBeingKilledAtAnyMomentOfItsFirstStart() throws Exception {
        var seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("DatabaseIT: -Dtest.seed=" + seed);
        var random = new Random(seed);
        for (var kill = 0; kill < 5; kill++) {
            var program = started();
            program.waitFor(random.nextLong(4000), TimeUnit.MILLISECONDS);
            program.destroyForcibly().waitFor();
        }
        try (var database = Database.open(home)) {
            remember(database, "alive");
        }
        // What a killed process began may still be writing; a later start takes it away.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> {
                    Database.open(home).close();
                    try (var files = Files.list(home.directory())) {
                        assertThat(files)
                                .noneMatch(file -> file.getFileName().toString().contains("part"));
                    }
                });
    }

    @Test
    void refusesTablesOfANewerProgram() {
        try (var database = Database.open(home)) {
            assertThat(database).isNotNull();
            var server = EmbeddedPostgres.join(home);
            new Sql(Database.owner(server, "breach"))
                    .change("update flyway_schema_history set version = '99' where version = '2'");
            server.leave();
            assertUnavailable(() -> Database.open(home), "version 99", "newer program");
        }
    }

    @Test
    void knowsItsNewestMigration() throws IOException {
        var migrations = Path.of("src/main/resources/db/migration");
        try (var files = Files.list(migrations)) {
            assertThat(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.startsWith("V"))
                                    .map(name -> name.substring(1, name.indexOf("__")))
                                    .mapToInt(Integer::parseInt)
                                    .max())
                    .hasValue(Schema.VERSION);
        }
    }

    private static void assertUnavailable(ThrowingCallable action, String... words) {
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(action)
                .withMessageContainingAll(words);
    }

    private static String setting(Database database, String name) {
        return new Sql(database.dataSource())
                .only(row -> row.text("s"), "select current_setting(?) as s", name);
    }

    private static void remember(Database database, String name) {
        new Sql(database.dataSource())
                .change(
                        """
                        insert into register_edition values (?, '', '', '', now(), 0, 0, now())\
                        """,
                        name);
    }

    private static List<String> remembered(Database database) {
        return new Sql(database.dataSource())
                .list(row -> row.text("name"), "select name from register_edition");
    }

    private Path pidFile() {
        return home.postgres().resolve("postmaster.pid");
    }

    private ProcessHandle serverProcess() throws IOException {
        var pid = Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static void assertStops(ProcessHandle server) {
        assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }

    /// Another program that has this home open.
    private Process program() throws IOException {
        var program = started();
        var output = new BufferedReader(program.inputReader(StandardCharsets.UTF_8));
        var line = output.readLine();
        assertThat(line).startsWith("open ");
        return program;
    }

    private Process started() throws IOException {
        var program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                HomeUser.class.getName(),
                                home.directory().toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        synchronized (programs) {
            programs.add(program);
        }
        return program;
    }

    private static void copy(Path from, Path to) throws Exception {
        var copying = new ProcessBuilder("cp", "-r", from.toString(), to.toString()).start();
        assertThat(copying.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(copying.exitValue()).isZero();
    }
}
