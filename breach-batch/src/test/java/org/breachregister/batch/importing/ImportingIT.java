package org.breachregister.batch.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.breachregister.batch.importing.ImportResult.AlreadyHeld;
import org.breachregister.batch.importing.ImportResult.HeldBack;
import org.breachregister.batch.importing.ImportResult.Read;
import org.breachregister.batch.importing.ImportResult.Refused;
import org.breachregister.core.casework.Casebook;
import org.breachregister.core.database.Database;
import org.breachregister.core.database.Home;
import org.breachregister.core.database.Sql;
import org.breachregister.core.database.TestDatabase;
import org.breachregister.core.intake.Reading;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.RegisterLog;
import org.breachregister.core.report.SubmittedReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import javax.sql.DataSource;

class ImportingIT {

    private static final Instant NOW = Instant.parse("2020-06-15T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir private Path folder;

    private final DataSource database = TestDatabase.fresh();
    private final Casebook casebook = new Casebook(database);
    private final RegisterLog log = new RegisterLog(database);
    private Path tree;

    @BeforeEach
    void plantTree() throws IOException {
        tree = Files.createDirectories(folder.resolve("tree ü"));
    }

    @Test
    void takesFilesInTheOrderOfTheirNamesWhateverElseLiesAmongThem() throws Exception {
        write("b.txt", "report 2016-01-01 two");
        write("a/z.txt", "report 2016-01-01 one doubt");
        write("c/.hidden/x.txt", "report 2016-01-01 hidden");
        write(".hidden.txt", "report 2016-01-01 hidden");
        write("d.txt", "not one");
        write("e.txt", "crash");
        write("f.txt", "");
        write("g.txt", "report 2016-01-01 three");
        write("h.txt", "report year 12345");
        Files.createSymbolicLink(tree.resolve("c/loop"), tree);
        Files.createSymbolicLink(tree.resolve("i.txt"), Path.of("nowhere"));
        var counts = new ArrayList<String>();

        var summary =
                importing()
                        .run(
                                List.of(tree, tree.resolve("missing")),
                                false,
                                (done, total) -> counts.add(done + "/" + total));

        assertThat(summary.results())
                .extracting(this::told)
                .containsExactly(
                        "a/z.txt read BR-2016-0001 [It is odd.]",
                        "b.txt read BR-2016-0002 []",
                        "d.txt refused: There is no report in it.",
                        "e.txt refused: This program failed on it; please report that, with these"
                                + " words: java.lang.IllegalStateException: crashed",
                        "f.txt refused: The file is empty.",
                        "g.txt read BR-2016-0003 []",
                        "h.txt refused: It could not be kept: A report of the year 12345 has no"
                                + " number; years go from 1 to 9999",
                        "i.txt refused: It is a link that leads to no file.",
                        "missing refused: There is no such file or folder.");
        assertThat(counts).hasSize(9).startsWith("1/9").endsWith("9/9");
        assertThat(summary.read()).isEqualTo(3);
        assertThat(summary.doubtful()).isEqualTo(1);
        assertThat(summary.refused()).isEqualTo(6);
        assertThat(log.lastPosition()).isZero();
        var document = casebook.document(BreachId.of(2016, 2)).orElseThrow();
        assertThat(document.fileName()).isEqualTo("b.txt");
        assertThat(document.content()).asString().isEqualTo("report 2016-01-01 two");
        assertThat(document.receivedAt()).isEqualTo(NOW);
    }

    @Test
    void importsTheSameContentOnce() throws Exception {
        write("a.txt", "report 2016-01-01 one");
        write("b.txt", "report 2016-01-01 one");
        write("c.txt", "report 2016-01-01 two");

        assertThat(run(false).results())
                .extracting(this::told)
                .containsExactly(
                        "a.txt read BR-2016-0001 []",
                        "b.txt held BR-2016-0001",
                        "c.txt read BR-2016-0002 []");
        assertThat(run(false).alreadyHeld()).isEqualTo(3);
        assertThat(breaches()).isEqualTo(2);

        write("0.txt", "report 2016-01-01 three");
        assertThat(run(false).read()).isEqualTo(1);
        assertThat(breaches()).isEqualTo(3);
    }

    @Test
    void publishesABackCatalogueAsOfTheMorningsOfItsReports() throws Exception {
        write("a.txt", "report 2016-01-04 in winter");
        write("b.txt", "report 2016-07-04 in summer");
        write("c.txt", "report occurred 2015-05-05");
        write("d.txt", "report undated");
        write("e.txt", "report 2061-01-04 mistyped");
        write("f.txt", "report 2016-01-04 unpublishable");

        assertThat(run(true).refused()).isEqualTo(1);

        assertThat(publishedAt(BreachId.of(2016, 1))).isEqualTo("2016-01-04T09:30:00Z");
        assertThat(publishedAt(BreachId.of(2016, 2))).isEqualTo("2016-07-04T08:30:00Z");
        assertThat(publishedAt(BreachId.of(2015, 1))).isEqualTo("2015-05-05T08:30:00Z");
        assertThat(publishedAt(BreachId.of(2020, 1))).isEqualTo(NOW.toString());
        assertThat(publishedAt(BreachId.of(2061, 1))).isEqualTo(NOW.toString());
        assertThat(breaches()).isEqualTo(5);
    }

    @Test
    void publishesLaterWhatWasImportedWithoutPublishing() throws Exception {
        write("a.txt", "report 2016-01-04 one");
        run(false);

        assertThat(run(true).alreadyHeld()).isEqualTo(1);
        assertThat(run(true).alreadyHeld()).isEqualTo(1);
        assertThat(log.lastPosition()).isEqualTo(1);
    }

    @Test
    void publishesOneOfTwoThatAreVeryLikelyTheSame() throws Exception {
        var words = "occurred 2016-05-05 by ONS of the tables that went up an hour late";
        write("a.txt", "report " + words);
        write("b.txt", "report " + words + " again");
        var like =
                "[Looks like the report held as BR-2016-0001: the same producer, output and day of occurrence,"
                        + " and 96% of its words; check before it is counted as a breach of its own., The producer 'ONS' is not known.]";

        assertThat(run(true).results())
                .extracting(this::told)
                .containsExactly(
                        "a.txt read BR-2016-0001 [The producer 'ONS' is not known.]",
                        "b.txt held back BR-2016-0002 " + like);
        assertThat(run(true).results())
                .extracting(this::told)
                .containsExactly("a.txt held BR-2016-0001", "b.txt held back BR-2016-0002 " + like);
        assertThat(breaches()).isEqualTo(2);
        assertThat(log.lastPosition()).isEqualTo(1);
    }

    @Test
    void takesTheRecordsOfABackCatalogueLineByLine() throws Exception {
        write(
                "history.jsonl",
                """
                \ufeff{"report 2016-01-04 one"}\r

                {"nothing"}
                  {"report 2016-01-04 two"}
                {"report 2016-01-04 one"}
                {"report 2016-01-04 three"}\
                """);
        Files.write(
                tree.resolve("wrong.jsonl"),
                "{\"report \u00fc\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        var totals = new ArrayList<Long>();

        var summary = importing().run(List.of(tree), true, (_, total) -> totals.add(total));

        assertThat(summary.results())
                .extracting(this::told)
                .containsExactly(
                        "history.jsonl:1 read BR-2016-0001 []",
                        "history.jsonl:3 refused: There is no report in it.",
                        "history.jsonl:4 read BR-2016-0002 []",
                        "history.jsonl:5 held BR-2016-0001",
                        "history.jsonl:6 read BR-2016-0003 []",
                        "wrong.jsonl:1 refused: The line is not in UTF-8.");
        assertThat(totals).hasSize(6).containsOnly(6L);
        assertThat(casebook.document(BreachId.of(2016, 1)).orElseThrow().content())
                .asString()
                .isEqualTo("{\"report 2016-01-04 one\"}");
    }

    @Test
    void finishesAnImportThatBrokeOffAsIfNothingHadHappened() throws Exception {
        writeMany(180);
        var looked = new AtomicInteger();
        var failing =
                importing(
                        new PlainIntake(),
                        () -> {
                            if (looked.incrementAndGet() == 130) {
                                throw new OutOfMemoryError("for a test");
                            }
                        });

        assertThatExceptionOfType(ImportFailed.class)
                .isThrownBy(() -> failing.run(List.of(tree), true, ImportProgress.NONE))
                .withMessageContaining("Start it again to do the rest");
        assertThat(breaches()).isEqualTo(120);

        assertThat(run(true).read()).isEqualTo(60);
        assertThat(titles(log)).isEqualTo(titlesOfAnUndisturbedRun());
        assertThat(runsOf(database, "COMPLETED")).isEqualTo(1);
        assertThat(run(true).alreadyHeld()).isEqualTo(180);
    }

    @Test
    void finishesAnImportThatWasKilledAgainAndAgain() throws Exception {
        writeMany(400);
        var random = seeded();
        var home = Home.at(folder.resolve("home"));
        for (var kill = 0; kill < 4; kill++) {
            kill(home, random.nextInt(1, 130));
        }

        try (var killed = Database.open(home)) {
            var importing = new Importing(killed.dataSource(), new PlainIntake(), CLOCK);
            importing.run(List.of(tree), true, ImportProgress.NONE);

            assertThat(titles(new RegisterLog(killed.dataSource())))
                    .isEqualTo(titlesOfAnUndisturbedRun());
            assertThat(importing.run(List.of(tree), true, ImportProgress.NONE).alreadyHeld())
                    .isEqualTo(400);
            assertThat(runsOf(killed.dataSource(), "STARTED")).isZero();
            assertThat(runsOf(killed.dataSource(), "COMPLETED")).isEqualTo(2);
        }
    }

    @Test
    void waitsForAnotherImportOfTheSameDatabase() throws Exception {
        writeMany(20);
        var begun = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        var waited = new CountDownLatch(1);
        var slow =
                importing(
                        new PlainIntake(),
                        () -> {
                            begun.countDown();
                            await(mayGoOn);
                        });
        var second =
                new ImportProgress() {
                    @Override
                    public void at(long done, long total) {}

                    @Override
                    public void waiting() {
                        waited.countDown();
                        mayGoOn.countDown();
                    }
                };
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> slow.run(List.of(tree), true, ImportProgress.NONE));
            await(begun);
            var other = threads.submit(() -> importing().run(List.of(tree), true, second));

            assertThat(first.get().read()).isEqualTo(20);
            assertThat(other.get().alreadyHeld()).isEqualTo(20);
        }
        assertThat(waited.getCount()).isZero();
    }

