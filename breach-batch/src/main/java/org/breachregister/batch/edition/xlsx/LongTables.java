package org.breachregister.batch.edition.xlsx;

import org.apache.poi.ss.util.CellReference;
import org.breachregister.api.Column;
import org.breachregister.api.ColumnType;
import org.breachregister.api.ColumnValue;
import org.breachregister.api.PracticeColumn;
import org.breachregister.api.PracticeRow;
import org.breachregister.api.RegisterColumn;
import org.breachregister.api.RegisterRow;
import org.breachregister.batch.edition.LongText;
import org.breachregister.batch.edition.RowSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/// Streams the rows of the long tables into their sheets, one pass over the breaches for each.
final class LongTables {

    static final String REGISTER_SHEET = "Register";
    static final String PRACTICES_SHEET = "Practices";
    static final String LONG_TEXT_SHEET = "Long_text";

    /// The most links that a spreadsheet program accepts on one sheet.
    private static final int MOST_LINKS = 65_530;

    private static final List<String> LONG_TEXT_HEADERS =
            List.of("worksheet", "row", "breach_id", "column", "part", "text");

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

    /// The plan of the sheet for texts that are too long for one cell.
    static SheetPlan longTexts(long parts) {
        return new SheetPlan(
                LONG_TEXT_SHEET,
                "Long_texts",
                "Table 3: Texts that are too long for one cell " + EditionNote.LONG_TEXT.marker(),
                "This worksheet contains one table. The parts of a text are to be read one after the"
                        + " other, with nothing between them.",
                "Texts that are too long for one cell",
                LONG_TEXT_HEADERS,
                List.of(false, true, false, false, true, false),
                List.of(12, 10, 16, 24, 10, 60),
                parts);
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
                var sheet =
                        new SheetRows(
                                new RowXml(
                                        out, styles, plan.headers().size(), SheetPlan.HEADER_ROW));
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
        return sheet.links;
    }

    private List<PackageCopy.Link> practices(SheetRows sheet) {
        each(row -> {
            for (var practice : row.practices()) {
                sheet.row(PRACTICES_SHEET, practice.breach().value(), PRACTICES, practice);
            }
        });
        return sheet.links;
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
        return sheet.links;
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

    /// The rows of one sheet while they are written.
    private static final class SheetRows {

        private final RowXml xml;
        private final List<PackageCopy.Link> links = new ArrayList<>();

        SheetRows(RowXml xml) {
            this.xml = xml;
        }

        <R> void row(String sheet, String breach, List<Column<R>> columns, R row)
                throws IOException {
            xml.start();
            for (int column = 0; column < columns.size(); column++) {
                cell(sheet, breach, column, columns.get(column), columns.get(column).of(row));
            }
            xml.end();
        }

        private void cell(String sheet, String breach, int at, Column<?> column, ColumnValue value)
                throws IOException {
            switch (value) {
                case ColumnValue.Day(var day) -> xml.day(at, day);
                case ColumnValue.Moment(var moment) -> xml.moment(at, moment);
                case ColumnValue.Whole(var number) -> xml.number(at, number);
                case ColumnValue.Text _, ColumnValue.Texts _ ->
                        text(sheet, breach, at, column, value);
                case ColumnValue.Missing _ -> {}
            }
        }

        private void text(String sheet, String breach, int at, Column<?> column, ColumnValue value)
                throws IOException {
            var plain = value.plain();
            if (plain.isEmpty()) {
                return;
            }
            if (LongText.isLong(plain)) {
                xml.text(at, pointer(sheet, breach, column, LongText.parts(plain).size()));
                return;
            }
            var address =
                    column.type() == ColumnType.LINKS && links.size() < MOST_LINKS
                            ? SafeLink.in(value).orElse("")
                            : "";
            if (address.isEmpty()) {
                xml.text(at, plain);
            } else {
                links.add(new PackageCopy.Link(xml.reference(at), address));
                xml.link(at, plain);
            }
        }

        private String pointer(String sheet, String breach, Column<?> column, int parts) {
            return "Too long for one cell: see the worksheet %s, where worksheet is %s, row is %s, breach_id is %s and column is %s, %s parts"
                    .formatted(LONG_TEXT_SHEET, sheet, xml.number(), breach, column.key(), parts);
        }

        <R> void longTexts(String sheet, long number, String breach, List<Column<R>> columns, R row)
                throws IOException {
            for (var column : columns) {
                var plain = column.of(row).plain();
                if (!LongText.isLong(plain)) {
                    continue;
                }
                var parts = LongText.parts(plain);
                for (int part = 0; part < parts.size(); part++) {
                    xml.start();
                    xml.text(0, sheet);
                    xml.number(1, number);
                    xml.text(2, breach);
                    xml.text(3, column.key());
                    xml.number(4, part + 1);
                    xml.text(5, parts.get(part));
                    xml.end();
                }
            }
        }
    }
}
