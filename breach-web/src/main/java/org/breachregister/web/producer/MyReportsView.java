package org.breachregister.web.producer;

import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseRecords.Message;
import org.breachregister.core.casework.Drafts.Draft;
import org.breachregister.core.casework.TrackedCommitment;
import org.breachregister.core.publication.BreachId;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A producer's drafts and cases, what waits for the producer first.
///
/// @param bodies the names of the bodies that the reader speaks for
/// @param questions cases with a question that waits for an answer
/// @param overdue commitments whose day has passed
/// @param drafts reports that were begun
/// @param cases reports that were sent, the newest number first
/// @param older address of the page with older ones, or null
/// @param first whether it is the first page
/// @param done what was done just now, as a sentence, or null
record MyReportsView(
        List<String> bodies,
        List<Question> questions,
        List<Promise> overdue,
        List<Begun> drafts,
        List<Sent> cases,
        @Nullable String older,
        boolean first,
        @Nullable String done) {

    private static final int LONGEST = 300;

    MyReportsView {
        bodies = List.copyOf(bodies);
        questions = List.copyOf(questions);
        overdue = List.copyOf(overdue);
        drafts = List.copyOf(drafts);
        cases = List.copyOf(cases);
    }

    /// Whether the reader speaks for more than one body.
    public boolean several() {
        return bodies.size() > 1;
    }

    /// A question that waits for an answer.
    record Question(String id, String title, String text, String due, boolean late, String href) {

        static Question of(BreachCase waiting, Message question, LocalDate today) {
            var due = question.due();
            return new Question(
                    waiting.id().value(),
                    Answers.of(waiting.read()).title(),
                    shortened(question.text()),
                    due == null
                            ? "Asked on " + Words.moment(question.at())
                            : "Answer by " + Words.day(due),
                    due != null && due.isBefore(today),
                    Mine.report(waiting.id()) + "/answer");
        }
    }

    /// A commitment whose day has passed.
    record Promise(String id, String text, String due, String href) {

        static Promise of(TrackedCommitment commitment) {
            return new Promise(
                    commitment.breach().value(),
                    shortened(commitment.text()),
                    Words.day(commitment.due(), "No date"),
                    commitmentHref(commitment.breach(), commitment.id()));
        }
    }

    static String commitmentHref(BreachId breach, long id) {
        return Mine.report(breach) + "/commitments/" + id;
    }

    /// A report that was begun.
    record Begun(String title, String body, String changed, String href) {

        static Begun of(Draft draft, Map<String, String> bodies) {
            return new Begun(
                    Answers.of(draft).title(),
                    bodies.getOrDefault(draft.body().value(), draft.body().value()),
                    Words.moment(draft.changedAt()),
                    Mine.draft(draft.id()));
        }
    }

    /// A report that was sent.
    record Sent(String id, String title, Standing standing, String changed, String href) {

        static Sent of(BreachCase sent) {
            return new Sent(
                    sent.id().value(),
                    Answers.of(sent.read()).title(),
                    Standing.of(sent),
                    Words.moment(sent.changedAt()),
                    Mine.report(sent.id()));
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST) - 1))
                        + "…";
    }
}