    private Importing importing() {
        return new Importing(database, new PlainIntake(), CLOCK);
    }

    /// An import that does something else before it reads each document.
    private Importing importing(Intake intake, Runnable before) {
        var disturbed =
                new Intake() {
                    @Override
                    public Reading document(byte[] content, String fileName) {
                        before.run();
                        return intake.document(content, fileName);
                    }

                    @Override
                    public Reading record(long line, String text) {
                        return intake.record(line, text);
                    }

                    @Override
                    public PublicRecord publicRecordOf(SubmittedReport report) {
                        return intake.publicRecordOf(report);
                    }
                };
        return new Importing(database, disturbed, CLOCK);
    }

    private ImportSummary run(boolean historic) {
        return importing().run(List.of(tree), historic, ImportProgress.NONE);
    }

    private List<String> titlesOfAnUndisturbedRun() {
        var quiet = TestDatabase.fresh();
        new Importing(quiet, new PlainIntake(), CLOCK)
                .run(List.of(tree), true, ImportProgress.NONE);
        return titles(new RegisterLog(quiet));
    }

    private static List<String> titles(RegisterLog log) {
        return log.becomePublic(0, Instant.EPOCH, NOW, Integer.MAX_VALUE).stream()
                .map(entry ->
                        "%d %s %s %s %s"
                                .formatted(
                                        entry.position(),
                                        entry.breach(),
                                        entry.publicFrom(),
                                        entry.record().output(),
                                        entry.digest()))
                .toList();
    }

