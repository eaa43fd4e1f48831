package org.breachregister.web.producer;

import org.breachregister.core.casework.Drafts.Draft;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.web.page.EnteredDay;
import org.breachregister.web.page.Problem;
import org.breachregister.web.page.ReadReport;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A part of the form to fill in.
///
/// @param heading the title of the part
/// @param output what the report is about
/// @param path the address of the draft
/// @param action the address that the form goes to
/// @param back where the reader came from: `check`, or empty
/// @param stale whether somebody changed the draft in the meantime
/// @param now what stands there now, where it is stale
/// @param choice the principles and practices to choose from, or null where none are asked for
record PartView(
        String heading,
        String output,
        String path,
        String action,
        String back,
        long revision,
        boolean stale,
        List<AnswerRow> now,
        List<Problem> problems,
        List<Box> boxes,
        List<Row> days,
        boolean moreDays,
        @Nullable CodeChoice choice) {

    PartView {
        now = List.copyOf(now);
        problems = List.copyOf(problems);
        boxes = List.copyOf(boxes);
        days = List.copyOf(days);
    }

    static PartView of(
            Draft draft,
            PartForm form,
            long revision,
            List<Problem> problems,
            boolean stale,
            String back,
            CodeOfPractice code,
            LocalDate today) {
        var part = form.part();
        var answers = Answers.of(draft);
        var path = Mine.draft(draft.id());
        var read =
                draft.read() == null ? null : ReadReport.of(Objects.requireNonNull(draft.read()));
        var single = part.questions().size() == 1;
        var boxes =
                part.questions().stream()
                        .map(question -> Box.of(question, form, problems, single, read))
                        .toList();
        return new PartView(
                part.title(),
                answers.title(),
                path,
                path + "/" + part.slug(),
                back.equals("check") ? back : "",
                revision,
                stale,
                stale
                        ? part.questions().stream()
                                .map(question ->
                                        AnswerRow.of(question, part, answers, code, null, path))
                                .toList()
                        : List.of(),
                problems,
                boxes,
                rows(form, problems),
                form.days().size() < PartForm.MOST_DAYS,
                part == FormPart.CODE
                        ? CodeChoice.of(
                                code,
                                answers.days().stream().findFirst().orElse(null),
                                today,
                                form.practices())
                        : null);
    }

    private static List<Row> rows(PartForm form, List<Problem> problems) {
        var rows = new ArrayList<Row>();
        for (var i = 0; i < form.rows().size(); i++) {
            var id = "occurrenceDates-" + i;
            rows.add(
                    new Row(
                            id,
                            form.rows().size() == 1 ? null : "Date " + (i + 1),
                            form.rows().get(i),
                            Problems.of(problems, id)));
        }
        return rows;
    }

    /// A question with what stands in its box.
    ///
    /// @param single whether it is the only question, so that its label is the page's heading
    /// @param read what was read for it in the document, or null
    record Box(
            String key,
            String kind,
            String label,
            @Nullable String hint,
            int rows,
            String value,
            @Nullable String problem,
            boolean single,
            @Nullable Read read) {

        static Box of(
                Question question,
                PartForm form,
                List<Problem> problems,
                boolean single,
                @Nullable ReadReport read) {
            return new Box(
                    question.key(),
                    question.kind().name(),
                    question.label(),
                    question.hint(),
                    question.rows(),
                    form.text(question.key()),
                    Problems.of(problems, question.key()),
                    single,
                    read == null ? null : Read.of(question.key(), read));
        }

        /// The identifiers of what describes the box.
        public @Nullable String describedBy() {
            var ids =
                    (hint == null ? "" : key + "-hint ") + (problem == null ? "" : key + "-error");
            return ids.isBlank() ? null : ids.strip();
        }
    }

    /// The boxes of a day.
    ///
    /// @param name what it is called where there are several
    record Row(String id, @Nullable String name, EnteredDay day, @Nullable String problem) {}
}
