package org.breachregister.api.casework;

import org.breachregister.api.Described;
import org.breachregister.api.ReadingRepresentation;
import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseRecords;
import org.breachregister.core.casework.CaseState;
import org.breachregister.core.casework.CaseStep;
import org.breachregister.core.casework.LikelyDuplicate;
import org.breachregister.core.casework.Outcome;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A case.
///
/// @param revision grows with every change; the ETag without the quotes
/// @param bodies the bodies whose accounts see the case
/// @param read what was read in the document, untouched
/// @param report the same with the corrections that persons made
/// @param steps the steps that the caller's roles allow in this state
/// @param regulator what only the regulator sees; null for a producer
record CaseDetail(
        BreachId id,
        CaseState state,
        long revision,
        List<ProducerId> bodies,
        Instant receivedAt,
        Instant changedAt,
        @Nullable Outcome outcome,
        @Described("Reading") Map<String, @Nullable Object> read,
        @Described("Reading") Map<String, @Nullable Object> report,
        List<CaseStep> steps,
        @Nullable Desk regulator) {

    private static final Set<CaseStep> BY_THEMSELVES =
            EnumSet.of(CaseStep.SUBMIT, CaseStep.VOID, CaseStep.RELEASE);

    /// The regulator's side of it.
    record Desk(
            @Nullable AccountId assignee,
            @Nullable String assigneeName,
            @Nullable String outcomeReason,
            @Nullable String exemption,
            @Nullable AccountId assessedBy,
            @Nullable String nextAction,
            @Nullable LocalDate nextActionOn,
            List<Likely> duplicates,
            @Nullable Release release) {}

    /// A case that this one looks like.
    record Likely(BreachId of, double confidence, String message, boolean strong) {

        static Likely of(LikelyDuplicate likely) {
            return new Likely(likely.of(), likely.confidence(), likely.message(), likely.strong());
        }
    }

    /// When it becomes public.
    record Release(Instant at, String event, @Nullable String reason, String by) {}

    static CaseDetail of(Actor actor, BreachCase found, CaseRecords.@Nullable Release release) {
        return new CaseDetail(
                found.id(),
                found.state(),
                found.revision(),
                found.bodies().stream().sorted().toList(),
                found.receivedAt(),
                found.changedAt(),
                found.outcome(),
                ReadingRepresentation.of(found.read()),
                ReadingRepresentation.of(found.report()),
                Stream.of(CaseStep.values())
                        .filter(step -> !BY_THEMSELVES.contains(step))
                        .filter(step -> step.from().contains(found.state()))
                        .filter(step -> step.allowedTo(actor))
                        .toList(),
                desk(found.regulator(), release));
    }

    private static @Nullable Desk desk(
            BreachCase.@Nullable Desk desk, CaseRecords.@Nullable Release release) {
        return desk == null
                ? null
                : new Desk(
                        desk.assignee(),
                        desk.assigneeName(),
                        desk.outcomeReason(),
                        desk.exemption(),
                        desk.assessedBy(),
                        desk.nextAction(),
                        desk.nextActionOn(),
                        desk.duplicates().stream().map(Likely::of).toList(),
                        release == null
                                ? null
                                : new Release(
                                        release.at(),
                                        release.event(),
                                        release.reason(),
                                        release.by().name()));
    }
}
