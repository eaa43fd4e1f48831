package org.breachregister.batch.edition.xlsx;

import org.apache.poi.ss.util.CellReference;
import org.breachregister.api.Column;
import org.breachregister.api.PracticeColumn;
import org.breachregister.api.PracticeRow;
import org.breachregister.api.RegisterColumn;
import org.breachregister.api.RegisterRow;
import org.breachregister.batch.edition.RowSource;
import org.breachregister.batch.table.xlsx.CellStyles;
import org.breachregister.batch.table.xlsx.PackageCopy;
import org.breachregister.batch.table.xlsx.SheetPlan;
import org.breachregister.batch.table.xlsx.SheetRows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/// Streams the rows of the long tables into their sheets, one pass over the breaches for each.
final class LongTables {

    static final String REGISTER_SHEET = "Register";
    static final String PRACTICES_SHEET = "Practices";
    private final RowSource rows;
    private final CellStyles styles;
    private final RowSource.Looked looked;
    private final int passes;
    private int pass;

    LongTables(RowSource rows, CellStyles styles, RowSource.Looked looked, int passes) {
        this.rows = rows;
        this.styles = styles;
        this.looked = looked;
        this.passes = passes;
    }

    /// The rows of a sheet.
    PackageCopy.Rows rowsOf(SheetPlan plan) {
        var last = new CellReference(plan.lastRow() - 1, plan.headers().size() - 1);
        return new PackageCopy.Rows() {
            @Override
            public String dimension() {
                return "A1:" + last.formatAsString();
            }

            @Override
            public List<PackageCopy.Link> writeTo(Writer out) {
                var sheet = new SheetRows(out, styles, plan.headers().size(), SheetPlan.HEADER_ROW);
                return switch (plan.name()) {
                    case REGISTER_SHEET -> register(sheet);
                    case PRACTICES_SHEET -> practices(sheet);
                    default -> longTexts(sheet);
                };
            }
        };
    }

    private List<PackageCopy.Link> register(SheetRows sheet) {
        each(row -> sheet.row(REGISTER_SHEET, row.breach().id().value(), REGISTER, row));
        return sheet.links();
    }

    private List<PackageCopy.Link> practices(SheetRows sheet) {
        each(row -> {
            for (var practice : row.practices()) {
                sheet.row(PRACTICES_SHEET, practice.breach().value(), PRACTICES, practice);
            }
        });
        return sheet.links();
    }

    private List<PackageCopy.Link> longTexts(SheetRows sheet) {
        var registerRow = new long[] {SheetPlan.HEADER_ROW};
        var practiceRow = new long[] {SheetPlan.HEADER_ROW};
        each(row -> {
            registerRow[0]++;
            sheet.longTexts(
                    REGISTER_SHEET, registerRow[0], row.breach().id().value(), REGISTER, row);
            for (var practice : row.practices()) {
                practiceRow[0]++;
                sheet.longTexts(
                        PRACTICES_SHEET,
                        practiceRow[0],
                        practice.breach().value(),
                        PRACTICES,
                        practice);
            }
        });
        return sheet.links();
    }

    private void each(Step step) {
        int before = pass++;
        rows.each(
                (done, total) -> looked.at(before * total + done, passes * total),
                row -> {
                    try {
                        step.take(row);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static final List<Column<RegisterRow>> REGISTER = List.of(RegisterColumn.values());
    private static final List<Column<PracticeRow>> PRACTICES = List.of(PracticeColumn.values());

    private interface Step {
        void take(RegisterRow row) throws IOException;
    }
}
