package org.breachregister.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.breachregister.core.casework.CaseworkFixture.WHY;
import static org.breachregister.core.casework.CaseworkFixture.as;
import static org.breachregister.core.casework.CaseworkFixture.done;
import static org.breachregister.core.casework.CaseworkFixture.refused;
import static org.breachregister.core.casework.Change.Reason.ILLEGAL_STEP;
import static org.breachregister.core.casework.Change.Reason.INVALID;
import static org.breachregister.core.casework.Change.Reason.NOT_ALLOWED;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.TrackedCommitment.Status;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.report.Section;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

/// What is done to cases.
class CaseworkIT {

    private final CaseworkFixture at = new CaseworkFixture();

    /// Deeds that leave a case in its state, each with what it needs.
    private Map<CaseDeed, BiFunction<Actor, BreachId, Change>> deeds(BreachId other) {
        var deeds = new LinkedHashMap<CaseDeed, BiFunction<Actor, BreachId, Change>>();
        deeds.put(
                CaseDeed.ASSIGN,
                (actor, id) -> at.casework.assign(actor, id, at.revision(id), at.caseworker.id()));
        deeds.put(
                CaseDeed.PLAN,
                (actor, id) ->
                        at.casework.plan(
                                actor, id, at.revision(id), "Ring", LocalDate.of(2026, 3, 9)));
        deeds.put(
                CaseDeed.CORRECT,
                (actor, id) ->
                        at.casework.correct(
                                actor,
                                id,
                                at.revision(id),
                                CorrectedField.OUTPUT_TITLE,
                                List.of("Another title"),
                                WHY));
        deeds.put(
                CaseDeed.NOTE, (actor, id) -> at.casework.note(actor, id, at.revision(id), "Odd."));
        deeds.put(
                CaseDeed.ATTACH,
                (actor, id) ->
                        at.casework.attach(
                                actor, id, at.revision(id), Reports.document("file"), true));
        deeds.put(
                CaseDeed.LINK,
                (actor, id) ->
                        at.casework.link(
                                actor, id, at.revision(id), other, "repeat", "Same team."));
        deeds.put(
                CaseDeed.UNLINK,
                (actor, id) -> at.casework.unlink(actor, id, at.revision(id), other));
        deeds.put(
                CaseDeed.REDACT,
                (actor, id) ->
                        at.casework.redact(
                                actor,
                                id,
                                at.revision(id),
                                Section.ACCOUNT,
                                14,
                                23,
                                Redacted.Reason.OTHER,
                                Redacted.Decision.REMOVED,
                                null));
        deeds.put(
                CaseDeed.UNDO_REDACTION,
                (actor, id) ->
                        at.casework.undoRedaction(
                                actor,
                                id,
                                at.revision(id),
                                at.sql.only(
                                        row -> row.number("id"),
                                        """
                                        select coalesce(max(id), 0) as id from redaction
                                        where breach = ?\
                                        """,
                                        id.value())));
        deeds.put(
                CaseDeed.SUPPLEMENT,
                (actor, id) ->
                        at.casework.supplement(
                                actor,
                                id,
                                at.revision(id),
                                "More is known.",
                                Reports.document("more")));
        deeds.put(
                CaseDeed.ADD_COMMITMENT,
                (actor, id) ->
                        at.casework.addCommitment(
                                actor, id, at.revision(id), "Train staff", "Head", null));
        deeds.put(
                CaseDeed.CHANGE_COMMITMENT,
                (actor, id) -> {
                    var newest =
                            at.sql.first(
                                    row -> new long[] {row.number("id"), row.number("revision")},
                                    """
                                    select id, revision from commitment where breach = ?
                                    order by id desc limit 1\
                                    """,
                                    id.value());
                    return newest.<Change>map(it ->
                                    at.casework.changeCommitment(
                                            actor, it[0], it[1], null, null, null, "Done it."))
                            .orElseGet(Change.Unknown::new);
                });
        assertThat(deeds.keySet()).containsExactly(CaseDeed.values());
        return deeds;
    }

