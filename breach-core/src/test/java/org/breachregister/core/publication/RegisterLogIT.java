package org.breachregister.core.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.database.Sql;
import org.breachregister.core.database.TestDatabase;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.PublicRecord.NamedProducer;
import org.breachregister.core.publication.PublicRecord.NamedReference;
import org.breachregister.core.publication.PublicRecord.Promise;
import org.breachregister.core.publication.PublishedBreach.Status;
import org.breachregister.core.publication.RegisterLog.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

import javax.sql.DataSource;

class RegisterLogIT {

    private static final Instant JANUARY = Instant.parse("2016-01-11T09:30:00.123456Z");
    private static final Instant FEBRUARY = Instant.parse("2016-02-01T09:30:00Z");
    private static final Instant MARCH = Instant.parse("2016-03-01T09:30:00Z");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final BreachId FIRST = BreachId.of(2016, 1);
    private static final BreachId SECOND = BreachId.of(2016, 2);

    private final DataSource database = TestDatabase.fresh();
    private final RegisterLog log = new RegisterLog(database);

    @Test
    void isEmptyAtFirst() {
        assertThat(log.lastPosition()).isZero();
        assertThat(log.digestAt(0)).isEqualTo("0".repeat(64));
        assertThat(log.lastChange(NOW)).isEmpty();
        assertThat(log.find(FIRST, NOW)).isEmpty();
        assertThat(log.firstBroken()).isEmpty();
    }

    @Test
    void givesBackExactlyWhatWasPublished() {
        log.publish(FIRST, full(), JANUARY);

        assertThat(log.find(FIRST, NOW))
                .contains(
                        new PublishedBreach(
                                FIRST, 1, Status.PUBLISHED, JANUARY, JANUARY, null, full()));
    }

    @Test
    void showsEachVersionFromItsTimeOn() {
        log.publish(FIRST, titled("one"), JANUARY);
        log.revise(FIRST, titled("two"), "A date was wrong.", FEBRUARY);
        log.withdraw(FIRST, "It was none.", MARCH);

        assertThat(log.find(FIRST, JANUARY.minusMillis(1))).isEmpty();
        assertThat(log.find(FIRST, FEBRUARY.minusMillis(1)).orElseThrow())
                .extracting(PublishedBreach::status, b -> b.record().output())
                .containsExactly(Status.PUBLISHED, "one");
        assertThat(log.find(FIRST, FEBRUARY))
                .contains(
                        new PublishedBreach(
                                FIRST,
                                2,
                                Status.REVISED,
                                JANUARY,
                                FEBRUARY,
                                "A date was wrong.",
                                titled("two")));
        assertThat(log.find(FIRST, NOW))
                .contains(
                        new PublishedBreach(
                                FIRST,
                                3,
                                Status.WITHDRAWN,
                                JANUARY,
                                MARCH,
                                "It was none.",
                                titled("two")));
    }

    @Test
    void showsNothingBeforeItsTimeWhateverMomentIsAskedFor() {
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        log.publish(FIRST, titled("open"), JANUARY);
        log.revise(FIRST, titled("embargoed"), "New figures.", tomorrow);
        log.publish(SECOND, titled("embargoed"), tomorrow);
        var later = tomorrow.plus(Duration.ofDays(1));

        assertThat(log.find(SECOND, later)).isEmpty();
        assertThat(log.find(FIRST, later).orElseThrow().record().output()).isEqualTo("open");
        assertThat(log.lastChange(later)).contains(JANUARY);
        assertThat(log.becomePublic(0, Instant.EPOCH, later, 10))
                .extracting(Entry::position)
                .containsExactly(1L);
        assertThat(each(later, 99)).extracting(b -> b.record().output()).containsExactly("open");
        assertThat(log.becomePublic(0, Instant.EPOCH, Instant.MAX, 10)).hasSize(1);
    }

    @Test
    void tellsAnIndexWhatItLacks() {
        log.publish(FIRST, titled("a"), MARCH);
        log.publish(SECOND, titled("b"), JANUARY);
        log.revise(FIRST, titled("c"), "Better.", MARCH);

        assertThat(positions(0, Instant.EPOCH, FEBRUARY, 10)).containsExactly(2L);
        assertThat(positions(2, FEBRUARY, MARCH, 10)).containsExactly(1L, 3L);
        assertThat(positions(3, MARCH, NOW, 10)).isEmpty();
        assertThat(positions(0, Instant.EPOCH, NOW, 2)).containsExactly(1L, 2L);
    }

