package org.breachregister.batch.table.xlsx;

import org.breachregister.api.Column;
import org.breachregister.api.ColumnType;
import org.breachregister.api.ColumnValue;
import org.breachregister.batch.table.LongText;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/// The rows of one sheet while they are written. A text that is too long for one cell gives way to
/// words that tell where its parts stand.
public final class SheetRows {

    /// The sheet that holds the parts of long texts.
    public static final String LONG_TEXT_SHEET = "Long_text";

    private static final List<String> LONG_TEXT_HEADERS =
            List.of("worksheet", "row", "breach_id", "column", "part", "text");

    /// The most links that a spreadsheet program accepts on one sheet.
    private static final int MOST_LINKS = 65_530;

    /// The plan of the sheet for texts that are too long for one cell.
    ///
    /// @param title the title of the sheet
    /// @param parts how many parts there are
    public static SheetPlan longTexts(String title, long parts) {
        return new SheetPlan(
                LONG_TEXT_SHEET,
                "Long_texts",
                title,
                "This worksheet contains one table. The parts of a text are to be read one after the"
                        + " other, with nothing between them.",
                "Texts that are too long for one cell",
                LONG_TEXT_HEADERS,
                List.of(false, true, false, false, true, false),
                List.of(12, 10, 16, 24, 10, 60),
                parts);
    }

    private final RowXml xml;
    private final List<PackageCopy.Link> links = new ArrayList<>();

    /// @param row number of the row before the first
    public SheetRows(Writer out, CellStyles styles, int columns, long row) {
        this.xml = new RowXml(out, styles, columns, row);
    }

    /// The links in the rows so far.
    public List<PackageCopy.Link> links() {
        return links;
    }

    /// Writes a row of a table.
    ///
    /// @param sheet the sheet that it stands on
    /// @param breach the breach that it tells of
    public <R> void row(String sheet, String breach, List<Column<R>> columns, R row)
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
            case ColumnValue.Text _, ColumnValue.Texts _ -> text(sheet, breach, at, column, value);
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

    /// Writes the parts of the long texts of a row.
    ///
    /// @param number the number of the row on its own sheet
    public <R> void longTexts(
            String sheet, long number, String breach, List<Column<R>> columns, R row)
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
