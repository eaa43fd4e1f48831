package org.breachregister.web.producer;

import org.breachregister.core.casework.Drafts.Draft;
import org.breachregister.core.casework.Drafts.SelfCheck;
import org.breachregister.core.casework.LikelyDuplicate;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.report.Anomaly;
import org.breachregister.web.page.ReadReport;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/// A report before it is sent: all answers, and what a check found.
///
/// @param output what the report is about
/// @param path the address of the draft
/// @param fromDocument whether it was begun with a document
/// @param missing what has to be filled in, each with where
/// @param doubts what looks wrong, each with where
/// @param likely cases that it looks like
/// @param remarks how the document was read
/// @param problem why it could not be sent just now, as a sentence, or null
/// @param stale whether somebody changed it after the page was asked for
record CheckView(
        String output,
        String body,
        String path,
        boolean fromDocument,
        long revision,
        List<Finding> missing,
        List<Finding> doubts,
        List<Likely> likely,
        List<String> remarks,
        List<AnswerRow> rows,
        @Nullable String problem,
        boolean stale) {

    CheckView {
        missing = List.copyOf(missing);
        doubts = List.copyOf(doubts);
        likely = List.copyOf(likely);
        remarks = List.copyOf(remarks);
        rows = List.copyOf(rows);
    }

    /// @param own which of the cases that it looks like the reader may see
    static CheckView of(
            Draft draft,
            SelfCheck check,
            String body,
            Set<BreachId> own,
            CodeOfPractice code,
            @Nullable String problem,
            boolean stale) {
        var path = Mine.draft(draft.id());
        var answers = Answers.of(draft);
        var read =
                draft.read() == null ? null : ReadReport.of(Objects.requireNonNull(draft.read()));
        return new CheckView(
                answers.title(),
                body,
                path,
                draft.document() != null,
                draft.revision(),
                check.missing().stream().map(key -> Finding.missing(key, path)).toList(),
                check.doubts().stream().map(doubt -> Finding.doubt(doubt, path)).toList(),
                check.likely().stream().map(likely -> Likely.of(likely, own)).toList(),
                read == null ? List.of() : read.remarks(),
                AnswerRow.all(answers, code, read, path),
                problem,
                stale);
    }

    /// Whether it can be sent as it is.
    public boolean ready() {
        return missing.isEmpty();
    }

    /// Something that the check found.
    ///
    /// @param href the address of the box to look at, or null where it is none
    record Finding(String sentence, @Nullable String href) {

        static Finding missing(String key, String path) {
            var part = FormPart.asking(key).orElse(null);
            if (part == null) {
                return new Finding("“%s” is missing".formatted(key), null);
            }
            var question =
                    part.questions().stream()
                            .filter(one -> one.key().equals(key))
                            .findFirst()
                            .orElseThrow();
            return new Finding(
                    "Fill in “%s”".formatted(question.brief()),
                    "%s/%s?back=check#%s".formatted(path, part.slug(), AnswerRow.field(question)));
        }

        static Finding doubt(Anomaly doubt, String path) {
            var part = FormPart.doubted(doubt.code()).orElse(null);
            return new Finding(
                    doubt.message().replaceFirst("(?<=[^.?!])$", "."),
                    part == null
                            ? null
                            : "%s/%s?back=check#%s"
                                    .formatted(
                                            path,
                                            part.slug(),
                                            AnswerRow.field(part.questions().getFirst())));
        }
    }

    /// A case that it looks like.
    ///
    /// @param href its page, or null where it is not the reader's to see
    record Likely(String id, String sentence, @Nullable String href) {

        static Likely of(LikelyDuplicate likely, Set<BreachId> own) {
            return new Likely(
                    likely.of().value(),
                    likely.message(),
                    own.contains(likely.of()) ? Mine.report(likely.of()) : null);
        }
    }
}
