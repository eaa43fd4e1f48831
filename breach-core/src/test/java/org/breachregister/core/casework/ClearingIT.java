package org.breachregister.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breachregister.core.casework.CaseworkFixture.NOW;
import static org.breachregister.core.casework.CaseworkFixture.WHY;
import static org.breachregister.core.casework.CaseworkFixture.as;
import static org.breachregister.core.casework.CaseworkFixture.done;
import static org.breachregister.core.casework.CaseworkFixture.refused;
import static org.breachregister.core.casework.Change.Reason.CONTENT_CHANGED;
import static org.breachregister.core.casework.Change.Reason.ILLEGAL_STEP;
import static org.breachregister.core.casework.Change.Reason.INVALID;
import static org.breachregister.core.casework.Change.Reason.SECOND_PERSON_NEEDED;

import org.breachregister.core.account.Actor;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.report.Section;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What a second person approves, and what makes it void.
class ClearingIT {

    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    private final CaseworkFixture at = new CaseworkFixture();

    @Test
    void refusesWhoeverAssessed() {
        var id = at.in(CaseState.UNDER_ASSESSMENT);
        redactAsProposed(at.caseworker, id);
        done(at.take(CaseStep.ASSESS, at.both, id));

        assertNotSecond(at.both, id);
        done(at.take(CaseStep.CLEAR, at.publisher, id));
        refused(at.take(CaseStep.SCHEDULE, at.both, id), SECOND_PERSON_NEEDED);
        done(at.take(CaseStep.SCHEDULE, at.publisher, id));
    }

    @Test
    void refusesWhoeverAssessedEvenAfterAnotherDidAgain() {
        var id = at.in(CaseState.UNDER_ASSESSMENT);
        redactAsProposed(at.caseworker, id);
        done(at.take(CaseStep.ASSESS, at.both, id));
        done(at.take(CaseStep.REOPEN, at.caseworker, id));
        done(at.take(CaseStep.ASSESS, at.caseworker, id));

        assertNotSecond(at.both, id);
    }

    @Test
    void refusesWhoeverCorrectedButNotWhoOnlyConfirmed() {
        var corrected = at.in(CaseState.ASSESSED);
        done(correct(at.both, corrected, CorrectedField.OUTPUT_TITLE, "Another title", WHY));
        assertNotSecond(at.both, corrected);

        var confirmed = at.in(CaseState.ASSESSED);
        done(
                correct(
                        at.both,
                        confirmed,
                        CorrectedField.KIND,
                        "early sight or leak to press",
                        null));
        done(at.take(CaseStep.CLEAR, at.both, confirmed));
    }

    @Test
    void refusesWhoeverRedactedOrUndidARedaction() {
        var redacted = at.in(CaseState.ASSESSED);
        done(redact(at.both, redacted));
        assertNotSecond(at.both, redacted);

        var undone = at.in(CaseState.ASSESSED);
        var made = done(redact(at.caseworker, undone)).made();
        done(
                as(
                        at.both,
                        () ->
                                at.casework.undoRedaction(
                                        at.both, undone, at.revision(undone), made)));
        assertNotSecond(at.both, undone);
    }

    @Test
    void letsWhoPreparedAnEarlierVersionApproveALaterOneOfOthers() {
        var id = at.in(CaseState.UNDER_ASSESSMENT);
        redactAsProposed(at.both, id);
        done(at.take(CaseStep.ASSESS, at.caseworker, id));
        done(at.take(CaseStep.CLEAR, at.publisher, id));
        done(at.take(CaseStep.SCHEDULE, at.publisher, id));
        at.pass(Duration.ofDays(2));
        at.release(id);
        done(at.take(CaseStep.REVISE, at.caseworker, id));
        done(at.take(CaseStep.ASSESS, at.caseworker, id));
        done(at.take(CaseStep.CLEAR, at.both, id));
    }

    private void assertNotSecond(Actor actor, BreachId id) {
        var before = at.everything();
        assertThat(refused(at.take(CaseStep.CLEAR, actor, id), SECOND_PERSON_NEEDED))
                .contains("Another publisher");
        assertThat(at.everything()).isEqualTo(before);
        assertThat(at.state(id)).isEqualTo(CaseState.ASSESSED);
    }

