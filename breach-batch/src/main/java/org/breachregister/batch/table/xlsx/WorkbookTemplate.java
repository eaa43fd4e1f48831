package org.breachregister.batch.table.xlsx;

import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachregister.batch.table.SheetLine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/// Makes the workbook with everything but the rows of its long tables.
public final class WorkbookTemplate implements AutoCloseable {

    private static final String PUBLISHER = "Breach Register";
    private static final int NARROWEST = 10;
    private static final int WIDEST = 60;
    private static final int TEXT_WIDTH = 80;

    /// Column widths are given in parts of a character.
    private static final int CHARACTER = 256;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyles styles = CellStyles.in(workbook);

    /// The styles of its cells.
    public CellStyles styles() {
        return styles;
    }

    /// Makes a sheet of text lines in column A.
    public void lines(String name, List<SheetLine> lines) {
        var sheet = sheet(name);
        sheet.setColumnWidth(0, TEXT_WIDTH * CHARACTER);
        for (int row = 0; row < lines.size(); row++) {
            var line = lines.get(row);
            var cell = sheet.createRow(row).createCell(0);
            cell.setCellValue(line.text());
            cell.setCellStyle(
                    switch (line.level()) {
                        case 1 -> styles.wrappedTitle();
                        case 2 -> styles.subtitle();
                        default -> styles.wrappedLine();
                    });
        }
    }

    /// Makes a sheet with a short table, whole.
    public XSSFSheet table(
            String name,
            String table,
            String title,
            String statement,
            List<String> headers,
            List<List<String>> rows,
            List<Integer> widths) {
        var sheet = tableSheet(name, title, statement);
        heading(sheet, headers, headers.stream().map(_ -> false).toList(), widths);
        int number = SheetPlan.HEADER_ROW;
        for (var row : rows) {
            var cells = sheet.createRow(number++);
            for (int column = 0; column < row.size(); column++) {
                if (!row.get(column).isEmpty()) {
                    var cell = cells.createCell(column);
                    cell.setCellValue(row.get(column));
                    cell.setCellStyle(styles.text());
                }
            }
        }
        markUp(sheet, table, headers.size(), number);
        return sheet;
    }

    /// Makes a sheet with a long table, without its rows.
    public void longTable(SheetPlan plan) {
        var sheet = tableSheet(plan.name(), plan.title(), plan.statement());
        heading(sheet, plan.headers(), plan.numbers(), plan.widths());
        markUp(sheet, plan.table(), plan.headers().size(), plan.lastRow());
    }

    /// Makes the first column of a table lead to the cell A1 of the sheets that it names.
    public void linkToSheets(XSSFSheet sheet) {
        for (int row = SheetPlan.HEADER_ROW; row <= sheet.getLastRowNum(); row++) {
            var cell = sheet.getRow(row).getCell(0);
            var link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + cell.getStringCellValue() + "'!A1");
            cell.setHyperlink(link);
            cell.setCellStyle(styles.link());
        }
    }

    /// The workbook as a package in memory; it is small, for it has no long rows.
    ///
    /// @param title its title for people
    /// @param asAt the moment that it bears
    public byte[] finished(String title, Instant asAt) throws IOException {
        properties(title, asAt);
        workbook.setActiveSheet(0);
        workbook.setSelectedTab(0);
        var bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }

    private void properties(String title, Instant moment) {
        var core = workbook.getProperties().getCoreProperties();
        core.setTitle(title);
        core.setCreator(PUBLISHER);
        core.setLastModifiedByUser(PUBLISHER);
        core.setKeywords("official statistics, Code of Practice for Statistics, breaches");
        var asAt = Optional.of(Date.from(moment));
        core.setCreated(asAt);
        core.setModified(asAt);
        try {
            workbook.getPackage().getPackageProperties().setLanguageProperty("en-GB");
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("The package has no properties", e);
        }
        var extended = workbook.getProperties().getExtendedProperties().getUnderlyingProperties();
        extended.setApplication(PUBLISHER);
    }

    private XSSFSheet sheet(String name) {
        var sheet = workbook.createSheet(name);
        sheet.setZoom(100);
        sheet.setActiveCell(CellAddress.A1);
        return sheet;
    }

    private XSSFSheet tableSheet(String name, String title, String statement) {
        var sheet = sheet(name);
        line(sheet, 0, title, styles.title());
        line(sheet, 1, statement, styles.line());
        return sheet;
    }

    private static void line(XSSFSheet sheet, int row, String text, XSSFCellStyle style) {
        var cell = sheet.createRow(row).createCell(0);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private void heading(
            XSSFSheet sheet, List<String> headers, List<Boolean> numbers, List<Integer> widths) {
        var row = sheet.createRow(SheetPlan.HEADER_ROW - 1);
        for (int column = 0; column < headers.size(); column++) {
            var cell = row.createCell(column);
            cell.setCellValue(headers.get(column));
            cell.setCellStyle(numbers.get(column) ? styles.numberHeader() : styles.header());
            sheet.setColumnWidth(
                    column, width(Math.max(headers.get(column).length(), widths.get(column))));
        }
    }

    /// Marks the table up: named, with a heading row, without filter buttons and stripes.
    private static void markUp(XSSFSheet sheet, String name, int columns, int lastRow) {
        var area =
                new AreaReference(
                        new CellReference(SheetPlan.HEADER_ROW - 1, 0),
                        new CellReference(lastRow - 1, columns - 1),
                        SpreadsheetVersion.EXCEL2007);
        var table = sheet.createTable(area);
        table.setName(name);
        table.setDisplayName(name);
        table.updateHeaders();
    }

    private static int width(int characters) {
        return Math.clamp(characters + 3, NARROWEST, WIDEST) * CHARACTER;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
