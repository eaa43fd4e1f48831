package org.breachregister.api.casework;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.casework.CaseRecords;
import org.breachregister.core.casework.CaseRecords.Author;
import org.breachregister.core.casework.CaseRecords.Message.Kind;
import org.breachregister.core.casework.CaseRecords.StoredFile;
import org.breachregister.core.casework.CaseState;
import org.breachregister.core.casework.CorrectedField;
import org.breachregister.core.casework.Redacted;
import org.breachregister.core.casework.TrackedCommitment;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.report.Section;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What a case gathers, as it is answered. Whom a reader may know of, and whose reasons, was
/// decided when it was read.
final class CaseAnswers {

    private CaseAnswers() {}

    /// Who did something.
    ///
    /// @param account the account; null for the program, and for the regulator's people where a
    ///   producer reads
    record By(@Nullable AccountId account, String name) {}

    /// A step.
    record StepTaken(String step, CaseState state, @Nullable String reason, By by, Instant at) {}

    /// A correction of a field.
    record Correction(
            CorrectedField field,
            List<String> before,
            List<String> after,
            @Nullable String reason,
            By by,
            Instant at) {}

    /// A document that is kept.
    ///
    /// @param link the address of its bytes
    record FileHeld(
            long document,
            String fileName,
            String mediaType,
            long bytes,
            String sha256,
            String link) {}

    /// Words between the regulator and the producer.
    record Message(
            long id,
            Kind kind,
            String text,
            @Nullable LocalDate due,
            @Nullable FileHeld file,
            By by,
            Instant at) {}

    /// A note of the regulator for itself.
    record Note(long id, String text, By by, Instant at) {}

    /// A file beside the report.
    record CaseFile(long id, FileHeld file, boolean forProducer, By by, Instant at) {}

    /// A link to another case.
    record CaseLink(BreachId other, String relation, @Nullable String reason, By by, Instant at) {}

    /// A span of a section's text, and whether it is published.
    record Redaction(
            long id,
            Section section,
            int from,
            int to,
            String text,
            Redacted.Reason reason,
            @Nullable String note,
            Redacted.Decision decision,
            String by,
            Instant at) {}

    /// An approval by a second person.
    record Approval(
            String kind,
            String contentDigest,
            By by,
            Instant at,
            @Nullable Instant voidSince,
            @Nullable String voidReason) {}

    /// Exactly what would be public.
    record Preview(PublicRecord record, String digest, int undecided, String event) {}

    /// A promise that is followed.
    ///
    /// @param revision its own ETag without the quotes
    record Commitment(
            long id,
            BreachId breach,
            String text,
            @Nullable String owner,
            @Nullable LocalDate due,
            boolean found,
            TrackedCommitment.Status status,
            boolean overdue,
            @Nullable String evidence,
            long revision,
            Instant at) {}

    static StepTaken step(CaseRecords.StepTaken taken) {
        return new StepTaken(
                taken.step(), taken.state(), taken.reason(), by(taken.by()), taken.at());
    }

    static Correction correction(CaseRecords.Correction made) {
        return new Correction(
                made.field(), made.before(), made.after(), made.reason(), by(made.by()), made.at());
    }

    static Message message(BreachId id, CaseRecords.Message message) {
        return new Message(
                message.id(),
                message.kind(),
                message.text(),
                message.due(),
                file(id, message.file()),
                by(message.by()),
                message.at());
    }

    static Note note(CaseRecords.Note note) {
        return new Note(note.id(), note.text(), by(note.by()), note.at());
    }

    static CaseFile file(BreachId id, CaseRecords.CaseFile file) {
        return new CaseFile(
                file.id(), held(id, file.file()), file.forProducer(), by(file.by()), file.at());
    }

    static CaseLink link(CaseRecords.CaseLink link) {
        return new CaseLink(link.other(), link.relation(), link.reason(), by(link.by()), link.at());
    }

    static Redaction redaction(Redacted span) {
        return new Redaction(
                span.id(),
                span.section(),
                span.from(),
                span.to(),
                span.text(),
                span.reason(),
                span.note(),
                span.decision(),
                span.by(),
                span.at());
    }

    static Approval approval(CaseRecords.Approval approval) {
        return new Approval(
                approval.kind(),
                approval.contentDigest(),
                by(approval.by()),
                approval.at(),
                approval.voidSince(),
                approval.voidReason());
    }

    static Commitment commitment(TrackedCommitment commitment, LocalDate today) {
        return new Commitment(
                commitment.id(),
                commitment.breach(),
                commitment.text(),
                commitment.owner(),
                commitment.due(),
                commitment.found(),
                commitment.status(),
                commitment.isOverdue(today),
                commitment.evidence(),
                commitment.revision(),
                commitment.at());
    }

    private static @Nullable FileHeld file(BreachId id, @Nullable StoredFile file) {
        return file == null ? null : held(id, file);
    }

    private static FileHeld held(BreachId id, StoredFile file) {
        return new FileHeld(
                file.document(),
                file.fileName(),
                file.mediaType(),
                file.bytes(),
                file.sha256(),
                "%s/%s/documents/%d".formatted(CasesEndpoint.PATH, id, file.document()));
    }

    private static By by(Author author) {
        return new By(author.account(), author.name());
    }
}
