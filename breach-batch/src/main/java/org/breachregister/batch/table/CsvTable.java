package org.breachregister.batch.table;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;

import org.breachregister.api.Column;
import org.breachregister.api.ColumnValue;
import org.breachregister.api.FormulaText;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes a table as CSV: comma, CRLF, UTF-8 without a byte order mark, one header row, an empty
/// field for a missing value, ISO dates, text guarded by [FormulaText].
///
/// @param <R> what a row is made from
public final class CsvTable<R> implements AutoCloseable {

    private final List<? extends Column<R>> columns;
    private final ICSVWriter csv;
    private final TableMeasure.Taker measure;

    /// Begins the file with its header row.
    public CsvTable(List<? extends Column<R>> columns, OutputStream out) {
        this.columns = columns;
        this.measure = new TableMeasure.Taker(columns);
        this.csv =
                new CSVWriterBuilder(
                                new BufferedWriter(
                                        new OutputStreamWriter(out, StandardCharsets.UTF_8),
                                        1 << 16))
                        .withLineEnd("\r\n")
                        .build();
        csv.writeNext(columns.stream().map(Column::key).toArray(String[]::new), false);
    }

    /// Writes a row.
    public void row(R row) {
        var fields = new String[columns.size()];
        for (int column = 0; column < fields.length; column++) {
            var value = columns.get(column).of(row);
            var plain = value.plain();
            measure.cell(column, value, plain);
            fields[column] = field(value, plain);
        }
        measure.row();
        csv.writeNext(fields, false);
    }

    /// The measure of what was written.
    public TableMeasure measure() {
        return measure.taken();
    }

    private static String field(ColumnValue value, String plain) {
        return switch (value) {
            case ColumnValue.Text _, ColumnValue.Texts _ -> FormulaText.guard(plain);
            case ColumnValue.Day _,
                    ColumnValue.Moment _,
                    ColumnValue.Whole _,
                    ColumnValue.Missing _ ->
                    plain;
        };
    }

    @Override
    public void close() throws IOException {
        var lost = csv.getException();
        csv.close();
        if (lost != null) {
            throw lost;
        }
    }
}
