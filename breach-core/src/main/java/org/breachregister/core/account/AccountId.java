package org.breachregister.core.account;

/// Number of an account, from 1.
public record AccountId(long value) {

    public AccountId {
        if (value < 1) {
            throw new IllegalArgumentException("Not the number of an account: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