    @Test
    void handsOverTheRegisterInOrderOfBreachesAsItWas() {
        var tenThousandth = BreachId.of(2016, 10_000);
        log.publish(tenThousandth, titled("d"), JANUARY);
        log.publish(SECOND, titled("b"), JANUARY);
        log.publish(BreachId.of(2015, 7), titled("a"), FEBRUARY);
        log.revise(SECOND, titled("c"), "Better.", FEBRUARY);
        log.withdraw(SECOND, "Worse.", MARCH);

        assertThat(each(NOW, 5))
                .extracting(b -> b.id() + " " + b.status() + " " + b.record().output())
                .containsExactly(
                        "BR-2015-0007 PUBLISHED a",
                        "BR-2016-0002 WITHDRAWN c",
                        "BR-2016-10000 PUBLISHED d");
        assertThat(each(NOW, 5))
                .extracting(PublishedBreach::publishedAt)
                .containsExactly(FEBRUARY, JANUARY, JANUARY);
        assertThat(each(NOW, 4))
                .extracting(PublishedBreach::status)
                .containsExactly(Status.PUBLISHED, Status.REVISED, Status.PUBLISHED);
        assertThat(each(JANUARY, 5)).extracting(b -> b.record().output()).containsExactly("b", "d");
        assertThat(each(NOW, 1)).hasSize(1);
    }

