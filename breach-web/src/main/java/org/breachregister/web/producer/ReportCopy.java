package org.breachregister.web.producer;

import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.Document;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.report.SubmittedReport;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;

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
        List<AnswerRow> rows) {

    ReportCopy {
        rows = List.copyOf(rows);
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
                rows(theCase.read(), code));
    }

    /// The answers of a report in the order of the form; questions without any are left out.
    static List<AnswerRow> rows(SubmittedReport report, CodeOfPractice code) {
        return AnswerRow.all(Answers.of(report), code, null, null).stream()
                .filter(AnswerRow::answered)
                .toList();
    }
}
