package org.breachregister.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breachregister.core.casework.CaseworkFixture.HEALTH;
import static org.breachregister.core.casework.CaseworkFixture.JUSTICE;
import static org.breachregister.core.casework.CaseworkFixture.as;
import static org.breachregister.core.casework.CaseworkFixture.done;

import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.CaseQuery.Queue;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Who sees what of cases.
class CasesIT {

    private final CaseworkFixture at = new CaseworkFixture();

    @Test
    void showNothingOfACaseToThoseWhoMayNotKnowOfIt() {
        var id = at.in(CaseState.SCHEDULED);
        var document =
                at.sql.only(
                        row -> row.number("document"),
                        "select document from breach where id = ?",
                        id.value());
        var promise = as(at.producer, () -> at.cases.commitments(id)).getFirst();

        for (var actor : List.of(at.stranger, at.administrator, Actor.PUBLIC)) {
            as(
                    actor,
                    () -> {
                        assertThat(at.cases.find(actor, id)).isEmpty();
                        assertThat(at.cases.list(actor, CaseQuery.all(200))).isEmpty();
                        assertThat(at.cases.queueLengths(actor).values()).containsOnly(0);
                        assertThat(at.cases.steps(id)).isEmpty();
                        assertThat(at.cases.corrections(id)).isEmpty();
                        assertThat(at.cases.messages(id)).isEmpty();
                        assertThat(at.cases.notes(id)).isEmpty();
                        assertThat(at.cases.files(id)).isEmpty();
                        assertThat(at.cases.links(id)).isEmpty();
                        assertThat(at.cases.redactions(id)).isEmpty();
                        assertThat(at.cases.approvals(id)).isEmpty();
                        assertThat(at.cases.release(id)).isEmpty();
                        assertThat(at.cases.preview(id)).isEmpty();
                        assertThat(at.cases.commitments(id)).isEmpty();
                        assertThat(at.cases.changes(promise)).isEmpty();
                        assertThat(at.cases.document(document)).isEmpty();
                        assertThat(at.cases.original(id)).isEmpty();
                        return 0;
                    });
        }
        for (var actor : List.of(at.producer, at.colleague, at.analyst, at.publisher)) {
            as(
                    actor,
                    () -> {
                        assertThat(at.cases.find(actor, id)).isPresent();
                        assertThat(at.cases.original(id)).isPresent();
                        assertThat(at.cases.document(document)).isPresent();
                        assertThat(at.cases.commitments(id)).hasSize(1);
                        return 0;
                    });
        }
    }

    @Test
    void tellAProducerWhatHappenedButNotWhoAtTheRegulatorDidItNorWhy() {
        var id = at.in(CaseState.WAITING_FOR_PRODUCER);
        done(at.take(CaseStep.ANSWER, at.colleague, id));
        done(at.take(CaseStep.ASSESS, at.caseworker, id));

        assertThat(as(at.producer, () -> at.cases.steps(id)))
                .extracting(taken -> taken.step() + " by " + taken.by().name())
                .containsExactly(
                        "submit by Breach Register",
                        "take-up by The regulator",
                        "ask by The regulator",
                        "answer by Cole Colleague",
                        "assess by The regulator");
        assertThat(as(at.producer, () -> at.cases.steps(id)))
                .allSatisfy(taken -> assertThat(taken.reason()).isNull());
        assertThat(as(at.analyst, () -> at.cases.steps(id)).getLast().reason())
                .isEqualTo(CaseworkFixture.WHY);
        assertThat(as(at.producer, () -> at.cases.messages(id)))
                .extracting(message -> message.kind().key() + " by " + message.by().name())
                .containsExactly("question by The regulator", "answer by Cole Colleague");
        assertThat(as(at.caseworker, () -> at.cases.messages(id)))
                .extracting(message -> message.by().name())
                .containsExactly("Cat Caseworker", "Cole Colleague");
        var it = at.seen(at.producer, id);
        assertThat(it.outcome()).isEqualTo(Outcome.BREACH);
        assertThat(it.regulator()).isNull();
        assertThat(it.submittedBy()).isEqualTo(at.producer.id());
    }

    @Test
    void comeInPagesTheNewestFirst() {
        var made = new ArrayList<BreachId>();
        for (var i = 0; i < 7; i++) {
            made.addFirst(at.submitted());
        }

        for (var actor : List.of(at.producer, at.analyst)) {
            var listed = new ArrayList<BreachId>();
            BreachId after = null;
            do {
                var page = list(actor, query(null, Set.of(), null, after, 3));
                listed.addAll(page);
                after = page.isEmpty() ? null : page.getLast();
            } while (after != null);
            assertThat(listed).isEqualTo(made);
        }
    }

