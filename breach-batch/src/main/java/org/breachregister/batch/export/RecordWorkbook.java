package org.breachregister.batch.export;

import org.apache.poi.ss.util.CellReference;
import org.breachregister.api.Column;
import org.breachregister.api.OwnRecord;
import org.breachregister.batch.table.OdsWorkbook;
import org.breachregister.batch.table.SheetLine;
import org.breachregister.batch.table.TableMeasure;
import org.breachregister.batch.table.xlsx.PackageCopy;
import org.breachregister.batch.table.xlsx.SheetPlan;
import org.breachregister.batch.table.xlsx.SheetRows;
import org.breachregister.batch.table.xlsx.WorkbookTemplate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Lays a producer's records out as a workbook: a cover, the columns, the records, their history,
/// and in an Excel workbook the texts that are too long for one cell.
final class RecordWorkbook {

    private static final String RECORDS = "Records";
    private static final String HISTORY = "History";
    private static final List<String> COLUMN_HEADERS =
            List.of(
                    "Worksheet",
                    "Column",
                    "Name",
                    "Type",
                    "What it holds",
                    "What a blank cell means");
    private static final List<Integer> COLUMN_WIDTHS = List.of(12, 24, 24, 20, 60, 60);
    private static final int FIRST_LONG_SHEET = 3;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm '(UTC)'", Locale.UK)
                    .withZone(ZoneOffset.UTC);

    private final OwnRecords own;
    private final String producer;
    private final Instant at;
    private final TableMeasure records;
    private final TableMeasure history;

    RecordWorkbook(OwnRecords own, String producer, Instant at) {
        this.own = own;
        this.producer = producer;
        this.at = at;
        this.records = RecordExport.measure(RecordExport.RECORDS, own.records());
        this.history = RecordExport.measure(RecordExport.HISTORY, own.events());
    }

    private String title() {
        return "Breach records of %s".formatted(producer);
    }

    private List<SheetLine> cover() {
        return List.of(
                new SheetLine(1, title()),
                new SheetLine(
                        0,
                        "This workbook holds the producer's own reports of breaches of the Code of Practice"
                                + " for Statistics, and what became of them, on %s."
                                        .formatted(MOMENT.format(at))),
                new SheetLine(
                        0,
                        "It is not redacted: it may name people, and is for the producer, not for"
                                + " publication."),
                new SheetLine(2, "Worksheets"),
                new SheetLine(0, "Records: %s, one row each.".formatted(records.rows())),
                new SheetLine(
                        0, "History: what happened to them, %s rows.".formatted(history.rows())),
                new SheetLine(0, "Columns: what each column holds."),
                new SheetLine(
                        0,
                        "A blank cell means that there is nothing to say in that column; the worksheet"
                                + " Columns gives the reason for each column."));
    }

    private List<List<String>> columns() {
        return Stream.concat(
                        RecordExport.RECORDS.stream().map(column -> column(RECORDS, column)),
                        RecordExport.HISTORY.stream().map(column -> column(HISTORY, column)))
                .toList();
    }

    private static List<String> column(String sheet, Column<?> column) {
        return List.of(
                sheet,
                column.key(),
                column.label(),
                column.type().label(),
                column.description(),
                column.whenEmpty().orElse("The column has no blank cells."));
    }

    private String recordsTitle() {
        return "Table 1: Breaches that %s reported".formatted(producer);
    }

    private String historyTitle() {
        return "Table 2: What happened to the breaches that %s reported".formatted(producer);
    }

    private static String statement(long rows, String what) {
        return "This worksheet contains one table with one row for each %s.%s"
                .formatted(what, rows == 0 ? " The table has no rows." : "");
    }

