package org.breachregister.batch.edition.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachregister.api.RegisterColumn;
import org.breachregister.batch.edition.Examples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;

/// The rules of the spreadsheet checklist that a program can decide.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditionWorkbookTest {

    private Path directory;
    private final TreeMap<String, String> parts = new TreeMap<>();
    private XSSFWorkbook workbook;
    private XSSFWorkbook empty;
    private XSSFWorkbook withoutLongTexts;

    @BeforeAll
    void compile(@TempDir Path temporary) throws IOException {
        directory = temporary;
        workbook = compile("full", Examples.rowsWithLongTexts());
        withoutLongTexts = compile("short", Examples.rows());
        empty = compile("empty", List.of());
        try (var zip = new ZipFile(file("full").toFile())) {
            for (var part : zip.stream().toList()) {
                parts.put(
                        part.getName(),
                        new String(
                                zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    private XSSFWorkbook compile(String name, List<org.breachregister.api.RegisterRow> rows)
            throws IOException {
        Examples.edition(directory.resolve(name), rows);
        try (var content = Files.newInputStream(file(name))) {
            return new XSSFWorkbook(content);
        }
    }

    private Path file(String name) {
        return directory.resolve(name).resolve(Examples.FACTS.name() + ".xlsx");
    }

    @AfterAll
    void close() throws IOException {
        workbook.close();
        withoutLongTexts.close();
        empty.close();
    }

    @Test
    void hasItsSheetsInOrder() {
        assertThat(sheets(workbook))
                .extracting(XSSFSheet::getSheetName)
                .containsExactly(
                        "Cover",
                        "Contents",
                        "Notes",
                        "Columns",
                        "Register",
                        "Practices",
                        "Long_text");
        assertThat(sheets(withoutLongTexts))
                .extracting(XSSFSheet::getSheetName)
                .doesNotContain("Long_text");
    }

    @Test
    void hasNeitherMacrosNorFormulasNorPictures() {
        assertThat(parts.keySet())
                .noneMatch(name ->
                        name.contains("vba")
                                || name.contains("drawing")
                                || name.contains("media")
                                || name.contains("externalLink")
                                || name.contains("comments"));
        assertThat(sheetXml()).noneMatch(xml -> xml.contains("<f>") || xml.contains("<f "));
    }

    @Test
    void hidesMergesFreezesAndFiltersNothing() {
        assertThat(parts.values())
                .noneMatch(xml ->
                        xml.contains("hidden=")
                                || xml.contains("<pane")
                                || xml.contains("mergeCell")
                                || xml.contains("autoFilter")
                                || xml.contains("outlineLevel"));
    }

    @Test
    void fixesNoRowHeights() {
        assertThat(sheetXml())
                .noneMatch(xml -> xml.contains("customHeight") || xml.contains(" ht="));
    }

    @Test
    void hasNoHeadersFootersOrConditionalFormats() {
        assertThat(sheetXml())
                .noneMatch(xml ->
                        xml.contains("<headerFooter") || xml.contains("<conditionalFormatting"));
    }

    @Test
    void opensAtTheTopOfTheFirstSheet() {
        assertThat(workbook.getActiveSheetIndex()).isZero();
        assertThat(sheetXml())
                .allMatch(xml ->
                        xml.contains("activeCell=\"A1\"") && xml.contains("zoomScale=\"100\""));
        assertThat(sheetXml().filter(xml -> xml.contains("tabSelected=\"true\""))).hasSize(1);
    }

    @Test
    void tellsItsTitleLanguageAndPublisher() throws Exception {
        var core = workbook.getProperties().getCoreProperties();

        assertThat(core.getTitle())
                .isEqualTo(workbook.getSheet("Cover").getRow(0).getCell(0).getStringCellValue())
                .doesNotContain("-", "_");
        assertThat(workbook.getPackage().getPackageProperties().getLanguageProperty())
                .contains("en-GB");
        assertThat(core.getCreator()).isEqualTo("Breach Register");
        assertThat(core.getLastModifiedByUser()).isEqualTo("Breach Register");
        assertThat(core.getKeywords()).contains(", ");
    }

    @Test
    void bearsNoTimeButThatOfTheRegister() throws IOException {
        assertThat(parts.get("docProps/core.xml"))
                .contains(">2016-11-01T09:30:00Z</dcterms:created>")
                .contains(">2016-11-01T09:30:00Z</dcterms:modified>");
        try (var zip = new ZipFile(file("full").toFile())) {
            assertThat(zip.stream())
                    .allMatch(part -> "1980-02-01T00:00".equals(part.getTimeLocal().toString()))
                    .allMatch(part -> part.getExtra() == null);
        }
    }

    @Test
    void tagsTheTitleOfEverySheetAndNothingElseAsHeadingOne() {
        for (var sheet : sheets(workbook)) {
            var titles = new ArrayList<String>();
            for (var row : sheet) {
                for (var cell : row) {
                    if (builtInStyle((XSSFCell) cell) == 16) {
                        titles.add(cell.getAddress().formatAsString());
                    }
                }
            }
            assertThat(titles).as(sheet.getSheetName()).containsExactly("A1");
        }
    }

    @Test
    void tagsTheSubheadingsOfTheCover() {
        var subheadings =
                StreamSupport.stream(workbook.getSheet("Cover").spliterator(), false)
                        .map(row -> (XSSFCell) row.getCell(0))
                        .filter(cell -> builtInStyle(cell) == 17)
                        .map(XSSFCell::getStringCellValue);

        assertThat(subheadings).contains("This edition", "How to read the tables", "Source");
    }

    @Test
    void keepsTheCoverInItsFirstColumn() {
        for (var row : workbook.getSheet("Cover")) {
            assertThat(row.getLastCellNum()).isEqualTo((short) 1);
        }
    }

    @Test
    void hasOneNamedTableWithoutStyleOnEverySheetButTheCover() {
        var names = new HashSet<String>();
        for (var sheet : sheets(workbook)) {
            if (sheet.getSheetName().equals("Cover")) {
                assertThat(sheet.getTables()).isEmpty();
                continue;
            }
            assertThat(sheet.getTables()).as(sheet.getSheetName()).hasSize(1);
            var table = sheet.getTables().getFirst();
            assertThat(names.add(table.getName())).isTrue();
            assertThat(table.getName()).doesNotMatch("(?i)table_?\\d*").matches("[A-Za-z_]+");
            assertThat(table.getCTTable().isSetTableStyleInfo()).isFalse();
            assertThat(table.getHeaderRowCount()).isEqualTo(1);
        }
    }

    @Test
    void fitsEachTableToItsRowsWithNothingBesideOrBelow() {
        for (var sheet : sheets(workbook)) {
            if (sheet.getTables().isEmpty()) {
                continue;
            }
            var area = sheet.getTables().getFirst().getArea();
            assertThat(area.getFirstCell()).isEqualTo(new CellReference("A3"));
            assertThat(area.getLastCell().getRow()).isEqualTo(sheet.getLastRowNum());
            for (var row : sheet) {
                assertThat((int) row.getLastCellNum())
                        .isLessThanOrEqualTo(area.getLastCell().getCol() + 1);
                assertThat(row.getLastCellNum()).isPositive();
            }
            assertThat(parts.get(part(sheet)))
                    .contains("<dimension ref=\"A1:" + area.getLastCell().formatAsString(false));
        }
    }

    @Test
    void headsEveryColumnOnceAndAsTheTableSays() {
        for (var sheet : sheets(workbook)) {
            for (var table : sheet.getTables()) {
                var headings =
                        IntStream.range(0, table.getColumnCount())
                                .mapToObj(column ->
                                        sheet.getRow(2).getCell(column).getStringCellValue())
                                .toList();
                assertThat(headings).doesNotHaveDuplicates().noneMatch(String::isBlank);
                assertThat(table.getColumns())
                        .extracting(column -> column.getName())
                        .isEqualTo(headings);
            }
        }
    }

    @Test
    void describesEveryTableUnderItsTitle() {
        for (var sheet : sheets(workbook)) {
            if (!sheet.getTables().isEmpty()) {
                assertThat(sheet.getRow(1).getCell(0).getStringCellValue())
                        .startsWith("This worksheet contains one table");
            }
        }
        for (var name : List.of("Register", "Practices")) {
            assertThat(workbook.getSheet(name).getRow(1).getCell(0).getStringCellValue())
                    .contains("A blank cell means");
        }
    }

    @Test
    void namesItsSheetsWell() {
        assertThat(sheets(workbook))
                .allMatch(sheet -> sheet.getSheetName().matches("[A-Z][A-Za-z_]{0,30}"));
    }

    @Test
    void leadsFromTheContentsToTheFirstCellOfEverySheet() {
        var contents = workbook.getSheet("Contents");

        assertThat(contents.getHyperlinkList())
                .extracting(link -> link.getLocation())
                .containsExactlyInAnyOrder(
                        "'Cover'!A1",
                        "'Notes'!A1",
                        "'Columns'!A1",
                        "'Register'!A1",
                        "'Practices'!A1",
                        "'Long_text'!A1");
    }

    @Test
    void definesEveryNoteItUsesAndUsesEveryNoteItDefines() {
        for (var each : List.of(workbook, withoutLongTexts)) {
            var defined =
                    StreamSupport.stream(each.getSheet("Notes").spliterator(), false)
                            .skip(3)
                            .map(row -> row.getCell(0).getStringCellValue())
                            .toList();
            var used = new ArrayList<String>();
            for (var sheet : sheets(each)) {
                for (var row : sheet) {
                    var cell = row.getCell(0);
                    if (cell != null
                            && cell.getCellType() == CellType.STRING
                            && builtInStyle((XSSFCell) cell) != 0) {
                        Pattern.compile("\\[note \\d+]")
                                .matcher(cell.getStringCellValue())
                                .results()
                                .map(found -> found.group())
                                .filter(marker -> !used.contains(marker))
                                .forEach(used::add);
                    }
                }
            }
            assertThat(used).isEqualTo(defined);
        }
    }

    @Test
    void explainsEveryPublishedColumn() {
        var explained =
                StreamSupport.stream(workbook.getSheet("Columns").spliterator(), false)
                        .skip(3)
                        .filter(row -> row.getCell(0).getStringCellValue().equals("Register"))
                        .map(row -> row.getCell(1).getStringCellValue());

        assertThat(explained)
                .containsExactlyElementsOf(
                        java.util.Arrays.stream(RegisterColumn.values())
                                .map(RegisterColumn::key)
                                .toList());
    }

    @Test
    void wrapsTheCellsOfTables() {
        for (var sheet : sheets(workbook)) {
            if (!sheet.getTables().isEmpty()) {
                StreamSupport.stream(sheet.spliterator(), false)
                        .skip(2)
                        .forEach(row ->
                                row.forEach(cell ->
                                        assertThat(cell.getCellStyle().getWrapText())
                                                .as(cell.getAddress().formatAsString())
                                                .isTrue()));
                assertThat(sheet.getRow(0).getCell(0).getCellStyle().getWrapText()).isFalse();
            }
        }
    }

    @Test
    void isSetInArialOfTwelvePointsOrMoreWithoutColour() {
        for (var font : workbook.getStylesSource().getFonts()) {
            assertThat(font.getFontName()).isEqualTo("Arial");
            assertThat(font.getFontHeightInPoints()).isGreaterThanOrEqualTo((short) 12);
            assertThat(font.getItalic()).isFalse();
            boolean link = font.getUnderline() != 0;
            assertThat(font.getCTFont().sizeOfColorArray()).isEqualTo(link ? 1 : 0);
        }
    }

    @Test
    void writesDatesAndNumbersAsWhatTheyAre() {
        var row = workbook.getSheet("Register").getRow(3);

        var occurred = row.getCell(RegisterColumn.OCCURRED_FROM.ordinal());
        assertThat(occurred.getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(occurred.getCellStyle().getDataFormatString()).isEqualTo("d mmm yyyy");
        assertThat(occurred.getLocalDateTimeCellValue()).isEqualTo("2016-09-29T00:00:00");
        var changed = row.getCell(RegisterColumn.LAST_CHANGED.ordinal());
        assertThat(changed.getLocalDateTimeCellValue()).isEqualTo("2016-10-11T17:05:59");
        var days = row.getCell(RegisterColumn.DAYS_TO_REPORT.ordinal());
        assertThat(days.getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(days.getNumericCellValue()).isEqualTo(3);
        assertThat(row.getCell(RegisterColumn.CODE_EDITION.ordinal()).getCellType())
                .isEqualTo(CellType.STRING);
    }

    @Test
    void keepsTextThatLooksLikeAFormulaAsMarkedText() {
        var row = workbook.getSheet("Register").getRow(5);

        for (var column :
                List.of(
                        RegisterColumn.PRODUCER_AS_REPORTED,
                        RegisterColumn.OUTPUT,
                        RegisterColumn.ACCOUNT,
                        RegisterColumn.IMPACT,
                        RegisterColumn.CORRECTIVE_ACTIONS)) {
            var cell = row.getCell(column.ordinal());
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).matches("(?s)[=+\\-@].*");
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void linksNothingButSingleOrdinaryAddressesOfLinkColumns() {
        var links = workbook.getSheet("Register").getHyperlinkList();

        assertThat(links)
                .extracting(link -> link.getCellRef() + " " + link.getAddress())
                .containsExactly(
                        "K4 https://wells.example/levels?month=9&year=2016",
                        "Z4 https://wells.example/statement");
    }

    @Test
    void holdsNoCellLongerThanACellCanBe() {
        for (var sheet : sheets(workbook)) {
            for (var row : sheet) {
                for (var cell : row) {
                    if (cell.getCellType() == CellType.STRING) {
                        assertThat(cell.getStringCellValue().length()).isLessThan(32_768);
                    }
                }
            }
        }
        assertThat(workbook.getSheet("Long_text").getLastRowNum()).isGreaterThan(4);
    }

    @Test
    void isWholeAndSaysSoWhenThereIsNothingInIt() {
        var register = empty.getSheet("Register");

        assertThat(register.getTables().getFirst().getArea().formatAsString()).isEqualTo("A3:AD4");
        assertThat(register.getLastRowNum()).isEqualTo(2);
        assertThat(register.getRow(1).getCell(0).getStringCellValue())
                .contains("The table has no rows");
        assertThat(
                        StreamSupport.stream(empty.getSheet("Cover").spliterator(), false)
                                .map(row -> row.getCell(0).getStringCellValue()))
                .contains("Breaches: 0.");
    }

    @Test
    void widensColumnsToTheirTextWithinBounds() {
        for (var sheet : sheets(workbook)) {
            for (var table : sheet.getTables()) {
                for (int column = 0; column < table.getColumnCount(); column++) {
                    assertThat(sheet.getColumnWidth(column) / 256).isBetween(10, 60);
                }
            }
        }
    }

    private static List<XSSFSheet> sheets(XSSFWorkbook workbook) {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetAt)
                .toList();
    }

    private java.util.stream.Stream<String> sheetXml() {
        return parts.entrySet().stream()
                .filter(part -> part.getKey().matches("xl/worksheets/sheet\\d+\\.xml"))
                .map(java.util.Map.Entry::getValue);
    }

    private String part(XSSFSheet sheet) {
        return sheet.getPackagePart().getPartName().getName().substring(1);
    }

    /// The number of the built-in style that a cell derives from.
    private static long builtInStyle(XSSFCell cell) {
        var styles = cell.getSheet().getWorkbook().getStylesSource().getCTStylesheet();
        long parent = cell.getCellStyle().getCoreXf().getXfId();
        return styles.getCellStyles().getCellStyleList().stream()
                .filter(style -> style.getXfId() == parent)
                .findFirst()
                .orElseThrow()
                .getBuiltinId();
    }
}
