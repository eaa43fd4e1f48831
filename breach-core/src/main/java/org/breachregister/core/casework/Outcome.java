package org.breachregister.core.casework;

import java.util.Arrays;

/// What an assessment found.
public enum Outcome {
    BREACH("breach"),
    NOT_A_BREACH("not-a-breach"),
    /// The regulator had approved an exemption from the practice beforehand.
    COVERED_BY_EXEMPTION("covered-by-exemption");

    private final String key;

    Outcome(String key) {
        this.key = key;
    }

    /// The word used in the database, in files and answers.
    public String key() {
        return key;
    }

    /// The outcome of a word.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Outcome of(String key) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not an outcome: " + key));
    }
}
