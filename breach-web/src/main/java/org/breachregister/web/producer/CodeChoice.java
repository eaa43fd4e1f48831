package org.breachregister.web.producer;

import org.breachregister.core.code.CodeElement;
import org.breachregister.core.code.CodeElement.Kind;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.Edition;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// The principles and practices to choose from.
///
/// @param edition what edition of the Code it is, for people
/// @param because why it is that edition, as a sentence
/// @param groups the principles with their practices, in the order of the Code
record CodeChoice(String edition, String because, List<Group> groups) {

    /// What breaches are mostly about: how statistics are released.
    private static final Set<String> USUAL = Set.of("Protocol 2", "T3", "Standard 3");

    CodeChoice {
        groups = List.copyOf(groups);
    }

    /// A principle with its practices.
    ///
    /// @param open whether it is shown at once
    record Group(String name, boolean open, List<Item> items) {

        Group {
            items = List.copyOf(items);
        }
    }

    /// An element that can be chosen.
    ///
    /// @param value it as a draft names it
    /// @param name its number
    /// @param topic what it is about, or null
    record Item(String value, String name, @Nullable String topic, boolean chosen) {}

    /// @param day the first day of occurrence, or null where it is not known yet
    /// @param chosen what is chosen already, of whatever edition
    static CodeChoice of(
            CodeOfPractice code, @Nullable LocalDate day, LocalDate today, Set<String> chosen) {
        var edition = code.editionOn(day == null ? today : day).orElseGet(() -> first(code));
        var groups = new LinkedHashMap<ElementId, List<Item>>();
        var names = new LinkedHashMap<ElementId, String>();
        for (var element : code.elements(edition)) {
            if (element.kind() == Kind.PILLAR || element.kind() == Kind.CORE_PRINCIPLE) {
                continue;
            }
            var principle =
                    code.principleOf(element.id()).map(CodeElement::id).orElse(element.id());
            groups.computeIfAbsent(principle, _ -> new ArrayList<>())
                    .add(item(element, element.id().equals(principle), chosen));
            if (element.id().equals(principle)) {
                names.put(principle, name(element));
            }
        }
        var all = new ArrayList<Group>();
        var others =
                chosen.stream()
                        .filter(value -> !value.startsWith(edition + " "))
                        .sorted()
                        .map(value -> new Item(value, other(value), null, true))
                        .toList();
        if (!others.isEmpty()) {
            all.add(new Group("Chosen already, of another edition", true, others));
        }
        groups.forEach((principle, items) ->
                all.add(
                        new Group(
                                names.getOrDefault(principle, principle.ref()),
                                USUAL.contains(principle.ref())
                                        || items.stream().anyMatch(Item::chosen),
                                items)));
        all.sort(Comparator.comparing(group -> !group.open()));
        return new CodeChoice("Edition " + edition, because(code, edition, day), all);
    }

    private static EditionId first(CodeOfPractice code) {
        return code.editions().getFirst().id();
    }

    private static Item item(CodeElement element, boolean whole, Set<String> chosen) {
        var value = element.id().toString();
        return new Item(
                value,
                whole ? element.id().ref() + " as a whole" : element.id().ref(),
                whole ? null : words(element),
                chosen.contains(value));
    }

    private static @Nullable String words(CodeElement element) {
        var title = element.title();
        return title == null ? element.topic() : title;
    }

    private static String name(CodeElement element) {
        var words = words(element);
        return words == null ? element.id().ref() : element.id().ref() + ": " + words;
    }

    /// `T3.4 (edition 2.0)`.
    private static String other(String value) {
        var space = value.indexOf(' ');
        return "%s (edition %s)".formatted(value.substring(space + 1), value.substring(0, space));
    }

    private static String because(CodeOfPractice code, EditionId edition, @Nullable LocalDate day) {
        var title =
                code.editions().stream()
                        .filter(known -> known.id().equals(edition))
                        .map(Edition::title)
                        .findFirst()
                        .orElse("The Code of Practice");
        return day == null
                ? "%s, edition %s, which is in force now. Give the date of the breach first if it was in force then only in another edition."
                        .formatted(title, edition)
                : "%s, edition %s, which was in force on %s."
                        .formatted(title, edition, Words.day(day));
    }
}
