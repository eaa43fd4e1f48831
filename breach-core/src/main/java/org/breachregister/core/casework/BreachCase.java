package org.breachregister.core.casework;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// A case as one of its readers sees it. What only the regulator may see is null for a producer.
///
/// @param id the breach's identifier
/// @param state where it stands
/// @param revision grows with every change, from 1
/// @param read what was read in the document, untouched
/// @param report the same with the corrections that persons made
/// @param bodies the bodies whose accounts see it
/// @param submittedBy the account that sent it, or null
/// @param receivedAt when it was received
/// @param changedAt when it was last changed
/// @param outcome what the assessment found, or null
/// @param regulator what only the regulator sees, or null for a producer
public record BreachCase(
        BreachId id,
        CaseState state,
        long revision,
        SubmittedReport read,
        SubmittedReport report,
        Set<ProducerId> bodies,
        @Nullable AccountId submittedBy,
        Instant receivedAt,
        Instant changedAt,
        @Nullable Outcome outcome,
        @Nullable Desk regulator) {

    public BreachCase {
        bodies = Set.copyOf(bodies);
    }

    /// The regulator's side of it.
    ///
    /// @param assignee who works on it, or null
    /// @param assigneeName that person's name, or null
    /// @param outcomeReason why the assessment found what it found, or null
    /// @param exemption the exemption that covers it, or null
    /// @param assessedBy who assessed it, or null
    /// @param nextAction what is to be done next, or null
    /// @param nextActionOn by when, or null
    /// @param duplicates cases that it looked like when it was received
    public record Desk(
            @Nullable AccountId assignee,
            @Nullable String assigneeName,
            @Nullable String outcomeReason,
            @Nullable String exemption,
            @Nullable AccountId assessedBy,
            @Nullable String nextAction,
            @Nullable LocalDate nextActionOn,
            List<LikelyDuplicate> duplicates) {

        public Desk {
            duplicates = List.copyOf(duplicates);
        }
    }
}
