package org.breachregister.web.desk;

import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.code.CodeElement;
import org.breachregister.core.code.CodeElement.Kind;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.Edition;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.web.desk.ChangeFieldPage.Option;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The elements of the Code to choose from: those of the edition in force when the breach occurred,
/// or of another that was asked for, each with its counterparts in other editions.
@Component
final class CodeChoices {

    private final CodeOfPractice code;
    private final FieldValues values;

    CodeChoices(CodeOfPractice code, FieldValues values) {
        this.code = code;
        this.values = values;
    }

    /// @param inForce which edition was in force, as a sentence
    /// @param others elements that are chosen and are not of the edition shown
    /// @param groups the elements of the edition shown, by principle
    /// @param editions the editions to show instead
    record View(
            String edition,
            String inForce,
            List<Option> others,
            List<Group> groups,
            List<String> editions) {}

    /// A principle, protocol or standard, with its practices.
    ///
    /// @param open whether anything in it is chosen
    record Group(String legend, List<Option> options, boolean open) {}

    View of(BreachCase one, List<String> chosen, String asked) {
        var day = one.report().occurrenceDates().stream().sorted().findFirst();
        var inForce = day.flatMap(code::editionOn);
        var shown =
                edition(asked)
                        .or(() -> inForce)
                        .or(() ->
                                chosen.stream()
                                        .flatMap(text -> FieldValues.element(text).stream())
                                        .map(ElementId::edition)
                                        .findFirst())
                        .orElse(EditionId.E3_0);
        var groups = new ArrayList<Group>();
        var listed = code.elements(shown);
        listed.stream()
                .filter(element -> element.kind() != Kind.PRACTICE)
                .forEach(head -> groups.add(group(head, listed, chosen)));
        if (shown.equals(EditionId.PRA)) {
            groups.clear();
            groups.add(group("Pre-release access Orders", listed, chosen));
        }
        var here =
                listed.stream().map(element -> element.id().toString()).collect(Collectors.toSet());
        return new View(
                shown.value(),
                inForce.map(edition ->
                                "Edition %s was in force when the breach occurred (%s)."
                                        .formatted(edition, Words.day(day.orElseThrow())))
                        .orElse(
                                "Which edition was in force is not known, because the date of the breach is not."),
                chosen.stream()
                        .filter(text -> !here.contains(text))
                        .map(text -> option(text, chosen))
                        .toList(),
                List.copyOf(groups),
                code.editions().stream()
                        .map(Edition::id)
                        .map(EditionId::value)
                        .filter(edition -> !edition.equals(shown.value()))
                        .toList());
    }

    private Optional<EditionId> edition(String asked) {
        return code.editions().stream()
                .map(Edition::id)
                .filter(edition -> edition.value().equals(asked))
                .findFirst();
    }

    private Group group(CodeElement head, List<CodeElement> listed, List<String> chosen) {
        var options = new ArrayList<CodeElement>();
        options.add(head);
        listed.stream()
                .filter(element -> element.kind() == Kind.PRACTICE)
                .filter(element -> head.id().equals(element.parent()))
                .forEach(options::add);
        return group(
                head.id().ref() + (head.title() == null ? "" : ": " + head.title()),
                options,
                chosen);
    }

    private Group group(String legend, List<CodeElement> elements, List<String> chosen) {
        var options =
                elements.stream().map(element -> option(element.id().toString(), chosen)).toList();
        return new Group(legend, options, options.stream().anyMatch(Option::chosen));
    }

    private Option option(String text, List<String> chosen) {
        var element = FieldValues.element(text);
        if (element.isEmpty()) {
            return new Option(text, text, null, chosen.contains(text));
        }
        var id = element.get();
        var title = values.title(id);
        return new Option(
                text,
                id.ref() + (title == null ? "" : ": " + title),
                counterparts(id),
                chosen.contains(text));
    }

    /// `In other editions: T3 (edition 2.1)`. Edition 2.1 took the numbers of 2.0 over, so that the
    /// same number is named once.
    private @Nullable String counterparts(ElementId id) {
        var all = code.counterparts(id);
        var others =
                all.stream()
                        .filter(other -> !other.edition().equals(id.edition()))
                        .filter(other ->
                                !other.edition().equals(EditionId.E2_0)
                                        || !all.contains(
                                                new ElementId(EditionId.E2_1, other.ref())))
                        .map(Words::element)
                        .collect(Collectors.joining(", "));
        return others.isEmpty() ? null : "In other editions: " + others;
    }
}
