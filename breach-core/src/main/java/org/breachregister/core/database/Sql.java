package org.breachregister.core.database;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.sql.DataSource;

/// Statements in the terms of the domain: moments, ids and records go in and come out as they are.
/// Joins the transaction that surrounds it on the same data source, if there is one. Safe for many
/// threads.
///
/// In a statement, `?` stands for a parameter: a string, number, array of bytes or null; an
/// [Instant] for a `timestamptz` (cut to whole microseconds, which is what is stored); a
/// [java.time.LocalDate] for a `date`; an array of strings for a `text[]`; or [Json].
public final class Sql {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int ROWS_AT_A_TIME = 500;

    private final JdbcTemplate jdbc;
    private final JdbcTemplate streaming;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;

    public Sql(DataSource database) {
        var transactions = new JdbcTransactionManager(database);
        this.jdbc = new JdbcTemplate(database);
        this.streaming = new JdbcTemplate(database);
        this.streaming.setFetchSize(ROWS_AT_A_TIME);
        this.transaction = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /// A parameter that is stored as JSON.
    public record Json(String text) {

        /// The one text of a record.
        public static Json of(Object record) {
            return new Json(JsonText.of(record));
        }

        /// The record that a text stands for.
        public <T> T as(Class<T> type) {
            return JsonText.read(text, type);
        }
    }

    /// A row of an answer; columns go by their name.
    public interface Row {

        String text(String column);

        @Nullable String textOrNull(String column);

        long number(String column);

        Instant instant(String column);

        @Nullable Instant instantOrNull(String column);

        @Nullable LocalDate dayOrNull(String column);

        /// Null or a number.
        @Nullable Long numberOrNull(String column);

        boolean flag(String column);

        /// A column of `text[]`.
        List<String> texts(String column);

        byte[] bytes(String column);

        /// A column of JSON.
        default Json json(String column) {
            return new Json(text(column));
        }
    }

    /// Makes something of a row.
    @FunctionalInterface
    public interface RowReader<T> {
        T read(Row row);
    }

    /// A moment as the database keeps it: cut to whole microseconds.
    public static Instant stored(Instant moment) {
        var within = moment.isBefore(FIRST) ? FIRST : moment.isAfter(LAST) ? LAST : moment;
        return within.truncatedTo(ChronoUnit.MICROS);
    }

    /// All rows.
    public <T> List<T> list(RowReader<T> reader, String sql, @Nullable Object... parameters) {
        RowMapper<T> mapper = (result, _) -> reader.read(new ResultRow(result));
        return jdbc.query(sql, mapper, values(parameters));
    }

    /// The first row, if there is any.
    public <T> Optional<T> first(RowReader<T> reader, String sql, @Nullable Object... parameters) {
        return list(reader, sql, parameters).stream().findFirst();
    }

    /// The one row that there has to be.
    public <T> T only(RowReader<T> reader, String sql, @Nullable Object... parameters) {
        return list(reader, sql, parameters).getFirst();
    }

    /// Hands over row after row, a few hundred of them in memory at a time.
    public <T> void each(
            RowReader<T> reader, Consumer<T> taker, String sql, @Nullable Object... parameters) {
        RowCallbackHandler handler = result -> taker.accept(reader.read(new ResultRow(result)));
        // Outside a transaction the driver would fetch everything at once.
        reading.executeWithoutResult(_ -> streaming.query(sql, handler, values(parameters)));
    }

    /// Changes rows and tells how many.
    public int change(String sql, @Nullable Object... parameters) {
        return jdbc.update(sql, values(parameters));
    }

    /// Does all of something or nothing.
    public <T> T inTransaction(Supplier<T> action) {
        return transaction.execute(_ -> action.get());
    }

    private static @Nullable Object[] values(@Nullable Object[] parameters) {
        return Arrays.stream(parameters).map(Sql::value).toArray();
    }

    private static @Nullable Object value(@Nullable Object parameter) {
        return switch (parameter) {
            case Instant moment -> OffsetDateTime.ofInstant(stored(moment), ZoneOffset.UTC);
            case Json json -> json.text();
            // PostgreSQL's text can hold every character but this one.
            case String text -> text.replace('\0', '\ufffd');
            case null, default -> parameter;
        };
    }

    private record ResultRow(ResultSet result) implements Row {

        @Override
        public String text(String column) {
            return present(textOrNull(column), column);
        }

        @Override
        public @Nullable String textOrNull(String column) {
            return read(() -> result.getString(column));
        }

        @Override
        public long number(String column) {
            return present(read(() -> result.getLong(column)), column);
        }

        @Override
        public Instant instant(String column) {
            return present(read(() -> result.getObject(column, OffsetDateTime.class)), column)
                    .toInstant();
        }

        @Override
        public @Nullable Instant instantOrNull(String column) {
            var moment = read(() -> result.getObject(column, OffsetDateTime.class));
            return moment == null ? null : moment.toInstant();
        }

        @Override
        public @Nullable LocalDate dayOrNull(String column) {
            return read(() -> result.getObject(column, LocalDate.class));
        }

        @Override
        public @Nullable Long numberOrNull(String column) {
            return read(() -> result.getObject(column, Long.class));
        }

        @Override
        public boolean flag(String column) {
            return present(read(() -> result.getBoolean(column)), column);
        }

        @Override
        public List<String> texts(String column) {
            var array = present(read(() -> result.getArray(column)), column);
            return List.of((String[]) present(read(array::getArray), column));
        }

        @Override
        public byte[] bytes(String column) {
            return present(read(() -> result.getBytes(column)), column);
        }

        private static <T> T present(@Nullable T value, String column) {
            if (value == null) {
                throw new IllegalStateException("Column '%s' is null".formatted(column));
            }
            return value;
        }

        private static <T extends @Nullable Object> T read(SqlRead<T> read) {
            try {
                return read.get();
            } catch (SQLException e) {
                throw new UnreadableColumn(e);
            }
        }
    }

    private interface SqlRead<T extends @Nullable Object> {
        T get() throws SQLException;
    }

    private static final class UnreadableColumn extends DataAccessException {
        UnreadableColumn(SQLException cause) {
            super("A column could not be read: " + cause.getMessage(), cause);
        }
    }
}