    @Test
    void everyDeedIsDoneByWhomItIsForAndRefusedToOthersInEveryState() {
        var other = at.submitted();
        for (var state : CaseState.values()) {
            if (state == CaseState.DRAFT) {
                continue;
            }
            for (var deed : deeds(other).entrySet()) {
                var what = deed.getKey();
                var id = at.in(state);
                prepare(what, id, other);
                var before = at.everything();
                for (var actor :
                        List.of(
                                at.producer,
                                at.caseworker,
                                at.publisher,
                                at.analyst,
                                at.stranger,
                                at.administrator,
                                Actor.PUBLIC)) {
                    var change = as(actor, () -> deed.getValue().apply(actor, id));
                    var where = "%s in %s by %s".formatted(what, state, actor.name());
                    if (actor == at.stranger
                            || actor == at.administrator
                            || actor == Actor.PUBLIC) {
                        assertThat(change).as(where).isEqualTo(new Change.Unknown());
                    } else if (!what.allowedTo(actor)) {
                        refused(change, NOT_ALLOWED);
                    } else if (!what.allowedIn(state)) {
                        refused(change, ILLEGAL_STEP);
                    } else {
                        assertThat(change).as(where).isInstanceOf(Change.Done.class);
                        assertThat(at.audit.ofRecord("case", id.value(), 2))
                                .as(where)
                                .anySatisfy(entry -> {
                                    assertThat(entry.action()).isEqualTo("case." + what.key());
                                    assertThat(entry.account()).isEqualTo(actor.id());
                                });
                        break;
                    }
                    assertThat(at.everything()).as(where).isEqualTo(before);
                }
            }
        }
    }

    private void prepare(CaseDeed deed, BreachId id, BreachId other) {
        if (deed == CaseDeed.UNLINK) {
            done(
                    as(
                            at.caseworker,
                            () ->
                                    at.casework.link(
                                            at.caseworker,
                                            id,
                                            at.revision(id),
                                            other,
                                            "related",
                                            null)));
        }
        if (deed == CaseDeed.CHANGE_COMMITMENT) {
            done(
                    as(
                            at.caseworker,
                            () ->
                                    at.casework.addCommitment(
                                            at.caseworker,
                                            id,
                                            at.revision(id),
                                            "Promise",
                                            null,
                                            null)));
        }
        if (deed == CaseDeed.UNDO_REDACTION
                && Set.of(
                                CaseState.SUBMITTED,
                                CaseState.UNDER_ASSESSMENT,
                                CaseState.WAITING_FOR_PRODUCER)
                        .contains(at.state(id))) {
            done(
                    as(
                            at.caseworker,
                            () ->
                                    at.casework.redactAsProposed(
                                            at.caseworker, id, at.revision(id))));
        }
    }

    @Test
    void refusesWhatSomebodyElseChangedMeanwhile() {
        var id = at.submitted();
        var before = at.everything();

        for (var seen : List.of(0L, 2L, 99L, -1L, Long.MAX_VALUE)) {
            assertThat(at.take(CaseStep.TAKE_UP, at.caseworker, id, seen))
                    .isEqualTo(new Change.Stale(1));
        }
        assertThat(at.everything()).isEqualTo(before);
    }

    @Test
    void ofManyWhoChangeOneRevisionExactlyOneDoes() throws Exception {
        for (var round = 0; round < 5; round++) {
            var id = at.in(CaseState.UNDER_ASSESSMENT);
            var revision = at.revision(id);
            var together = new CyclicBarrier(6);
            var tasks = new ArrayList<Callable<Change>>();
            for (var i = 0; i < 6; i++) {
                var actor = i % 2 == 0 ? at.caseworker : at.both;
                var text = "Note " + i;
                tasks.add(() -> {
                    together.await();
                    return as(actor, () -> at.casework.note(actor, id, revision, text));
                });
            }
            var changes = new ArrayList<Change>();
            try (var threads = Executors.newFixedThreadPool(6)) {
                for (var future : threads.invokeAll(tasks)) {
                    changes.add(future.get());
                }
            }

            assertThat(changes).filteredOn(Change.Done.class::isInstance).hasSize(1);
            assertThat(changes)
                    .filteredOn(change -> !(change instanceof Change.Done))
                    .allMatch(new Change.Stale(revision + 1)::equals);
            assertThat(as(at.analyst, () -> at.cases.notes(id))).hasSize(1);
            assertThat(at.revision(id)).isEqualTo(revision + 1);
        }
    }

