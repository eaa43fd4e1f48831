package org.breachregister.core.account;

import org.breachregister.core.database.Identity;
import org.breachregister.core.database.Identity.Rights;
import org.breachregister.core.producer.ProducerId;
import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/// Whoever does something: a person or the program.
///
/// @param id the account, or null for the program and for the public
/// @param name the name that stands on record
/// @param roles what the account may do now; empty for the program and the public
/// @param bodies the bodies that a producer's account speaks for
/// @param origin where the request came from: an address, `api token <name>, <address>` or `command
///   line`
/// @param rights what the database lets it see and do
public record Actor(
        @Nullable AccountId id,
        String name,
        Set<Role> roles,
        Set<ProducerId> bodies,
        String origin,
        Rights rights) {

    /// Anybody who has not signed in.
    public static final Actor PUBLIC =
            new Actor(null, "The public", Set.of(), Set.of(), "", Rights.PUBLIC);

    /// The program itself, at work for nobody in particular.
    public static final Actor PROGRAM =
            new Actor(null, "Breach Register", Set.of(), Set.of(), "program", Rights.PROGRAM);

    public Actor {
        roles = Set.copyOf(roles);
        bodies = Set.copyOf(bodies);
    }

    /// A person with an account.
    public static Actor person(
            AccountId id, String name, Set<Role> roles, Set<ProducerId> bodies, String origin) {
        return new Actor(id, name, roles, bodies, origin, rights(roles));
    }

    private static Rights rights(Set<Role> roles) {
        var has = EnumSet.noneOf(Role.class);
        has.addAll(roles);
        if (has.contains(Role.CASEWORKER) || has.contains(Role.PUBLISHER)) {
            return Rights.CASEWORKER;
        }
        if (has.contains(Role.ANALYST)) {
            return Rights.ANALYST;
        }
        return has.contains(Role.PRODUCER) ? Rights.PRODUCER : Rights.PUBLIC;
    }

    /// Whether it has a role.
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /// Whether it is somebody inside the regulator who may read cases.
    public boolean isRegulator() {
        return is(Role.CASEWORKER) || is(Role.PUBLISHER) || is(Role.ANALYST);
    }

    /// In whose name its statements run.
    public Identity identity() {
        var speaksFor = new TreeSet<String>();
        if (rights == Rights.PRODUCER) {
            bodies.forEach(body -> speaksFor.add(body.value()));
        }
        return new Identity(rights, id == null ? 0 : id.value(), speaksFor.stream().toList());
    }
}
