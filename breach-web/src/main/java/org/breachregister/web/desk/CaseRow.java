package org.breachregister.web.desk;

import org.breachregister.core.casework.BreachCase;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// A case in a list.
///
/// @param overdue whether the day of the next action has passed
record CaseRow(
        String id,
        String href,
        String producers,
        String output,
        StateTag state,
        @Nullable String assignee,
        @Nullable String nextAction,
        @Nullable String nextActionOn,
        boolean overdue,
        String received) {

    static List<CaseRow> all(List<BreachCase> cases, LocalDate today) {
        return cases.stream().map(one -> of(one, today)).toList();
    }

    private static CaseRow of(BreachCase one, LocalDate today) {
        var desk = one.regulator();
        var on = desk == null ? null : desk.nextActionOn();
        return new CaseRow(
                one.id().value(),
                Desk.path(one, ""),
                Named.producers(one.report()),
                Named.output(one.report()),
                StateTag.of(one.state()),
                desk == null ? null : desk.assigneeName(),
                desk == null ? null : desk.nextAction(),
                on == null ? null : Times.shortDay(on),
                on != null && on.isBefore(today),
                Times.shortDay(one.receivedAt()));
    }
}