    @Test
    void clearsNothingThatThePersonDidNotSee() {
        var id = at.in(CaseState.ASSESSED);
        var seen = as(at.publisher, () -> at.digest(id));
        done(correct(at.caseworker, id, CorrectedField.OUTPUT_TITLE, "Another title", WHY));
        var before = at.everything();

        assertThat(clear(id, seen)).isInstanceOf(Change.Refused.class);
        refused(clear(id, seen), CONTENT_CHANGED);
        refused(clear(id, ""), CONTENT_CHANGED);
        refused(clear(id, "0".repeat(64)), CONTENT_CHANGED);
        assertThat(at.everything()).isEqualTo(before);
        done(clear(id, as(at.publisher, () -> at.digest(id))));
    }

    private Change clear(BreachId id, String digest) {
        return as(at.publisher, () -> at.casework.clear(at.publisher, id, at.revision(id), digest));
    }

    @Test
    void clearsNothingWhileWordsAreUndecided() {
        var id = at.in(CaseState.UNDER_ASSESSMENT);
        done(at.take(CaseStep.ASSESS, at.caseworker, id));

        assertThat(refused(at.take(CaseStep.CLEAR, at.publisher, id), ILLEGAL_STEP))
                .contains("1 left");
        redactAsProposed(at.caseworker, id);
        done(at.take(CaseStep.CLEAR, at.publisher, id));
    }

    @Test
    void clearsNoBreachThatIsNoneUnlessToTakeItOffTheRegister() {
        for (var outcome : List.of(Outcome.NOT_A_BREACH, Outcome.COVERED_BY_EXEMPTION)) {
            var id = at.in(CaseState.UNDER_ASSESSMENT);
            redactAsProposed(at.caseworker, id);
            assess(id, outcome);
            refused(at.take(CaseStep.CLEAR, at.publisher, id), ILLEGAL_STEP);
        }

        var withdrawn = at.in(CaseState.WITHDRAWN);
        done(at.take(CaseStep.REVISE, at.caseworker, withdrawn));
        assess(withdrawn, Outcome.NOT_A_BREACH);
        assertThat(refused(at.take(CaseStep.CLEAR, at.publisher, withdrawn), ILLEGAL_STEP))
                .contains("withdrawn from the register already");
        done(at.take(CaseStep.REOPEN, at.caseworker, withdrawn));
        assess(withdrawn, Outcome.BREACH);
        done(at.take(CaseStep.CLEAR, at.publisher, withdrawn));
        done(at.take(CaseStep.SCHEDULE, at.publisher, withdrawn));
        assertThat(as(at.analyst, () -> at.cases.release(withdrawn)).orElseThrow().event())
                .isEqualTo("revised");
    }

    private void assess(BreachId id, Outcome outcome) {
        done(
                as(
                        at.caseworker,
                        () ->
                                at.casework.assess(
                                        at.caseworker,
                                        id,
                                        at.revision(id),
                                        outcome,
                                        WHY,
                                        outcome == Outcome.COVERED_BY_EXEMPTION
                                                ? "Number 7"
                                                : null)));
    }

    @Test
    void schedulesExactlyWhatWasClearedForATimeToCome() {
        var id = at.in(CaseState.CLEARED);
        var before = at.everything();

        refused(schedule(id, NOW.minusSeconds(1), null), INVALID);
        refused(schedule(id, NOW, null), INVALID);
        refused(schedule(id, Instant.MAX, null), INVALID);
        refused(schedule(id, Instant.MIN, null), INVALID);
        refused(schedule(id, Instant.parse("2028-03-02T10:00:01Z"), null), INVALID);
        assertThat(at.everything()).isEqualTo(before);

        done(schedule(id, Instant.parse("2028-03-02T10:00:00Z"), null));
        var release = as(at.analyst, () -> at.cases.release(id)).orElseThrow();
        assertThat(release.at()).isEqualTo("2028-03-02T10:00:00Z");
        assertThat(release.event()).isEqualTo("published");
        assertThat(release.by().name()).isEqualTo("Pip Publisher");
        var preview = as(at.analyst, () -> at.cases.preview(id)).orElseThrow();
        var stored =
                at.sql.only(
                        row -> row.json("record").as(PublicRecord.class),
                        "select record::text as record from scheduled_release where breach = ?",
                        id.value());
        assertThat(stored).isEqualTo(preview.record());
        assertThat(stored.account())
                .isEqualTo("[name removed] sent statistic 1 to a minister at noon.");
        assertThat(as(at.analyst, () -> at.cases.approvals(id)))
                .extracting(CaseRecords.Approval::kind)
                .containsExactly("clear", "schedule");
    }

