package org.breachregister.core.account;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// A key that lets a program act in its owner's name. What it is made of is known to the owner
/// alone.
///
/// @param name what the owner calls it
/// @param scopes what it allows, in the order of [Scope]
/// @param revokedAt since when it is no longer valid, or null
/// @param lastUsed the day that it was last used, in UTC, or null if it never was
public record ApiToken(
        long id,
        AccountId owner,
        String name,
        List<Scope> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable LocalDate lastUsed) {

    public ApiToken {
        scopes = Account.sorted(scopes);
    }

    /// Whether it allows something.
    public boolean allows(Scope scope) {
        return scopes.contains(scope);
    }

    /// Whether it is valid, its owner's account aside.
    public boolean valid(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
