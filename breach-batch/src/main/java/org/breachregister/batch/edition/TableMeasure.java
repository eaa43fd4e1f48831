package org.breachregister.batch.edition;

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
    static TableMeasure ofHeader(List<? extends Column<?>> columns) {
        return new TableMeasure(
                0, columns.stream().map(column -> column.key().length()).toList(), 0);
    }

    /// Written as text, to be kept between two runs.
    String asText() {
        return "%s %s %s"
                .formatted(
                        rows,
                        longTextParts,
                        widths.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /// Reads what [#asText] wrote.
    static TableMeasure parse(String text) {
        var parts = text.split(" ");
        return new TableMeasure(
                Long.parseLong(parts[0]),
                Arrays.stream(parts[2].split(",")).map(Integer::valueOf).toList(),
                Long.parseLong(parts[1]));
    }

    /// Takes the measure of a table row by row.
    static final class Taker {
        private final int[] widths;
        private long rows;
        private long longTextParts;

        Taker(List<? extends Column<?>> columns) {
            widths = columns.stream().mapToInt(column -> column.key().length()).toArray();
        }

        void row() {
            rows++;
        }

        void cell(int column, ColumnValue value, String plain) {
            widths[column] = Math.max(widths[column], LongText.longestLine(plain));
            if (value instanceof ColumnValue.Text || value instanceof ColumnValue.Texts) {
                longTextParts += LongText.isLong(plain) ? LongText.parts(plain).size() : 0;
            }
        }

        TableMeasure taken() {
            return new TableMeasure(rows, IntStream.of(widths).boxed().toList(), longTextParts);
        }
    }
}
