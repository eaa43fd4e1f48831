package org.breachregister.core.casework;

import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.CaseChange.Result;
import org.breachregister.core.casework.CaseChange.Result.Made;
import org.breachregister.core.database.Sql;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Says what cases have to do with each other.
final class Linking {

    private static final List<String> RELATIONS =
            List.of("same-event", "repeat", "related", "not-related");

    private final Sql sql;
    private final CaseRows rows;

    Linking(Sql sql, CaseRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    Result link(
            Actor actor,
            BreachCase it,
            BreachId other,
            String relation,
            @Nullable String reason,
            Instant now) {
        var why = Given.tidyOrNull(reason);
        var problem = problem(actor, it.id(), other, relation, why);
        if (problem != null) {
            return Result.invalid(problem);
        }
        var before = relation(it.id(), other);
        sql.change(
                """
                insert into case_link (breach, other, relation, reason, account, account_name, at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (breach, other) do update
                set relation = excluded.relation, reason = excluded.reason,
                    account = excluded.account, account_name = excluded.account_name,
                    at = excluded.at\
                """,
                it.id().value(),
                other.value(),
                relation,
                why,
                CaseChange.number(actor),
                actor.name(),
                now);
        return new Made()
                .with("other", before.isEmpty() ? null : other.value(), other.value())
                .with("relation", before.orElse(null), relation)
                .with("reason", null, why);
    }

    /// Takes a link away that either case has to the other, but not that the other repeats this.
    Result unlink(BreachCase it, BreachId other) {
        var before = relation(it.id(), other);
        var gone =
                sql.change(
                        """
                        delete from case_link where breach = ? and other = ?
                            or other = ? and breach = ? and relation <> 'repeat'\
                        """,
                        it.id().value(),
                        other.value(),
                        it.id().value(),
                        other.value());
        return gone == 0
                ? new Result.Not(new Change.Unknown())
                : new Made()
                        .with("other", other.value(), null)
                        .with("relation", before.orElse(null), null);
    }

    private @Nullable String problem(
            Actor actor, BreachId id, BreachId other, String relation, @Nullable String why) {
        if (!RELATIONS.contains(relation)) {
            return "'%s' is no relation of two cases. There are: %s."
                    .formatted(relation, String.join(", ", RELATIONS));
        }
        if (id.equals(other)) {
            return "A case is not linked to itself. Give another number.";
        }
        if (rows.find(actor, other).isEmpty()) {
            return "There is no case %s.".formatted(other);
        }
        return Given.lineOrNull("The reason", why);
    }

    private Optional<String> relation(BreachId id, BreachId other) {
        return sql.first(
                row -> row.text("relation"),
                "select relation from case_link where breach = ? and other = ?",
                id.value(),
                other.value());
    }
}
