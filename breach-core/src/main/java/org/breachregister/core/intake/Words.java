package org.breachregister.core.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Words that tell names of persons from names of everything else.
final class Words {

    private static final Map<String, Set<String>> KINDS = new HashMap<>();
    private static final Set<String> NO_NAMES = new HashSet<>();

    static {
        for (var row : TableFile.read("words.tsv", 2)) {
            var words = Set.copyOf(new HashSet<>(List.of(row.get(1).split(" "))));
            KINDS.put(row.get(0), words);
            NO_NAMES.addAll(words);
        }
    }

    private Words() {}

    /// Whether a word is never part of a person's name here.
    static boolean noName(String word) {
        var lower = lower(word);
        return NO_NAMES.contains(lower)
                || (lower.endsWith("s")
                        && NO_NAMES.contains(lower.substring(0, lower.length() - 1)));
    }

    /// Whether a word is a noun for a person's work.
    static boolean role(String word) {
        var lower = lower(word);
        var roles = KINDS.getOrDefault("role", Set.of());
        return roles.contains(lower)
                || (lower.endsWith("s") && roles.contains(lower.substring(0, lower.length() - 1)));
    }

    private static String lower(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return lower.endsWith("’s") || lower.endsWith("'s")
                ? lower.substring(0, lower.length() - 2)
                : lower;
    }
}
