package org.breachregister.web.producer;

import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseRecords.CaseFile;
import org.breachregister.core.casework.CaseRecords.Message;
import org.breachregister.core.casework.CaseRecords.StepTaken;
import org.breachregister.core.casework.CaseRecords.StoredFile;
import org.breachregister.core.casework.CaseState;
import org.breachregister.core.casework.TrackedCommitment;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// A case as its producer sees it.
///
/// @param path its address
/// @param published address of what is public of it, or null
/// @param question the question that waits for an answer, or null
/// @param done what was done just now, as a sentence, or null
record CaseView(
        String id,
        String title,
        String path,
        Standing standing,
        String received,
        String changed,
        @Nullable String published,
        @Nullable Open question,
        List<Event> timeline,
        List<Promise> promises,
        List<Attached> files,
        List<AnswerRow> report,
        @Nullable String done) {

    CaseView {
        timeline = List.copyOf(timeline);
        promises = List.copyOf(promises);
        files = List.copyOf(files);
        report = List.copyOf(report);
    }

    /// What a case gathered, as far as its producer may see it.
    record Gathered(
            List<StepTaken> steps,
            List<Message> messages,
            List<CaseFile> files,
            List<TrackedCommitment> commitments) {}

    static CaseView of(
            BreachCase theCase,
            Gathered gathered,
            Actor reader,
            CodeOfPractice code,
            LocalDate today,
            @Nullable String done) {
        var path = Mine.report(theCase.id());
        var wasPublic =
                theCase.state().isPublic()
                        || gathered.steps.stream().anyMatch(step -> step.state().isPublic());
        return new CaseView(
                theCase.id().value(),
                Answers.of(theCase.read()).title(),
                path,
                Standing.of(theCase),
                Words.moment(theCase.receivedAt()),
                Words.moment(theCase.changedAt()),
                wasPublic ? "/breaches/" + theCase.id() : null,
                theCase.state() == CaseState.WAITING_FOR_PRODUCER
                        ? Open.of(gathered.messages, today)
                        : null,
                Timeline.of(theCase, gathered, reader, path),
                gathered.commitments.stream()
                        .map(commitment -> Promise.of(commitment, today))
                        .toList(),
                gathered.files.stream()
                        .filter(CaseFile::forProducer)
                        .map(file -> Attached.of(file.file(), path))
                        .toList(),
                ReportCopy.rows(theCase.read(), code),
                done);
    }

    /// A question that waits for an answer.
    ///
    /// @param id its number
    record Open(long id, String text, String asked, @Nullable String due, boolean late) {

        static @Nullable Open of(List<Message> messages, LocalDate today) {
            return messages.stream()
                    .filter(message -> message.kind() == Message.Kind.QUESTION)
                    .reduce((_, later) -> later)
                    .map(last -> {
                        var due = last.due();
                        return new Open(
                                last.id(),
                                last.text(),
                                Words.moment(last.at()),
                                due == null ? null : Words.day(due),
                                due != null && due.isBefore(today));
                    })
                    .orElse(null);
        }
    }

    /// Something that happened.
    ///
    /// @param by who did it: `You`, `Your organisation` or `The regulator`
    /// @param text words that came with it, or null
    /// @param file what came with it, or null
    record Event(
            String title, String by, String when, @Nullable String text, @Nullable Attached file) {}

    /// A document that can be downloaded.
    record Attached(String name, String size, String href) {

        static Attached of(StoredFile file, String path) {
            return new Attached(
                    file.fileName(), Words.size(file.bytes()), path + "/files/" + file.document());
        }
    }

    /// A commitment and where it stands.
    ///
    /// @param evidence the newest words about it, or null
    /// @param href where evidence can be reported, or null once it is closed
    record Promise(
            String text,
            String status,
            String style,
            @Nullable String owner,
            @Nullable String due,
            @Nullable String evidence,
            @Nullable String href) {

        static Promise of(TrackedCommitment commitment, LocalDate today) {
            var overdue = commitment.isOverdue(today);
            var status = commitment.status();
            var due = commitment.due();
            return new Promise(
                    commitment.text(),
                    overdue ? "Overdue" : words(status),
                    overdue
                            ? "govuk-tag--red"
                            : status.isOpen() ? "govuk-tag--blue" : "govuk-tag--grey",
                    commitment.owner(),
                    due == null ? null : Words.day(due),
                    commitment.evidence(),
                    status.isOpen()
                            ? MyReportsView.commitmentHref(commitment.breach(), commitment.id())
                            : null);
        }

        static String words(TrackedCommitment.Status status) {
            return switch (status) {
                case AWAITING_RESPONSE -> "Open: awaiting response";
                case RESPONSE_ACCEPTABLE -> "Open: response acceptable";
                case RESPONSE_UNACCEPTABLE -> "Open: response unacceptable";
                case DONE -> "Closed: done";
                case EXCEEDED -> "Closed: exceeded";
                case SUPERSEDED -> "Closed: superseded";
                case NOT_DONE -> "Closed: not done";
            };
        }
    }
}
