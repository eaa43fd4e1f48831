package org.breachregister.core.code;

import java.util.List;

/// Names an edition of the Code as `2002`, `1.0`, `2.0`, `2.1` or `3.0`; `PRA` stands for the four
/// pre-release access Orders, which the Code applies as if it included them.
public record EditionId(String value) implements Comparable<EditionId> {

    /// Oldest first.
    private static final List<String> KNOWN = List.of("2002", "1.0", "2.0", "2.1", "3.0", "PRA");

    public static final EditionId E2002 = new EditionId("2002");
    public static final EditionId E1_0 = new EditionId("1.0");
    public static final EditionId E2_0 = new EditionId("2.0");
    public static final EditionId E2_1 = new EditionId("2.1");
    public static final EditionId E3_0 = new EditionId("3.0");
    public static final EditionId PRA = new EditionId("PRA");

    public EditionId {
        if (!KNOWN.contains(value)) {
            throw new IllegalArgumentException(
                    "Not an edition of the Code: '%s'. Known: 2002, 1.0, 2.0, 2.1, 3.0, PRA"
                            .formatted(value));
        }
    }

    /// By age; the Orders come last.
    @Override
    public int compareTo(EditionId other) {
        return Integer.compare(KNOWN.indexOf(value), KNOWN.indexOf(other.value));
    }

    @Override
    public String toString() {
        return value;
    }
}