    @Test
    void areFoundByStateBodyAssigneeAndWords() {
        var submitted = at.submitted();
        var taken = at.in(CaseState.UNDER_ASSESSMENT);
        var theirs = at.submitted();
        at.sql.change(
                "update breach set bodies = ? where id = ?",
                new String[] {HEALTH.value()},
                theirs.value());

        assertThat(list(at.analyst, query(null, Set.of(CaseState.UNDER_ASSESSMENT), null, null, 9)))
                .containsExactly(taken);
        assertThat(
                        list(
                                at.analyst,
                                new CaseQuery(
                                        null, Set.of(), at.caseworker.id(), null, null, null, 9)))
                .containsExactly(taken);
        assertThat(list(at.analyst, new CaseQuery(null, Set.of(), null, HEALTH, null, null, 9)))
                .containsExactly(theirs);
        assertThat(list(at.producer, new CaseQuery(null, Set.of(), null, HEALTH, null, null, 9)))
                .isEmpty();
        assertThat(list(at.producer, new CaseQuery(null, Set.of(), null, JUSTICE, null, null, 9)))
                .containsExactly(taken, submitted);
        assertThat(list(at.analyst, query(null, Set.of(), "  STATISTIC 2, ", null, 9)))
                .containsExactly(taken);
        assertThat(list(at.analyst, query(null, Set.of(), "br-2026-0001", null, 9)))
                .containsExactly(submitted);
        assertThat(list(at.analyst, query(null, Set.of(), "ministry of justice march", null, 9)))
                .hasSize(3);
        assertThat(list(at.stranger, query(null, Set.of(), "statistic", null, 9)))
                .containsExactly(theirs);
        for (var words : List.of("%", "_", "'", "\\", "nowhere", "\"asWritten\" x")) {
            assertThat(list(at.analyst, query(null, Set.of(), words, null, 9))).as(words).isEmpty();
        }
        assertThat(list(at.analyst, query(null, Set.of(), " ", null, 9))).hasSize(3);
        done(
                as(
                        at.caseworker,
                        () ->
                                at.casework.correct(
                                        at.caseworker,
                                        taken,
                                        at.revision(taken),
                                        CorrectedField.OUTPUT_TITLE,
                                        List.of("Quite another"),
                                        "Misread")));
        assertThat(list(at.producer, query(null, Set.of(), "quite another", null, 9)))
                .containsExactly(taken);
    }

    @Test
    void waitInTheRegulatorsQueues() {
        var unassigned = at.submitted();
        var mine = at.in(CaseState.UNDER_ASSESSMENT);
        var waiting = at.in(CaseState.WAITING_FOR_PRODUCER);
        var toClear = at.in(CaseState.ASSESSED);
        var cleared = at.in(CaseState.CLEARED);
        var scheduled = at.in(CaseState.SCHEDULED);
        var published = at.in(CaseState.PUBLISHED);
        var noBreach = at.in(CaseState.UNDER_ASSESSMENT);
        done(
                as(
                        at.caseworker,
                        () ->
                                at.casework.assess(
                                        at.caseworker,
                                        noBreach,
                                        at.revision(noBreach),
                                        Outcome.NOT_A_BREACH,
                                        "All was well.",
                                        null)));
        plan(scheduled, LocalDate.of(2026, 3, 9));
        plan(published, LocalDate.of(2026, 3, 5));
        at.sql.change(
                "update breach set next_action_on = '2026-03-01' where id = ?", waiting.value());

        assertThat(queue(at.caseworker, Queue.UNASSIGNED)).containsExactly(unassigned);
        assertThat(queue(at.caseworker, Queue.MINE))
                .as("by the day of the next action, then the oldest first")
                .containsExactly(waiting, scheduled, mine, toClear, cleared, noBreach);
        assertThat(queue(at.publisher, Queue.MINE)).isEmpty();
        assertThat(queue(at.publisher, Queue.WAITING)).containsExactly(waiting);
        assertThat(queue(at.publisher, Queue.TO_CLEAR)).containsExactly(toClear);
        assertThat(queue(at.publisher, Queue.TO_PUBLISH)).containsExactly(scheduled, cleared);
        // By the clock of the database, which is after all of these days.
        assertThat(queue(at.analyst, Queue.OVERDUE)).containsExactly(waiting, published, scheduled);
        assertThat(as(at.caseworker, () -> at.cases.queueLengths(at.caseworker)))
                .containsEntry(Queue.MINE, 6)
                .containsEntry(Queue.UNASSIGNED, 1)
                .containsEntry(Queue.TO_CLEAR, 1);
        for (var queue : Queue.values()) {
            assertThat(queue(at.producer, queue)).isEmpty();
        }

        var pages = new ArrayList<BreachId>();
        BreachId after = null;
        do {
            var page = list(at.caseworker, query(Queue.MINE, Set.of(), null, after, 2));
            pages.addAll(page);
            after = page.isEmpty() ? null : page.getLast();
        } while (after != null);
        assertThat(pages).isEqualTo(queue(at.caseworker, Queue.MINE));
    }

    private void plan(BreachId id, LocalDate day) {
        done(
                as(
                        at.caseworker,
                        () -> at.casework.plan(at.caseworker, id, at.revision(id), "Ring", day)));
    }

    @Test
    void showTheRegulatorWhatACaseLooksLike() {
        var first = at.submitted();
        var second =
                new Casebook(at.program)
                        .receive(Reports.document("again"), CaseworkFixture.report(1))
                        .breach();

        assertThat(String.valueOf(at.seen(at.analyst, second).regulator())).contains(first.value());
        assertThat(String.valueOf(at.seen(at.analyst, first).regulator())).contains(second.value());
        assertThat(as(at.analyst, () -> at.cases.list(at.analyst, CaseQuery.all(9))))
                .allSatisfy(it ->
                        assertThat(String.valueOf(it.regulator())).contains("LikelyDuplicate"));
    }

    private List<BreachId> queue(Actor actor, Queue queue) {
        return list(actor, query(queue, Set.of(), null, null, 50));
    }

    private List<BreachId> list(Actor actor, CaseQuery query) {
        return as(actor, () -> at.cases.list(actor, query)).stream().map(BreachCase::id).toList();
    }

    private static CaseQuery query(
            @Nullable Queue queue,
            Set<CaseState> states,
            @Nullable String words,
            @Nullable BreachId after,
            int limit) {
        return new CaseQuery(queue, states, null, null, words, after, limit);
    }
}
