package org.breachregister.core.intake;

import java.util.List;

/// The closed list of kinds of breaches, in the order of their names.
public final class KindsOfBreach {

    private static final List<String> ALL =
            TableFile.read("kinds.tsv", 4).stream()
                    .map(List::getFirst)
                    .distinct()
                    .sorted()
                    .toList();

    private KindsOfBreach() {}

    /// All of them.
    public static List<String> all() {
        return ALL;
    }
}
