package org.breachregister.core.casework;

import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Audit;
import org.breachregister.core.casework.Change.Refused;
import org.breachregister.core.casework.Change.Stale;
import org.breachregister.core.casework.Change.Unknown;
import org.breachregister.core.database.Sql;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Changes cases, one deed in one transaction: with the case locked it looks whether the actor may
/// know of the case, has seen it as it is, and may do this now; then does it, and puts it on
/// record.
final class CaseChange {

    private final Sql sql;
    private final Audit audit;
    private final CaseRows rows;
    private final Approvals approvals;
    private final Clock clock;

    CaseChange(Sql sql, Audit audit, CaseRows rows, Approvals approvals, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.rows = rows;
        this.approvals = approvals;
        this.clock = clock;
    }

    /// What is done to a case that stands as it stands: everything, or nothing and why not.
    @FunctionalInterface
    interface Work {
        Result on(BreachCase it, Instant now);
    }

    /// What came of the work.
    sealed interface Result {

        /// It is done.
        ///
        /// @param number number of what it made, or 0
        /// @param reason why, for the record of steps, or null
        /// @param before what it was, for the audit
        /// @param after what it became
        record Made(
                long number,
                @Nullable String reason,
                Map<String, @Nullable Object> before,
                Map<String, @Nullable Object> after)
                implements Result {

            Made() {
                this(0, null, new LinkedHashMap<>(), new LinkedHashMap<>());
            }

            Made number(long made) {
                return new Made(made, reason, before, after);
            }

            Made because(@Nullable String why) {
                return new Made(number, why, before, after);
            }

            /// Puts on record what something was and is.
            Made with(String name, @Nullable Object was, @Nullable Object is) {
                if (was != null) {
                    before.put(name, was);
                }
                if (is != null) {
                    after.put(name, is);
                }
                return this;
            }
        }

        /// Nothing was done.
        record Not(Change why) implements Result {}

        /// What was given cannot be right.
        static Result invalid(String sentence) {
            return new Not(Refusals.invalid(sentence));
        }
    }

    /// Takes a step.
    Change step(Actor actor, BreachId id, long revision, CaseStep step, Work work) {
        return change(
                actor,
                id,
                revision,
                it -> Refusals.of(step, actor, it),
                (it, now) -> {
                    var result = work.on(it, now);
                    if (result instanceof Result.Made made) {
                        made.with("state", it.state().key(), step.to().key());
                        taken(actor, it, step, made.reason(), now);
                        audited(actor, "case." + step.key(), id, made);
                    }
                    return result;
                });
    }

    /// Does something that leaves the state as it is, unless it changes what was approved.
    Change deed(Actor actor, BreachId id, long revision, CaseDeed deed, Work work) {
        return deedOn(actor, id, revision, deed, work);
    }

    /// The same of a record that has revisions of its own, of which it looks after.
    Change deedWhateverRevision(Actor actor, BreachId id, CaseDeed deed, Work work) {
        return deedOn(actor, id, null, deed, work);
    }

    private Change deedOn(
            Actor actor, BreachId id, @Nullable Long revision, CaseDeed deed, Work work) {
        return change(
                actor,
                id,
                revision,
                it -> Refusals.of(deed, actor, it),
                (it, now) -> {
                    var result = work.on(it, now);
                    if (result instanceof Result.Made made) {
                        kept(actor, it.id(), it.state(), now);
                        audited(actor, "case." + deed.key(), id, made);
                        if (CaseRows.readsAll(actor)) {
                            voidWhatChanged(actor, it, deed, now);
                        }
                    }
                    return result;
                });
    }

    private interface Check {
        @Nullable Refused look(BreachCase it);
    }

    private Change change(
            Actor actor, BreachId id, @Nullable Long revision, Check check, Work work) {
        if (!actor.identity().equals(Acting.identity())) {
            throw new IllegalStateException(
                    "%s does something in the name of %s".formatted(Acting.current(), actor));
        }
        return sql.inTransaction(() -> {
            if (mayChangeCases(actor) && !rows.lock(id)) {
                return new Unknown();
            }
            var found = rows.find(actor, id);
            if (found.isEmpty()) {
                return new Unknown();
            }
            var it = found.get();
            if (revision != null && it.revision() != revision) {
                return new Stale(it.revision());
            }
            var refused = check.look(it);
            if (refused != null) {
                return refused;
            }
            return switch (work.on(it, Sql.stored(clock.instant()))) {
                case Result.Not not -> not.why();
                case Result.Made made -> new Change.Done(it.revision() + 1, made.number());
            };
        });
    }

    /// The database lets others not even lock a case.
    private static boolean mayChangeCases(Actor actor) {
        return switch (actor.rights()) {
            case PRODUCER, CASEWORKER, PROGRAM -> true;
            case PUBLIC, ANALYST -> false;
        };
    }

    private void taken(
            Actor actor, BreachCase it, CaseStep step, @Nullable String reason, Instant now) {
        kept(actor, it.id(), step.to(), now);
        record(actor, it.id(), step, reason, now);
    }

    private void kept(Actor actor, BreachId id, CaseState state, Instant now) {
        sql.change(
                "update breach set state = ?, revision = revision + 1, changed_at = ? where id = ?",
                state.key(),
                now,
                id.value());
    }

    private void record(
            Actor actor, BreachId id, CaseStep step, @Nullable String reason, Instant now) {
        sql.change(
                """
                insert into case_step (breach, step, state, reason, account, account_name, at)
                values (?, ?, ?, ?, ?, ?, ?)\
                """,
                id.value(),
                step.key(),
                step.to().key(),
                reason,
                number(actor),
                actor.name(),
                now);
    }

    private void audited(Actor actor, String action, BreachId id, Result.Made made) {
        audit.record(
                actor,
                action,
                "case",
                id.value(),
                made.before().isEmpty() ? null : Sql.Json.of(made.before()),
                made.after().isEmpty() ? null : Sql.Json.of(made.after()));
    }

    /// The number of an actor's account, or null.
    static @Nullable Long number(Actor actor) {
        var id = actor.id();
        return id == null ? null : id.value();
    }

    /// What was approved no longer holds where something else would be published now.
    private void voidWhatChanged(Actor actor, BreachCase before, CaseDeed deed, Instant now) {
        if (!CaseStep.VOID.from().contains(before.state())) {
            return;
        }
        var it = rows.find(actor, before.id()).orElseThrow();
        if (approvals.holdFor(it)) {
            return;
        }
        var why = "What will be public changed after it was approved (%s).".formatted(deed.key());
        approvals.voidAll(it.id(), why, now);
        sql.change(
                "update breach set state = ? where id = ?",
                CaseStep.VOID.to().key(),
                it.id().value());
        record(actor, it.id(), CaseStep.VOID, why, now);
        audited(
                actor,
                "case." + CaseStep.VOID.key(),
                it.id(),
                new Result.Made().with("state", before.state().key(), CaseStep.VOID.to().key()));
    }
}
