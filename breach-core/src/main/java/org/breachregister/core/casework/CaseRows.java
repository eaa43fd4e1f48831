package org.breachregister.core.casework;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Actor;
import org.breachregister.core.database.Identity.Rights;
import org.breachregister.core.database.Sql;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Cases as they stand in the database. A producer is asked for no column that is the regulator's.
final class CaseRows {

    private static final String OPEN = "('published', 'revised', 'withdrawn')";

    /// What everybody who may see a case sees of it.
    private static final String SHARED =
            """
            select b.id, b.state, b.revision, b.report::text as report, b.bodies, b.submitted_by,
                   b.received_at, b.changed_at, b.outcome,
                   (select json_object_agg(c.field, c.after)::text
                    from (select distinct on (field) field, after from correction
                          where breach = b.id order by field, id desc) c) as corrected\
            """;

    private static final String REGULATORS =
            """
            , b.assignee, name_of(b.assignee) as assignee_name, b.outcome_reason, b.exemption,
            b.assessed_by, b.next_action, b.next_action_on\
            """;

    /// The words by which a case is found, in lower case and with spaces for hyphens.
    private static final String HAYSTACK =
            """
            replace(lower(concat_ws(' ', b.id, b.report ->> 'outputTitle',
                array_to_string(b.bodies, ' '),
                (select string_agg(concat_ws(' ', p ->> 'asWritten', p ->> 'canonical'), ' ')
                 from json_array_elements(b.report -> 'producers') p),
                (select string_agg(v, ' ')
                 from (select distinct on (field) after from correction
                       where breach = b.id and field in ('outputTitle', 'producers')
                       order by field, id desc) c, json_array_elements_text(c.after) v))), '-', ' ')\
            """;

    private final Sql sql;
    private final LikelyDuplicates duplicates;
    private final Corrections corrections;

    CaseRows(Sql sql, LikelyDuplicates duplicates, Corrections corrections) {
        this.sql = sql;
        this.duplicates = duplicates;
        this.corrections = corrections;
    }

    /// Whether the database shows an actor cases at all.
    static boolean readsCases(Actor actor) {
        return actor.rights() != Rights.PUBLIC;
    }

    /// Whether it shows an actor what is the regulator's.
    static boolean readsAll(Actor actor) {
        return readsCases(actor) && actor.rights() != Rights.PRODUCER;
    }

    Optional<BreachCase> find(Actor actor, BreachId id) {
        if (!readsCases(actor)) {
            return Optional.empty();
        }
        return read(actor, select(actor) + " where b.id = ?", List.of(id.value())).stream()
                .findFirst();
    }

    /// Keeps all others from changing a case until the transaction ends, if there is such a case.
    /// What only refers to the case need not wait: two that link to each other would wait for ever.
    boolean lock(BreachId id) {
        return sql.first(
                        row -> true,
                        "select id from breach where id = ? for no key update",
                        id.value())
                .isPresent();
    }

    /// The newest correction of each field that has one.
    Map<CorrectedField, List<String>> corrected(BreachId id) {
        return sql.first(
                        row -> corrected(row.textOrNull("corrected")),
                        """
                        select json_object_agg(c.field, c.after)::text as corrected
                        from (select distinct on (field) field, after from correction
                              where breach = ? order by field, id desc) c\
                        """,
                        id.value())
                .orElseGet(Map::of);
    }

    List<BreachCase> list(Actor actor, CaseQuery query) {
        if (!readsCases(actor)
                || !readsAll(actor) && (query.queue() != null || query.assignee() != null)) {
            return List.of();
        }
        var wanted = new Wanted();
        narrow(actor, query, wanted);
        var queue = query.queue();
        var after = query.after();
        if (queue == null) {
            if (after != null) {
                wanted.and("(b.year, b.serial) < (?, ?)", after.year(), after.serial());
            }
            return read(
                    actor,
                    select(actor) + wanted.where() + " order by b.year desc, b.serial desc limit ?",
                    wanted.with(query.limit()));
        }
        if (after != null) {
            wanted.and(
                    """
                    (coalesce(b.next_action_on, 'infinity'), b.year, b.serial) > (
                        select coalesce(a.next_action_on, 'infinity'), a.year, a.serial
                        from breach a where a.id = ?)\
                    """,
                    after.value());
        }
        return read(
                actor,
                select(actor)
                        + wanted.where()
                        + " order by b.next_action_on nulls last, b.year, b.serial limit ?",
                wanted.with(query.limit()));
    }

    int count(Actor actor, CaseQuery.Queue queue) {
        if (!readsAll(actor)) {
            return 0;
        }
        var wanted = new Wanted();
        narrow(actor, queue, wanted);
        long count =
                sql.only(
                        row -> row.number("count"),
                        "select count(*) from breach b" + wanted.where(),
                        wanted.parameters.toArray());
        return Math.toIntExact(count);
    }

