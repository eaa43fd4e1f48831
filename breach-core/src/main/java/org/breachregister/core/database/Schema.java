package org.breachregister.core.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/// The tables, and whether they are those that this program knows.
final class Schema {

    /// Number of the newest file in `db/migration`.
    static final int VERSION = 8;

    private Schema() {}

    /// Looks with one question, since asking Flyway takes longer than starting the server.
    static boolean isCurrent(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var table =
                    statement.executeQuery("select to_regclass('flyway_schema_history')")) {
                if (!table.next() || table.getString(1) == null) {
                    return false;
                }
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
            // Rights are given after the tables are made, and a kill may come in between.
            try (var closed =
                    statement.executeQuery(
                            """
                            select count(*) from pg_catalog.pg_tables
                            where schemaname = 'public' and not has_table_privilege(
                                'breach_program', format('%I.%I', schemaname, tablename), 'select')\
                            """)) {
                return closed.next() && closed.getInt(1) == 0;
            }
        }
    }

    /// Brings the tables up to date.
    static void migrate(DataSource owner) {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(owner)
                    .locations("classpath:db/migration")
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnavailable(
                    "The tables could not be brought up to date: " + e.getMessage(), e);
        }
    }
}
