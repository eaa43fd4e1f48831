package org.breachregister.api.draft;

import org.breachregister.api.Described;
import org.breachregister.api.ReadingRepresentation;
import org.breachregister.core.casework.Drafts;
import org.breachregister.core.casework.LikelyDuplicate;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.report.Anomaly;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Drafts as they are answered.
final class DraftAnswers {

    private DraftAnswers() {}

    /// A draft in a list.
    ///
    /// @param link its address
    record DraftItem(
            String id,
            ProducerId body,
            long revision,
            Instant createdAt,
            Instant changedAt,
            String link) {

        static DraftItem of(Drafts.Draft draft) {
            return new DraftItem(
                    draft.id(),
                    draft.body(),
                    draft.revision(),
                    draft.createdAt(),
                    draft.changedAt(),
                    DraftsEndpoint.PATH + "/" + draft.id());
        }
    }

    /// A draft.
    ///
    /// @param answers the answers of the form by the keys of its fields
    /// @param read what was read in the document that it was begun with, or null
    record DraftDetail(
            String id,
            ProducerId body,
            long revision,
            Instant createdAt,
            Instant changedAt,
            Map<String, List<String>> answers,
            @Described("Reading") @Nullable Map<String, @Nullable Object> read) {

        static DraftDetail of(Drafts.Draft draft) {
            var read = draft.read();
            return new DraftDetail(
                    draft.id(),
                    draft.body(),
                    draft.revision(),
                    draft.createdAt(),
                    draft.changedAt(),
                    draft.answers(),
                    read == null ? null : ReadingRepresentation.of(read));
        }
    }

    /// What a check before sending found.
    ///
    /// @param missing keys of fields that have to be filled in
    /// @param doubts what looks wrong
    /// @param likely cases of the same body that it looks like
    record SelfCheck(List<String> missing, List<Doubt> doubts, List<Likely> likely) {

        static SelfCheck of(Drafts.SelfCheck check) {
            return new SelfCheck(
                    check.missing(),
                    check.doubts().stream().map(Doubt::of).toList(),
                    check.likely().stream().map(Likely::of).toList());
        }
    }

    /// What looks wrong.
    record Doubt(String code, String message) {

        static Doubt of(Anomaly anomaly) {
            return new Doubt(anomaly.code(), anomaly.message());
        }
    }

    /// A case that it looks like.
    record Likely(BreachId of, double confidence, String message) {

        static Likely of(LikelyDuplicate likely) {
            return new Likely(likely.of(), likely.confidence(), likely.message());
        }
    }
}