    @Test
    void keepsDeedAndAuditTogetherOrNeither() {
        var id = at.submitted();
        var before = at.everything();

        // The account on record does not exist: the last statement of the deed fails.
        var ghost =
                Actor.person(
                        new AccountId(999_999),
                        "Ghost",
                        at.caseworker.roles(),
                        Set.of(),
                        "nowhere");
        assertThatThrownBy(() -> as(ghost, () -> at.casework.note(ghost, id, 1, "Boo")))
                .isInstanceOf(DataAccessException.class);
        assertThat(at.everything()).isEqualTo(before);

        at.owner(
                """
                create function no_audit() returns trigger language plpgsql as
                $$ begin raise exception 'the audit is full'; end $$\
                """,
                "create trigger no_audit before insert on audit_entry execute function no_audit()");
        assertThatThrownBy(() -> at.take(CaseStep.TAKE_UP, at.caseworker, id))
                .isInstanceOf(DataAccessException.class);
        assertThat(at.everything()).isEqualTo(before);
    }

    @Test
    void doesNothingInTheNameOfSomebodyElse() {
        var id = at.submitted();

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        as(at.producer, () -> at.casework.note(at.caseworker, id, 1, "Forged")));
    }

    @Test
    void putsOldAndNewOnRecord() {
        var id = at.in(CaseState.UNDER_ASSESSMENT);
        var change =
                as(
                        at.caseworker,
                        () ->
                                at.casework.plan(
                                        at.caseworker,
                                        id,
                                        at.revision(id),
                                        " Ring them ",
                                        LocalDate.of(2026, 3, 9)));
        done(change);
        as(at.both, () -> at.casework.plan(at.both, id, at.revision(id), "Write\r\nto them", null));

        var entry = at.audit.ofRecord("case", id.value(), 1).getFirst();
        assertThat(entry.accountName()).isEqualTo("Bo Both");
        assertThat(entry.account()).isEqualTo(at.both.id());
        assertThat(entry.origin()).isEqualTo("192.0.2.1");
        assertThat(String.valueOf(entry.before()))
                .contains("{\"nextAction\":\"Ring them\",\"nextActionOn\":\"2026-03-09\"}");
        assertThat(String.valueOf(entry.after())).contains("{\"nextAction\":\"Write\\nto them\"}");
        assertThat(at.seen(at.analyst, id).regulator())
                .satisfies(desk -> assertThat(String.valueOf(desk)).contains("Write\nto them"));
    }

    @Test
    void assignsToCaseworkersAlone() {
        var id = at.submitted();
        var before = at.everything();

        for (var account : List.of(at.producer, at.publisher, at.analyst, at.administrator)) {
            assertThat(refused(assign(id, account.id()), INVALID)).contains("caseworker");
        }
        refused(assign(id, new AccountId(12_345)), INVALID);
        at.sql.change(
                "update account set disabled_at = now() where id = ?", CaseChange.number(at.both));
        refused(assign(id, at.both.id()), INVALID);
        assertThat(at.everything()).isEqualTo(before);

        done(assign(id, at.caseworker.id()));
        assertThat(String.valueOf(at.seen(at.caseworker, id).regulator()))
                .contains("assigneeName=Cat Caseworker");
        done(assign(id, null));
    }

    private Change assign(BreachId id, @Nullable AccountId to) {
        return as(at.caseworker, () -> at.casework.assign(at.caseworker, id, at.revision(id), to));
    }

    @Test
    void takesNoTextThatCannotBeRight() {
        var id = at.in(CaseState.UNDER_ASSESSMENT);
        var before = at.everything();
        var half = "half \ud83d a character";
        var tooLong = "x".repeat(Casework.LONGEST_TEXT + 1);

        for (var text :
                List.of("", " \n\t ", "bell \u0007", "escape \u001b[2J", "nul \0", half, tooLong)) {
            var revision = at.revision(id);
            var changes =
                    as(
                            at.caseworker,
                            () ->
                                    List.of(
                                            at.casework.note(at.caseworker, id, revision, text),
                                            at.casework.ask(
                                                    at.caseworker, id, revision, text, null),
                                            at.casework.addCommitment(
                                                    at.caseworker, id, revision, text, null, null),
                                            at.casework.assess(
                                                    at.caseworker,
                                                    id,
                                                    revision,
                                                    Outcome.BREACH,
                                                    text,
                                                    null)));
            assertThat(changes).allSatisfy(change -> refused(change, INVALID));
            refused(
                    as(
                            at.producer,
                            () -> at.casework.supplement(at.producer, id, revision, text, null)),
                    INVALID);
        }
        assertThat(at.everything()).isEqualTo(before);

        var longest = "ä".repeat(Casework.LONGEST_TEXT);
        done(
                as(
                        at.caseworker,
                        () -> at.casework.note(at.caseworker, id, at.revision(id), longest)));
    }

    @Test
    void asksOnlyForDaysToCome() {
        var id = at.in(CaseState.UNDER_ASSESSMENT);

        refused(ask(id, LocalDate.of(2026, 3, 1)), INVALID);
        refused(ask(id, LocalDate.of(2099, 3, 1)), INVALID);
        done(ask(id, LocalDate.of(2026, 3, 2)));
    }

    private Change ask(BreachId id, LocalDate due) {
        return as(
                at.caseworker,
                () -> at.casework.ask(at.caseworker, id, at.revision(id), "Who?", due));
    }

    @Test
    void namesAnExemptionWhereOneCoversItAndNowhereElse() {
        var id = at.in(CaseState.UNDER_ASSESSMENT);

        assertThat(refused(assess(id, Outcome.COVERED_BY_EXEMPTION, null), INVALID))
                .isEqualTo("Name the exemption that covers it.");
        refused(assess(id, Outcome.BREACH, "Exemption 7"), INVALID);
        done(assess(id, Outcome.COVERED_BY_EXEMPTION, "Exemption 7"));
        var it = at.seen(at.analyst, id);
        assertThat(it.outcome()).isEqualTo(Outcome.COVERED_BY_EXEMPTION);
        assertThat(String.valueOf(it.regulator())).contains("exemption=Exemption 7");
    }

    private Change assess(BreachId id, Outcome outcome, @Nullable String exemption) {
        return as(
                at.caseworker,
                () ->
                        at.casework.assess(
                                at.caseworker, id, at.revision(id), outcome, WHY, exemption));
    }

    @Test
    void takesAnAssessmentBackWithWhatWasApproved() {
        var id = at.in(CaseState.CLEARED);

        done(at.take(CaseStep.REOPEN, at.caseworker, id));

        var it = at.seen(at.analyst, id);
        assertThat(it.outcome()).isNull();
        assertThat(as(at.analyst, () -> at.cases.approvals(id)))
                .singleElement()
                .satisfies(approval -> assertThat(approval.voidSince()).isNotNull());
    }

    @Test
    void receivesAnAnswerWithADocumentThatBothCanOpen() {
        var id = at.in(CaseState.WAITING_FOR_PRODUCER);
        var document = Reports.document("the list of recipients");

        var done =
                done(
                        as(
                                at.producer,
                                () ->
                                        at.casework.answer(
                                                at.producer,
                                                id,
                                                at.revision(id),
                                                "See here.",
                                                document)));

        assertThat(at.state(id)).isEqualTo(CaseState.UNDER_ASSESSMENT);
        for (var reader : List.of(at.producer, at.colleague, at.caseworker, at.analyst)) {
            var message = as(reader, () -> at.cases.messages(id)).getLast();
            assertThat(message.id()).isEqualTo(done.made());
            assertThat(message.by().name()).isEqualTo("Pat Producer");
            var file = Objects.requireNonNull(message.file());
            assertThat(file.sha256()).isEqualTo(document.sha256());
            assertThat(file.bytes()).isEqualTo(22);
            assertThat(as(reader, () -> at.cases.document(file.document())).orElseThrow().content())
                    .isEqualTo(document.content());
            assertThat(as(at.stranger, () -> at.cases.document(file.document()))).isEmpty();
            assertThat(as(Actor.PUBLIC, () -> at.cases.document(file.document()))).isEmpty();
        }
    }

    @Test
    void sendingWhatAnotherBodySentTellsNothingOfThatBody() {
        var document = Reports.document("the same bytes");
        var theirs = at.submitted();
        at.sql.change(
                "update breach set bodies = ? where id = ?",
                new String[] {CaseworkFixture.HEALTH.value()},
                theirs.value());
        done(
                as(
                        at.stranger,
                        () ->
                                at.casework.supplement(
                                        at.stranger,
                                        theirs,
                                        1,
                                        "Ours.",
                                        named(document, "health secret.txt"))));
        var id = at.submitted();

        done(
                as(
                        at.producer,
                        () ->
                                at.casework.supplement(
                                        at.producer, id, 1, "Mine.", named(document, "mine.txt"))));

        var message = as(at.producer, () -> at.cases.messages(id)).getLast();
        var file = Objects.requireNonNull(message.file());
        assertThat(file.fileName()).isEqualTo("mine.txt");
        assertThat(as(at.producer, () -> at.cases.document(file.document())))
                .hasValueSatisfying(it -> assertThat(it.fileName()).isEqualTo("mine.txt"));
    }

    private static Document named(Document document, String name) {
        return new Document(
                name,
                document.mediaType(),
                document.content(),
                document.sha256(),
                document.receivedAt());
    }

    @Test
    void keepsWhatIsNotForTheProducerFromIt() {
        var id = at.in(CaseState.UNDER_ASSESSMENT);
        var inside = attach(id, "inside", false);
        attach(id, "for both", true);
        as(at.caseworker, () -> at.casework.note(at.caseworker, id, at.revision(id), "Secret"));

        assertThat(as(at.caseworker, () -> at.cases.files(id))).hasSize(2);
        assertThat(as(at.producer, () -> at.cases.files(id)))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.by().name()).isEqualTo("The regulator");
                    assertThat(file.by().account()).isNull();
                });
        var number =
                as(at.caseworker, () -> at.cases.files(id)).stream()
                        .filter(file -> file.id() == inside)
                        .findFirst()
                        .orElseThrow()
                        .file()
                        .document();
        assertThat(as(at.caseworker, () -> at.cases.document(number))).isPresent();
        assertThat(as(at.producer, () -> at.cases.document(number))).isEmpty();
        assertThat(as(at.producer, () -> at.cases.notes(id))).isEmpty();
        assertThat(at.seen(at.producer, id).regulator()).isNull();
    }

    private long attach(BreachId id, String content, boolean forProducer) {
        return done(as(
                        at.caseworker,
                        () ->
                                at.casework.attach(
                                        at.caseworker,
                                        id,
                                        at.revision(id),
                                        Reports.document(content),
                                        forProducer)))
                .made();
    }

    @Test
    void linksCasesBothWaysWhereTheRelationGoesBothWays() {
        var id = at.submitted();
        var other = at.submitted();

        refused(link(id, id, "related"), INVALID);
        refused(link(id, other, "cousin"), INVALID);
        refused(link(id, new BreachId("BR-2001-0001"), "related"), INVALID);
        done(link(id, other, "related"));
        assertThat(as(at.analyst, () -> at.cases.links(other)))
                .singleElement()
                .satisfies(link -> assertThat(link.other()).isEqualTo(id));
        done(link(id, other, "repeat"));
        assertThat(as(at.analyst, () -> at.cases.links(id))).hasSize(1);
        assertThat(as(at.analyst, () -> at.cases.links(other))).isEmpty();
        assertThat(as(at.producer, () -> at.cases.links(id))).isEmpty();

        done(
                as(
                        at.caseworker,
                        () -> at.casework.unlink(at.caseworker, id, at.revision(id), other)));
        assertThat(
                        as(
                                at.caseworker,
                                () ->
                                        at.casework.unlink(
                                                at.caseworker, id, at.revision(id), other)))
                .isEqualTo(new Change.Unknown());
    }

    private Change link(BreachId id, BreachId other, String relation) {
        return as(
                at.caseworker,
                () -> at.casework.link(at.caseworker, id, at.revision(id), other, relation, null));
    }

    @Test
    void linksTwoCasesToEachOtherAtOnce() throws Exception {
        for (var round = 0; round < 10; round++) {
            var one = at.submitted();
            var other = at.submitted();
            var together = new CyclicBarrier(2);
            var tasks =
                    List.<Callable<Change>>of(
                            () -> {
                                together.await();
                                return link(one, other, "related");
                            },
                            () -> {
                                together.await();
                                return link(other, one, "related");
                            });
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (var future : threads.invokeAll(tasks)) {
                    done(future.get());
                }
            }
        }
    }

    @Test
    void followsThePromisesOfAReportOnceFromWhenItIsTakenUp() {
        var id = at.in(CaseState.PUBLISHED);
        at.pass(Duration.ofDays(1));
        done(at.take(CaseStep.REVISE, at.caseworker, id));

        var promise = as(at.producer, () -> at.cases.commitments(id));
        assertThat(promise)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.text()).isEqualTo("We will update the Authority.");
                    assertThat(it.found()).isTrue();
                    assertThat(it.status()).isEqualTo(Status.AWAITING_RESPONSE);
                    assertThat(it.isOverdue(LocalDate.of(2026, 3, 2))).isTrue();
                });
        for (var reader : List.of(at.producer, at.caseworker, at.analyst)) {
            assertThat(overdue(reader, LocalDate.of(2026, 2, 28))).isEmpty();
            assertThat(overdue(reader, LocalDate.of(2026, 3, 1))).isEqualTo(promise);
        }
        assertThat(overdue(at.stranger, LocalDate.of(2026, 3, 1))).isEmpty();
        assertThat(overdue(Actor.PUBLIC, LocalDate.of(2026, 3, 1))).isEmpty();
    }

    private List<TrackedCommitment> overdue(Actor actor, LocalDate today) {
        return as(actor, () -> at.cases.overdueCommitments(today, 10));
    }

    @Test
    void takesEvidenceFromProducersAndStatusFromCaseworkers() {
        var id = at.in(CaseState.UNDER_ASSESSMENT);
        var it = as(at.producer, () -> at.cases.commitments(id)).getFirst();
        var before = at.everything();

        refused(change(at.producer, it, 1, Status.DONE, "Done."), NOT_ALLOWED);
        refused(change(at.producer, it, 1, null, " "), INVALID);
        assertThat(change(at.producer, it, 7, null, "Done.")).isEqualTo(new Change.Stale(1));
        assertThat(change(at.stranger, it, 1, null, "Done.")).isEqualTo(new Change.Unknown());
        refused(change(at.publisher, it, 1, Status.DONE, "Done."), NOT_ALLOWED);
        refused(change(at.caseworker, it, 1, null, null), INVALID);
        assertThat(at.everything()).isEqualTo(before);

        assertThat(done(change(at.producer, it, 1, null, "We wrote on Monday.")).revision())
                .isEqualTo(2);
        assertThat(as(at.caseworker, () -> at.cases.commitments(id)).getFirst())
                .satisfies(now -> {
                    assertThat(now.status()).isEqualTo(Status.AWAITING_RESPONSE);
                    assertThat(now.evidence()).isEqualTo("We wrote on Monday.");
                    assertThat(now.due()).isEqualTo(it.due());
                });
        done(change(at.caseworker, it, 2, Status.DONE, null));
        var changes = as(at.producer, () -> at.cases.changes(it));
        assertThat(changes)
                .extracting(one -> one.by().name())
                .containsExactly("Pat Producer", "The regulator");
        assertThat(changes.getLast().status()).isEqualTo(Status.DONE);
        assertThat(overdue(at.caseworker, LocalDate.of(2026, 3, 5))).isEmpty();
    }

    private Change change(
            Actor actor,
            TrackedCommitment it,
            long revision,
            @Nullable Status status,
            @Nullable String evidence) {
        return as(
                actor,
                () ->
                        at.casework.changeCommitment(
                                actor, it.id(), revision, status, null, null, evidence));
    }
}
