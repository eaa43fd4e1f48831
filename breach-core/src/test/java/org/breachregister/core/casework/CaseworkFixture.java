package org.breachregister.core.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Audit;
import org.breachregister.core.account.Role;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.database.Sql;
import org.breachregister.core.database.TestDatabase;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.RegisterLog;
import org.breachregister.core.report.Commitment;
import org.breachregister.core.report.PersonalDatum;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import javax.sql.DataSource;

/// Casework on a fresh database, with people who do it.
final class CaseworkFixture {

    static final CodeOfPractice CODE = CodeOfPractice.load();
    static final Producers PRODUCERS = Producers.load();
    static final ProducerId JUSTICE = new ProducerId("ministry-of-justice");
    static final ProducerId HEALTH = new ProducerId("department-of-health-and-social-care");
    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    static final String WHY = "It was shared too early.";

    final TestDatabase.Seen seen = TestDatabase.freshSeenBy(Acting::identity);
    final DataSource program = seen.program();
    final Sql sql = new Sql(program);
    final RegisterLog log = new RegisterLog(program);
    final Audit audit = new Audit(program);
    final Cases cases = new Cases(seen.acting(), CODE, PRODUCERS);
    final Casework casework;

    final Actor producer = account("Pat Producer", Set.of(Role.PRODUCER), Set.of(JUSTICE));
    final Actor colleague = account("Cole Colleague", Set.of(Role.PRODUCER), Set.of(JUSTICE));
    final Actor stranger = account("Sam Stranger", Set.of(Role.PRODUCER), Set.of(HEALTH));
    final Actor caseworker = account("Cat Caseworker", Set.of(Role.CASEWORKER), Set.of());
    final Actor publisher = account("Pip Publisher", Set.of(Role.PUBLISHER), Set.of());
    final Actor both = account("Bo Both", Set.of(Role.CASEWORKER, Role.PUBLISHER), Set.of());
    final Actor analyst = account("Ann Analyst", Set.of(Role.ANALYST), Set.of());
    final Actor administrator = account("Ada Admin", Set.of(Role.ADMINISTRATOR), Set.of());

    private Instant now = NOW;
    private int received;

