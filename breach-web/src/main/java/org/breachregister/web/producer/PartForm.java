package org.breachregister.web.producer;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.web.page.EnteredDay;
import org.breachregister.web.page.EnteredDay.Read;
import org.breachregister.web.page.Link;
import org.breachregister.web.page.Problem;
import org.breachregister.web.page.Words;
import org.breachregister.web.producer.Question.Kind;
import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// What stands in the boxes of a part of the form, as it was typed.
///
/// @param part the part
/// @param texts the texts by the keys of their questions
/// @param days the days, one for each row of boxes
/// @param practices the elements of the Code that are chosen, as a draft names them
record PartForm(
        FormPart part, Map<String, String> texts, List<EnteredDay> days, Set<String> practices) {

    /// The most days of occurrence that a report has.
    static final int MOST_DAYS = 20;

    private static final int MOST_PRACTICES = 50;
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    PartForm {
        texts = Map.copyOf(texts);
        days = List.copyOf(days);
        practices = Set.copyOf(practices);
    }

    /// The boxes as they stand before anything is typed.
    static PartForm of(FormPart part, Answers answers, CodeOfPractice code) {
        var texts = new LinkedHashMap<String, String>();
        var days = new ArrayList<EnteredDay>();
        var practices = new LinkedHashSet<String>();
        for (var question : part.questions()) {
            switch (question.kind()) {
                case DAYS ->
                        answers.of(question.key()).stream()
                                .map(PartForm::entered)
                                .forEach(days::add);
                case PRACTICES -> {
                    var other = new ArrayList<String>();
                    for (var line : answers.of(question.key())) {
                        if (Answers.element(line, code).isPresent()) {
                            practices.add(line);
                        } else {
                            other.add(line);
                        }
                    }
                    texts.put(question.key(), String.join("\n", other));
                }
                case LINE, LINKS, LINES, PERSON, TEXT ->
                        texts.put(question.key(), answers.text(question.key()));
            }
        }
        return new PartForm(part, texts, days, practices);
    }

    /// A line that is no day is shown as it stands, to be mended.
    private static EnteredDay entered(String line) {
        var day = Answers.day(line);
        if (day != null) {
            return EnteredDay.of(day);
        }
        var pieces = line.strip().split("-", 3);
        return pieces.length == 3
                ? new EnteredDay(pieces[2], pieces[1], pieces[0])
                : new EnteredDay(line, "", "");
    }

    /// What was typed.
    static PartForm typed(FormPart part, MultiValueMap<String, String> form) {
        var texts = new LinkedHashMap<String, String>();
        for (var question : part.questions()) {
            if (question.kind() != Kind.DAYS) {
                texts.put(
                        question.key(),
                        clean(Objects.requireNonNullElse(form.getFirst(question.key()), "")));
            }
        }
        return new PartForm(
                part,
                texts,
                days(form),
                new LinkedHashSet<>(
                        form.getOrDefault("practice", List.of()).stream()
                                .limit(MOST_PRACTICES)
                                .toList()));
    }

    private static List<EnteredDay> days(MultiValueMap<String, String> form) {
        var day = form.getOrDefault("day", List.of());
        var month = form.getOrDefault("month", List.of());
        var year = form.getOrDefault("year", List.of());
        var days = new ArrayList<EnteredDay>();
        for (var i = 0; i < Math.min(MOST_DAYS, day.size()); i++) {
            days.add(
                    new EnteredDay(
                            clean(day.get(i)),
                            i < month.size() ? clean(month.get(i)) : "",
                            i < year.size() ? clean(year.get(i)) : ""));
        }
        return days;
    }

    /// Line ends as one character, and nothing that is no text.
    static String clean(String text) {
        return NO_TEXT.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
    }

    /// The same with one more row of boxes for a day.
    PartForm withOneMoreDay() {
        var more = new ArrayList<>(days);
        more.add(EnteredDay.EMPTY);
        return new PartForm(part, texts, more.size() > MOST_DAYS ? days : more, practices);
    }

    /// The rows of boxes for days; at least one.
    List<EnteredDay> rows() {
        return days.isEmpty() ? List.of(EnteredDay.EMPTY) : days;
    }

    String text(String key) {
        return texts.getOrDefault(key, "");
    }

    /// What is wrong with it, in the order of the page; empty where it can be saved.
    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        for (var question : part.questions()) {
            switch (question.kind()) {
                case DAYS -> wrongDays(question, problems);
                case LINKS -> {
                    tooLong(question, problems);
                    wrongLinks(question, problems);
                }
                case LINE, LINES, PERSON, TEXT, PRACTICES -> tooLong(question, problems);
            }
        }
        return problems;
    }

    private void wrongDays(Question question, List<Problem> problems) {
        for (var i = 0; i < days.size(); i++) {
            var what = days.size() == 1 ? "The date" : "Date " + (i + 1);
            if (days.get(i).read(what) instanceof Read.Wrong(var sentence)) {
                problems.add(new Problem("%s-%d".formatted(question.key(), i), sentence));
            }
        }
    }

    private void tooLong(Question question, List<Problem> problems) {
        var length = text(question.key()).length();
        if (length > question.longest()) {
            problems.add(
                    new Problem(
                            question.key(),
                            "“%s” must have %s characters or fewer. It has %s"
                                    .formatted(
                                            question.brief(),
                                            Words.number(question.longest()),
                                            Words.number(length))));
        }
    }

    private void wrongLinks(Question question, List<Problem> problems) {
        text(question.key())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && Link.of(line).href() == null)
                .findFirst()
                .ifPresent(line ->
                        problems.add(
                                new Problem(
                                        question.key(),
                                        "“%s” is not a web address. It starts with https:// or http://"
                                                .formatted(shortened(line)))));
    }

    private static String shortened(String line) {
        return line.codePointCount(0, line.length()) <= 60
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 60)) + "…";
    }

    /// The answers to save.
    Map<String, List<String>> answers() {
        var answers = new LinkedHashMap<String, List<String>>();
        for (var question : part.questions()) {
            answers.put(question.key(), answer(question));
        }
        return answers;
    }

    private List<String> answer(Question question) {
        return switch (question.kind()) {
            case DAYS -> given();
            case LINE -> {
                var line = text(question.key()).replace('\n', ' ').strip();
                yield line.isEmpty() ? List.of() : List.of(line);
            }
            case LINKS, LINES -> filled(question.key());
            case TEXT, PERSON -> Answers.split(text(question.key()));
            case PRACTICES -> {
                var lines = new ArrayList<>(practices.stream().sorted().toList());
                lines.addAll(filled(question.key()));
                yield lines;
            }
        };
    }

    private List<String> given() {
        var given = new LinkedHashSet<String>();
        for (var day : days) {
            if (day.read("") instanceof Read.Day(var read)) {
                given.add(read.toString());
            }
        }
        return List.copyOf(given);
    }

    private List<String> filled(String key) {
        return text(key).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
