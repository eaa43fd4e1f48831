package org.breachregister.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.publication.BreachId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What commands print and exit with, as far as they need no database.
class BreachCommandTest {

    private static final Path SAMPLE =
            Path.of("src/main/resources/samples/reports/2014-08-ons-labour-market.md");

    @TempDir Path directory;

    @Test
    void readPrintsOneJsonObjectAFileAndNothingElse() {
        var ran =
                run(
                        "read",
                        "--json",
                        SAMPLE.toString(),
                        directory.resolve("missing.txt").toString());

        assertThat(ran.exit()).isZero();
        assertThat(ran.err().lines()).allMatch(line -> line.startsWith("read: "));
        var lines = ran.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().get("outcome").asString()).isEqualTo("report");
        assertThat(lines.getFirst().get("producers").get(0).get("canonical").asString())
                .isEqualTo("Office for National Statistics");
        assertThat(lines.getLast().get("outcome").asString()).isEqualTo("unreadable");
        assertThat(lines.getLast().get("reason").asString()).isEqualTo("There is no such file.");
    }

    @Test
    void readTellsACopyAmongTheFilesItReads() throws Exception {
        var copy = directory.resolve("copy.md");
        Files.copy(SAMPLE, copy);

        var lines =
                run("read", "--json", SAMPLE.toString(), copy.toString())
                        .out()
                        .lines()
                        .map(line -> JsonMapper.shared().readTree(line))
                        .toList();

        assertThat(lines.getFirst().get("duplicateOf").isNull()).isTrue();
        assertThat(lines.getLast().get("duplicateOf").get("file").asString())
                .isEqualTo(SAMPLE.toString());
        assertThat(lines.getLast().get("anomalies").toString()).contains("likely-duplicate");
        assertThat(run("read", SAMPLE.toString(), copy.toString()).out())
                .containsOnlyOnce("likely-duplicate: Looks like the report in " + SAMPLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report.docx|BR-2016-0001 report.docx",
                "../../etc/passwd|BR-2016-0001 passwd",
                "C:\\Reports\\a.pdf|BR-2016-0001 a.pdf",
                "a\u202excod.exe|BR-2016-0001 axcod.exe",
                "..|BR-2016-0001",
                "''|BR-2016-0001"
            })
    void originalTakesOutOfANameWhatCouldMislead(String name, String cleaned) {
        assertThat(OriginalCommand.cleaned(name, BreachId.of(2016, 1))).isEqualTo(cleaned);
    }

    @Test
    void originalNamesTheFormOfABreachId() {
        var ran = run("original", "../x", "--home", directory.resolve("home").toString());

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("../x", "BR-2016-0001");
        assertThat(directory.resolve("home")).doesNotExist();
    }

    @Test
    void readFailsWhereNothingIsAReport() throws Exception {
        var file = Files.writeString(directory.resolve("note.txt"), "Lunch is at one.\n");

        var ran = run("read", file.toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains(file.toString(), "not a report");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016-Q5",
                "2016-13",
                "2017-02-30..2017-03-01",
                "2017-05-01..2017-01-01",
                "soon"
            })
    void registerNamesTheFormsOfAPeriod(String period) {
        var ran = run("register", period, "--home", directory.resolve("home").toString());

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains("'" + period + "'", "2016-Q4", "2016-17", "2016-04-01..2016-12-31");
        assertThat(directory.resolve("home")).doesNotExist();
    }

    @Test
    void searchNamesTheFormOfADay() {
        var ran =
                run(
                        "search",
                        "x",
                        "--from",
                        "1/5/2016",
                        "--home",
                        directory.resolve("home").toString());

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("--from", "1/5/2016", "2016-09-30");
    }

    @Test
    void verifyFailsWhereThereIsNoEdition() {
        var ran = run("verify", directory.toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("NOT sound", "manifest.json");
    }

    @Test
    void aHomeThatIsAFileIsExplained() throws Exception {
        var file = Files.writeString(directory.resolve("file"), "x");

        var ran = run("search", "x", "--home", file.toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains(file.toString(), "is a file").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "serve",
                "read",
                "import",
                "original",
                "register",
                "verify",
                "search",
                "reindex",
                "evaluate"
            })
    void everyCommandHasHelp(String command) {
        var ran = run(command, "--help");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("Usage: breach " + command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "frobnicate", "read", "import"})
    void wrongUsageExitsWithTwo(String arguments) {
        var ran = run(arguments.isEmpty() ? new String[0] : new String[] {arguments});

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).isNotBlank();
    }

    private static Ran run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var realOut = System.out;
        var realErr = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            var exit = BreachCommand.run(arguments);
            return new Ran(
                    exit,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }
    }

    private record Ran(int exit, String out, String err) {}
}
