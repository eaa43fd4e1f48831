package org.breachregister.core.casework;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.CaseChange.Result;
import org.breachregister.core.casework.CaseChange.Result.Made;
import org.breachregister.core.database.Sql;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/// Takes cases up, plans the work on them and decides what they are.
final class Assessing {

    private final Sql sql;
    private final Approvals approvals;
    private final Commitments commitments;

    Assessing(Sql sql, Approvals approvals, Commitments commitments) {
        this.sql = sql;
        this.approvals = approvals;
        this.commitments = commitments;
    }

    Result takeUp(Actor actor, BreachCase it, Instant now) {
        var by = CaseChange.number(actor);
        setAssignee(it.id(), by);
        commitments.follow(it, now);
        return new Made().with("assignee", number(desk(it).assignee()), by);
    }

    /// @param mayWork whether the account may work on cases
    Result assign(BreachCase it, @Nullable AccountId assignee, boolean mayWork) {
        if (!mayWork) {
            return Result.invalid(
                    "Account %s is none that works on cases. Give the case to a caseworker."
                            .formatted(assignee));
        }
        setAssignee(it.id(), number(assignee));
        return new Made().with("assignee", number(desk(it).assignee()), number(assignee));
    }

    Result plan(BreachCase it, @Nullable String given, @Nullable LocalDate on, LocalDate today) {
        var action = Given.tidyOrNull(given);
        var problem = Given.lineOrNull("The next action", action);
        if (problem == null) {
            problem = Given.due(on, today);
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
                it.id().value());
        return new Made()
                .with("nextAction", desk(it).nextAction(), action)
                .with("nextActionOn", told(desk(it).nextActionOn()), told(on));
    }

    Result assess(
            Actor actor,
            BreachCase it,
            Outcome outcome,
            String reason,
            @Nullable String exemption) {
        var why = Given.tidy(reason);
        var covering = Given.tidyOrNull(exemption);
        var isCovered = outcome == Outcome.COVERED_BY_EXEMPTION;
        var problem = Given.text("The reason", why);
        if (problem == null) {
            problem = Given.lineOrNull("The exemption", covering);
        }
        if (problem == null && isCovered && covering == null) {
            problem = "Name the exemption that covers it.";
        }
        if (problem == null && !isCovered && covering != null) {
            problem = "Only what is covered by an exemption names one.";
        }
        if (problem != null) {
            return Result.invalid(problem);
        }
        sql.change(
                """
                update breach
                set outcome = ?, outcome_reason = ?, exemption = ?, assessed_by = ? where id = ?\
                """,
                outcome.key(),
                why,
                covering,
                CaseChange.number(actor),
                it.id().value());
        return new Made()
                .because(why)
                .with("outcome", key(it.outcome()), outcome.key())
                .with("reason", desk(it).outcomeReason(), why)
                .with("exemption", desk(it).exemption(), covering);
    }

    Result reopen(BreachCase it, String reason, Instant now) {
        var why = Given.tidy(reason);
        var problem = Given.text("The reason", why);
        if (problem != null) {
            return Result.invalid(problem);
        }
        approvals.voidAll(it.id(), "The assessment was taken back.", now);
        // The state goes with the outcome: no case is assessed without one.
        sql.change(
                """
                update breach
                set outcome = null, outcome_reason = null, exemption = null, assessed_by = null,
                    state = ?
                where id = ?\
                """,
                CaseStep.REOPEN.to().key(),
                it.id().value());
        return new Made()
                .because(why)
                .with("outcome", key(it.outcome()), null)
                .with("reason", desk(it).outcomeReason(), why)
                .with("exemption", desk(it).exemption(), null);
    }

    static Result goOn(String reason) {
        var why = Given.tidy(reason);
        var problem = Given.text("The reason", why);
        return problem != null
                ? Result.invalid(problem)
                : new Made().because(why).with("reason", null, why);
    }

    Result revise(BreachCase it, String reason, Instant now) {
        var why = Given.tidy(reason);
        var problem = Given.text("The reason", why);
        if (problem != null) {
            return Result.invalid(problem);
        }
        approvals.voidAll(it.id(), "The case was opened again.", now);
        commitments.follow(it, now);
        return new Made().because(why).with("reason", null, why);
    }

    private void setAssignee(BreachId id, @Nullable Long account) {
        sql.change("update breach set assignee = ? where id = ?", account, id.value());
    }

    private static BreachCase.Desk desk(BreachCase it) {
        return Objects.requireNonNull(it.regulator());
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
}
