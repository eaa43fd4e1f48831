package org.breachregister.core.casework;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Audit;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.database.Sql;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecords;
import org.breachregister.core.report.Section;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import javax.sql.DataSource;

/// Everything that can be done to a case. Each deed names the revision that its author saw, checks
/// who may do it and when (see [CaseStep]), and is kept whole with its entry in the audit, or not
/// at all. A change of what would be public voids what was approved.
public final class Casework {

    /// The longest text of a question, an answer, a note or a supplement, in characters.
    public static final int LONGEST_TEXT = 50_000;

    private static final ZoneId OFFICE = ZoneId.of("Europe/London");

    private final Sql sql;
    private final Sql program;
    private final CaseChange changes;
    private final Correcting correcting;
    private final Redacting redacting;
    private final Clearing clearing;
    private final Commitments commitments;
    private final Assessing assessing;
    private final Correspondence correspondence;
    private final Linking linking;

    /// @param database hands out connections with the rights of whoever is acting
    /// @param program the same with the rights of the program
    public Casework(
            DataSource database,
            DataSource program,
            CodeOfPractice code,
            Producers producers,
            Clock clock) {
        this.sql = new Sql(database);
        this.program = new Sql(program);
        var rows = new CaseRows(sql, new LikelyDuplicates(database), new Corrections(producers));
        var content =
                new PublicContent(sql, rows, new PublicPreview(new PublicRecords(code, producers)));
        var approvals = new Approvals(sql, content);
        this.changes = new CaseChange(sql, new Audit(database), rows, approvals, clock);
        this.correcting = new Correcting(sql, rows, new CorrectionCheck(code, producers));
        this.redacting = new Redacting(sql, content);
        this.clearing = new Clearing(sql, content, approvals);
        this.commitments = new Commitments(sql);
        this.assessing = new Assessing(sql, approvals, commitments);
        this.correspondence = new Correspondence(sql);
        this.linking = new Linking(sql, rows);
    }

    /// Takes a submitted case up; whoever does it becomes its assignee.
    public Change takeUp(Actor actor, BreachId id, long revision) {
        return changes.step(
                actor,
                id,
                revision,
                CaseStep.TAKE_UP,
                (it, now) -> assessing.takeUp(actor, it, now));
    }

    /// Gives the case to a caseworker, or to nobody.
    public Change assign(Actor actor, BreachId id, long revision, @Nullable AccountId assignee) {
        var mayWork = assignee == null || isCaseworker(assignee);
        return changes.deed(
                actor,
                id,
                revision,
                CaseDeed.ASSIGN,
                (it, _) -> assessing.assign(it, assignee, mayWork));
    }

    /// Sets what is to be done next, and by when; null for nothing.
    public Change plan(
            Actor actor,
            BreachId id,
            long revision,
            @Nullable String nextAction,
            @Nullable LocalDate on) {
        return changes.deed(
                actor,
                id,
                revision,
                CaseDeed.PLAN,
                (it, now) -> assessing.plan(it, nextAction, on, day(now)));
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
        return changes.deed(
                actor,
                id,
                revision,
                CaseDeed.CORRECT,
                (it, now) -> correcting.correct(actor, it, field, value, reason, day(now), now));
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
        return changes.step(
                actor,
                id,
                revision,
                CaseStep.ASSESS,
                (it, _) -> assessing.assess(actor, it, outcome, reason, exemption));
    }

    public Change reopen(Actor actor, BreachId id, long revision, String reason) {
        return changes.step(
                actor,
                id,
                revision,
                CaseStep.REOPEN,
                (it, now) -> assessing.reopen(it, reason, now));
    }

    public Change ask(
            Actor actor, BreachId id, long revision, String question, @Nullable LocalDate due) {
        return changes.step(
                actor,
                id,
                revision,
                CaseStep.ASK,
                (it, now) -> correspondence.ask(actor, it, question, due, day(now), now));
    }

    /// Goes on without an answer.
    public Change goOn(Actor actor, BreachId id, long revision, String reason) {
        return changes.step(actor, id, revision, CaseStep.GO_ON, (_, _) -> Assessing.goOn(reason));
    }

    /// @param document what came with the answer, or null
    public Change answer(
            Actor actor, BreachId id, long revision, String answer, @Nullable Document document) {
        return changes.step(
                actor,
                id,
                revision,
                CaseStep.ANSWER,
                (it, now) -> correspondence.answer(actor, it, answer, document, now));
    }

    /// Adds a later part of the report. A producer may at any time, before and after publication.
    public Change supplement(
            Actor actor, BreachId id, long revision, String text, @Nullable Document document) {
        return changes.deed(
                actor,
                id,
                revision,
                CaseDeed.SUPPLEMENT,
                (it, now) -> correspondence.supplement(actor, it, text, document, now));
    }

    public Change note(Actor actor, BreachId id, long revision, String text) {
        return changes.deed(
                actor,
                id,
                revision,
                CaseDeed.NOTE,
                (it, now) -> correspondence.note(actor, it, text, now));
    }

