package org.breachregister.core.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptException;
import org.springframework.jdbc.datasource.init.ScriptUtils;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;

import javax.sql.DataSource;

/// The tables, and whether they are those that this program knows.
final class Schema {

    /// Number of the newest file in `db/migration`.
    static final int VERSION = 8;

    private Schema() {}

    /// The roles that the program takes on.
    private static final int ROLES = Identity.Rights.values().length;

    /// Looks with few questions, since asking Flyway takes longer than starting the server.
    ///
    /// @param program who the program works as
    static boolean isCurrent(Connection connection, String program) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var table =
                    statement.executeQuery("select to_regclass('flyway_schema_history')")) {
                if (!table.next() || table.getString(1) == null) {
                    return false;
                }
            }
            if (!mayLook(statement)) {
                return false;
            }
            try (var newest =
                    statement.executeQuery(
                            """
                            select coalesce(max(version::int), 0) from flyway_schema_history
                            where success and version is not null\
                            """)) {
                var version = newest.next() ? newest.getInt(1) : 0;
                if (version > VERSION) {
                    throw new DatabaseUnavailable(
                            "The tables are of version %d, and this program knows them up to %d."
                                            .formatted(version, VERSION)
                                    + " Use the newer program that wrote them.");
                }
                if (version < VERSION) {
                    return false;
                }
            }
        }
        return hasRoles(connection, program);
    }

    private static boolean mayLook(Statement statement) throws SQLException {
        try (var may =
                statement.executeQuery(
                        "select has_table_privilege('flyway_schema_history', 'select')")) {
            return may.next() && may.getBoolean(1);
        }
    }

    /// Rights are given after the tables are made, and a kill may come in between.
    private static boolean hasRoles(Connection connection, String program) throws SQLException {
        try (var held =
                connection.prepareStatement(
                        """
                        select count(*) from pg_roles program, pg_roles held
                        where program.rolname = ? and held.rolname = any (?)
                            and pg_has_role(program.oid, held.oid, 'set')
                            and not pg_has_role(program.oid, held.oid, 'usage')\
                        """)) {
            held.setString(1, program);
            held.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            Arrays.stream(Identity.Rights.values())
                                    .map(Identity.Rights::role)
                                    .toArray()));
            try (var count = held.executeQuery()) {
                if (!count.next() || count.getInt(1) != ROLES) {
                    return false;
                }
            }
        }
        try (var statement = connection.createStatement();
                var closed =
                        statement.executeQuery(
                                """
                                select count(*) from pg_catalog.pg_tables
                                where schemaname = 'public' and not has_table_privilege(
                                    'breach_program', format('%I.%I', schemaname, tablename), 'select')\
                                """)) {
            return closed.next() && closed.getInt(1) == 0;
        }
    }

    /// Brings the tables up to date and opens them to the program.
    ///
    /// @param program who the program works as
    static void migrate(DataSource owner, String program) {
        migrate(
                Flyway.configure(Schema.class.getClassLoader())
                        .dataSource(owner)
                        .placeholders(Map.of("program", program.replace("'", "''"))));
    }

    /// Makes the tables of an earlier version, open to nobody.
    static void migrateTo(DataSource owner, int version) {
        try (var connection = owner.getConnection()) {
            ScriptUtils.executeSqlScript(
                    connection,
                    new EncodedResource(
                            new ClassPathResource(
                                    "db/migration/beforeMigrate.sql",
                                    Schema.class.getClassLoader())),
                    false,
                    false,
                    "--",
                    ScriptUtils.EOF_STATEMENT_SEPARATOR,
                    "/*",
                    "*/");
        } catch (SQLException | ScriptException e) {
            throw new DatabaseUnavailable(
                    "The roles of the register could not be made: " + e.getMessage(), e);
        }
        migrate(
                Flyway.configure(Schema.class.getClassLoader())
                        .dataSource(owner)
                        .skipDefaultCallbacks(true)
                        .target(Integer.toString(version)));
    }

    private static void migrate(FluentConfiguration flyway) {
        try {
            flyway.locations("classpath:db/migration")
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            if (isRefusal(e)) {
                throw new DatabaseUnavailable(
                        "The owner of the tables has not the rights to bring them up to date: it has"
                                + " to own the database, and to have CREATEROLE until the roles of"
                                + " the register (breach_public and others) are made; where others"
                                + " made them, it needs them WITH ADMIN OPTION. "
                                + reason(e),
                        e);
            }
            throw new DatabaseUnavailable(
                    "The tables could not be brought up to date: " + e.getMessage(), e);
        }
    }

    private static boolean isRefusal(FlywayException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && "42501".equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static String reason(FlywayException failure) {
        var message = String.valueOf(failure.getMessage());
        return message.lines()
                .filter(line -> line.contains("ERROR:"))
                .findFirst()
                .map(line ->
                        "PostgreSQL says: " + line.substring(line.indexOf("ERROR:") + 6).strip())
                .orElse("");
    }
}
