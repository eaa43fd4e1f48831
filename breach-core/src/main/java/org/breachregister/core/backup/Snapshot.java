package org.breachregister.core.backup;

import org.postgresql.PGConnection;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

/// The tables as they are at one moment, whatever is written meanwhile.
final class Snapshot implements AutoCloseable {

    /// Not kept: Flyway's own table, since the restoring program makes the tables; and sessions,
    /// since nobody should be signed in by an old copy.
    private static final Set<String> LEFT_OUT =
            Set.of("flyway_schema_history", "spring_session", "spring_session_attributes");

    private final Connection connection;

    Snapshot(DataSource owner) throws SQLException {
        connection = owner.getConnection();
        try {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try (var statement = connection.createStatement()) {
                // An error is better than a copy without the rows that somebody may not see.
                statement.execute("set row_security = off");
                statement.execute("set datestyle = 'ISO'");
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    int schema() throws SQLException {
        return Integer.parseInt(
                texts(
                                """
                                select max(version::int)::text from flyway_schema_history
                                where success and version is not null\
                                """)
                        .getFirst());
    }

    String moment() throws SQLException {
        return texts(
                        """
                        select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')\
                        """)
                .getFirst();
    }

    /// The last position of the register log and its digest; both empty for an empty log.
    List<String> logHead() throws SQLException {
        return texts(
                """
                select unnest(array[position::text, digest]) from (
                    select position, digest from register_log order by position desc limit 1) head\
                """);
    }

    List<String> editions() throws SQLException {
        return texts("select name from register_edition order by name");
    }

    /// The tables, each after those that it refers to.
    List<String> tables() throws SQLException {
        var refersTo = new LinkedHashMap<String, Set<String>>();
        for (var table :
                texts("select tablename from pg_tables where schemaname = 'public' order by 1")) {
            if (!LEFT_OUT.contains(table)) {
                refersTo.put(table, new LinkedHashSet<>());
            }
        }
        for (var reference :
                texts(
                        """
                        select a.relname || ' ' || b.relname from pg_constraint c
                        join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid
                        where c.contype = 'f' and a.oid <> b.oid
                            and a.relnamespace = 'public'::regnamespace order by 1\
                        """)) {
            var ends = reference.split(" ", -1);
            if (refersTo.containsKey(ends[0]) && refersTo.containsKey(ends[1])) {
                refersTo.get(ends[0]).add(ends[1]);
            }
        }
        var ordered = new LinkedHashSet<String>();
        while (ordered.size() < refersTo.size()) {
            var before = ordered.size();
            refersTo.forEach((table, others) -> {
                if (ordered.containsAll(others)) {
                    ordered.add(table);
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("Tables refer to each other in a circle");
            }
        }
        return List.copyOf(ordered);
    }

    List<String> columns(String table) throws SQLException {
        return texts(
                """
                select quote_ident(attname) from pg_attribute
                where attrelid = '"%s"'::regclass and attnum > 0 and not attisdropped
                    and attgenerated = '' order by attnum\
                """
                        .formatted(table));
    }

    /// Writes the rows of a table, and tells how many.
    long copy(String table, List<String> columns, OutputStream out)
            throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy \"%s\" (%s) to stdout with (format csv, header, encoding 'UTF8')"
                                .formatted(table, String.join(", ", columns)),
                        out);
    }

    /// Sequences do not keep to the moment: they may stand further.
    List<Manifest.Sequence> sequences() throws SQLException {
        var sequences = new ArrayList<Manifest.Sequence>();
        for (var name :
                texts(
                        "select sequencename from pg_sequences where schemaname = 'public' order by 1")) {
            var stands =
                    texts(
                            "select unnest(array[last_value::text, is_called::text]) from \"%s\""
                                    .formatted(name));
            sequences.add(
                    new Manifest.Sequence(
                            name, Long.parseLong(stands.get(0)), stands.get(1).equals("true")));
        }
        return sequences;
    }

    private List<String> texts(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        }
    }
}
