package org.breachregister.core.account;

import java.util.Arrays;
import java.util.Optional;

/// What a token allows a program to do in its owner's name, at most: never more than the owner may.
public enum Scope {
    /// Reads.
    READ("read"),
    /// Changes and sends.
    WRITE("write"),
    /// Clears and schedules, for those who may.
    PUBLISH("publish"),
    /// Takes whole sets of records away.
    EXPORT("export");

    private final String key;

    Scope(String key) {
        this.key = key;
    }

    /// The word used in the database, in files and answers.
    public String key() {
        return key;
    }

    /// The scope of a word, if there is one.
    public static Optional<Scope> of(String key) {
        return Arrays.stream(values()).filter(scope -> scope.key.equals(key)).findFirst();
    }
}