    void writeOds(OutputStream out) throws IOException {
        try (var workbook = new OdsWorkbook(out, title(), at)) {
            workbook.lines("Cover", cover());
            workbook.texts(
                    "Columns",
                    "Columns_of_tables",
                    "Columns of the tables",
                    "This worksheet contains one table.",
                    COLUMN_HEADERS,
                    columns(),
                    COLUMN_WIDTHS);
            workbook.table(
                    RECORDS,
                    "Breach_records",
                    recordsTitle(),
                    statement(records.rows(), "breach"),
                    RecordExport.RECORDS,
                    own.records(),
                    records.widths());
            workbook.table(
                    HISTORY,
                    "History_of_records",
                    historyTitle(),
                    statement(history.rows(), "event"),
                    RecordExport.HISTORY,
                    own.events(),
                    history.widths());
        }
    }

    void writeXlsx(OutputStream out) throws IOException {
        try (var template = new WorkbookTemplate()) {
            template.lines("Cover", cover());
            template.table(
                    "Columns",
                    "Columns_of_tables",
                    "Columns of the tables",
                    "This worksheet contains one table.",
                    COLUMN_HEADERS,
                    columns(),
                    COLUMN_WIDTHS);
            var filled = new LinkedHashMap<Integer, PackageCopy.Rows>();
            var sheet = FIRST_LONG_SHEET;
            for (var plan : plans()) {
                template.longTable(plan);
                filled.put(sheet++, new Filling(plan, template));
            }
            new PackageCopy(template.finished(title(), at)).write(out, filled);
        }
    }

    private List<SheetPlan> plans() {
        var plans = new ArrayList<SheetPlan>();
        plans.add(
                new SheetPlan(
                        RECORDS,
                        "Breach_records",
                        recordsTitle(),
                        statement(records.rows(), "breach"),
                        "Breaches, one row each",
                        SheetPlan.headersOf(RecordExport.RECORDS),
                        SheetPlan.numbersOf(RecordExport.RECORDS),
                        records.widths(),
                        records.rows()));
        plans.add(
                new SheetPlan(
                        HISTORY,
                        "History_of_records",
                        historyTitle(),
                        statement(history.rows(), "event"),
                        "What happened to them",
                        SheetPlan.headersOf(RecordExport.HISTORY),
                        SheetPlan.numbersOf(RecordExport.HISTORY),
                        history.widths(),
                        history.rows()));
        var parts = records.longTextParts() + history.longTextParts();
        if (parts > 0) {
            plans.add(SheetRows.longTexts("Table 3: Texts that are too long for one cell", parts));
        }
        return plans;
    }

    /// The rows of one of the long sheets.
    private final class Filling implements PackageCopy.Rows {

        private final SheetPlan plan;
        private final WorkbookTemplate template;

        Filling(SheetPlan plan, WorkbookTemplate template) {
            this.plan = plan;
            this.template = template;
        }

        @Override
        public String dimension() {
            return "A1:"
                    + new CellReference(plan.lastRow() - 1, plan.headers().size() - 1)
                            .formatAsString();
        }

        @Override
        public List<PackageCopy.Link> writeTo(Writer out) throws IOException {
            var sheet =
                    new SheetRows(
                            out, template.styles(), plan.headers().size(), SheetPlan.HEADER_ROW);
            switch (plan.name()) {
                case RECORDS -> {
                    for (var row : own.records()) {
                        sheet.row(RECORDS, id(row), RecordExport.RECORDS, row);
                    }
                }
                case HISTORY -> {
                    for (var row : own.events()) {
                        sheet.row(HISTORY, row.breach().value(), RecordExport.HISTORY, row);
                    }
                }
                default -> {
                    var number = (long) SheetPlan.HEADER_ROW;
                    for (var row : own.records()) {
                        sheet.longTexts(RECORDS, ++number, id(row), RecordExport.RECORDS, row);
                    }
                    number = SheetPlan.HEADER_ROW;
                    for (var row : own.events()) {
                        sheet.longTexts(
                                HISTORY, ++number, row.breach().value(), RecordExport.HISTORY, row);
                    }
                }
            }
            return sheet.links();
        }

        private static String id(OwnRecord row) {
            return row.breach().id().value();
        }
    }
}
