package org.breachregister.core.code;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A data file of the Code: tab-separated, a heading row, `#` before a remark.
record DataTable(String name, List<Row> rows) {

    DataTable {
        rows = List.copyOf(rows);
    }

    /// Reads a file that lies beside this class.
    static DataTable ofResource(String name) {
        try (var content = DataTable.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("Missing data file of the Code: " + name);
            }
            return parse(name, new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Unreadable data file of the Code: " + name, e);
        }
    }

    static DataTable parse(String name, String content) {
        var rows = new ArrayList<Row>();
        List<String> headings = List.of();
        int number = 0;
        for (var line : content.split("\\R", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var cells = List.of(line.split("\t", -1));
            if (headings.isEmpty()) {
                headings = cells;
                continue;
            }
            var row = new HashMap<String, String>();
            for (int i = 0; i < headings.size() && i < cells.size(); i++) {
                row.put(headings.get(i), cells.get(i).strip());
            }
            var built = new Row(name, number, row);
            if (cells.size() != headings.size()) {
                throw built.wrong(
                        "%d cells under %d headings".formatted(cells.size(), headings.size()));
            }
            rows.add(built);
        }
        return new DataTable(name, rows);
    }

    /// One line.
    record Row(String file, int line, Map<String, String> cells) {

        Row {
            cells = Map.copyOf(cells);
        }

        String get(String column) {
            var value = optional(column);
            if (value == null) {
                throw wrong("'%s' is empty".formatted(column));
            }
            return value;
        }

        @Nullable String optional(String column) {
            var value = cells.get(column);
            return value == null || value.isEmpty() ? null : value;
        }

        LocalDate date(String column) {
            try {
                return LocalDate.parse(get(column));
            } catch (DateTimeException _) {
                throw wrong("'%s' is not a day such as 2018-02-22".formatted(get(column)));
            }
        }

        <E extends Enum<E>> E oneOf(Class<E> values, String column) {
            var wanted = get(column).replace('-', '_').toUpperCase(Locale.ROOT);
            for (var value : values.getEnumConstants()) {
                if (value.name().equals(wanted)) {
                    return value;
                }
            }
            throw wrong(
                    "'%s' is not a value of %s; known: %s"
                            .formatted(
                                    get(column),
                                    column,
                                    List.of(values.getEnumConstants())
                                            .toString()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-')));
        }

        Basis basis(String column) {
            return get(column).equals("inferred-strong")
                    ? Basis.INFERRED
                    : oneOf(Basis.class, column);
        }

        List<EditionId> editions(String column) {
            try {
                return List.of(get(column).split(" ")).stream().map(EditionId::new).toList();
            } catch (IllegalArgumentException e) {
                throw wrong(String.valueOf(e.getMessage()));
            }
        }

        IllegalStateException wrong(String what) {
            return new IllegalStateException("%s, line %d: %s".formatted(file, line, what));
        }
    }
}