    private static void narrow(Actor actor, CaseQuery query, Wanted wanted) {
        var queue = query.queue();
        if (queue != null) {
            narrow(actor, queue, wanted);
        }
        if (!query.states().isEmpty()) {
            wanted.and(
                    "b.state = any (?)",
                    (Object) query.states().stream().map(CaseState::key).toArray(String[]::new));
        }
        var assignee = query.assignee();
        if (assignee != null) {
            wanted.and("b.assignee = ?", assignee.value());
        }
        var body = query.body();
        if (body != null) {
            wanted.and("b.bodies @> array[?]::text[]", body.value());
        }
        var words = query.words();
        if (words != null) {
            for (var word : words.strip().toLowerCase(Locale.ROOT).split("[\\s-]+")) {
                wanted.and("strpos(" + HAYSTACK + ", ?) > 0", word);
            }
        }
    }

    private static void narrow(Actor actor, CaseQuery.Queue queue, Wanted wanted) {
        switch (queue) {
            case MINE -> {
                var id = actor.id();
                wanted.and("b.assignee = ?", id == null ? 0 : id.value());
                wanted.and("b.state not in " + OPEN);
            }
            case UNASSIGNED -> {
                wanted.and("b.assignee is null");
                wanted.and("b.state not in " + OPEN);
            }
            case OVERDUE ->
                    wanted.and("b.next_action_on < (now() at time zone 'Europe/London')::date");
            case WAITING -> wanted.and("b.state = 'waiting-for-producer'");
            case TO_CLEAR ->
                    wanted.and(
                            """
                            b.state = 'assessed' and (b.outcome = 'breach'
                                or exists (select from register_log l where l.breach_id = b.id))\
                            """);
            case TO_PUBLISH -> wanted.and("b.state in ('cleared', 'scheduled')");
        }
    }

    private static String select(Actor actor) {
        return SHARED + (readsAll(actor) ? REGULATORS : "") + " from breach b";
    }

    private List<BreachCase> read(Actor actor, String select, List<Object> parameters) {
        var all = readsAll(actor);
        var found = sql.list(row -> shared(row, all), select, parameters.toArray());
        if (!all) {
            return found;
        }
        var likely = duplicates.of(found.stream().map(BreachCase::id).toList());
        return found.stream()
                .map(it -> withDuplicates(it, likely.getOrDefault(it.id(), List.of())))
                .toList();
    }

    private BreachCase shared(Sql.Row row, boolean all) {
        var read = row.json("report").as(SubmittedReport.class);
        var outcome = row.textOrNull("outcome");
        return new BreachCase(
                new BreachId(row.text("id")),
                CaseState.of(row.text("state")),
                row.number("revision"),
                read,
                corrections.in(read, corrected(row.textOrNull("corrected"))),
                row.texts("bodies").stream().map(ProducerId::new).collect(Collectors.toSet()),
                account(row.numberOrNull("submitted_by")),
                row.instant("received_at"),
                row.instant("changed_at"),
                outcome == null ? null : Outcome.of(outcome),
                all ? desk(row) : null);
    }

    private static BreachCase.Desk desk(Sql.Row row) {
        return new BreachCase.Desk(
                account(row.numberOrNull("assignee")),
                row.textOrNull("assignee_name"),
                row.textOrNull("outcome_reason"),
                row.textOrNull("exemption"),
                account(row.numberOrNull("assessed_by")),
                row.textOrNull("next_action"),
                row.dayOrNull("next_action_on"),
                List.of());
    }

    private static BreachCase withDuplicates(BreachCase it, List<LikelyDuplicate> likely) {
        var desk = it.regulator();
        if (desk == null || likely.isEmpty()) {
            return it;
        }
        return new BreachCase(
                it.id(),
                it.state(),
                it.revision(),
                it.read(),
                it.report(),
                it.bodies(),
                it.submittedBy(),
                it.receivedAt(),
                it.changedAt(),
                it.outcome(),
                new BreachCase.Desk(
                        desk.assignee(),
                        desk.assigneeName(),
                        desk.outcomeReason(),
                        desk.exemption(),
                        desk.assessedBy(),
                        desk.nextAction(),
                        desk.nextActionOn(),
                        likely));
    }

    private static @Nullable AccountId account(@Nullable Long number) {
        return number == null ? null : new AccountId(number);
    }

    private static Map<CorrectedField, List<String>> corrected(@Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        var corrected = new EnumMap<CorrectedField, List<String>>(CorrectedField.class);
        new Sql.Json(json)
                .as(Newest.class)
                .values()
                .forEach((key, value) ->
                        CorrectedField.of(key).ifPresent(field -> corrected.put(field, value)));
        return corrected;
    }

    /// The newest corrections by the keys of their fields.
    record Newest(Map<String, List<String>> values) {}

    /// Conditions and what they ask for, in step.
    private static final class Wanted {

        private final List<String> conditions = new ArrayList<>();
        private final List<Object> parameters = new ArrayList<>();

        void and(String condition, Object... asked) {
            conditions.add(condition);
            parameters.addAll(List.of(asked));
        }

        String where() {
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }

        List<Object> with(int limit) {
            parameters.add(limit);
            return parameters;
        }
    }
}
