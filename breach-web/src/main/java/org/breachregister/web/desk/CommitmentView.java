package org.breachregister.web.desk;

import org.breachregister.core.casework.TrackedCommitment;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// A commitment as a page shows it.
///
/// @param overdue how long it is overdue, or null where it is not
record CommitmentView(
        long id,
        String href,
        String breach,
        String caseHref,
        String text,
        @Nullable String owner,
        @Nullable String due,
        @Nullable String overdue,
        boolean open,
        boolean found,
        String status,
        @Nullable String evidence) {

    static CommitmentView of(TrackedCommitment it, LocalDate today) {
        var due = it.due();
        var caseHref = Desk.CASES + "/" + it.breach();
        return new CommitmentView(
                it.id(),
                caseHref + "/commitments/" + it.id(),
                it.breach().value(),
                caseHref,
                it.text(),
                it.owner(),
                due == null ? null : Times.shortDay(due),
                due == null || !it.isOverdue(today) ? null : since(due, today),
                it.status().isOpen(),
                it.found(),
                Named.status(it.status()),
                it.evidence());
    }

    private static String since(LocalDate due, LocalDate today) {
        var days = ChronoUnit.DAYS.between(due, today);
        return days == 1 ? "1 day overdue" : "%,d days overdue".formatted(days);
    }
}
