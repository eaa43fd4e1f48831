package org.breachregister.batch.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachregister.api.ColumnType;
import org.breachregister.api.FormulaText;
import org.breachregister.api.RegisterColumn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Reads an edition back with readers that know nothing of the writers.
class FormatsAgreeTest {

    @TempDir private Path directory;
    private List<String[]> csv;
    private List<String[]> practices;
    private List<List<String>> json;

    @BeforeEach
    void compile() throws IOException, CsvException {
        Examples.edition(directory, Examples.rowsWithLongTexts());
        csv = csv(".csv");
        practices = csv("-practices.csv");
        json = json();
    }

    @Test
    void csvAndJsonHoldTheSameCells() {
        var plain = csv.stream().skip(1).map(this::unguarded).toList();

        assertThat(plain).hasSize(5).isEqualTo(json);
    }

    @Test
    void csvAndWorkbookHoldTheSameCells() throws IOException {
        try (var workbook =
                new XSSFWorkbook(Files.newInputStream(directory.resolve(name(".xlsx"))))) {
            assertThat(cells(workbook, "Register", csv.getFirst().length))
                    .isEqualTo(csv.stream().map(this::unguarded).toList());
            assertThat(cells(workbook, "Practices", practices.getFirst().length))
                    .isEqualTo(practices.stream().map(this::unguarded).toList());
        }
    }

    @Test
    void longTextsAreWholeInAllOfThem() {
        var account = RegisterColumn.ACCOUNT.ordinal();
        var impact = RegisterColumn.IMPACT.ordinal();

        assertThat(csv.get(5)[account]).isEqualTo(Examples.LONG);
        assertThat(csv.get(5)[impact]).isEqualTo(Examples.MANY_LINES);
    }

    private List<String> unguarded(String[] row) {
        return java.util.Arrays.stream(row).map(FormulaText::unguard).toList();
    }

    private List<List<String>> cells(XSSFWorkbook workbook, String name, int columns) {
        var sheet = workbook.getSheet(name);
        var rows = new ArrayList<List<String>>();
        for (int row = 2; row <= sheet.getLastRowNum(); row++) {
            var cells = new ArrayList<String>();
            for (int column = 0; column < columns; column++) {
                var cell = sheet.getRow(row).getCell(column);
                var text = cell == null ? "" : text(cell, column);
                cells.add(
                        text.startsWith("Too long for one cell")
                                ? longText(workbook.getSheet("Long_text"), name, row + 1, column)
                                : text);
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String text(XSSFCell cell, int column) {
        if (cell.getCellType() == CellType.STRING) {
            return cell.getStringCellValue();
        }
        if (!DateUtil.isCellDateFormatted(cell)) {
            return String.valueOf((long) cell.getNumericCellValue());
        }
        var moment = cell.getLocalDateTimeCellValue();
        return RegisterColumn.values()[column].type() == ColumnType.DATE
                ? moment.toLocalDate().toString()
                : java.time.format.DateTimeFormatter.ISO_INSTANT.format(
                        moment.atOffset(java.time.ZoneOffset.UTC));
    }

    private static String longText(XSSFSheet sheet, String name, int row, int column) {
        return StreamSupport.stream(sheet.spliterator(), false)
                .skip(3)
                .filter(part -> part.getCell(0).getStringCellValue().equals(name))
                .filter(part -> part.getCell(1).getNumericCellValue() == row)
                .filter(part ->
                        part.getCell(3)
                                .getStringCellValue()
                                .equals(RegisterColumn.values()[column].key()))
                .map(part -> part.getCell(5).getStringCellValue())
                .collect(Collectors.joining());
    }

    private List<String[]> csv(String ending) throws IOException, CsvException {
        try (var reader =
                new CSVReaderBuilder(
                                Files.newBufferedReader(
                                        directory.resolve(name(ending)), StandardCharsets.UTF_8))
                        .withCSVParser(new RFC4180ParserBuilder().build())
                        .build()) {
            return reader.readAll();
        }
    }

    private List<List<String>> json() throws IOException {
        var tree =
                JsonMapper.builder()
                        .build()
                        .readTree(Files.readAllBytes(directory.resolve(name(".json"))));
        var rows = new ArrayList<List<String>>();
        for (var breach : tree.get("breaches")) {
            var cells = new ArrayList<String>();
            for (var column : csv.getFirst()) {
                cells.add(text(breach.get(column)));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::stringValue)
                        .collect(Collectors.joining("; "))
                : value.asString();
    }

    private static String name(String ending) {
        return Examples.FACTS.name() + ending;
    }
}
