package org.breachregister.web.producer;

import org.breachregister.core.casework.Drafts.Draft;
import org.breachregister.core.casework.Drafts.SelfCheck;
import org.breachregister.web.page.Words;

import java.util.Arrays;
import java.util.List;

/// The parts of a report that is being written, and how far each is.
///
/// @param path the draft's address
/// @param fromDocument whether it was begun with a document
/// @param done how many parts are completed
record TaskListView(
        String title,
        String body,
        String changed,
        String path,
        boolean fromDocument,
        int done,
        List<Task> tasks) {

    TaskListView {
        tasks = List.copyOf(tasks);
    }

    static TaskListView of(Draft draft, SelfCheck check, String body) {
        var answers = Answers.of(draft);
        var tasks =
                Arrays.stream(FormPart.values())
                        .map(part -> Task.of(part, answers, check))
                        .toList();
        return new TaskListView(
                answers.title(),
                body,
                Words.moment(draft.changedAt()),
                Mine.draft(draft.id()),
                draft.document() != null,
                (int) tasks.stream().filter(task -> task.status().equals(Task.COMPLETED)).count(),
                tasks);
    }

    /// A part and how far it is.
    ///
    /// @param slug its name in addresses
    /// @param status in words
    /// @param style the class of the tag that the words stand in; empty for none
    /// @param hint what to look at, or empty
    record Task(String slug, String title, String status, String style, String hint) {

        static final String COMPLETED = "Completed";

        static Task of(FormPart part, Answers answers, SelfCheck check) {
            var doubt =
                    check.doubts().stream()
                            .filter(found ->
                                    FormPart.doubted(found.code()).filter(part::equals).isPresent())
                            .findFirst();
            var begun = part.questions().stream().anyMatch(question -> answers.has(question.key()));
            var missing = check.missing().stream().anyMatch(part::asks);
            if (doubt.isPresent() && begun) {
                return new Task(
                        part.slug(),
                        part.title(),
                        "There is a problem",
                        "govuk-tag--red",
                        doubt.get().message());
            }
            if (missing) {
                return begun
                        ? new Task(part.slug(), part.title(), "Incomplete", "govuk-tag--blue", "")
                        : new Task(part.slug(), part.title(), "Not started", "govuk-tag--blue", "");
            }
            return begun
                    ? new Task(part.slug(), part.title(), COMPLETED, "", "")
                    : new Task(
                            part.slug(),
                            part.title(),
                            part.optional() ? "Optional" : "Not started",
                            part.optional() ? "govuk-tag--grey" : "govuk-tag--blue",
                            "");
        }
    }
}
