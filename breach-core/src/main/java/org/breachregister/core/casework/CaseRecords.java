package org.breachregister.core.casework;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What a case gathers besides the report, each with author and time.
public final class CaseRecords {

    private CaseRecords() {}

    /// Who wrote or did something.
    ///
    /// @param account the account, or null for the program
    /// @param name the name that stands on record
    public record Author(@Nullable AccountId account, String name) {}

    /// A step that the case took.
    public record StepTaken(
            String step, CaseState state, @Nullable String reason, Author by, Instant at) {}

    /// A correction of a field.
    ///
    /// @param before the value that it replaced; empty for none
    /// @param after the value since
    /// @param reason why, or null where a person only confirmed what was read
    public record Correction(
            CorrectedField field,
            List<String> before,
            List<String> after,
            @Nullable String reason,
            Author by,
            Instant at) {

        public Correction {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /// Words between the regulator and the producer.
    ///
    /// @param due by when a question should be answered, or null
    /// @param file the document that came with it, or null
    public record Message(
            long id,
            Kind kind,
            String text,
            @Nullable LocalDate due,
            @Nullable StoredFile file,
            Author by,
            Instant at) {

        /// What a message is.
        public enum Kind {
            /// From the regulator.
            QUESTION("question"),
            /// From the producer, to a question.
            ANSWER("answer"),
            /// From the producer, a later part of the report.
            SUPPLEMENT("supplement");

            private final String key;

            Kind(String key) {
                this.key = key;
            }

            /// The word used in the database, in files and answers.
            public String key() {
                return key;
            }
        }
    }

    /// A document that is kept.
    ///
    /// @param document its number
    public record StoredFile(
            long document, String fileName, String mediaType, long bytes, String sha256) {}

    /// A note of the regulator for itself.
    public record Note(long id, String text, Author by, Instant at) {}

    /// A file beside the report.
    ///
    /// @param forProducer whether the producer sees it
    public record CaseFile(long id, StoredFile file, boolean forProducer, Author by, Instant at) {}

    /// A link to another case.
    ///
    /// @param relation `same-event`, `repeat`, `related` or `not-related`
    public record CaseLink(
            BreachId other, String relation, @Nullable String reason, Author by, Instant at) {}

    /// An approval by a second person.
    ///
    /// @param kind `clear` or `schedule`
    /// @param contentDigest digest of exactly what was approved
    /// @param voidSince since when it no longer holds, or null while it does
    public record Approval(
            String kind,
            String contentDigest,
            Author by,
            Instant at,
            @Nullable Instant voidSince,
            @Nullable String voidReason) {}

    /// A change of a commitment.
    public record CommitmentChange(
            TrackedCommitment.Status status,
            @Nullable LocalDate due,
            @Nullable String owner,
            @Nullable String evidence,
            Author by,
            Instant at) {}

    /// Exactly what will be public.
    ///
    /// @param record the record
    /// @param digest SHA-256 of it and of the outcome, in lower-case hexadecimal: what an approval
    ///   is bound to
    /// @param undecided how many proposed redactions nobody has decided on
    /// @param event what its release would be: `published`, `revised` or `withdrawn`
    public record Preview(PublicRecord record, String digest, int undecided, String event) {}

    /// When it becomes public.
    public record Release(Instant at, String event, @Nullable String reason, Author by) {}
}
