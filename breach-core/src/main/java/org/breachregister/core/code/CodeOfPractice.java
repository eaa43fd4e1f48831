package org.breachregister.core.code;

import org.breachregister.core.code.CodeElement.Kind;
import org.breachregister.core.code.CrosswalkRow.Extent;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The Code in all its editions, with the crosswalk between them. Immutable and safe for many
/// threads.
///
/// A practice whose number is not in the data, but whose principle is (`T3.10`), is taken for an
/// element too wherever an [ElementId] is asked about: the lists of practices are not complete.
public final class CodeOfPractice {

    private final CodeData data;
    private final Map<ElementId, List<Link>> links;
    private final Map<ElementId, Set<ElementId>> reached = new ConcurrentHashMap<>();

    private CodeOfPractice(CodeData data) {
        this.data = data;
        this.links =
                data.crosswalk().stream()
                        .flatMap(row ->
                                Stream.of(
                                        Map.entry(row.from(), new Link(row.to(), row.extent())),
                                        Map.entry(
                                                row.to(),
                                                new Link(row.from(), row.extent().reversed()))))
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
    }

    /// Loads the editions that come with the program, and checks them.
    public static CodeOfPractice load() {
        return of(CodeData.ofResources());
    }

    static CodeOfPractice of(CodeData data) {
        return new CodeOfPractice(data);
    }

    /// The editions, oldest first; the pre-release access Orders are not among them.
    public List<Edition> editions() {
        return data.editions();
    }

    /// The pre-release access Orders, oldest first.
    public List<AccessOrder> orders() {
        return data.orders();
    }

    /// Every row of the crosswalk, in the order of the data.
    public List<CrosswalkRow> crosswalk() {
        return data.crosswalk();
    }

    /// The edition in force on a day; empty before the first.
    public Optional<EditionId> editionOn(LocalDate day) {
        return data.editions().stream()
                .filter(edition -> !day.isBefore(edition.inForceFrom()))
                .filter(edition -> edition.inForceTo() == null || !day.isAfter(edition.inForceTo()))
                .map(Edition::id)
                .findFirst();
    }

    /// The element of that number, if it is known.
    public Optional<CodeElement> element(ElementId id) {
        return Optional.ofNullable(data.elements().get(id));
    }

    /// The elements of an edition in their order.
    public List<CodeElement> elements(EditionId edition) {
        return data.elements().values().stream()
                .filter(element -> element.id().edition().equals(edition))
                .toList();
    }

    /// Whether all practices of a principle, protocol or standard are in the data.
    public boolean listsAllPractices(ElementId principle) {
        return data.closed().contains(principle);
    }

    /// The principle, protocol or standard that a practice stands under; such an element itself
    /// otherwise.
    public Optional<CodeElement> principleOf(ElementId id) {
        var element = data.elements().get(id);
        if (element != null && element.kind() != Kind.PRACTICE) {
            return Optional.of(element);
        }
        var number = NumberedRef.of(id);
        return number == null ? Optional.empty() : element(number.parent());
    }

    /// The element and its counterparts in all editions, in order. A practice without a row of its
    /// own in the crosswalk has those of its principle.
    public Set<ElementId> counterparts(ElementId id) {
        var found = linked(id, link -> link.extent() != Extent.TOUCHES);
        if (twins(id).noneMatch(links::containsKey)) {
            principleOf(id)
                    .ifPresent(principle ->
                            linked(principle.id(), link -> link.extent() != Extent.TOUCHES).stream()
                                    .filter(other -> !sameNumbers(other, id))
                                    .forEach(found::add));
        }
        return Collections.unmodifiableSortedSet(found);
    }

    /// The counterparts of an element in one edition, in order; the element itself in its own.
    public Set<ElementId> counterparts(ElementId id, EditionId edition) {
        if (id.edition().equals(edition)) {
            return Set.of(id);
        }
        return counterparts(id).stream()
                .filter(other -> other.edition().equals(edition))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Every element by whose number a breach that cites `id` should be found, in order: its
    /// counterparts, the principles and pillars above them, and the principles of other editions
    /// that are the same as those or hold all of them.
    public Set<ElementId> reach(ElementId id) {
        return data.elements().containsKey(id)
                ? reached.computeIfAbsent(id, this::findReach)
                : findReach(id);
    }

    /// The elements that a person's words name (`T3.4`, `Protocol 2 practice 8`, `Principle 3`);
    /// empty for none. What editions 2.0 and 2.1 share is given in 2.1.
    public List<ElementId> named(String words) {
        return new NamedElements(this).in(words);
    }

    private Set<ElementId> findReach(ElementId id) {
        var found = new TreeSet<>(counterparts(id));
        for (var counterpart : List.copyOf(found)) {
            principleOf(counterpart)
                    .ifPresent(principle ->
                            found.addAll(
                                    linked(
                                            principle.id(),
                                            link ->
                                                    link.extent() == Extent.SAME
                                                            || link.extent() == Extent.WITHIN)));
        }
        for (var principle : List.copyOf(found)) {
            element(principle).map(CodeElement::parent).ifPresent(found::add);
        }
        return Collections.unmodifiableSortedSet(found);
    }

    private SortedSet<ElementId> linked(ElementId id, Predicate<Link> wanted) {
        var found = new TreeSet<ElementId>();
        twins(id)
                .forEach(twin -> {
                    found.add(twin);
                    links.getOrDefault(twin, List.of()).stream()
                            .filter(wanted)
                            .map(Link::other)
                            .forEach(found::add);
                });
        return found;
    }

    /// The element in 2.0 and 2.1, which have the same numbers; alone in any other edition.
    private static Stream<ElementId> twins(ElementId id) {
        if (id.edition().equals(EditionId.E2_0)) {
            return Stream.of(id, new ElementId(EditionId.E2_1, id.ref()));
        }
        if (id.edition().equals(EditionId.E2_1)) {
            return Stream.of(new ElementId(EditionId.E2_0, id.ref()), id);
        }
        return Stream.of(id);
    }

    private static boolean sameNumbers(ElementId one, ElementId other) {
        return twins(one).anyMatch(twin -> twin.edition().equals(other.edition()));
    }

    private record Link(ElementId other, Extent extent) {}
}
