package org.breachregister.core.account;

import java.util.Arrays;
import java.util.Optional;

/// What a person does here.
public enum Role {
    /// Reports breaches of the bodies that the account is bound to, follows and exports them. Has
    /// no other role.
    PRODUCER("producer"),
    /// Assesses cases at the regulator.
    CASEWORKER("caseworker"),
    /// Clears and schedules what others prepared.
    PUBLISHER("publisher"),
    /// Reads all cases inside the regulator.
    ANALYST("analyst"),
    /// Looks after accounts.
    ADMINISTRATOR("administrator");

    private final String key;

    Role(String key) {
        this.key = key;
    }

    /// The word used in the database, in files and answers.
    public String key() {
        return key;
    }

    /// The role of a word, if there is one.
    public static Optional<Role> of(String key) {
        return Arrays.stream(values()).filter(role -> role.key.equals(key)).findFirst();
    }
}
