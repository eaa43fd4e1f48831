package org.breachregister.web.producer;

import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.Document;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.report.SubmittedReport;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/// A report as it was sent, to read, print and keep.
///
/// @param path the address of the case
/// @param fileName the name of the document that was sent, or null where there is none
record ReportCopy(
        String id,
        String title,
        String path,
        String received,
        @Nullable String fileName,
        String size,
        String sha256,
        List<Group> groups) {

    ReportCopy {
        groups = List.copyOf(groups);
    }

    static ReportCopy of(BreachCase theCase, @Nullable Document document, CodeOfPractice code) {
        return new ReportCopy(
                theCase.id().value(),
                Answers.of(theCase.read()).title(),
                Mine.report(theCase.id()),
                Words.moment(theCase.receivedAt()),
                document == null ? null : document.fileName(),
                document == null ? "" : Words.size(document.content().length),
                document == null ? "" : document.sha256(),
                groups(theCase.read(), code));
    }

    /// The answers of a report by the parts of the form; parts without any are left out.
    static List<Group> groups(SubmittedReport report, CodeOfPractice code) {
        var answers = Answers.of(report);
        return Arrays.stream(FormPart.values())
                .map(part ->
                        new Group(
                                part.title(),
                                part.slug(),
                                part.questions().stream()
                                        .map(question ->
                                                AnswerRow.of(
                                                        question, part, answers, code, null, null))
                                        .filter(AnswerRow::answered)
                                        .toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
    }

    /// A part of the form with its answers.
    record Group(String title, String slug, List<AnswerRow> rows) {

        Group {
            rows = List.copyOf(rows);
        }
    }
}
