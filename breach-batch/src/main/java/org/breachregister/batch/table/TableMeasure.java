package org.breachregister.batch.table;

import org.breachregister.api.Column;
import org.breachregister.api.ColumnValue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What must be known of a table before it can be laid out on a worksheet.
///
/// @param rows how many rows it has, without the header
/// @param widths characters of the longest line in each column, header included
/// @param longTextParts into how many parts its texts that are too long for one cell are cut
public record TableMeasure(long rows, List<Integer> widths, long longTextParts) {

    public TableMeasure {
        widths = List.copyOf(widths);
    }

    /// The measure of a table without rows.
    public static TableMeasure ofHeader(List<? extends Column<?>> columns) {
        return new TableMeasure(
                0, columns.stream().map(column -> column.key().length()).toList(), 0);
    }

    /// Written as text, to be kept between two runs.
    public String asText() {
        return "%s %s %s"
                .formatted(
                        rows,
                        longTextParts,
                        widths.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /// Reads what [#asText] wrote.
    public static TableMeasure parse(String text) {
        var parts = text.split(" ");
        return new TableMeasure(
                Long.parseLong(parts[0]),
                Arrays.stream(parts[2].split(",")).map(Integer::valueOf).toList(),
                Long.parseLong(parts[1]));
    }

    /// Takes the measure of a table row by row.
    public static final class Taker {
        private final int[] widths;
        private long rows;
        private long longTextParts;

        /// @param columns the table's columns
        public Taker(List<? extends Column<?>> columns) {
            widths = columns.stream().mapToInt(column -> column.key().length()).toArray();
        }

        /// Counts a row.
        public void row() {
            rows++;
        }

        /// Measures a cell.
        public void cell(int column, ColumnValue value, String plain) {
            widths[column] = Math.max(widths[column], LongText.longestLine(plain));
            if (value instanceof ColumnValue.Text || value instanceof ColumnValue.Texts) {
                longTextParts += LongText.isLong(plain) ? LongText.parts(plain).size() : 0;
            }
        }

        /// The measure taken.
        public TableMeasure taken() {
            return new TableMeasure(rows, IntStream.of(widths).boxed().toList(), longTextParts);
        }
    }
}
