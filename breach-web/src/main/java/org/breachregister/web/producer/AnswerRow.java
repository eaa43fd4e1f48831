package org.breachregister.web.producer;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.web.page.Link;
import org.breachregister.web.page.Prose;
import org.breachregister.web.page.ReadReport;
import org.breachregister.web.page.Words;
import org.breachregister.web.producer.Question.Kind;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/// A question with its answer, to be checked.
///
/// @param name what the answer is called
/// @param lines the answer line by line; empty where it is running text, links, or missing
/// @param links the answer as web addresses; empty where it is none
/// @param prose the answer as running text, or null
/// @param read what was read for it in a document, or null
/// @param href where it can be changed, or null
record AnswerRow(
        String name,
        List<String> lines,
        List<Link> links,
        @Nullable Prose prose,
        @Nullable Read read,
        @Nullable String href) {

    AnswerRow {
        lines = List.copyOf(lines);
        links = List.copyOf(links);
    }

    /// The answers in the order of the form.
    ///
    /// @param path the address of the draft, or null where nothing can be changed
    static List<AnswerRow> all(
            Answers answers,
            CodeOfPractice code,
            @Nullable ReadReport read,
            @Nullable String path) {
        return Arrays.stream(FormPart.values())
                .flatMap(part ->
                        part.questions().stream()
                                .map(question -> of(question, part, answers, code, read, path)))
                .toList();
    }

    /// @param path the address of the draft, or null where nothing can be changed
    static AnswerRow of(
            Question question,
            FormPart part,
            Answers answers,
            CodeOfPractice code,
            @Nullable ReadReport read,
            @Nullable String path) {
        var kind = question.kind();
        var lines = answers.of(question.key()).stream().filter(line -> !line.isBlank()).toList();
        return new AnswerRow(
                question.brief(),
                switch (kind) {
                    case DAYS -> lines.stream().map(AnswerRow::day).toList();
                    case PRACTICES -> lines.stream().map(line -> practice(line, code)).toList();
                    case LINE, LINES, PERSON -> lines;
                    case LINKS, TEXT -> List.of();
                },
                kind == Kind.LINKS ? Link.all(lines) : List.of(),
                kind == Kind.TEXT ? Prose.of(answers.text(question.key())) : null,
                read == null ? null : Read.of(question.key(), read),
                path == null
                        ? null
                        : "%s/%s?back=check#%s".formatted(path, part.slug(), field(question)));
    }

    /// The identifier of the first box of a question.
    static String field(Question question) {
        return switch (question.kind()) {
            case DAYS -> question.key() + "-0";
            case LINE, LINKS, LINES, PERSON, TEXT, PRACTICES -> question.key();
        };
    }

    /// Whether there is an answer.
    public boolean answered() {
        return !lines.isEmpty() || !links.isEmpty() || prose != null;
    }

    private static String day(String line) {
        var day = Answers.day(line);
        return day == null ? line + " (not a date)" : Words.day(day);
    }

    private static String practice(String line, CodeOfPractice code) {
        return Answers.element(line, code)
                .map(element -> {
                    var known = code.element(element).orElse(null);
                    var title = known == null ? null : known.title();
                    var words = known == null || title != null ? title : known.topic();
                    return Words.element(element) + (words == null ? "" : ": " + words);
                })
                .orElse(line);
    }
}
