package org.breachregister.web.producer;

import org.breachregister.web.producer.Question.Kind;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A part of the form, filled in on a page of its own. Labels and hints are those of the forms that
/// producers know.
enum FormPart {
    OUTPUT(
            "output",
            "The statistical output",
            new Question(
                    "outputTitle",
                    Kind.LINE,
                    "What is the statistical output called?",
                    "Name of the statistical output",
                    "For example, “Criminal Court Statistics Quarterly, April to June 2016”."),
            new Question(
                    "outputLinks",
                    Kind.LINKS,
                    "Web address of the output or its landing page",
                    "Web address",
                    "It starts with https:// or http://. Several go on a line each. Leave it empty if there is none.")),
    WHEN(
            "when",
            "When it happened",
            new Question(
                    "occurrenceDates",
                    Kind.DAYS,
                    "When did the breach happen?",
                    "Date of occurrence",
                    "The day of the event itself, not the day it was noticed or reported. For example, 27 3 2026.")),
    CODE(
            "code",
            "The part of the Code",
            new Question(
                    "references",
                    Kind.PRACTICES,
                    "Which part of the Code was not followed?",
                    "Principles and practices",
                    "Choose all that apply.")),
    ACCOUNT(
            "account",
            "What happened",
            new Question(
                    "account",
                    Kind.TEXT,
                    "What happened?",
                    "What happened",
                    "Give an account with the roles of the persons involved, dates and times. Do not repeat figures that are not published yet."),
            new Question(
                    "previousBreaches",
                    Kind.LINES,
                    "Earlier breaches that it is linked with",
                    "Earlier breaches",
                    "If there are any, one a line: a number such as BR-2016-0001, or a few words.")),
    REASONS(
            "reasons",
            "Why it happened",
            new Question(
                    "reasons",
                    Kind.TEXT,
                    "Why did it happen?",
                    "Reasons for the breach",
                    "For example, a list of recipients that was out of date, or a check that was left out.")),
    IMPACT(
            "impact",
            "Reactions and impact",
            new Question(
                    "impact",
                    Kind.TEXT,
                    "What were the reactions and the impact?",
                    "Reactions and impact",
                    "Both within your organisation and outside. If there were none that you know of, say so.")),
    ACTION(
            "action",
            "What you did about it",
            new Question(
                    "correctiveAction",
                    Kind.TEXT,
                    "What did you do to prevent it from happening again?",
                    "Corrective actions",
                    "Include short-term actions, and long-term changes made to procedures. If you promise something, say by when.")),
    STATEMENTS(
            "statements",
            "Published statements",
            new Question(
                    "statementLinks",
                    Kind.LINKS,
                    "Web addresses of published statements about this breach",
                    "Published statements",
                    "If there are any, one a line."),
            new Question(
                    "statements",
                    Kind.TEXT,
                    "More about statements",
                    "More about statements",
                    "For example, why none will be published."),
            new Question(
                    "supporting",
                    Kind.TEXT,
                    "Any other relevant material",
                    "Other material",
                    null)),
    PEOPLE(
            "people",
            "People to contact",
            new Question(
                    "headOfProfession",
                    Kind.PERSON,
                    "Head of Profession for Statistics, or Lead Official",
                    "Head of Profession or Lead Official",
                    "Name and contact details."),
            new Question(
                    "contact",
                    Kind.PERSON,
                    "Person dealing with the report",
                    "Person dealing with the report",
                    "Name and contact details."),
            new Question(
                    "submitter",
                    Kind.PERSON,
                    "Person submitting this report",
                    "Submitted by",
                    "Name and role, if it is somebody else."));

    private final String slug;
    private final String title;
    private final List<Question> questions;

    FormPart(String slug, String title, Question... questions) {
        this.slug = slug;
        this.title = title;
        this.questions = List.of(questions);
    }

    /// Its name in addresses.
    String slug() {
        return slug;
    }

    String title() {
        return title;
    }

    List<Question> questions() {
        return questions;
    }

    /// Whether it may stay empty.
    boolean optional() {
        return this == STATEMENTS;
    }

    /// Whether a key is one of its questions'.
    boolean asks(String key) {
        return questions.stream().anyMatch(question -> question.key().equals(key));
    }

    /// The part with a name in addresses.
    static Optional<FormPart> of(String slug) {
        return Arrays.stream(values()).filter(part -> part.slug.equals(slug)).findFirst();
    }

    /// The part that asks for a key.
    static Optional<FormPart> asking(String key) {
        return Arrays.stream(values()).filter(part -> part.asks(key)).findFirst();
    }

    /// The part to look at because of a doubt of the self-check.
    static Optional<FormPart> doubted(String code) {
        return switch (code) {
            case "missing-date",
                    "not-a-date",
                    "future-date",
                    "report-before-occurrence",
                    "year-typo-suspected",
                    "impossible-date",
                    "multiple-occurrences" ->
                    Optional.of(WHEN);
            case "missing-reference", "ambiguous-edition", "ambiguous-reference" ->
                    Optional.of(CODE);
            case "producer-is-output" -> Optional.of(OUTPUT);
            default -> Optional.empty();
        };
    }
}
