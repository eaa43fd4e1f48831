package org.breachregister.batch.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.database.TestDatabase;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.CompiledEdition;
import org.breachregister.core.publication.Editions;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.PublicRecord.NamedProducer;
import org.breachregister.core.publication.PublicRecord.NamedReference;
import org.breachregister.core.publication.RegisterLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

class EditionIT {

    private static final CodeOfPractice CODE = CodeOfPractice.load();
    private static final Producers PRODUCERS = Producers.load();
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Period YEAR = Period.parse("2016-17");

    private final DataSource database = TestDatabase.fresh();
    private final RegisterLog log = new RegisterLog(database);
    private final Editions editions = new Editions(database);

    @TempDir private Path out;

    @BeforeEach
    void publish() {
        new TransactionTemplate(new JdbcTransactionManager(database))
                .executeWithoutResult(_ -> publishAll());
    }

    private void publishAll() {
        for (int serial = 1; serial <= 250; serial++) {
            var reported = LocalDate.of(2016, 1, 4).plusDays(serial * 2L);
            log.publish(BreachId.of(2016, serial), record(serial, reported), at(reported));
        }
        log.publish(
                BreachId.of(2016, 251),
                Examples.plain("Office for Springs", null),
                at(LocalDate.of(2017, 6, 1)));
        log.withdraw(BreachId.of(2016, 60), "It was none.", at(LocalDate.of(2017, 7, 1)));
    }

