package org.breachregister.api.casework;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseState;
import org.breachregister.core.casework.Outcome;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// A case in a list.
///
/// @param producers the producers in the words of the report
/// @param bodies the bodies whose accounts see the case
/// @param regulator what only the regulator sees; null for a producer
record CaseItem(
        BreachId id,
        CaseState state,
        long revision,
        List<String> producers,
        List<ProducerId> bodies,
        @Nullable String outputTitle,
        @Nullable LocalDate reportDate,
        Instant receivedAt,
        Instant changedAt,
        @Nullable Outcome outcome,
        @Nullable Desk regulator) {

    /// The regulator's side of it.
    record Desk(
            @Nullable AccountId assignee,
            @Nullable String assigneeName,
            @Nullable String nextAction,
            @Nullable LocalDate nextActionOn) {}

    static CaseItem of(BreachCase found) {
        var report = found.report();
        var desk = found.regulator();
        return new CaseItem(
                found.id(),
                found.state(),
                found.revision(),
                report.producers().stream().map(ReportedProducer::asWritten).toList(),
                found.bodies().stream().sorted().toList(),
                report.outputTitle(),
                report.reportDate(),
                found.receivedAt(),
                found.changedAt(),
                found.outcome(),
                desk == null
                        ? null
                        : new Desk(
                                desk.assignee(),
                                desk.assigneeName(),
                                desk.nextAction(),
                                desk.nextActionOn()));
    }
}
