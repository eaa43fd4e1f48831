package org.breachregister.batch.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachregister.api.Column;
import org.breachregister.api.ColumnType;
import org.breachregister.api.FormulaText;
import org.breachregister.api.OwnEventColumn;
import org.breachregister.api.OwnRecordColumn;
import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Role;
import org.breachregister.core.casework.Casebook;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Document;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.database.Sql;
import org.breachregister.core.database.TestDatabase;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;

import javax.xml.parsers.DocumentBuilderFactory;

/// Exports a producer's records from a real database and reads them back with other readers.
class RecordExportIT {

    private static final ProducerId JUSTICE = new ProducerId("ministry-of-justice");
    private static final ProducerId HEALTH = new ProducerId("department-of-health-and-social-care");
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final String LONG = "A long account.\n".repeat(3_000);

    private final TestDatabase.Seen seen = TestDatabase.freshSeenBy(Acting::identity);
    private final Sql sql = new Sql(seen.program());
    private final Casebook casebook = new Casebook(seen.program());
    private final Cases cases = new Cases(seen.acting(), CodeOfPractice.load(), Producers.load());
    private Actor producer = Actor.PUBLIC;

    @BeforeEach
    void receive() throws Exception {
        var account =
                sql.only(
                        row -> row.number("id"),
                        """
                        insert into account (email, name, roles, bodies, created_at)
                        values ('pat@example.org', 'Pat', array['producer'],
                            array['ministry-of-justice'], now()) returning id\
                        """);
        producer =
                Actor.person(
                        new AccountId(account),
                        "Pat",
                        Set.of(Role.PRODUCER),
                        Set.of(JUSTICE),
                        "192.0.2.1");
        receive("one", JUSTICE, "=1+2 and \"quotes\", commas;\tand  spaces & <tags>");
        receive("two", JUSTICE, LONG);
        receive("three", HEALTH, "Somebody else's business");
    }

    private void receive(String name, ProducerId body, String account) throws Exception {
        var content = name.getBytes(StandardCharsets.UTF_8);
        var report =
                new SubmittedReport(
                        null,
                        List.of(new ReportedProducer("MoJ", body, "A body", 1, "exact", List.of())),
                        "Statistic " + name,
                        List.of("https://example.org/" + name),
                        LocalDate.of(2026, 2, 20),
                        List.of(LocalDate.of(2026, 2, 17), LocalDate.of(2026, 2, 18)),
                        List.of(),
                        null,
                        null,
                        Map.of(Section.ACCOUNT, account),
                        List.of(),
                        List.of(),
                        List.of("BR-2011-0004"),
                        List.of(),
                        Map.of());
        var digest = MessageDigest.getInstance("SHA-256").digest(content);
        var breach =
                casebook.receive(
                                new Document(
                                        name + ".txt",
                                        "text/plain",
                                        content,
                                        HexFormat.of().formatHex(digest),
                                        AT),
                                report)
                        .breach();
        sql.change(
                "update breach set bodies = ? where id = ?",
                new String[] {body.value()},
                breach.value());
        sql.change(
                """
                insert into case_message (breach, kind, text, account_name, at)
                values (?, 'question', 'When exactly?', 'Cat Caseworker', ?)\
                """,
                breach.value(),
                AT);
    }

    private RecordExport export() {
        return Acting.as(
                producer,
                () ->
                        new RecordExport(
                                OwnRecords.of(JUSTICE, producer, cases),
                                "Ministry of Justice",
                                AT));
    }

    @Test
    void holdsTheOwnRecordsAndNoOther() throws IOException {
        var json = JsonMapper.shared().readTree(written(ExportFormat.JSON));

        assertThat(json.get("records")).hasSize(2);
        assertThat(json.toString()).doesNotContain("Somebody else");
    }

    @Test
    void asksForAnotherBodyInVain() {
        var own = Acting.as(producer, () -> OwnRecords.of(HEALTH, producer, cases));

        assertThat(own.records()).isEmpty();
    }

    @Test
    void namesNobodyOfTheRegulator() throws IOException {
        assertThat(new String(written(ExportFormat.JSON), StandardCharsets.UTF_8))
                .contains("When exactly?", "the regulator")
                .doesNotContain("Cat Caseworker");
    }

    @Test
    void csvAndJsonHoldTheSameCells() throws Exception {
        var json = JsonMapper.shared().readTree(written(ExportFormat.JSON));
        var csv = csv(written(ExportFormat.CSV));

        assertThat(csv).hasSize(3);
        for (var row = 0; row < 2; row++) {
            for (var column : OwnRecordColumn.values()) {
                var value = json.get("records").get(row).get(column.key());
                var plain = new ArrayList<String>();
                if (value.isArray()) {
                    value.forEach(one -> plain.add(one.asString()));
                } else if (!value.isNull()) {
                    plain.add(value.asString());
                }
                assertThat(FormulaText.unguard(csv.get(row + 1)[column.ordinal()]))
                        .as(column.key())
                        .isEqualTo(String.join("; ", plain));
            }
        }
    }

    @Test
    void historyIsATableOfItsOwnInCsv() throws Exception {
        var out = new ByteArrayOutputStream();
        export().writeHistory(out);

        var rows = csv(out.toByteArray());

        assertThat(rows.getFirst())
                .containsExactly(
                        Arrays.stream(OwnEventColumn.values())
                                .map(Column::key)
                                .toArray(String[]::new));
        assertThat(rows).anySatisfy(row -> assertThat(row).contains("question", "When exactly?"));
    }

