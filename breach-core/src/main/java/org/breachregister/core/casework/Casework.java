package org.breachregister.core.casework;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Actor;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.report.Section;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import javax.sql.DataSource;

/// Everything that can be done to a case. Each deed names the revision that its author saw, checks
/// who may do it and when (see [CaseStep]), and is kept whole with its entry in the audit, or not
/// at all. A change of what would be public voids what was approved.
public final class Casework {

    /// The longest text of a question, an answer, a note or a supplement, in characters.
    public static final int LONGEST_TEXT = 50_000;

    /// @param database hands out connections with the rights of whoever is acting
    /// @param program the same with the rights of the program
    public Casework(
            DataSource database,
            DataSource program,
            CodeOfPractice code,
            Producers producers,
            Clock clock) {}

    private static UnsupportedOperationException open() {
        return new UnsupportedOperationException("Under way");
    }

    /// Takes a submitted case up; whoever does it becomes its assignee.
    public Change takeUp(Actor actor, BreachId id, long revision) {
        throw open();
    }

    /// Gives the case to a caseworker, or to nobody.
    public Change assign(Actor actor, BreachId id, long revision, @Nullable AccountId assignee) {
        throw open();
    }

    /// Sets what is to be done next, and by when; null for nothing.
    public Change plan(
            Actor actor,
            BreachId id,
            long revision,
            @Nullable String nextAction,
            @Nullable LocalDate on) {
        throw open();
    }

    /// Corrects or confirms a field. A caseworker may until the case is cleared, and after that
    /// voids what was approved. Correcting the producers opens the case to those bodies' accounts.
    ///
    /// @param reason why; needed unless the value is what stands there already
    public Change correct(
            Actor actor,
            BreachId id,
            long revision,
            CorrectedField field,
            List<String> value,
            @Nullable String reason) {
        throw open();
    }

    /// Decides whether it is a breach.
    ///
    /// @param exemption the exemption that covers it; needed for that outcome alone
    public Change assess(
            Actor actor,
            BreachId id,
            long revision,
            Outcome outcome,
            String reason,
            @Nullable String exemption) {
        throw open();
    }

    public Change reopen(Actor actor, BreachId id, long revision, String reason) {
        throw open();
    }

    public Change ask(
            Actor actor, BreachId id, long revision, String question, @Nullable LocalDate due) {
        throw open();
    }

    /// Goes on without an answer.
    public Change goOn(Actor actor, BreachId id, long revision, String reason) {
        throw open();
    }

    /// @param document what came with the answer, or null
    public Change answer(
            Actor actor, BreachId id, long revision, String answer, @Nullable Document document) {
        throw open();
    }

    /// Adds a later part of the report. A producer may at any time, before and after publication.
    public Change supplement(
            Actor actor, BreachId id, long revision, String text, @Nullable Document document) {
        throw open();
    }

    public Change note(Actor actor, BreachId id, long revision, String text) {
        throw open();
    }

    public Change attach(
            Actor actor, BreachId id, long revision, Document document, boolean forProducer) {
        throw open();
    }

    /// @param relation `same-event`, `repeat`, `related` or `not-related`
    public Change link(
            Actor actor,
            BreachId id,
            long revision,
            BreachId other,
            String relation,
            @Nullable String reason) {
        throw open();
    }

    public Change unlink(Actor actor, BreachId id, long revision, BreachId other) {
        throw open();
    }

    /// Decides on a span of a section's text, proposed or not: whether it is published.
    public Change redact(
            Actor actor,
            BreachId id,
            long revision,
            Section section,
            int from,
            int to,
            Redacted.Reason reason,
            Redacted.Decision decision,
            @Nullable String note) {
        throw open();
    }

    /// Takes all proposals that nobody has decided on.
    public Change redactAsProposed(Actor actor, BreachId id, long revision) {
        throw open();
    }

    /// Forgets a decision; a proposal of the machine stands as a proposal again.
    public Change undoRedaction(Actor actor, BreachId id, long revision, long redaction) {
        throw open();
    }

    /// Approves exactly what has a digest (see [CaseRecords.Preview]).
    public Change clear(Actor actor, BreachId id, long revision, String contentDigest) {
        throw open();
    }

    /// @param reason why the register changes; needed for a revision or a withdrawal
    public Change schedule(
            Actor actor,
            BreachId id,
            long revision,
            String contentDigest,
            Instant at,
            @Nullable String reason) {
        throw open();
    }

    public Change unschedule(Actor actor, BreachId id, long revision, String reason) {
        throw open();
    }

    /// Opens a public case again, to revise or withdraw it. What is public stays so meanwhile.
    public Change revise(Actor actor, BreachId id, long revision, String reason) {
        throw open();
    }

    public Change addCommitment(
            Actor actor,
            BreachId id,
            long revision,
            String text,
            @Nullable String owner,
            @Nullable LocalDate due) {
        throw open();
    }

    /// Changes a commitment. A caseworker sets its status; a producer of the case reports evidence,
    /// which leaves the status as it is.
    ///
    /// @param revision the commitment's revision that the author saw
    public Change changeCommitment(
            Actor actor,
            long commitment,
            long revision,
            TrackedCommitment.@Nullable Status status,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable String evidence) {
        throw open();
    }
}
