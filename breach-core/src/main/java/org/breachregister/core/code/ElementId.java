package org.breachregister.core.code;

import java.util.Comparator;

/// Names one element of one edition: a pillar, principle, protocol, standard, practice or Order.
///
/// @param edition the edition that the element belongs to
/// @param ref its number there, in one fixed way of writing: `Protocol 2.8`, `Principle 8`, `T3`,
///   `T3.4`, `Standard 3`, `3.4`, `PRA Scotland 2008`
public record ElementId(EditionId edition, String ref) implements Comparable<ElementId> {

    private static final Comparator<ElementId> ORDER =
            Comparator.comparing(ElementId::edition).thenComparing(ElementId::ref);

    public ElementId {
        if (ref.isBlank()) {
            throw new IllegalArgumentException("An element of the Code needs a number");
        }
    }

    @Override
    public int compareTo(ElementId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return edition + " " + ref;
    }
}