    private long breaches() {
        return new Sql(database).only(row -> row.number("n"), "select count(*) as n from breach");
    }

    private static long runsOf(DataSource database, String status) {
        return new Sql(database)
                .only(
                        row -> row.number("n"),
                        "select count(*) as n from batch_job_execution where status = ?",
                        status);
    }

    private String publishedAt(BreachId breach) {
        return log.find(breach, NOW).orElseThrow().publishedAt().toString();
    }

    private void write(String name, String text) throws IOException {
        var file = tree.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    private void writeMany(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            write(
                    String.format(Locale.ROOT, "%04d.txt", i),
                    String.format(Locale.ROOT, "report 20%02d-01-04 number %d", i % 7 + 10, i));
        }
    }

    private String told(ImportResult result) {
        var source = result.source().substring(tree.toString().length() + 1);
        return switch (result) {
            case Read(_, var breach, var doubts) -> source + " read " + breach + " " + doubts;
            case HeldBack(_, var breach, var doubts) ->
                    source + " held back " + breach + " " + doubts;
            case AlreadyHeld(_, var breach) -> source + " held " + breach;
            case Refused(_, var reason) -> source + " refused: " + reason;
        };
    }

    /// Starts the import as a program and kills it when it has looked at some documents.
    private void kill(Home home, int after) throws Exception {
        var program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                ImportProgram.class.getName(),
                                home.directory().toString(),
                                tree.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var output = new BufferedReader(program.inputReader(StandardCharsets.UTF_8))) {
            for (int i = 0; i < after; i++) {
                assertThat(output.readLine()).isNotNull();
            }
            program.destroyForcibly().waitFor();
        }
    }

    private static RandomGenerator seeded() {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("ImportingIT: -Dtest.seed=" + seed);
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