    @Test
    void refusesWhatContradictsTheRegister() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> log.revise(FIRST, titled("x"), "Why", MARCH))
                .withMessage("BR-2016-0001 was never published, so there is nothing to revise.");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> log.withdraw(FIRST, "Why", MARCH))
                .withMessageContaining("nothing to withdraw");

        log.publish(FIRST, titled("a"), FEBRUARY);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> log.publish(FIRST, titled("b"), MARCH))
                .withMessageContaining("Revise it instead");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> log.revise(FIRST, titled("b"), "Why", JANUARY))
                .withMessageContaining("becomes public only at");
        assertThatIllegalArgumentException().isThrownBy(() -> log.withdraw(FIRST, " ", MARCH));

        log.withdraw(FIRST, "Why", MARCH);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> log.withdraw(FIRST, "Again", MARCH))
                .withMessageContaining("withdrawn already");
        assertThat(log.lastPosition()).isEqualTo(2);
    }

    @Test
    void bringsAWithdrawnBreachBackByRevisingIt() {
        log.publish(FIRST, titled("a"), JANUARY);
        log.withdraw(FIRST, "A mistake", FEBRUARY);
        log.revise(FIRST, titled("b"), "Withdrawn by mistake", MARCH);

        assertThat(log.find(FIRST, NOW).orElseThrow().status()).isEqualTo(Status.REVISED);
    }

    @Test
    void chainsDigestsThatTheSameHistoryGivesAgain() {
        var other = new RegisterLog(TestDatabase.fresh());
        for (var each : List.of(log, other)) {
            each.publish(FIRST, full(), JANUARY);
            each.publish(SECOND, titled("b"), JANUARY);
            each.revise(FIRST, titled("c"), "Better.", FEBRUARY);
        }
        var different = new RegisterLog(TestDatabase.fresh());
        different.publish(FIRST, titled("not the same"), JANUARY);
        different.publish(SECOND, titled("b"), JANUARY);

        assertThat(log.digestAt(3)).matches("[0-9a-f]{64}").isEqualTo(other.digestAt(3));
        assertThat(different.digestAt(2)).isNotEqualTo(log.digestAt(2));
        assertThat(log.firstBroken()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.digestAt(4))
                .withMessage("The register log has no position 4; its last is 3");
    }

    @Test
    void findsTheEntryThatSomeoneForged() {
        var owned = TestDatabase.freshAsOwner();
        var forged = new RegisterLog(owned);
        forged.publish(FIRST, titled("a"), JANUARY);
        forged.publish(SECOND, titled("b"), JANUARY);
        new Sql(owned).change("alter table register_log disable trigger all");
        new Sql(owned).change("update register_log set public_from = now() where position = 2");

        assertThat(forged.firstBroken()).hasValue(2);
    }

    @Test
    void staysWithoutGapsWhenManyAppendAtOnce() throws Exception {
        var work = new ArrayList<Callable<Long>>();
        for (int i = 1; i <= 200; i++) {
            var breach = BreachId.of(2016, i);
            var fails = i % 10 == 0;
            work.add(() ->
                    new Sql(database)
                            .inTransaction(() -> {
                                log.publish(breach, titled("x"), JANUARY);
                                if (fails) {
                                    throw new IllegalArgumentException();
                                }
                                return log.lastPosition();
                            }));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var seen = 0;
            for (var done : threads.invokeAll(work)) {
                seen += done.state() == Future.State.SUCCESS ? 1 : 0;
            }
            assertThat(seen).isEqualTo(180);
        }
        assertThat(log.becomePublic(0, Instant.EPOCH, NOW, 1000))
                .extracting(Entry::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 180).boxed().toList());
        assertThat(log.firstBroken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update register_log set reason = 'x'",
                "update register_log set reason = 'x' where position = 99",
                "delete from register_log",
                "truncate register_log"
            })
    void theDatabaseRefusesToChangeTheLogEvenForItsOwner(String change) {
        var owned = TestDatabase.freshAsOwner();
        var ownLog = new RegisterLog(owned);
        ownLog.publish(FIRST, titled("a"), JANUARY);

        assertThatThrownBy(() -> new Sql(owned).change(change))
                .hasMessageContaining("the register log only grows");
        assertThat(ownLog.firstBroken()).isEmpty();
        assertThat(ownLog.lastPosition()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update register_log set reason = 'x'",
                "delete from register_log",
                "truncate register_log",
                "alter table register_log disable trigger all",
                "drop table register_log",
                "update document set content = ''",
                "delete from breach",
                "create table mine (a int)",
                "delete from flyway_schema_history"
            })
    void theApplicationHasNoRightTo(String statement) {
        assertThatThrownBy(() -> new Sql(database).change(statement))
                .hasStackTraceContaining("ERROR: ")
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }

    @Test
    void recordsEditionsOnceEach() {
        var editions = new Editions(database);
        var edition =
                new CompiledEdition(
                        "breach-register-2016-v1.0", "2016", "reported", "1.0", MARCH, 3, 2, NOW);
        editions.record(edition);
        editions.record(edition);

        assertThat(editions.all()).containsExactly(edition);
        assertThat(editions.find(edition.name())).contains(edition);
        assertThat(editions.find("another")).isEmpty();
        var changed =
                new CompiledEdition(edition.name(), "2016", "reported", "1.0", MARCH, 4, 2, NOW);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> editions.record(changed))
                .withMessageContaining(edition.name());
    }

    private List<Long> positions(long position, Instant after, Instant through, int limit) {
        return log.becomePublic(position, after, through, limit).stream()
                .map(Entry::position)
                .toList();
    }

    private List<PublishedBreach> each(Instant asAt, long throughPosition) {
        var all = new ArrayList<PublishedBreach>();
        log.each(asAt, throughPosition, all::add);
        return all;
    }

    private static PublicRecord titled(String output) {
        return new PublicRecord(
                List.of(), output, null, List.of(), null, List.of(), null, null, null, null, null,
                null, null, null, null, List.of(), List.of(), List.of());
    }

    private static PublicRecord full() {
        return new PublicRecord(
                List.of(
                        new NamedProducer(
                                "MoM",
                                new ProducerId("ministry-of-maps"),
                                "Ministry of Maps",
                                "Maps Agency",
                                "UK"),
                        new NamedProducer("Nobody", null, null, null, null)),
                "Maps, \"annual\" £ \ud83d\udcca\n\u0000",
                "Maps",
                List.of("https://example.org"),
                EditionId.E1_0,
                List.of(
                        new NamedReference(
                                "P2", new ElementId(EditionId.E1_0, "Protocol 2"), "Title"),
                        new NamedReference("??", null, null)),
                LocalDate.of(2015, 12, 31),
                LocalDate.of(2016, 1, 1),
                LocalDate.of(2016, 1, 4),
                "leak",
                "a supplier",
                "=account",
                "reasons",
                "impact",
                "actions",
                List.of("https://example.org/statement"),
                List.of("before"),
                List.of(new Promise("soon", null), new Promise("then", LocalDate.of(2016, 6, 30))));
    }
}
