package org.breachregister.core.account;

import org.breachregister.core.producer.ProducerId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Somebody who may sign in.
///
/// @param email the address that the person signs in with, in lower case
/// @param name the name that stands on record
/// @param roles what the person does, in the order of [Role]
/// @param bodies the bodies that a producer's account speaks for, sorted; empty for all others
/// @param hasPassword whether it can be signed in to with a password
/// @param passwordExpired whether the password must be changed before anything else is done
/// @param issuer the provider that vouches for the person, or null
/// @param signedOutBefore sessions that began before this moment have ended
/// @param disabledAt since when it cannot be used, or null while it can
public record Account(
        AccountId id,
        String email,
        String name,
        List<Role> roles,
        List<ProducerId> bodies,
        boolean hasPassword,
        boolean passwordExpired,
        @Nullable String issuer,
        Instant signedOutBefore,
        @Nullable Instant disabledAt,
        Instant createdAt) {

    public Account {
        roles = sorted(roles);
        bodies = sorted(bodies);
    }

    /// Whether it cannot be used now.
    public boolean disabled() {
        return disabledAt != null;
    }

    /// Whether it has a role.
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /// The person, doing something with all that the account may do.
    ///
    /// @param origin where the request came from
    public Actor actor(String origin) {
        return Actor.person(id, name, Set.copyOf(roles), Set.copyOf(bodies), origin);
    }

    static <T extends Comparable<T>> List<T> sorted(Collection<T> values) {
        return values.stream().distinct().sorted().toList();
    }
}