    @Test
    void changesTheRegisterOnlyForAReason() {
        var id = at.in(CaseState.PUBLISHED);
        done(at.take(CaseStep.REVISE, at.caseworker, id));
        done(at.take(CaseStep.ASSESS, at.caseworker, id));
        done(at.take(CaseStep.CLEAR, at.publisher, id));

        assertThat(refused(schedule(id, TOMORROW, "  "), INVALID)).contains("needs a reason");
        done(schedule(id, TOMORROW, "Figures corrected."));
        assertThat(as(at.analyst, () -> at.cases.release(id)).orElseThrow())
                .satisfies(release -> {
                    assertThat(release.event()).isEqualTo("revised");
                    assertThat(release.reason()).isEqualTo("Figures corrected.");
                });
    }

    private Change schedule(BreachId id, Instant moment, @Nullable String reason) {
        return as(
                at.publisher,
                () ->
                        at.casework.schedule(
                                at.publisher, id, at.revision(id), at.digest(id), moment, reason));
    }

    @Test
    void voidsWhatWasApprovedWhenWhatWillBePublicChanges() {
        for (var state : List.of(CaseState.CLEARED, CaseState.SCHEDULED)) {
            for (var redacts : List.of(true, false)) {
                var id = at.in(state);
                var revision = at.revision(id);
                done(
                        redacts
                                ? redact(at.caseworker, id)
                                : correct(
                                        at.caseworker,
                                        id,
                                        CorrectedField.OUTPUT_SERIES,
                                        "Another series",
                                        WHY));

                assertThat(at.state(id)).isEqualTo(CaseState.ASSESSED);
                assertThat(at.revision(id)).isEqualTo(revision + 1);
                assertThat(as(at.analyst, () -> at.cases.release(id))).isEmpty();
                assertThat(as(at.analyst, () -> at.cases.approvals(id)))
                        .isNotEmpty()
                        .allSatisfy(one -> assertThat(one.voidSince()).isNotNull());
                assertThat(as(at.analyst, () -> at.cases.steps(id)).getLast().step())
                        .isEqualTo("void");
                assertThat(at.audit.ofRecord("case", id.value(), 1).getFirst().action())
                        .isEqualTo("case.void");
                done(at.take(CaseStep.CLEAR, at.publisher, id));
            }
        }
    }

    @Test
    void keepsWhatWasApprovedWhenNothingPublicChanges() {
        var id = at.in(CaseState.SCHEDULED);

        done(
                correct(
                        at.caseworker,
                        id,
                        CorrectedField.OUTPUT_TITLE,
                        "Statistic 1, March 2025",
                        null));
        done(
                as(
                        at.producer,
                        () ->
                                at.casework.supplement(
                                        at.producer, id, at.revision(id), "More.", null)));

        assertThat(at.state(id)).isEqualTo(CaseState.SCHEDULED);
        assertThat(as(at.analyst, () -> at.cases.approvals(id)))
                .allSatisfy(one -> assertThat(one.voidSince()).isNull());
    }

    @Test
    void takesACaseOffTheScheduleAndKeepsItCleared() {
        var id = at.in(CaseState.SCHEDULED);

        done(at.take(CaseStep.UNSCHEDULE, at.publisher, id));

        assertThat(as(at.analyst, () -> at.cases.release(id))).isEmpty();
        assertThat(as(at.analyst, () -> at.cases.approvals(id)))
                .extracting(one -> one.kind() + " " + (one.voidSince() == null))
                .containsExactly("clear true", "schedule false");
        done(at.take(CaseStep.SCHEDULE, at.publisher, id));
    }

    private void redactAsProposed(Actor actor, BreachId id) {
        done(as(actor, () -> at.casework.redactAsProposed(actor, id, at.revision(id))));
    }

    private Change redact(Actor actor, BreachId id) {
        return as(
                actor,
                () ->
                        at.casework.redact(
                                actor,
                                id,
                                at.revision(id),
                                Section.ACCOUNT,
                                14,
                                23,
                                Redacted.Reason.UNPUBLISHED_FIGURES,
                                Redacted.Decision.REMOVED,
                                null));
    }

    private Change correct(
            Actor actor, BreachId id, CorrectedField field, String value, @Nullable String why) {
        return as(
                actor,
                () -> at.casework.correct(actor, id, at.revision(id), field, List.of(value), why));
    }
}
