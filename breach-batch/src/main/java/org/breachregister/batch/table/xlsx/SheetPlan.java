package org.breachregister.batch.table.xlsx;

import org.breachregister.api.Column;

import java.util.List;

/// A worksheet with one long table, whose rows are streamed into it.
///
/// @param name name of the sheet
/// @param table name of the table
/// @param title what stands in A1
/// @param statement what stands in A2
/// @param contents what the contents say about it
/// @param headers the column headings
/// @param numbers for each column, whether it holds numbers or dates
/// @param widths characters of the longest line in each column
/// @param rows how many rows it has
public record SheetPlan(
        String name,
        String table,
        String title,
        String statement,
        String contents,
        List<String> headers,
        List<Boolean> numbers,
        List<Integer> widths,
        long rows) {

    /// The number of the row that holds the headings.
    public static final int HEADER_ROW = 3;

    /// The most rows that fit below the heading.
    static final long MOST_ROWS = 1_048_576 - HEADER_ROW;

    public SheetPlan {
        headers = List.copyOf(headers);
        numbers = List.copyOf(numbers);
        widths = List.copyOf(widths);
        if (rows > MOST_ROWS) {
            throw new IllegalStateException(
                    "The worksheet %s would need %s rows, and a spreadsheet holds %s. Compile shorter periods"
                            .formatted(name, rows, MOST_ROWS));
        }
    }

    /// The last row of the table; a table without rows keeps an empty one.
    public int lastRow() {
        return (int) (HEADER_ROW + Math.max(rows, 1));
    }

    /// Headings of columns.
    public static List<String> headersOf(List<? extends Column<?>> columns) {
        return columns.stream().map(Column::key).toList();
    }

    /// Which columns hold numbers or dates.
    public static List<Boolean> numbersOf(List<? extends Column<?>> columns) {
        return columns.stream()
                .map(column ->
                        switch (column.type()) {
                            case DATE, INSTANT, INTEGER -> true;
                            case TEXT, LIST, LINKS -> false;
                        })
                .toList();
    }
}
