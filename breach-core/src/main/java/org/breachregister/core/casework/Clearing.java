package org.breachregister.core.casework;

import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.CaseChange.Result;
import org.breachregister.core.casework.CaseRecords.Preview;
import org.breachregister.core.casework.Change.Reason;
import org.breachregister.core.casework.Change.Refused;
import org.breachregister.core.database.Sql;
import org.breachregister.core.publication.PublishedBreach.Status;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;

/// A second person's approval of exactly what will be public, and when.
final class Clearing {

    private static final int MOST_YEARS_AHEAD = 2;

    private final Sql sql;
    private final PublicContent content;
    private final Approvals approvals;

    Clearing(Sql sql, PublicContent content, Approvals approvals) {
        this.sql = sql;
        this.content = content;
        this.approvals = approvals;
    }

    Result clear(Actor actor, BreachCase it, String digest, Instant now) {
        var refused = approvals.notSecond(actor, it);
        if (refused == null) {
            refused = nothingToPublish(it);
        }
        if (refused != null) {
            return new Result.Not(refused);
        }
        var preview = content.preview(it);
        refused = changed(it, preview, digest);
        if (refused == null && preview.undecided() > 0) {
            refused =
                    Refusals.illegal(
                            it.id(),
                            it.state(),
                            "To clear it, a caseworker has to decide first on all words that are"
                                    + " proposed to be removed (%d left)."
                                            .formatted(preview.undecided()));
        }
        if (refused != null) {
            return new Result.Not(refused);
        }
        approvals.approve(actor, it.id(), Approvals.CLEAR, digest, now);
        return new Result.Made().with("contentDigest", null, digest);
    }

    Result schedule(
            Actor actor,
            BreachCase it,
            String digest,
            Instant at,
            @Nullable String reason,
            Instant now) {
        var refused = approvals.notSecond(actor, it);
        if (refused != null) {
            return new Result.Not(refused);
        }
        var preview = content.preview(it);
        refused = changed(it, preview, digest);
        if (refused == null && !approvals.holdFor(it)) {
            refused =
                    new Refused(
                            Reason.CONTENT_CHANGED,
                            "What was cleared of %s is not what would be public now. Take the"
                                            .formatted(it.id())
                                    + " assessment back, assess it and clear it again.");
        }
        if (refused != null) {
            return new Result.Not(refused);
        }
        var moment = Sql.stored(at);
        var why = Given.tidyOrNull(reason);
        var problem = problem(it, preview, moment, why, now);
        if (problem != null) {
            return Result.invalid(problem);
        }
        approvals.approve(actor, it.id(), Approvals.SCHEDULE, digest, now);
        sql.change(
                """
                insert into scheduled_release (breach, release_at, event, reason, record,
                    content_digest, account, account_name)
                values (?, ?, ?, ?, ?::json, ?, ?, ?)\
                """,
                it.id().value(),
                moment,
                preview.event(),
                isFirst(preview) ? null : why,
                Sql.Json.of(preview.record()),
                digest,
                CaseChange.number(actor),
                actor.name());
        return new Result.Made()
                .because(why)
                .with("contentDigest", null, digest)
                .with("event", null, preview.event())
                .with("releaseAt", null, moment.toString())
                .with("reason", null, why);
    }

    Result unschedule(BreachCase it, String given, Instant now) {
        var reason = Given.tidy(given);
        var problem = Given.text("The reason", reason);
        if (problem != null) {
            return Result.invalid(problem);
        }
        var was =
                sql.only(
                        row -> row.instant("release_at"),
                        "select release_at from scheduled_release where breach = ?",
                        it.id().value());
        approvals.voidSchedule(it.id(), reason, now);
        return new Result.Made()
                .because(reason)
                .with("releaseAt", was.toString(), null)
                .with("reason", null, reason);
    }

    /// What is no breach is published only to take it off the register.
    private @Nullable Refused nothingToPublish(BreachCase it) {
        if (it.outcome() == Outcome.BREACH) {
            return null;
        }
        var registered = content.onRegister(it.id());
        if (registered.isEmpty()) {
            return Refusals.illegal(
                    it.id(),
                    it.state(),
                    "It was found not to be a breach to publish, and it is not on the register:"
                            + " there is nothing to clear.");
        }
        if (registered.get().event().equals(Status.WITHDRAWN.key())) {
            return Refusals.illegal(
                    it.id(),
                    it.state(),
                    "It is withdrawn from the register already: there is nothing to clear.");
        }
        return null;
    }

    private static @Nullable Refused changed(BreachCase it, Preview preview, String digest) {
        return preview.digest().equals(digest)
                ? null
                : new Refused(
                        Reason.CONTENT_CHANGED,
                        "What would be public of %s is not what you saw. Look at it again."
                                .formatted(it.id()));
    }

    private @Nullable String problem(
            BreachCase it, Preview preview, Instant at, @Nullable String why, Instant now) {
        if (!at.isAfter(now)) {
            return "The time %s has passed. Give one that is to come.".formatted(at);
        }
        var last = now.atOffset(ZoneOffset.UTC).plusYears(MOST_YEARS_AHEAD).toInstant();
        if (at.isAfter(last)) {
            return "The time %s is more than two years ahead. Give one up to %s."
                    .formatted(at, last);
        }
        var registered = content.onRegister(it.id());
        if (registered.isPresent() && at.isBefore(registered.get().publicFrom())) {
            return "What the register holds of it becomes public at %s. Give a time after that."
                    .formatted(registered.get().publicFrom());
        }
        if (!isFirst(preview) && why == null) {
            return "A change of the register needs a reason that everybody may read.";
        }
        return Given.lineOrNull("The reason", why);
    }

    private static boolean isFirst(Preview preview) {
        return preview.event().equals(Status.PUBLISHED.key());
    }
}
