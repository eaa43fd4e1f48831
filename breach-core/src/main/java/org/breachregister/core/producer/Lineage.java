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
        walk(id, true, found);
        walk(id, false, found);
        return Collections.unmodifiableSortedSet(found);
    }

    /// A body and the parts of it that a walk is about; no parts means all of it.
    private record Step(ProducerId body, Set<String> parts) {}

    private void walk(ProducerId start, boolean forward, Set<ProducerId> found) {
        var seen = new HashSet<Step>();
        var open = new ArrayDeque<Step>();
        open.add(new Step(start, Set.of()));
        while (!open.isEmpty()) {
            var step = open.remove();
            if (!seen.add(step)) {
                continue;
            }
            found.add(step.body());
            for (var link :
                    (forward ? byPredecessor : bySuccessor).getOrDefault(step.body(), List.of())) {
                var near = forward ? link.predecessorParts() : link.successorParts();
                var far = forward ? link.successorParts() : link.predecessorParts();
                if (link.extent() != Extent.MINOR && touch(step.parts(), near)) {
                    open.add(
                            new Step(
                                    forward ? link.successor() : link.predecessor(),
                                    carried(step.parts(), near, far)));
                }
            }
        }
    }

    private static boolean touch(Set<String> wanted, Set<String> moved) {
        return wanted.isEmpty() || moved.isEmpty() || !Collections.disjoint(wanted, moved);
    }

    /// The parts in the next body: those wanted, where they keep their names there.
    private static Set<String> carried(Set<String> wanted, Set<String> near, Set<String> far) {
        if (wanted.isEmpty() || far.isEmpty()) {
            return far.isEmpty() && near.isEmpty() ? wanted : far;
        }
        var kept = new HashSet<>(far);
        kept.retainAll(wanted);
        return kept.isEmpty() ? far : Set.copyOf(kept);
    }

    /// The bodies at the end of the ways forward from here that still exist.
    SortedSet<ProducerId> today(ProducerId id, Predicate<ProducerId> exists) {
        var found = new TreeSet<ProducerId>();
        walk(id, true, found);
        found.removeIf(exists.negate());
        return found;
    }
}