    CaseworkFixture() {
        InstantSource time = () -> now;
        casework =
                new Casework(
                        seen.acting(), program, CODE, PRODUCERS, time.withZone(ZoneOffset.UTC));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Actor account(String name, Set<Role> roles, Set<ProducerId> bodies) {
        var number =
                sql.only(
                        row -> row.number("id"),
                        """
                        insert into account (email, name, roles, bodies, created_at)
                        values (?, ?, ?, ?, now()) returning id\
                        """,
                        name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org",
                        name,
                        roles.stream().map(Role::key).toArray(String[]::new),
                        bodies.stream().map(ProducerId::value).toArray(String[]::new));
        return Actor.person(new AccountId(number), name, roles, bodies, "192.0.2.1");
    }

    /// A report of the Ministry of Justice with a name in it and a promise.
    static SubmittedReport report(int number) {
        var account = "Jane Roe sent statistic %d to a minister at noon.".formatted(number);
        return new SubmittedReport(
                null,
                List.of(
                        new ReportedProducer(
                                "MoJ", JUSTICE, "Ministry of Justice", 1, "exact", List.of())),
                "Statistic %d, March 2025".formatted(number),
                List.of("https://example.org/statistic"),
                LocalDate.of(2026, 2, 20),
                List.of(LocalDate.of(2026, 2, 17)),
                List.of(),
                "early sight or leak to press",
                null,
                Map.of(Section.ACCOUNT, account),
                List.of(new PersonalDatum(PersonalDatum.Kind.PERSON, "Jane Roe", "account", 0, 8)),
                List.of(new Commitment("We will update the Authority.", LocalDate.of(2026, 2, 28))),
                List.of(),
                List.of(),
                Map.of());
    }

    /// A case that the Ministry of Justice sent.
    BreachId submitted() {
        var number = ++received;
        var id =
                new Casebook(program)
                        .receive(Reports.document("case " + number), report(number))
                        .breach();
        sql.change(
                "update breach set bodies = ?, submitted_by = ? where id = ?",
                new String[] {JUSTICE.value()},
                CaseChange.number(producer),
                id.value());
        return id;
    }

    /// A case that was led to a state, step by step.
    BreachId in(CaseState state) {
        var id = submitted();
        switch (state) {
            case DRAFT -> throw new IllegalArgumentException("A draft is no case");
            case SUBMITTED -> {}
            case UNDER_ASSESSMENT -> takeUp(id);
            case WAITING_FOR_PRODUCER -> {
                takeUp(id);
                take(CaseStep.ASK, caseworker, id);
            }
            case ASSESSED -> assess(id);
            case CLEARED -> clear(id);
            case SCHEDULED -> schedule(id);
            case PUBLISHED -> {
                schedule(id);
                release(id);
            }
            case REVISED -> {
                schedule(id);
                release(id);
                again(id, Outcome.BREACH);
            }
            case WITHDRAWN -> {
                schedule(id);
                release(id);
                again(id, Outcome.NOT_A_BREACH);
            }
        }
        assertThat(state(id)).isEqualTo(state);
        return id;
    }

    private void takeUp(BreachId id) {
        done(take(CaseStep.TAKE_UP, caseworker, id));
    }

    private void assess(BreachId id) {
        takeUp(id);
        done(as(caseworker, () -> casework.redactAsProposed(caseworker, id, revision(id))));
        done(take(CaseStep.ASSESS, caseworker, id));
    }

    private void clear(BreachId id) {
        assess(id);
        done(take(CaseStep.CLEAR, publisher, id));
    }

    private void schedule(BreachId id) {
        clear(id);
        done(take(CaseStep.SCHEDULE, publisher, id));
    }

    private void again(BreachId id, Outcome outcome) {
        done(take(CaseStep.REVISE, caseworker, id));
        done(
                as(
                        caseworker,
                        () -> casework.assess(caseworker, id, revision(id), outcome, WHY, null)));
        done(take(CaseStep.CLEAR, publisher, id));
        done(take(CaseStep.SCHEDULE, publisher, id));
        release(id);
    }

    /// Releases a scheduled case as the program does at its time.
    void release(BreachId id) {
        var event =
                sql.only(
                        row -> row.text("event"),
                        "select event from scheduled_release where breach = ?",
                        id.value());
        var record = as(publisher, () -> cases.preview(id)).orElseThrow().record();
        switch (event) {
            case "published" -> log.publish(id, record, now);
            case "revised" -> log.revise(id, record, WHY, now);
            default -> log.withdraw(id, WHY, now);
        }
        sql.change("delete from scheduled_release where breach = ?", id.value());
        sql.change(
                """
                insert into case_step (breach, step, state, account_name, at)
                values (?, 'release', ?, 'Breach Register', ?)\
                """,
                id.value(),
                event,
                now);
        audit.record(Actor.PROGRAM, "case.release", "case", id.value(), null, null);
        sql.change(
                "update breach set state = ?, revision = revision + 1 where id = ?",
                event,
                id.value());
    }

    /// Takes a step of a case with what it needs.
    Change take(CaseStep step, Actor actor, BreachId id) {
        return take(step, actor, id, revision(id));
    }

    Change take(CaseStep step, Actor actor, BreachId id, long revision) {
        return as(
                actor,
                () ->
                        switch (step) {
                            case TAKE_UP -> casework.takeUp(actor, id, revision);
                            case ASK -> casework.ask(actor, id, revision, "Who saw it?", null);
                            case ANSWER -> casework.answer(actor, id, revision, "Ten did.", null);
                            case GO_ON -> casework.goOn(actor, id, revision, WHY);
                            case ASSESS ->
                                    casework.assess(actor, id, revision, Outcome.BREACH, WHY, null);
                            case REOPEN -> casework.reopen(actor, id, revision, WHY);
                            case CLEAR -> casework.clear(actor, id, revision, digest(id));
                            case SCHEDULE ->
                                    casework.schedule(
                                            actor,
                                            id,
                                            revision,
                                            digest(id),
                                            now.plus(Duration.ofDays(1)),
                                            WHY);
                            case UNSCHEDULE -> casework.unschedule(actor, id, revision, WHY);
                            case REVISE -> casework.revise(actor, id, revision, WHY);
                            case SUBMIT, VOID, RELEASE ->
                                    throw new IllegalArgumentException("Not for a person: " + step);
                        });
    }

    /// What would be public, as its digest; of the person who looks.
    String digest(BreachId id) {
        return cases.preview(id).map(CaseRecords.Preview::digest).orElse("0".repeat(64));
    }

    CaseState state(BreachId id) {
        return CaseState.of(
                sql.only(
                        row -> row.text("state"),
                        "select state from breach where id = ?",
                        id.value()));
    }

    long revision(BreachId id) {
        return sql.only(
                row -> row.number("revision"),
                "select revision from breach where id = ?",
                id.value());
    }

    BreachCase seen(Actor actor, BreachId id) {
        return as(actor, () -> cases.find(actor, id)).orElseThrow();
    }

    static <T> T as(Actor actor, Supplier<T> deed) {
        return Acting.as(actor, deed);
    }

    static Change.Done done(Change change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return (Change.Done) change;
    }

    static String refused(Change change, Change.Reason reason) {
        assertThat(change)
                .isInstanceOfSatisfying(
                        Change.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
        return ((Change.Refused) change).sentence();
    }

    /// Runs statements with the rights of the tables' owner.
    void owner(String... statements) {
        var owner = new Sql(seen.owner());
        for (var statement : statements) {
            owner.change(statement);
        }
    }

    /// All that the database holds of cases, in a few characters for each table.
    Map<String, String> everything() {
        var held = new LinkedHashMap<String, String>();
        for (var table : TABLES) {
            held.put(
                    table,
                    sql.only(
                            row -> row.text("held"),
                            """
                            select count(*) || ' ' || coalesce(
                                md5(string_agg(t::text, '|' order by t::text)), '') as held
                            from %s t\
                            """
                                    .formatted(table)));
        }
        return held;
    }

    private static final List<String> TABLES =
            List.of(
                    "breach",
                    "document",
                    "case_step",
                    "correction",
                    "redaction",
                    "case_message",
                    "case_note",
                    "case_file",
                    "case_link",
                    "commitment",
                    "commitment_change",
                    "approval",
                    "scheduled_release",
                    "audit_entry",
                    "register_log",
                    "document_sender");
}
