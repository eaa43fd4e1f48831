package org.breachregister.core.code;

import java.math.BigInteger;
import java.util.Comparator;

/// Names one element of one edition: a pillar, principle, protocol, standard, practice or Order.
///
/// @param edition the edition that the element belongs to
/// @param ref its number there, in one fixed way of writing: `Protocol 2.8`, `Principle 8`, `T3`,
///   `T3.4`, `Standard 3`, `3.4`, `PRA Scotland 2008`
public record ElementId(EditionId edition, String ref) implements Comparable<ElementId> {

    private static final Comparator<ElementId> ORDER =
            Comparator.comparing(ElementId::edition)
                    .thenComparing(ElementId::ref, ElementId::compareNumbers)
                    .thenComparing(ElementId::ref);

    public ElementId {
        if (ref.isBlank()) {
            throw new IllegalArgumentException("An element of the Code needs a number");
        }
    }

    /// Edition by edition, and by number within one: `T3.9` before `T3.10`.
    @Override
    public int compareTo(ElementId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return edition + " " + ref;
    }

    /// Compares runs of digits as numbers and everything else as text.
    private static int compareNumbers(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int endOfLeft = endOfDigits(left, i);
            int endOfRight = endOfDigits(right, j);
            if (endOfLeft > i && endOfRight > j) {
                int order =
                        new BigInteger(left.substring(i, endOfLeft))
                                .compareTo(new BigInteger(right.substring(j, endOfRight)));
                if (order != 0) {
                    return order;
                }
                i = endOfLeft;
                j = endOfRight;
            } else {
                int order = Character.compare(left.charAt(i++), right.charAt(j++));
                if (order != 0) {
                    return order;
                }
            }
        }
        return Integer.compare(left.length() - i, right.length() - j);
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
