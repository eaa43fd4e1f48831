package org.breachregister.core.casework;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Audit;
import org.breachregister.core.casework.CaseChange.Result;
import org.breachregister.core.casework.CaseRecords.Message;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

/// Everything that can be done to a case. Each deed names the revision that its author saw, checks
/// who may do it and when (see [CaseStep]), and is kept whole with its entry in the audit, or not
/// at all. A change of what would be public voids what was approved.
public final class Casework {

    /// The longest text of a question, an answer, a note or a supplement, in characters.
    public static final int LONGEST_TEXT = 50_000;

    private static final ZoneId OFFICE = ZoneId.of("Europe/London");
    private static final Set<String> RELATIONS =
            Set.of("same-event", "repeat", "related", "not-related");

    private final Sql sql;
    private final Sql program;
    private final CaseRows rows;
    private final CaseChange changes;
    private final Correcting correcting;
    private final Redacting redacting;
    private final Clearing clearing;
    private final Approvals approvals;
    private final Commitments commitments;
    private final Documents documents;

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
        this.rows = new CaseRows(sql, new LikelyDuplicates(database), new Corrections(producers));
        var content =
                new PublicContent(sql, rows, new PublicPreview(new PublicRecords(code, producers)));
        var approvals = new Approvals(sql, content);
        this.changes = new CaseChange(sql, new Audit(database), rows, approvals, clock);
        this.correcting = new Correcting(sql, rows, new CorrectionCheck(code, producers));
        this.redacting = new Redacting(sql, content);
        this.clearing = new Clearing(sql, content, approvals);
        this.approvals = approvals;
        this.commitments = new Commitments(sql);
        this.documents = new Documents(sql);
    }

    /// Takes a submitted case up; whoever does it becomes its assignee.
    public Change takeUp(Actor actor, BreachId id, long revision) {
        return changes.step(
                actor,
                id,
                revision,
                CaseStep.TAKE_UP,
                (it, now) -> {
                    sql.change(
                            "update breach set assignee = ? where id = ?",
                            CaseChange.number(actor),
                            id.value());
                    commitments.follow(it, now);
                    return new Result.Made()
                            .with("assignee", number(assignee(it)), CaseChange.number(actor));
                });
    }

    /// Gives the case to a caseworker, or to nobody.
    public Change assign(Actor actor, BreachId id, long revision, @Nullable AccountId assignee) {
        var mayWork = assignee == null || isCaseworker(assignee);
        return changes.deed(
                actor,
                id,
                revision,
                CaseDeed.ASSIGN,
                (it, _) -> {
                    if (!mayWork) {
                        return Result.invalid(
                                "Account %s is none that works on cases. Give the case to a"
                                                .formatted(assignee)
                                        + " caseworker.");
                    }
                    sql.change(
                            "update breach set assignee = ? where id = ?",
                            number(assignee),
                            id.value());
                    return new Result.Made()
                            .with("assignee", number(assignee(it)), number(assignee));
                });
    }

    /// Sets what is to be done next, and by when; null for nothing.
    public Change plan(
            Actor actor,
            BreachId id,
            long revision,
            @Nullable String nextAction,
            @Nullable LocalDate on) {
        var action = Given.tidyOrNull(nextAction);
        return changes.deed(
                actor,
                id,
                revision,
                CaseDeed.PLAN,
                (it, now) -> {
                    var problem = Given.lineOrNull("The next action", action);
                    if (problem == null) {
                        problem = Given.due(on, day(now));
                    }
                    if (problem == null && action == null && on != null) {
                        problem = "There is a day, but nothing to do. Write the next action.";
                    }
                    if (problem != null) {
                        return Result.invalid(problem);
                    }
                    sql.change(
                            "update breach set next_action = ?, next_action_on = ? where id = ?",
                            action,
                            on,
                            id.value());
                    var before = Objects.requireNonNull(it.regulator());
                    return new Result.Made()
                            .with("nextAction", before.nextAction(), action)
                            .with("nextActionOn", told(before.nextActionOn()), told(on));
                });
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
        var why = Given.tidy(reason);
        var covering = Given.tidyOrNull(exemption);
        return changes.step(
                actor,
                id,
                revision,
                CaseStep.ASSESS,
                (it, _) -> {
                    var problem = Given.text("The reason", why);
                    if (problem == null) {
                        problem = Given.lineOrNull("The exemption", covering);
                    }
                    var isCovered = outcome == Outcome.COVERED_BY_EXEMPTION;
                    if (problem == null && isCovered && covering == null) {
                        problem = "Name the exemption that covers it.";
                    }
                    if (problem == null && !isCovered && covering != null) {
                        problem = "Only what is covered by an exemption names one.";
                    }
                    if (problem != null) {
                        return Result.invalid(problem);
                    }
                    assessed(id, outcome, why, covering, CaseChange.number(actor));
                    return new Result.Made()
                            .because(why)
                            .with("outcome", key(it.outcome()), outcome.key())
                            .with("reason", desk(it).outcomeReason(), why)
                            .with("exemption", desk(it).exemption(), covering);
                });
    }

    public Change reopen(Actor actor, BreachId id, long revision, String reason) {
        var why = Given.tidy(reason);
        return changes.step(
                actor,
                id,
                revision,
                CaseStep.REOPEN,
                (it, now) -> {
                    var problem = Given.text("The reason", why);
                    if (problem != null) {
                        return Result.invalid(problem);
                    }
                    approvals.voidAll(id, "The assessment was taken back.", now);
                    assessed(id, null, null, null, null);
                    return new Result.Made()
                            .because(why)
                            .with("outcome", key(it.outcome()), null)
                            .with("reason", desk(it).outcomeReason(), why)
                            .with("exemption", desk(it).exemption(), null);
                });
    }

    public Change ask(
            Actor actor, BreachId id, long revision, String question, @Nullable LocalDate due) {
        var text = Given.tidy(question);
        return changes.step(
                actor,
                id,
                revision,
                CaseStep.ASK,
                (_, now) -> {
                    var problem = Given.text("The question", text);
                    if (problem == null) {
                        problem = Given.due(due, day(now));
                    }
                    if (problem != null) {
                        return Result.invalid(problem);
                    }
                    return said(actor, id, Message.Kind.QUESTION, text, due, null, now);
                });
    }

    /// Goes on without an answer.
    public Change goOn(Actor actor, BreachId id, long revision, String reason) {
        var why = Given.tidy(reason);
        return changes.step(
                actor,
                id,
                revision,
                CaseStep.GO_ON,
                (_, _) -> {
                    var problem = Given.text("The reason", why);
                    return problem != null
                            ? Result.invalid(problem)
                            : new Result.Made().because(why).with("reason", null, why);
                });
    }

    /// @param document what came with the answer, or null
    public Change answer(
            Actor actor, BreachId id, long revision, String answer, @Nullable Document document) {
        var text = Given.tidy(answer);
        return changes.step(
                actor,
                id,
                revision,
                CaseStep.ANSWER,
                (_, now) -> {
                    var problem = problem("The answer", text, document);
                    return problem != null
                            ? Result.invalid(problem)
                            : said(actor, id, Message.Kind.ANSWER, text, null, document, now);
                });
    }

    /// Adds a later part of the report. A producer may at any time, before and after publication.
    public Change supplement(
            Actor actor, BreachId id, long revision, String text, @Nullable Document document) {
        var words = Given.tidy(text);
        return changes.deed(
                actor,
                id,
                revision,
                CaseDeed.SUPPLEMENT,
                (_, now) -> {
                    var problem = problem("The supplement", words, document);
                    return problem != null
                            ? Result.invalid(problem)
                            : said(actor, id, Message.Kind.SUPPLEMENT, words, null, document, now);
                });
    }

    public Change note(Actor actor, BreachId id, long revision, String text) {
        var words = Given.tidy(text);
        return changes.deed(
                actor,
                id,
                revision,
                CaseDeed.NOTE,
                (_, now) -> {
                    var problem = Given.text("The note", words);
                    if (problem != null) {
                        return Result.invalid(problem);
                    }
                    var number =
                            sql.only(
                                    row -> row.number("id"),
                                    """
                                    insert into case_note (breach, text, account, account_name, at)
                                    values (?, ?, ?, ?, ?) returning id\
                                    """,
                                    id.value(),
                                    words,
                                    CaseChange.number(actor),
                                    actor.name(),
                                    now);
                    return new Result.Made().number(number).with("note", null, number);
                });
    }

    public Change attach(
            Actor actor, BreachId id, long revision, Document document, boolean forProducer) {
        return changes.deed(
                actor,
                id,
                revision,
                CaseDeed.ATTACH,
                (_, now) -> {
                    var problem = Documents.problem(document);
                    if (problem != null) {
                        return Result.invalid(problem);
                    }
                    var number =
                            sql.only(
                                    row -> row.number("id"),
                                    """
                                    insert into case_file (breach, document, file_name,
                                        for_producer, account, account_name, at)
                                    values (?, ?, ?, ?, ?, ?, ?) returning id\
                                    """,
                                    id.value(),
                                    documents.keep(document),
                                    document.fileName(),
                                    forProducer,
                                    CaseChange.number(actor),
                                    actor.name(),
                                    now);
                    return new Result.Made()
                            .number(number)
                            .with("file", null, number)
                            .with("sha256", null, document.sha256())
                            .with("forProducer", null, forProducer);
                });
    }

    /// @param relation `same-event`, `repeat`, `related` or `not-related`
    public Change link(
            Actor actor,
            BreachId id,
            long revision,
            BreachId other,
            String relation,
            @Nullable String reason) {
        var why = Given.tidyOrNull(reason);
        return changes.deed(
                actor,
                id,
                revision,
                CaseDeed.LINK,
                (_, now) -> {
                    var problem = Given.lineOrNull("The reason", why);
                    if (!RELATIONS.contains(relation)) {
                        problem =
                                "'%s' is no relation of two cases. There are: same-event, repeat,"
                                                .formatted(relation)
                                        + " related, not-related.";
                    } else if (id.equals(other)) {
                        problem = "A case is not linked to itself. Give another number.";
                    } else if (rows.find(actor, other).isEmpty()) {
                        problem = "There is no case %s.".formatted(other);
                    }
                    if (problem != null) {
                        return Result.invalid(problem);
                    }
                    var before = relation(id, other);
                    sql.change(
                            """
                            insert into case_link (breach, other, relation, reason, account,
                                account_name, at)
                            values (?, ?, ?, ?, ?, ?, ?)
                            on conflict (breach, other) do update
                            set relation = excluded.relation, reason = excluded.reason,
                                account = excluded.account, account_name = excluded.account_name,
                                at = excluded.at\
                            """,
                            id.value(),
                            other.value(),
                            relation,
                            why,
                            CaseChange.number(actor),
                            actor.name(),
                            now);
                    return new Result.Made()
                            .with("other", before.isEmpty() ? null : other.value(), other.value())
                            .with("relation", before.orElse(null), relation)
                            .with("reason", null, why);
                });
    }

    public Change unlink(Actor actor, BreachId id, long revision, BreachId other) {
        return changes.deed(
                actor,
                id,
                revision,
                CaseDeed.UNLINK,
                (_, _) -> {
                    var before = relation(id, other);
                    var gone =
                            sql.change(
                                    """
                                    delete from case_link where breach = ? and other = ?
                                        or other = ? and breach = ? and relation <> 'repeat'\
                                    """,
                                    id.value(),
                                    other.value(),
                                    id.value(),
                                    other.value());
                    return gone == 0
                            ? new Result.Not(new Change.Unknown())
                            : new Result.Made()
                                    .with("other", other.value(), null)
                                    .with("relation", before.orElse(null), null);
                });
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
        var why = Given.tidy(reason);
        return changes.step(
                actor,
                id,
                revision,
                CaseStep.UNSCHEDULE,
                (it, now) -> {
                    var problem = Given.text("The reason", why);
                    return problem != null
                            ? Result.invalid(problem)
                            : clearing.unschedule(it, why, now);
                });
    }

    /// Opens a public case again, to revise or withdraw it. What is public stays so meanwhile.
    public Change revise(Actor actor, BreachId id, long revision, String reason) {
        var why = Given.tidy(reason);
        return changes.step(
                actor,
                id,
                revision,
                CaseStep.REVISE,
                (it, now) -> {
                    var problem = Given.text("The reason", why);
                    if (problem != null) {
                        return Result.invalid(problem);
                    }
                    approvals.voidAll(id, "The case was opened again.", now);
                    commitments.follow(it, now);
                    return new Result.Made().because(why).with("reason", null, why);
                });
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
        return changes.deedWhateverRevision(
                actor,
                commitment.breach(),
                CaseDeed.CHANGE_COMMITMENT,
                (_, now) ->
                        commitments.change(actor, commitment.id(), revision, said, day(now), now));
    }

    private Result said(
            Actor actor,
            BreachId id,
            Message.Kind kind,
            String text,
            @Nullable LocalDate due,
            @Nullable Document document,
            Instant now) {
        var number =
                sql.only(
                        row -> row.number("id"),
                        """
                        insert into case_message (breach, kind, text, due, document, file_name,
                            account, account_name, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id\
                        """,
                        id.value(),
                        kind.key(),
                        text,
                        due,
                        document == null ? null : documents.keep(document),
                        document == null ? null : document.fileName(),
                        CaseChange.number(actor),
                        actor.name(),
                        now);
        return new Result.Made()
                .number(number)
                .with("message", null, number)
                .with("kind", null, kind.key())
                .with("due", null, told(due))
                .with("sha256", null, document == null ? null : document.sha256());
    }

    private static @Nullable String problem(String what, String text, @Nullable Document document) {
        var problem = Given.text(what, text);
        return problem != null || document == null ? problem : Documents.problem(document);
    }

    private void assessed(
            BreachId id,
            @Nullable Outcome outcome,
            @Nullable String reason,
            @Nullable String exemption,
            @Nullable Long by) {
        // The state goes first where the outcome goes, since no case is assessed without one.
        sql.change(
                """
                update breach set outcome = ?, outcome_reason = ?, exemption = ?, assessed_by = ?,
                    state = 'under-assessment'
                where id = ?\
                """,
                key(outcome),
                reason,
                exemption,
                by,
                id.value());
    }

    private Optional<String> relation(BreachId id, BreachId other) {
        return sql.first(
                row -> row.text("relation"),
                "select relation from case_link where breach = ? and other = ?",
                id.value(),
                other.value());
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

    private static BreachCase.Desk desk(BreachCase it) {
        return Objects.requireNonNull(it.regulator());
    }

    private static @Nullable AccountId assignee(BreachCase it) {
        return desk(it).assignee();
    }

    private static @Nullable Long number(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }

    private static @Nullable String key(@Nullable Outcome outcome) {
        return outcome == null ? null : outcome.key();
    }

    private static @Nullable String told(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, OFFICE);
    }
}
