package org.breachregister.core.producer;

import org.breachregister.core.producer.Succession.Extent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Who came after whom. Walks run one way only, forward or back, and carry along which parts of a
/// body they are about: the energy part of a merged department does not lead back to the other
/// department that was merged into it.
final class Lineage {

    private final Map<ProducerId, List<Succession>> bySuccessor = new HashMap<>();
    private final Map<ProducerId, List<Succession>> byPredecessor = new HashMap<>();

    Lineage(List<Succession> successions) {
        for (var succession : successions) {
            byPredecessor
                    .computeIfAbsent(succession.predecessor(), _ -> new ArrayList<>())
                    .add(succession);
            bySuccessor
                    .computeIfAbsent(succession.successor(), _ -> new ArrayList<>())
                    .add(succession);
        }
    }

    SortedSet<ProducerId> of(ProducerId id) {
        var found = new TreeSet<ProducerId>();
        found.add(id);
        walk(id, Set.of(), true, step -> found.add(step.body()));
        walk(id, Set.of(), false, step -> found.add(step.body()));
        return Collections.unmodifiableSortedSet(found);
    }

    /// Whether the work of one body went to the other, or came from it, as far as these parts go.
    /// No parts means that they are not known, and holds for any.
    boolean joins(
            ProducerId one, Set<String> partsOfOne, ProducerId other, Set<String> partsOfOther) {
        var reached = new ArrayList<Step>();
        for (var forward : List.of(true, false)) {
            walk(
                    one,
                    partsOfOne,
                    forward,
                    step -> {
                        if (step.body().equals(other) && touch(step.arrived(), partsOfOther)) {
                            reached.add(step);
                        }
                    });
        }
        return !reached.isEmpty();
    }

    /// A body and the parts of it that a walk is about; no parts means all of it.
    ///
    /// @param arrived the parts of it at which the last link ends; none for the whole
    private record Step(ProducerId body, Set<String> parts, Set<String> arrived) {}

    private void walk(
            ProducerId start, Set<String> parts, boolean forward, Consumer<Step> visitor) {
        var seen = new HashSet<Step>();
        var open = new ArrayDeque<Step>();
        open.add(new Step(start, parts, Set.of()));
        while (!open.isEmpty()) {
            var step = open.remove();
            if (!seen.add(step)) {
                continue;
            }
            visitor.accept(step);
            var links = forward ? byPredecessor : bySuccessor;
            for (var link : links.getOrDefault(step.body(), List.of())) {
                var near = forward ? link.predecessorParts() : link.successorParts();
                var far = forward ? link.successorParts() : link.predecessorParts();
                if (link.extent() != Extent.MINOR && touch(step.parts(), near)) {
                    open.add(
                            new Step(
                                    forward ? link.successor() : link.predecessor(),
                                    carried(step.parts(), near, far),
                                    far));
                }
            }
        }
    }

    private static boolean touch(Set<String> wanted, Set<String> moved) {
        return wanted.isEmpty() || moved.isEmpty() || !Collections.disjoint(wanted, moved);
    }

    /// The parts that the walk is about in the next body: those wanted, as far as the link carries
    /// them.
    private static Set<String> carried(Set<String> wanted, Set<String> near, Set<String> far) {
        if (wanted.isEmpty()) {
            return far;
        }
        var through = far.isEmpty() ? near : far;
        var kept = new HashSet<>(wanted);
        if (!through.isEmpty()) {
            kept.retainAll(through);
        }
        return kept.isEmpty() ? far : Set.copyOf(kept);
    }

    /// The bodies at the end of the ways forward from here that still exist.
    SortedSet<ProducerId> today(ProducerId id, Predicate<ProducerId> exists) {
        var found = new TreeSet<ProducerId>();
        walk(id, Set.of(), true, step -> found.add(step.body()));
        found.removeIf(exists.negate());
        return found;
    }
}
