package org.breachregister.core.casework;

import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.CaseChange.Result;
import org.breachregister.core.database.Sql;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Corrects and confirms what was read in a report.
final class Correcting {

    private final Sql sql;
    private final CaseRows rows;
    private final CorrectionCheck check;

    Correcting(Sql sql, CaseRows rows, CorrectionCheck check) {
        this.sql = sql;
        this.rows = rows;
        this.check = check;
    }

    Result correct(
            Actor actor,
            BreachCase it,
            CorrectedField field,
            List<String> given,
            @Nullable String reason,
            LocalDate today,
            Instant now) {
        var value = CorrectionCheck.tidy(given);
        var why = Given.tidyOrNull(reason);
        var before =
                rows.corrected(it.id()).getOrDefault(field, Corrections.value(it.report(), field));
        var confirmed = before.equals(value);
        var problem = confirmed ? null : check.problem(field, value, today);
        if (problem == null) {
            problem = Given.lineOrNull("The reason", why);
        }
        if (problem == null && !confirmed && why == null) {
            problem = "A correction needs a reason. Say why it is not what was read.";
        }
        if (problem != null) {
            return Result.invalid(problem);
        }
        sql.change(
                """
                insert into correction (breach, field, before, after, reason, account,
                    account_name, at)
                values (?, ?, ?::json, ?::json, ?, ?, ?, ?)\
                """,
                it.id().value(),
                field.key(),
                Sql.Json.of(before),
                Sql.Json.of(value),
                why,
                CaseChange.number(actor),
                actor.name(),
                now);
        if (field == CorrectedField.PRODUCERS) {
            sql.change(
                    "update breach set bodies = ? where id = ?",
                    value.toArray(String[]::new),
                    it.id().value());
        }
        return new Result.Made().with("reason", null, why).with(field.key(), before, value);
    }
}
