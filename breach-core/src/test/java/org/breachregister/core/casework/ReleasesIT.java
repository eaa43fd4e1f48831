package org.breachregister.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.breachregister.core.casework.Reports.document;
import static org.breachregister.core.casework.Reports.report;

import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Audit;
import org.breachregister.core.casework.CaseRecords.Preview;
import org.breachregister.core.database.Identity;
import org.breachregister.core.database.Sql;
import org.breachregister.core.database.TestDatabase;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecords;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.core.publication.RegisterLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import javax.sql.DataSource;

class ReleasesIT {

    private static final LocalDate DAY = LocalDate.of(2016, 10, 3);
    private static final PublicPreview PREVIEW =
            new PublicPreview(new PublicRecords(ReadReports.CODE, ReadReports.PRODUCERS));

    private final DataSource pool = TestDatabase.freshWithoutIdentity();
    private final DataSource program = TestDatabase.seenBy(pool, () -> Identity.PROGRAM);
    private final Sql sql = new Sql(program);
    private final Casebook casebook = new Casebook(program);
    private final Releases releases = new Releases(program, Clock.systemUTC());
    private final RegisterLog log = new RegisterLog(program);
    private final RegisterLog seenByThePublic =
            new RegisterLog(TestDatabase.seenBy(pool, () -> Identity.PUBLIC));
    private final long publisher =
            sql.only(
                    row -> row.number("id"),
                    """
                    insert into account (email, name, roles, created_at)
                    values ('pat@regulator.gov.uk', 'Pat Publisher', '{publisher}', now())
                    returning id\
                    """);

