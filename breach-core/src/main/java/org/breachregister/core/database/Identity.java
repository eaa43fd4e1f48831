package org.breachregister.core.database;

import java.util.List;

/// In whose name statements run. The database holds its bearer to it: a query that forgets its
/// condition gets no row that the bearer must not see.
///
/// @param rights what kind of bearer it is
/// @param account number of the account, 0 for none
/// @param bodies identifiers of the bodies that the account speaks for
public record Identity(Rights rights, long account, List<String> bodies) {

    /// Anybody, who sees what is released.
    public static final Identity PUBLIC = new Identity(Rights.PUBLIC, 0, List.of());

    /// The program itself: intake, imports, releases, accounts.
    public static final Identity PROGRAM = new Identity(Rights.PROGRAM, 0, List.of());

    public Identity {
        bodies = List.copyOf(bodies);
        if (bodies.stream().anyMatch(body -> body.isEmpty() || body.contains(","))) {
            throw new IllegalArgumentException("Not identifiers of bodies: " + bodies);
        }
        if (rights != Rights.PRODUCER && !bodies.isEmpty()) {
            throw new IllegalArgumentException("Only a producer speaks for bodies");
        }
    }

    /// The kinds of bearers, each a role of the database (see `V8__row_security.sql`).
    public enum Rights {
        /// Sees what is released.
        PUBLIC("breach_public"),
        /// Sees also the cases of its bodies, and answers in them.
        PRODUCER("breach_producer"),
        /// Sees all cases.
        ANALYST("breach_analyst"),
        /// Sees and changes all cases.
        CASEWORKER("breach_caseworker"),
        /// Does what no person does.
        PROGRAM("breach_program");

        private final String role;

        Rights(String role) {
            this.role = role;
        }

        /// The role of the database.
        String role() {
            return role;
        }
    }
}