    public Change attach(
            Actor actor, BreachId id, long revision, Document document, boolean forProducer) {
        return changes.deed(
                actor,
                id,
                revision,
                CaseDeed.ATTACH,
                (it, now) -> correspondence.attach(actor, it, document, forProducer, now));
    }

    /// @param relation `same-event`, `repeat`, `related` or `not-related`
    public Change link(
            Actor actor,
            BreachId id,
            long revision,
            BreachId other,
            String relation,
            @Nullable String reason) {
        return changes.deed(
                actor,
                id,
                revision,
                CaseDeed.LINK,
                (it, now) -> linking.link(actor, it, other, relation, reason, now));
    }

    public Change unlink(Actor actor, BreachId id, long revision, BreachId other) {
        return changes.deed(
                actor, id, revision, CaseDeed.UNLINK, (it, _) -> linking.unlink(it, other));
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
        return changes.deed(
                actor,
                id,
                revision,
                CaseDeed.REDACT,
                (it, now) ->
                        redacting.decide(
                                actor,
                                it,
                                new Redacting.Decided(section, from, to, reason, decision, note),
                                now));
    }

    /// Takes all proposals that nobody has decided on.
    public Change redactAsProposed(Actor actor, BreachId id, long revision) {
        return changes.deed(
                actor,
                id,
                revision,
                CaseDeed.REDACT,
                (it, now) -> redacting.decideAsProposed(actor, it, now));
    }

    /// Forgets a decision; a proposal of the machine stands as a proposal again.
    public Change undoRedaction(Actor actor, BreachId id, long revision, long redaction) {
        return changes.deed(
                actor,
                id,
                revision,
                CaseDeed.UNDO_REDACTION,
                (it, _) -> redacting.undo(it, redaction));
    }

    /// Approves exactly what has a digest (see [CaseRecords.Preview]).
    public Change clear(Actor actor, BreachId id, long revision, String contentDigest) {
        return changes.step(
                actor,
                id,
                revision,
                CaseStep.CLEAR,
                (it, now) -> clearing.clear(actor, it, contentDigest, now));
    }

    /// @param reason why the register changes; needed for a revision or a withdrawal
    public Change schedule(
            Actor actor,
            BreachId id,
            long revision,
            String contentDigest,
            Instant at,
            @Nullable String reason) {
        return changes.step(
                actor,
                id,
                revision,
                CaseStep.SCHEDULE,
                (it, now) -> clearing.schedule(actor, it, contentDigest, at, reason, now));
    }

    public Change unschedule(Actor actor, BreachId id, long revision, String reason) {
        return changes.step(
                actor,
                id,
                revision,
                CaseStep.UNSCHEDULE,
                (it, now) -> clearing.unschedule(it, reason, now));
    }

    /// Opens a public case again, to revise or withdraw it. What is public stays so meanwhile.
    public Change revise(Actor actor, BreachId id, long revision, String reason) {
        return changes.step(
                actor,
                id,
                revision,
                CaseStep.REVISE,
                (it, now) -> assessing.revise(it, reason, now));
    }

    public Change addCommitment(
            Actor actor,
            BreachId id,
            long revision,
            String text,
            @Nullable String owner,
            @Nullable LocalDate due) {
        return changes.deed(
                actor,
                id,
                revision,
                CaseDeed.ADD_COMMITMENT,
                (it, now) -> commitments.add(it, text, owner, due, day(now), now));
    }

    /// Changes a commitment. A caseworker sets its status; a producer of the case reports evidence,
    /// which leaves the status as it is.
    ///
    /// @param commitment its number
    /// @param revision the commitment's revision that the author saw; what comes of it tells the
    ///   commitment's revision, too
    /// @param status where it stands now; null, here and below, leaves it as it is
    public Change changeCommitment(
            Actor actor,
            long commitment,
            long revision,
            TrackedCommitment.@Nullable Status status,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable String evidence) {
        if (!CaseRows.readsCases(actor)) {
            return new Change.Unknown();
        }
        return sql.inTransaction(() -> {
            var found = commitments.find(commitment);
            return found.isEmpty()
                    ? new Change.Unknown()
                    : changed(
                            actor,
                            found.get(),
                            revision,
                            new Commitments.Said(status, owner, due, evidence));
        });
    }

    private Change changed(
            Actor actor, TrackedCommitment commitment, long revision, Commitments.Said said) {
        var number = commitment.id();
        var change =
                changes.deedWhateverRevision(
                        actor,
                        commitment.breach(),
                        CaseDeed.CHANGE_COMMITMENT,
                        (_, now) ->
                                commitments.change(actor, number, revision, said, day(now), now));
        return change instanceof Change.Done ? new Change.Done(revision + 1, number) : change;
    }

    private boolean isCaseworker(AccountId account) {
        return program.only(
                row -> row.flag("works"),
                """
                select exists (select from account
                    where id = ? and disabled_at is null and 'caseworker' = any (roles)) as works\
                """,
                account.value());
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, OFFICE);
    }
}
