package org.breachregister.core.database;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;

/// A database that runs elsewhere, made fit for use: its owner makes the tables, and the program
/// works as somebody else, who can do nothing but take on the rights of whoever it works for.
final class DatabaseElsewhere {

    private static final String DUTIES =
            " Name a user of its own in spring.datasource.username, and in"
                    + " breach.database.owner.username the one that owns the tables.";

    private final String url;
    private final Login program;

    DatabaseElsewhere(String url, Login program) {
        this.url = url;
        this.program = program;
    }

    /// Brings the tables up to date, where an owner is named, and looks whether all is fit for use.
    void prepare(@Nullable Login owner) {
        if (owner != null) {
            bringUpToDate(owner);
        }
        try (var connection = connect(program)) {
            refuseTooMuchPower(connection);
            if (!Schema.isCurrent(connection, program.user())) {
                throw new DatabaseUnavailable(
                        "The tables of the database at %s are not there, or not up to date, or not open to user '%s'."
                                        .formatted(Database.withoutParameters(url), program)
                                + " Name in breach.database.owner.username and .password a user"
                                + " that may make them; it is used for nothing else.");
            }
        } catch (SQLException e) {
            throw Database.explained(e, url, program.user());
        }
    }

    private void bringUpToDate(Login owner) {
        if (owner.user().equals(program.user())) {
            throw new DatabaseUnavailable(
                    "The program cannot work as '%s', the user that owns the tables."
                                    .formatted(owner)
                            + DUTIES);
        }
        try (var connection = connect(owner)) {
            refuseOldServer(connection);
            refuseUnknownProgram(connection);
            if (!Schema.isCurrent(connection, program.user())) {
                Schema.migrate(Database.single(url, owner), program.user());
            }
        } catch (SQLException e) {
            throw Database.explained(e, url, owner.user());
        }
    }

    private Connection connect(Login login) throws SQLException {
        return Database.single(url, login).getConnection();
    }

    private void refuseOldServer(Connection connection) throws SQLException {
        var version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < 16) {
            throw new DatabaseUnavailable(
                    "The server at %s is PostgreSQL %d; this program needs 16 or newer."
                            .formatted(Database.withoutParameters(url), version));
        }
    }

    private void refuseUnknownProgram(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            query.setString(1, program.user());
            try (var found = query.executeQuery()) {
                if (!found.next()) {
                    throw new DatabaseUnavailable(
                            "The server at %s has no user '%s'. Make it: create role \"%s\" login password '...'."
                                    .formatted(Database.withoutParameters(url), program, program));
                }
            }
        }
    }

    /// Row security does not bind such a user, so nobody would be held to anything.
    private void refuseTooMuchPower(Connection connection) throws SQLException {
        try (var query =
                        connection.prepareStatement(
                                """
                                select rolsuper, rolbypassrls, exists (
                                    select from pg_class c
                                    where c.relnamespace = to_regnamespace('public')
                                        and pg_has_role(r.oid, c.relowner, 'member')) as owns
                                from pg_roles r where rolname = session_user\
                                """);
                var rights = query.executeQuery()) {
            rights.next();
            var power =
                    rights.getBoolean("rolsuper")
                            ? "is a superuser"
                            : rights.getBoolean("rolbypassrls")
                                    ? "may bypass row security"
                                    : rights.getBoolean("owns") ? "owns the tables" : null;
            if (power != null) {
                throw new DatabaseUnavailable(
                        "The user '%s' of the database at %s %s, so the database could not hold the program to anybody's rights."
                                        .formatted(program, Database.withoutParameters(url), power)
                                + DUTIES);
            }
        }
    }
}