    @Test
    void releasesWhatIsDueAndNothingElse() {
        var due = scheduled("due", Duration.ofSeconds(-1));
        var later = scheduled("later", Duration.ofHours(1));

        assertThat(releases.releaseDue()).containsExactly(due);
        assertThat(releases.releaseDue()).isEmpty();
        assertThat(state(due)).isEqualTo("published");
        assertThat(state(later)).isEqualTo("scheduled");
        assertThat(count("scheduled_release")).isEqualTo(1);
        assertThat(log.lastPosition()).isEqualTo(1);
        var published = seenByThePublic.find(due, Instant.now()).orElseThrow();
        assertThat(published.record()).isEqualTo(preview(due, false).record());
        assertThat(lastStep(due)).isEqualTo("release published Breach Register");
        assertThat(new Audit(program).ofRecord("case", due.value(), 1))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo("case.release");
                    assertThat(entry.accountName()).isEqualTo(Actor.PROGRAM.name());
                });
    }

    @Test
    void showsThePublicNothingBeforeItsTime() throws InterruptedException {
        var at = Instant.now().plusMillis(700);
        var breach = scheduledAt("soon", at);

        while (releases.releaseDue().isEmpty()) {
            assertThat(seenByThePublic.find(breach, Instant.now().plusSeconds(60))).isEmpty();
            Thread.sleep(20);
        }
        assertThat(databaseNow()).isAfterOrEqualTo(at);
        var published = seenByThePublic.find(breach, Instant.now()).orElseThrow();
        assertThat(published.publishedAt()).isAfterOrEqualTo(Sql.stored(at));
    }

    @Test
    void releasesOnceHoweverManyProcessesDoIt() throws Exception {
        var breaches = new ArrayList<BreachId>();
        for (var i = 0; i < 12; i++) {
            breaches.add(scheduled("due " + i, Duration.ofSeconds(-1)));
        }
        var other = TestDatabase.seenBy(TestDatabase.anotherPool(pool), () -> Identity.PROGRAM);
        var processes = List.of(releases, new Releases(other, Clock.systemUTC()));
        var start = new CyclicBarrier(6);
        var released = new ArrayList<BreachId>();
        var running = new ArrayList<Callable<List<BreachId>>>();
        for (var i = 0; i < 6; i++) {
            var process = processes.get(i % 2);
            running.add(() -> {
                start.await();
                return process.releaseDue();
            });
        }
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var one : threads.invokeAll(running)) {
                released.addAll(one.get());
            }
        }

        assertThat(released).containsExactlyInAnyOrderElementsOf(breaches);
        assertThat(log.lastPosition()).isEqualTo(12);
        assertThat(log.firstBroken()).isEmpty();
        assertThat(count("scheduled_release")).isZero();
    }

    @Test
    void leavesEverythingAsItWasWhereAReleaseIsBrokenOff() {
        var breach = scheduled("due", Duration.ofSeconds(-1));
        assertThatThrownBy(() ->
                        sql.inTransaction(() -> {
                            releases.releaseDue();
                            throw new IllegalStateException("killed");
                        }))
                .hasMessage("killed");

        assertThat(state(breach)).isEqualTo("scheduled");
        assertThat(log.lastPosition()).isZero();
        assertThat(releases.releaseDue()).containsExactly(breach);
    }

    @Test
    void leavesACaseThatSomebodyIsChangingForTheNextTime() {
        var breach = scheduled("due", Duration.ofSeconds(-1));
        var other =
                new Releases(
                        TestDatabase.seenBy(TestDatabase.anotherPool(pool), () -> Identity.PROGRAM),
                        Clock.systemUTC());
        sql.inTransaction(() -> {
            sql.only(row -> 1, "select id from breach where id = ? for update", breach.value());
            assertThat(other.releaseDue()).isEmpty();
            return 0;
        });

        assertThat(other.releaseDue()).containsExactly(breach);
    }

    @Test
    void sendsBackWhatIsNoLongerApproved() {
        var breach = scheduled("due", Duration.ofSeconds(-1));
        sql.change(
                """
                update approval set void_since = now(), void_reason = 'changed'
                where kind = 'clear'\
                """);
        var good = scheduled("another", Duration.ofSeconds(-1));

        assertThat(releases.releaseDue()).containsExactly(good);
        assertThat(state(breach)).isEqualTo("assessed");
        assertThat(lastStep(breach)).isEqualTo("void assessed Breach Register");
        assertThat(count("scheduled_release")).isZero();
        String why =
                sql.only(
                        row -> row.text("reason"),
                        "select reason from case_step where step = 'void'");
        assertThat(why).contains("approval to clear");
        long holding =
                sql.only(
                        row -> row.number("n"),
                        "select count(*) as n from approval where breach = ? and void_since is null",
                        breach.value());
        assertThat(holding).isZero();
    }

    @Test
    void sendsBackWhatIsNotWhatWasApproved() {
        var breach = scheduled("due", Duration.ofSeconds(-1));
        sql.change("update scheduled_release set record = '{\"output\":\"Something else\"}'");

        assertThat(releases.releaseDue()).isEmpty();
        assertThat(state(breach)).isEqualTo("assessed");
        assertThat(log.lastPosition()).isZero();
    }

    @Test
    void takesOffTheScheduleWhatIsInAnotherState() {
        var breach = scheduled("due", Duration.ofSeconds(-1));
        sql.change("update breach set state = 'under-assessment' where id = ?", breach.value());

        assertThat(releases.releaseDue()).isEmpty();
        assertThat(state(breach)).isEqualTo("under-assessment");
        assertThat(count("scheduled_release")).isZero();
        assertThat(log.lastPosition()).isZero();
    }

    @Test
    void revisesAndWithdrawsWhatIsOnTheRegister() {
        var breach = scheduled("due", Duration.ofSeconds(-1));
        releases.releaseDue();

        schedule(breach, Outcome.BREACH, true, "A date was wrong.", past());
        assertThat(releases.releaseDue()).containsExactly(breach);
        assertThat(state(breach)).isEqualTo("revised");
        assertThat(status(breach)).isEqualTo(PublishedBreach.Status.REVISED);

        schedule(breach, Outcome.NOT_A_BREACH, true, "It was none.", past());
        assertThat(releases.releaseDue()).containsExactly(breach);
        assertThat(state(breach)).isEqualTo("withdrawn");
        assertThat(status(breach)).isEqualTo(PublishedBreach.Status.WITHDRAWN);
        assertThat(seenByThePublic.find(breach, Instant.now()).orElseThrow().reason())
                .isEqualTo("It was none.");
    }

    @Test
    void sendsBackARevisionThatTheRegisterDoesNotTake() {
        var breach = casebook.receive(document("a"), report(DAY)).breach();
        schedule(breach, Outcome.BREACH, true, "A date was wrong.", past());

        assertThat(releases.releaseDue()).isEmpty();
        assertThat(state(breach)).isEqualTo("assessed");
    }

    private BreachId scheduled(String text, Duration from) {
        return scheduledAt(text, Instant.now().plus(from));
    }

    private static Instant past() {
        return Instant.now().minusSeconds(1);
    }

    private BreachId scheduledAt(String text, Instant at) {
        var breach = casebook.receive(document(text), report(DAY)).breach();
        schedule(breach, Outcome.BREACH, false, null, at);
        return breach;
    }

    private Preview preview(BreachId breach, boolean onRegister) {
        return PREVIEW.of(
                casebook.report(breach).orElseThrow(), List.of(), Outcome.BREACH, onRegister);
    }

    private void schedule(
            BreachId breach,
            Outcome outcome,
            boolean onRegister,
            @Nullable String reason,
            Instant at) {
        var report = casebook.report(breach).orElseThrow();
        var preview = PREVIEW.of(report, List.of(), outcome, onRegister);
        sql.change(
                "update breach set state = 'scheduled', outcome = ? where id = ?",
                outcome.key(),
                breach.value());
        for (var kind : List.of("clear", "schedule")) {
            sql.change(
                    """
                    insert into approval (breach, kind, content_digest, account, account_name, at)
                    values (?, ?, ?, ?, 'Pat Publisher', now())\
                    """,
                    breach.value(),
                    kind,
                    preview.digest(),
                    publisher);
        }
        sql.change(
                """
                insert into scheduled_release (breach, release_at, event, reason, record,
                    content_digest, account, account_name)
                values (?, ?, ?, ?, ?::json, ?, ?, 'Pat Publisher')\
                """,
                breach.value(),
                at,
                preview.event(),
                reason,
                Sql.Json.of(preview.record()),
                preview.digest(),
                publisher);
    }

    private PublishedBreach.Status status(BreachId breach) {
        return seenByThePublic.find(breach, Instant.now()).orElseThrow().status();
    }

    private String state(BreachId breach) {
        return sql.only(
                row -> row.text("state"), "select state from breach where id = ?", breach.value());
    }

    private String lastStep(BreachId breach) {
        return sql.only(
                row -> row.text("step"),
                """
                select step || ' ' || state || ' ' || account_name as step
                from case_step where breach = ? order by id desc limit 1\
                """,
                breach.value());
    }

    private long count(String table) {
        return sql.only(row -> row.number("n"), "select count(*) as n from " + table);
    }

    private Instant databaseNow() {
        return sql.only(row -> row.instant("now"), "select clock_timestamp() as now");
    }
}
