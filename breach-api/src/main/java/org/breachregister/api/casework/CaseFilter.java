package org.breachregister.api.casework;

import org.breachregister.api.ApiProblem;
import org.breachregister.api.ApiProblem.Fault;
import org.breachregister.api.ProblemType;
import org.breachregister.api.answer.Cursor;
import org.breachregister.api.input.Bounds;
import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.CaseQuery;
import org.breachregister.core.casework.CaseQuery.Queue;
import org.breachregister.core.casework.CaseState;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Which cases are asked for.
///
/// @param queue one of the regulator's queues
/// @param state the states; may be given several times
/// @param assignee whose they are at the regulator
/// @param body the body whose they are
/// @param q words that stand in the number, the producers or the output
/// @param cursor where the page begins, from the `next` address of another page
/// @param limit how many cases a page has
record CaseFilter(
        @Nullable Queue queue,
        @Nullable List<CaseState> state,
        @Nullable AccountId assignee,
        @Nullable ProducerId body,
        @Bounds(most = 200) @Nullable String q,
        @Bounds(most = Cursor.LONGEST) @Nullable String cursor,
        @Bounds(most = CaseFilter.MOST) @Nullable Integer limit) {

    static final int MOST = 100;
    private static final int USUAL = 50;

    int size() {
        return limit == null ? USUAL : limit;
    }

    /// The question for one case more than the page has, which tells whether there is another page.
    CaseQuery query(Actor actor) {
        if (!actor.isRegulator()) {
            refuse("queue", queue);
            refuse("assignee", assignee);
        }
        return new CaseQuery(
                queue,
                state == null ? Set.of() : Set.copyOf(state),
                assignee,
                body,
                q,
                cursor == null ? null : after(cursor),
                size() + 1);
    }

    private BreachId after(String given) {
        return BreachId.parse(Cursor.record(given, question())).orElseThrow(Cursor::wrong);
    }

    private static void refuse(String name, @Nullable Object value) {
        if (value != null) {
            throw ApiProblem.of(
                    ProblemType.INVALID_PARAMETER,
                    List.of(
                            Fault.in(
                                    name,
                                    "There is no such parameter",
                                    "one of state, body, q, cursor, limit")));
        }
    }

    /// The address of the page after a case.
    String next(BreachId last) {
        var address = UriComponentsBuilder.fromPath(CasesEndpoint.PATH);
        var values = new ArrayList<Object>();
        add(address, values, "queue", queue == null ? null : queue.key());
        if (state != null) {
            state.forEach(each -> add(address, values, "state", each.key()));
        }
        add(address, values, "assignee", assignee);
        add(address, values, "body", body);
        add(address, values, "q", q);
        add(address, values, "limit", limit);
        add(address, values, "cursor", Cursor.after(last.value(), question()));
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private static void add(
            UriComponentsBuilder address,
            List<Object> values,
            String name,
            @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, "{" + values.size() + "}");
            values.add(value);
        }
    }

    private Object question() {
        var states = state == null ? List.of() : state.stream().map(CaseState::key).toList();
        return List.of(
                queue == null ? "" : queue.key(),
                states,
                assignee == null ? "" : assignee.toString(),
                body == null ? "" : body.value(),
                q == null ? "" : q);
    }
}
