package org.breachregister.api;

import org.breachregister.core.code.EditionId;
import org.breachregister.core.publication.PublicRecord;

/// Variations of a public record.
final class Records {

    private Records() {}

    static PublicRecord withEdition(PublicRecord from, String edition) {
        return new PublicRecord(
                from.producers(),
                from.output(),
                from.outputSeries(),
                from.outputLinks(),
                new EditionId(edition),
                from.references(),
                from.occurredFrom(),
                from.occurredTo(),
                from.reportedOn(),
                from.kind(),
                from.whereItHappened(),
                from.account(),
                from.reasons(),
                from.impact(),
                from.correctiveActions(),
                from.statementLinks(),
                from.previousBreaches(),
                from.commitments());
    }
}