    @Test
    void workbookAndCsvHoldTheSameCells() throws Exception {
        var csv = csv(written(ExportFormat.CSV));
        try (var workbook =
                new XSSFWorkbook(new ByteArrayInputStream(written(ExportFormat.XLSX)))) {
            var sheet = workbook.getSheet("Records");
            for (var row = 1; row < csv.size(); row++) {
                for (var column : OwnRecordColumn.values()) {
                    var cell = sheet.getRow(row + 2).getCell(column.ordinal());
                    var text = FormulaText.unguard(csv.get(row)[column.ordinal()]);
                    if (text.equals(LONG.strip())) {
                        assertThat(text(cell, column)).startsWith("Too long for one cell");
                    } else {
                        assertThat(text(cell, column)).as(column.key()).isEqualTo(text);
                    }
                }
            }
            assertThat(workbook.getSheet("Long_text").getRow(3).getCell(5).getStringCellValue())
                    .startsWith("A long account.");
            assertThat(workbook.getProperties().getCoreProperties().getCreator())
                    .isEqualTo("Breach Register");
        }
    }

    private static String text(XSSFCell cell, OwnRecordColumn column) {
        if (cell == null) {
            return "";
        }
        if (cell.getCellType() == CellType.STRING) {
            return cell.getStringCellValue();
        }
        return switch (column.type()) {
            case DATE ->
                    DateUtil.getLocalDateTime(cell.getNumericCellValue()).toLocalDate().toString();
            case INSTANT ->
                    DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                                    DateUtil.getLocalDateTime(cell.getNumericCellValue()))
                            + "Z";
            default -> Long.toString((long) cell.getNumericCellValue());
        };
    }

    @Test
    void openDocumentAndCsvHoldTheSameCells() throws Exception {
        var csv = csv(written(ExportFormat.CSV));
        var sheet = sheet(written(ExportFormat.ODS), "Records");

        for (var row = 0; row < csv.size(); row++) {
            for (var column : OwnRecordColumn.values()) {
                var text = FormulaText.unguard(csv.get(row)[column.ordinal()]);
                assertThat(sheet.get(row + 2).get(column.ordinal()))
                        .as(column.key())
                        .isEqualTo(
                                row > 0 && column.type() == ColumnType.INSTANT
                                        ? text.replace("Z", "")
                                        : text);
            }
        }
    }

    @Test
    void theSameRecordsGiveTheSameBytes() throws IOException {
        for (var format : ExportFormat.values()) {
            assertThat(written(format)).as(format.key()).isEqualTo(written(format));
        }
    }

    private byte[] written(ExportFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        export().write(format, out);
        return out.toByteArray();
    }

    private static List<String[]> csv(byte[] bytes) throws Exception {
        try (var reader =
                new CSVReaderBuilder(
                                new InputStreamReader(
                                        new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))
                        .withCSVParser(new RFC4180ParserBuilder().build())
                        .build()) {
            return reader.readAll();
        }
    }

    /// The cells of a sheet of an OpenDocument spreadsheet: their typed value, else their text.
    private static List<List<String>> sheet(byte[] bytes, String name) throws Exception {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            var first = zip.getNextEntry();
            assertThat(first.getName()).isEqualTo("mimetype");
            assertThat(first.getExtra()).isNull();
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("content.xml")) {
                    var xml =
                            DocumentBuilderFactory.newNSInstance()
                                    .newDocumentBuilder()
                                    .parse(new ByteArrayInputStream(zip.readAllBytes()));
                    var tables = xml.getElementsByTagNameNS("*", "table");
                    for (var i = 0; i < tables.getLength(); i++) {
                        var table = (Element) tables.item(i);
                        if (table.getAttribute("table:name").equals(name)) {
                            return rows(table);
                        }
                    }
                }
            }
        }
        throw new AssertionError("No sheet " + name);
    }

    private static List<List<String>> rows(Element table) {
        var found = new ArrayList<List<String>>();
        var rows = table.getElementsByTagNameNS("*", "table-row");
        for (var i = 0; i < rows.getLength(); i++) {
            var cells = ((Element) rows.item(i)).getElementsByTagNameNS("*", "table-cell");
            var texts = new ArrayList<String>();
            for (var j = 0; j < cells.getLength(); j++) {
                texts.add(cell((Element) cells.item(j)));
            }
            found.add(texts);
        }
        return found;
    }

    private static String cell(Element cell) {
        if (cell.hasAttribute("office:date-value")) {
            return cell.getAttribute("office:date-value");
        }
        if (cell.hasAttribute("office:value")) {
            return cell.getAttribute("office:value");
        }
        var paragraphs = cell.getElementsByTagNameNS("*", "p");
        var lines = new ArrayList<String>();
        for (var i = 0; i < paragraphs.getLength(); i++) {
            var line = new StringBuilder();
            var nodes = paragraphs.item(i).getChildNodes();
            for (var j = 0; j < nodes.getLength(); j++) {
                var node = nodes.item(j);
                line.append(
                        switch (node.getNodeName()) {
                            case "text:s" -> " ";
                            case "text:tab" -> "\t";
                            default -> node.getTextContent();
                        });
            }
            lines.add(line.toString());
        }
        return String.join("\n", lines);
    }
}