    @Test
    void compilesAPeriodThatVerifies() throws IOException {
        var result = compile(YEAR);

        assertThat(result.outcome()).isEqualTo(EditionResult.Outcome.COMPILED);
        assertThat(result.directory())
                .isEqualTo(out.toRealPath().resolve("breach-register-2016-17-v1.0"));
        assertThat(sums(result.directory()).keySet())
                .containsExactly(
                        "breach-register-2016-17-v1.0-practices.csv",
                        "breach-register-2016-17-v1.0.csv",
                        "breach-register-2016-17-v1.0.json",
                        "breach-register-2016-17-v1.0.xlsx",
                        "manifest.json");
        assertThat(EditionVerifier.verify(result.directory())).isEmpty();
        assertThat(result.breaches()).isEqualTo(183);
        assertThat(result.undated()).isEqualTo(1);
        assertThat(result.asAt()).isEqualTo(at(LocalDate.of(2017, 7, 1)));
        assertThat(out).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
        assertThat(editions.all())
                .extracting(CompiledEdition::name, CompiledEdition::breaches)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("breach-register-2016-17-v1.0", 183));
    }

    @Test
    void ordersRowsByBreachAndNamesWhatTheyRepeat() throws IOException {
        var rows = rows(compile(Period.ALL));

        assertThat(rows).hasSize(251);
        assertThat(rows.get(0)).startsWith("BR-2016-0001,published,1,2016-01-06T");
        assertThat(rows.get(250)).startsWith("BR-2016-0251,");
        assertThat(rows.get(10)).contains("BR-2016-0001");
        assertThat(rows.get(59)).matches("BR-2016-0060,withdrawn,2,[^,]+,,+2017-07-01T00:00:00Z");
    }

    @Test
    void leavesAnEditionOfTheSameRegisterUntouched() throws IOException {
        var first = compile(YEAR);
        var before = sums(first.directory());
        var touched = Files.getLastModifiedTime(first.directory().resolve("manifest.json"));

        var again = compile(YEAR);

        assertThat(again.outcome()).isEqualTo(EditionResult.Outcome.UNCHANGED);
        assertThat(again.directory()).isEqualTo(first.directory());
        assertThat(again.inWords()).startsWith("Nothing has changed since");
        assertThat(sums(first.directory())).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(first.directory().resolve("manifest.json")))
                .isEqualTo(touched);
        assertThat(editions.all()).hasSize(1);
    }

    @Test
    void makesNoNewVersionWhenTheRegisterChangesElsewhere() throws IOException {
        var first = compile(YEAR);
        log.publish(
                BreachId.of(2020, 1),
                Examples.plain("Office for Springs", LocalDate.of(2020, 1, 1)),
                at(LocalDate.of(2020, 1, 2)));

        var again = compile(YEAR);

        assertThat(again.outcome()).isEqualTo(EditionResult.Outcome.UNCHANGED);
        assertThat(again.directory()).isEqualTo(first.directory());
        assertThat(directories()).containsExactly("breach-register-2016-17-v1.0");
    }

    @Test
    void makesANewVersionOfAChangedRegisterAndKeepsTheOld() throws IOException {
        var first = compile(YEAR);
        var before = sums(first.directory());
        log.revise(
                BreachId.of(2016, 100),
                record(99, LocalDate.of(2016, 7, 22)),
                "The output was another.",
                at(LocalDate.of(2018, 1, 1)));

        var second = compile(YEAR);

        assertThat(second.outcome()).isEqualTo(EditionResult.Outcome.COMPILED);
        assertThat(second.version()).isEqualTo("1.1");
        assertThat(directories())
                .containsExactly("breach-register-2016-17-v1.0", "breach-register-2016-17-v1.1");
        assertThat(sums(first.directory())).isEqualTo(before);
        assertThat(EditionVerifier.verify(second.directory())).isEmpty();
        assertThat(editions.all()).hasSize(2);
    }

    @Test
    void makesTheSameBytesInAnotherPlaceAndAtAnotherTime() throws IOException {
        var here = compile(YEAR);
        var there =
                compiler(NOW.plus(Duration.ofDays(100)))
                        .compile(
                                new EditionRequest(
                                        YEAR, DateBasis.REPORTED, null, out.resolve("there")),
                                EditionProgress.NONE);

        assertThat(there.directory().getFileName()).isEqualTo(here.directory().getFileName());
        assertThat(sums(there.directory())).isEqualTo(sums(here.directory()));
    }

    @Test
    void rebuildsAnEditionThatWasMovedAway() throws IOException {
        var first = compile(YEAR);
        var before = sums(first.directory());
        Files.move(first.directory(), out.resolve("elsewhere"));

        var again = compile(YEAR);

        assertThat(again.outcome()).isEqualTo(EditionResult.Outcome.COMPILED);
        assertThat(sums(again.directory())).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "csv, 200",
        "practices, 0",
        "json, 200",
        "json, 251",
        "xlsx, 200",
        "xlsx, 502",
        "manifest, 1"
    })
    void finishesAStoppedRunWithTheSameBytes(String step, long done) throws IOException {
        var undisturbed =
                sums(
                        compiler(NOW)
                                .compile(
                                        new EditionRequest(
                                                YEAR,
                                                DateBasis.REPORTED,
                                                null,
                                                out.resolve("other")),
                                        EditionProgress.NONE)
                                .directory());
        var stopped = new AtomicBoolean();

        assertThatExceptionOfType(Stopped.class)
                .isThrownBy(() ->
                        compiler(NOW)
                                .compile(
                                        request(YEAR),
                                        (at, rows, total) -> {
                                            if (at.equals(step) && rows >= done) {
                                                stopped.set(true);
                                                throw new Stopped();
                                            }
                                        }));

        assertThat(stopped).isTrue();
        assertThat(directories()).containsExactly("breach-register-2016-17-v1.0.part", "other");
        var finished = compile(YEAR);
        assertThat(finished.outcome()).isEqualTo(EditionResult.Outcome.COMPILED);
        assertThat(sums(finished.directory())).isEqualTo(undisturbed);
        assertThat(directories()).containsExactly("breach-register-2016-17-v1.0", "other");
    }

    @Test
    void doesNotTrustWhatAStoppedRunLeftWhenItWasChanged() throws IOException {
        assertThatExceptionOfType(Stopped.class)
                .isThrownBy(() ->
                        compiler(NOW)
                                .compile(
                                        request(YEAR),
                                        (at, rows, total) -> {
                                            if (at.equals("xlsx")) {
                                                throw new Stopped();
                                            }
                                        }));
        var csv =
                out.resolve("breach-register-2016-17-v1.0.part")
                        .resolve("breach-register-2016-17-v1.0.csv");
        Files.writeString(csv, "damaged");

        var finished = compile(YEAR);

        assertThat(EditionVerifier.verify(finished.directory())).isEmpty();
        assertThat(finished.breaches()).isEqualTo(183);
    }

    @Test
    void startsAfreshWhenTheRegisterChangedAfterAStop() throws IOException {
        assertThatExceptionOfType(Stopped.class)
                .isThrownBy(() ->
                        compiler(NOW)
                                .compile(
                                        request(YEAR),
                                        (at, rows, total) -> {
                                            if (at.equals("json")) {
                                                throw new Stopped();
                                            }
                                        }));
        log.withdraw(BreachId.of(2016, 70), "It was none.", at(LocalDate.of(2018, 1, 1)));

        var finished = compile(YEAR);

        assertThat(EditionVerifier.verify(finished.directory())).isEmpty();
        assertThat(rows(finished)).filteredOn(row -> row.contains(",withdrawn,")).hasSize(2);
    }

    @Test
    void showsTheRegisterAsItWas() throws IOException {
        var then = at(LocalDate.of(2016, 12, 31));

        var result =
                compiler(NOW)
                        .compile(
                                new EditionRequest(Period.ALL, DateBasis.REPORTED, then, out),
                                EditionProgress.NONE);

        assertThat(result.asAt()).isEqualTo(then);
        assertThat(rows(result)).hasSize(181).noneMatch(row -> row.contains("withdrawn"));
    }

    @Test
    void doesNotTellTheFuture() {
        var tomorrow = NOW.plus(Duration.ofDays(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        compiler(NOW)
                                .compile(
                                        new EditionRequest(YEAR, DateBasis.REPORTED, tomorrow, out),
                                        EditionProgress.NONE))
                .withMessageContaining("lies in the future");
    }

    @Test
    void saysNothingOfWhatIsNotPublicYet() throws IOException {
        var before = sums(compile(YEAR).directory());
        var release = Instant.now().plus(Duration.ofDays(30));
        log.publish(BreachId.of(2016, 900), record(5, LocalDate.of(2016, 9, 9)), release);

        var there =
                compiler(Instant.now())
                        .compile(
                                new EditionRequest(
                                        YEAR, DateBasis.REPORTED, null, out.resolve("there")),
                                EditionProgress.NONE);

        assertThat(sums(there.directory())).isEqualTo(before);
    }

    @Test
    void makesAnEditionWithoutRowsOfAnEmptyPeriod() throws IOException {
        var result = compile(Period.parse("1999"));

        assertThat(result.breaches()).isZero();
        assertThat(result.inWords()).contains("No breach on the register falls into this period");
        assertThat(rows(result)).isEmpty();
        assertThat(EditionVerifier.verify(result.directory())).isEmpty();
    }

    @Test
    void makesAnEditionOfAnEmptyRegister() {
        var nothing = TestDatabase.fresh();

        var result =
                new EditionCompiler(nothing, CODE, PRODUCERS, clock(NOW))
                        .compile(request(Period.ALL), EditionProgress.NONE);

        assertThat(result.breaches()).isZero();
        assertThat(EditionVerifier.verify(result.directory())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"REPORTED, 2016-10, 15", "OCCURRED, 2016-10, 16", "PUBLISHED, 2016-10, 15"})
    void decidesByTheDayAskedFor(DateBasis basis, String period, long breaches) {
        var result =
                compiler(NOW)
                        .compile(
                                new EditionRequest(Period.parse(period), basis, null, out),
                                EditionProgress.NONE);

        assertThat(result.breaches()).isEqualTo(breaches);
        assertThat(result.directory().getFileName().toString())
                .isEqualTo(
                        basis == DateBasis.REPORTED
                                ? "breach-register-2016-10-v1.0"
                                : "breach-register-2016-10-%s-v1.0".formatted(basis.key()));
    }

    @Test
    void refusesToCompileTheSameEditionTwiceAtOnce() {
        var other = new AtomicBoolean();

        compiler(NOW)
                .compile(
                        request(YEAR),
                        (step, done, total) -> {
                            if (step.equals("json") && other.compareAndSet(false, true)) {
                                assertThatIllegalStateException()
                                        .isThrownBy(() -> compile(YEAR))
                                        .withMessageContaining("Another process is compiling");
                            }
                        });

        assertThat(other).isTrue();
    }

    @Test
    void givesItsConnectionsBack() throws SQLException {
        compile(YEAR);
        assertThatExceptionOfType(Stopped.class)
                .isThrownBy(() ->
                        compiler(NOW)
                                .compile(
                                        request(Period.ALL),
                                        (at, rows, total) -> {
                                            throw new Stopped();
                                        }));

        var pool = database.unwrap(HikariDataSource.class).getHikariPoolMXBean();
        assertThat(pool.getActiveConnections()).isZero();
    }

    @Test
    void saysThatAnEditionWasDamagedInsteadOfCallingItUnchanged() throws IOException {
        var first = compile(YEAR);
        Files.writeString(first.directory().resolve("breach-register-2016-17-v1.0.csv"), "damaged");

        assertThatIllegalStateException()
                .isThrownBy(() -> compile(YEAR))
                .withMessageContaining("was changed since it was compiled");
    }

    private EditionResult compile(Period period) {
        return compiler(NOW).compile(request(period), EditionProgress.NONE);
    }

    private EditionRequest request(Period period) {
        return new EditionRequest(period, DateBasis.REPORTED, null, out);
    }

    private EditionCompiler compiler(Instant now) {
        return new EditionCompiler(database, CODE, PRODUCERS, clock(now), Duration.ofMillis(300));
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static PublicRecord record(int serial, LocalDate reported) {
        var series = "Levels of well " + serial % 10;
        return new PublicRecord(
                List.of(
                        new NamedProducer(
                                "MoJ",
                                new ProducerId("ministry-of-justice"),
                                "Ministry of Justice",
                                "Ministry of Justice",
                                "England and Wales")),
                series + ", " + reported,
                series,
                List.of("https://wells.example/" + serial),
                EditionId.E1_0,
                List.of(
                        new NamedReference(
                                "Protocol 2", new ElementId(EditionId.E1_0, "Protocol 2"), null)),
                reported.minusDays(1),
                reported.minusDays(1),
                reported,
                "early release",
                null,
                "What happened, number " + serial + ".",
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    private static List<String> rows(EditionResult result) throws IOException {
        return Files.readAllLines(
                        result.directory().resolve(result.directory().getFileName() + ".csv"))
                .stream()
                .skip(1)
                .toList();
    }

    private static Map<String, String> sums(Path directory) throws IOException {
        var sums = new TreeMap<String, String>();
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                sums.put(file.getFileName().toString(), Checksum.of(file));
            }
        }
        return sums;
    }

    private List<String> directories() throws IOException {
        try (var files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static final class Stopped extends RuntimeException {}
}
