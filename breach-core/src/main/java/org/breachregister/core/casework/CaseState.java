package org.breachregister.core.casework;

import java.util.Arrays;

/// Where a case stands between the producer's first word and the register.
public enum CaseState {
    /// Being written; it has no number yet and is nobody's but the producer's.
    DRAFT("draft"),
    /// Sent, and not taken up by anyone yet.
    SUBMITTED("submitted"),
    UNDER_ASSESSMENT("under-assessment"),
    /// A question to the producer is open.
    WAITING_FOR_PRODUCER("waiting-for-producer"),
    /// Somebody decided whether it is a breach.
    ASSESSED("assessed"),
    /// A second person approved exactly what will be public.
    CLEARED("cleared"),
    /// It becomes public at a set time.
    SCHEDULED("scheduled"),
    PUBLISHED("published"),
    /// Public in a later version than the first.
    REVISED("revised"),
    /// Taken off the register; a tombstone stays.
    WITHDRAWN("withdrawn");

    private final String key;

    CaseState(String key) {
        this.key = key;
    }

    /// The word used in the database, in files and answers.
    public String key() {
        return key;
    }

    /// Whether something of it is public.
    public boolean isPublic() {
        return this == PUBLISHED || this == REVISED || this == WITHDRAWN;
    }

    /// The state of a word.
    ///
    /// @throws IllegalArgumentException if there is none
    public static CaseState of(String key) {
        return Arrays.stream(values())
                .filter(state -> state.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a state: " + key));
    }
}
