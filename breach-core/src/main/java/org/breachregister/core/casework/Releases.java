package org.breachregister.core.casework;

import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Audit;
import org.breachregister.core.database.Sql;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.RegisterLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

/// Publishes what is scheduled when its time has come. Any number of processes may do it side by
/// side: nothing is released twice, and nothing before its time by the database's clock.
public final class Releases {

    private static final Logger LOG = LoggerFactory.getLogger(Releases.class);

    private final Sql sql;
    private final RegisterLog log;
    private final Audit audit;

    /// @param program hands out connections with the rights of the program
    public Releases(DataSource program, Clock clock) {
        this.sql = new Sql(program);
        this.log = new RegisterLog(program);
        this.audit = new Audit(program);
    }

    /// Releases all that is due, each in a transaction of its own. What no longer is what was
    /// approved goes back to be cleared anew. What cannot be released for a trouble that passes
    /// stays scheduled and is tried again; the others go on.
    ///
    /// @return what was released
    public List<BreachId> releaseDue() {
        var released = new ArrayList<BreachId>();
        for (var breach : due()) {
            try {
                if (sql.inTransaction(() -> release(breach))) {
                    released.add(breach);
                }
            } catch (NotAsApproved e) {
                sendBack(breach, String.valueOf(e.getMessage()));
            } catch (DataAccessException e) {
                LOG.atWarn()
                        .addKeyValue("breach", breach)
                        .log("{} could not be released now, and is tried again", breach, e);
            }
        }
        return List.copyOf(released);
    }

    private List<BreachId> due() {
        return sql.list(
                row -> new BreachId(row.text("breach")),
                """
                select breach from scheduled_release where release_at <= now()
                order by release_at, breach\
                """);
    }

    /// What is to be released of a case.
    ///
    /// @param state where the case stands
    /// @param outcome what its assessment found, or null
    private record Due(
            String state,
            @Nullable Outcome outcome,
            Instant at,
            String event,
            @Nullable String reason,
            Sql.Json record,
            String digest) {}

    /// Releases a case unless another process does or did. Takes the pen before it holds any row,
    /// as all writers of the register do; a row that somebody is changing is left for the next
    /// time.
    private boolean release(BreachId breach) {
        sql.only(row -> true, "select take_the_pen()");
        var found = lock(breach);
        if (found.isEmpty()) {
            return false;
        }
        var due = found.get();
        check(breach, due);
        var now = now();
        var state = append(breach, due, now);
        sql.change("delete from scheduled_release where breach = ?", breach.value());
        lead(breach, CaseStep.RELEASE, state, due.reason(), now);
        return true;
    }

    private Optional<Due> lock(BreachId breach) {
        return sql.first(
                row -> {
                    var outcome = row.textOrNull("outcome");
                    return new Due(
                            row.text("state"),
                            outcome == null ? null : Outcome.of(outcome),
                            row.instant("release_at"),
                            row.text("event"),
                            row.textOrNull("reason"),
                            row.json("record"),
                            row.text("content_digest"));
                },
                """
                select b.state, b.outcome, s.release_at, s.event, s.reason,
                       s.record::text as record, s.content_digest
                from scheduled_release s join breach b on b.id = s.breach
                where s.breach = ? and s.release_at <= now()
                for update of b, s skip locked\
                """,
                breach.value());
    }

    /// Looks whether what is scheduled is exactly what two persons approved.
    private void check(BreachId breach, Due due) {
        if (!due.state().equals(CaseState.SCHEDULED.key())) {
            throw new NotAsApproved("The case is not scheduled.");
        }
        var record = due.record().as(PublicRecord.class);
        if (!PublicPreview.digest(record, due.outcome(), due.event()).equals(due.digest())) {
            throw new NotAsApproved("What was scheduled is not what was approved.");
        }
        for (var kind : List.of("clear", "schedule")) {
            var holds =
                    sql.only(
                            row -> row.flag("holds"),
                            """
                            select exists (
                                select from approval
                                where breach = ? and kind = ? and content_digest = ?
                                    and void_since is null) as holds\
                            """,
                            breach.value(),
                            kind,
                            due.digest());
            if (!holds) {
                throw new NotAsApproved(
                        "The approval to %s it no longer holds for what was scheduled."
                                .formatted(kind));
            }
        }
    }

    private CaseState append(BreachId breach, Due due, Instant now) {
        var from = due.at().isAfter(now) ? due.at() : now;
        var record = due.record().as(PublicRecord.class);
        var reason = due.reason() == null ? "" : due.reason();
        try {
            return switch (due.event()) {
                case "published" -> {
                    log.publish(breach, record, from);
                    yield CaseState.PUBLISHED;
                }
                case "revised" -> {
                    log.revise(breach, record, reason, from);
                    yield CaseState.REVISED;
                }
                case "withdrawn" -> {
                    log.withdraw(breach, reason, from);
                    yield CaseState.WITHDRAWN;
                }
                default -> throw new NotAsApproved("Not an event: " + due.event());
            };
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new NotAsApproved("The register does not take it: " + e.getMessage());
        }
    }

    /// Takes a release that can never be off the schedule; the case waits to be cleared anew.
    private void sendBack(BreachId breach, String why) {
        sql.inTransaction(() -> {
            var found = lock(breach);
            if (found.isEmpty()) {
                return false;
            }
            var now = now();
            sql.change("delete from scheduled_release where breach = ?", breach.value());
            sql.change(
                    """
                    update approval set void_since = ?, void_reason = ?
                    where breach = ? and void_since is null\
                    """,
                    now,
                    why,
                    breach.value());
            if (found.get().state().equals(CaseState.SCHEDULED.key())) {
                lead(breach, CaseStep.VOID, CaseState.ASSESSED, why, now);
            }
            return true;
        });
    }

    private Instant now() {
        return sql.only(row -> row.instant("now"), "select clock_timestamp() as now");
    }

    /// Leads a scheduled case to another state, and puts that on record.
    private void lead(
            BreachId breach, CaseStep step, CaseState state, @Nullable String reason, Instant now) {
        sql.change(
                """
                update breach set state = ?, revision = revision + 1, changed_at = ?
                where id = ?\
                """,
                state.key(),
                now,
                breach.value());
        sql.change(
                """
                insert into case_step (breach, step, state, reason, account_name, at)
                values (?, ?, ?, ?, ?, ?)\
                """,
                breach.value(),
                step.key(),
                state.key(),
                reason,
                Actor.PROGRAM.name(),
                now);
        var after = new LinkedHashMap<String, String>();
        after.put("state", state.key());
        if (reason != null) {
            after.put("reason", reason);
        }
        audit.record(
                Actor.PROGRAM,
                "case." + step.key(),
                "case",
                breach.value(),
                Sql.Json.of(Map.of("state", CaseState.SCHEDULED.key())),
                Sql.Json.of(after));
    }

    /// That something else is scheduled than was approved.
    private static final class NotAsApproved extends RuntimeException {
        NotAsApproved(String message) {
            super(message);
        }
    }
}
