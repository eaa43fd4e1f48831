package org.breachregister.core.casework;

import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Role;
import org.breachregister.core.casework.CaseChange.Result;
import org.breachregister.core.casework.CaseRecords.CommitmentChange;
import org.breachregister.core.casework.Change.Reason;
import org.breachregister.core.casework.Change.Refused;
import org.breachregister.core.casework.Change.Stale;
import org.breachregister.core.casework.Change.Unknown;
import org.breachregister.core.casework.TrackedCommitment.Status;
import org.breachregister.core.database.Sql;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The promises of producers, followed until they are kept.
final class Commitments {

    private static final String SELECT =
            """
            select c.id, c.breach, c.text, c.owner, c.due, c.found, c.status, c.revision, c.at,
                   (select h.evidence from commitment_change h
                    where h.commitment = c.id and h.evidence is not null
                    order by h.id desc limit 1) as evidence
            from commitment c\
            """;

    private final Sql sql;

    Commitments(Sql sql) {
        this.sql = sql;
    }

    List<TrackedCommitment> of(BreachId id) {
        return sql.list(
                Commitments::commitment, SELECT + " where c.breach = ? order by c.id", id.value());
    }

    Optional<TrackedCommitment> find(long number) {
        return sql.first(Commitments::commitment, SELECT + " where c.id = ?", number);
    }

    List<TrackedCommitment> overdue(LocalDate today, int limit) {
        return sql.list(
                Commitments::commitment,
                SELECT
                        + """
                         where c.due < ? and c.status in ('awaiting-response', 'response-acceptable',
                            'response-unacceptable')
                        order by c.due, c.id limit ?\
                        """,
                today,
                limit);
    }

    List<TrackedCommitment> list(CommitmentQuery query) {
        if (query.which() == CommitmentQuery.Which.OVERDUE) {
            return overdue(query.today(), query.limit());
        }
        var open =
                "c.status in ('awaiting-response', 'response-acceptable', 'response-unacceptable')";
        var condition =
                switch (query.which()) {
                    case OPEN, OVERDUE -> open;
                    case CLOSED -> "not " + open;
                    case ALL -> "true";
                };
        return sql.list(
                Commitments::commitment,
                SELECT + " where " + condition + " order by c.due nulls last, c.id limit ?",
                query.limit());
    }

    List<CommitmentChange> changes(long number) {
        return sql.list(
                row ->
                        new CommitmentChange(
                                Status.of(row.text("status")),
                                row.dayOrNull("due"),
                                row.textOrNull("owner"),
                                row.textOrNull("evidence"),
                                Authors.of(row),
                                row.instant("at")),
                """
                select status, due, owner, evidence, %s, at
                from commitment_change where commitment = ? order by id\
                """
                        .formatted(Authors.columns()),
                number);
    }

    /// Begins to follow the promises that were found in a report, unless that was done before.
    void follow(BreachCase it, Instant now) {
        if (of(it.id()).stream().anyMatch(TrackedCommitment::found)) {
            return;
        }
        for (var promise : it.report().commitments()) {
            insert(it.id(), promise.text(), null, promise.due(), true, now);
        }
    }

    Result add(
            BreachCase it,
            String text,
            @Nullable String owner,
            @Nullable LocalDate due,
            LocalDate today,
            Instant now) {
        var words = Given.tidy(text);
        var who = Given.tidyOrNull(owner);
        var problem = Given.line("The commitment", words);
        if (problem == null) {
            problem = who == null ? null : Given.singleLine("The owner", who);
        }
        if (problem == null) {
            problem = Given.day(due, today);
        }
        if (problem != null) {
            return Result.invalid(problem);
        }
        var number = insert(it.id(), words, who, due, false, now);
        return new Result.Made()
                .number(number)
                .with("commitment", null, number)
                .with("text", null, words)
                .with("owner", null, who)
                .with("due", null, told(due));
    }

    /// What somebody says of a commitment; null leaves what it is.
    record Said(
            @Nullable Status status,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable String evidence) {}

    Result change(
            Actor actor, long number, long revision, Said said, LocalDate today, Instant now) {
        var found = find(number);
        if (found.isEmpty()) {
            return new Result.Not(new Unknown());
        }
        var it = found.get();
        if (it.revision() != revision) {
            return new Result.Not(new Stale(it.revision()));
        }
        var given =
                new Said(
                        said.status(),
                        Given.tidyOrNull(said.owner()),
                        said.due(),
                        Given.tidyOrNull(said.evidence()));
        var refused = refused(actor, it, given, today);
        if (refused != null) {
            return new Result.Not(refused);
        }
        var status = given.status() == null ? it.status() : given.status();
        var owner = given.owner() == null ? it.owner() : given.owner();
        var due = given.due() == null ? it.due() : given.due();
        sql.change(
                """
                insert into commitment_change (commitment, status, due, owner, evidence, account,
                    account_name, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                number,
                status.key(),
                due,
                owner,
                given.evidence(),
                CaseChange.number(actor),
                actor.name(),
                now);
        if (actor.is(Role.CASEWORKER)) {
            sql.change(
                    """
                    update commitment set status = ?, due = ?, owner = ?, revision = revision + 1
                    where id = ?\
                    """,
                    status.key(),
                    due,
                    owner,
                    number);
        } else {
            sql.change("update commitment set revision = revision + 1 where id = ?", number);
        }
        return new Result.Made()
                .number(number)
                .with("commitment", number, number)
                .with("status", it.status().key(), status.key())
                .with("owner", it.owner(), owner)
                .with("due", told(it.due()), told(due))
                .with("evidence", it.evidence(), given.evidence());
    }

    private static @Nullable Refused refused(
            Actor actor, TrackedCommitment it, Said said, LocalDate today) {
        if (!actor.is(Role.CASEWORKER)) {
            if (said.owner() != null
                    || said.due() != null
                    || said.status() != null && said.status() != it.status()) {
                return new Refused(
                        Reason.NOT_ALLOWED,
                        "Status, owner and day of a commitment are set by a caseworker. You may"
                                + " report how it stands, with evidence.");
            }
            if (said.evidence() == null) {
                return Refusals.invalid("The evidence is empty. Write it.");
            }
        }
        if (said.status() == null
                && said.owner() == null
                && said.due() == null
                && said.evidence() == null) {
            return Refusals.invalid("Nothing was given to change. Set a status, or add evidence.");
        }
        var owner = said.owner();
        var evidence = said.evidence();
        var problem = owner == null ? null : Given.singleLine("The owner", owner);
        if (problem == null) {
            problem = evidence == null ? null : Given.text("The evidence", evidence);
        }
        if (problem == null) {
            problem = Given.day(said.due(), today);
        }
        return problem == null ? null : Refusals.invalid(problem);
    }

    private long insert(
            BreachId id,
            String text,
            @Nullable String owner,
            @Nullable LocalDate due,
            boolean found,
            Instant now) {
        return sql.only(
                row -> row.number("id"),
                """
                insert into commitment (breach, text, owner, due, found, status, at)
                values (?, ?, ?, ?, ?, ?, ?) returning id\
                """,
                id.value(),
                text,
                owner,
                due,
                found,
                Status.AWAITING_RESPONSE.key(),
                now);
    }

    private static @Nullable String told(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static TrackedCommitment commitment(Sql.Row row) {
        return new TrackedCommitment(
                row.number("id"),
                new BreachId(row.text("breach")),
                row.text("text"),
                row.textOrNull("owner"),
                row.dayOrNull("due"),
                row.flag("found"),
                Status.of(row.text("status")),
                row.textOrNull("evidence"),
                row.number("revision"),
                row.instant("at"));
    }
}
