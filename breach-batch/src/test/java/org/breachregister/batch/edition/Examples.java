package org.breachregister.batch.edition;

import org.breachregister.api.PracticeColumn;
import org.breachregister.api.PracticeRow;
import org.breachregister.api.RegisterColumn;
import org.breachregister.api.RegisterRow;
import org.breachregister.batch.edition.xlsx.EditionWorkbook;
import org.breachregister.batch.edition.xlsx.EditionWorkbook.OtherFile;
import org.breachregister.batch.table.CsvTable;
import org.breachregister.batch.table.TableMeasure;
import org.breachregister.core.code.CodeElement;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.PublicRecord.NamedProducer;
import org.breachregister.core.publication.PublicRecord.NamedReference;
import org.breachregister.core.publication.PublicRecord.Promise;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.core.publication.PublishedBreach.Status;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Example rows, and editions made of them without a database.
public final class Examples {

    public static final EditionFacts FACTS =
            new EditionFacts(
                    "breach-register-2016-17-v1.0",
                    "1.0",
                    Period.parse("2016-17"),
                    DateBasis.REPORTED,
                    Instant.parse("2016-11-01T09:30:00Z"),
                    5,
                    "ab".repeat(32));

    /// Too long for one cell of a spreadsheet, in characters and in lines.
    static final String LONG = "A long account \uD83D\uDE00. ".repeat(4_000) + "End";

    static final String MANY_LINES = "line\n".repeat(299) + "last";

    private Examples() {}

    /// A record with nothing in it but a producer and a day.
    public static PublicRecord plain(String producer, @Nullable LocalDate reported) {
        return new PublicRecord(
                List.of(new NamedProducer(producer, null, null, null, null)),
                null,
                null,
                List.of(),
                null,
                List.of(),
                null,
                null,
                reported,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /// A record with a value in every column.
    public static PublicRecord full() {
        return new PublicRecord(
                List.of(
                        new NamedProducer(
                                "Office for Wells",
                                new ProducerId("office-for-wells"),
                                "Office for Wells and Springs",
                                "Water Office",
                                "England"),
                        new NamedProducer("the Pump Board", null, null, null, null)),
                "Well levels, September 2016",
                "Well levels",
                List.of("https://wells.example/levels?month=9&year=2016"),
                EditionId.E1_0,
                List.of(
                        new NamedReference(
                                "Protocol 2 (8)",
                                new ElementId(EditionId.E1_0, "Protocol 2.8"),
                                null)),
                LocalDate.of(2016, 9, 29),
                LocalDate.of(2016, 9, 30),
                LocalDate.of(2016, 10, 3),
                "early release",
                "a supplier",
                "Figures were sent \"early\", to one reader.\nNobody else saw them; [name removed] noticed.",
                "A new rota.",
                "None known.",
                "The rota was changed.",
                List.of("https://wells.example/statement"),
                List.of("one in 2013"),
                List.of(
                        new Promise("A review", LocalDate.of(2016, 12, 31)),
                        new Promise("A report", null)));
    }

    private static PublicRecord awkward() {
        return new PublicRecord(
                List.of(new NamedProducer("=cmd|' /C calc'!A0", null, null, null, null)),
                "+44 wells & <springs>",
                "@series",
                List.of("javascript:alert(1)"),
                EditionId.E1_0,
                List.of(new NamedReference("-2 \"quoted\", with comma", null, null)),
                LocalDate.of(1016, 9, 30),
                LocalDate.of(1016, 9, 30),
                LocalDate.of(2016, 9, 29),
                "'=1+2",
                "''already quoted",
                "=HYPERLINK(\"https://evil.example\",\"click\")\r\nsecond line",
                "literal _x0041_ and \uD83D\uDE00 and \u00A3 and ]]> and \u0001gone",
                "  \t=1+2",
                "-",
                List.of("https://a.example/1", "https://a.example/2"),
                List.of(),
                List.of());
    }

    private static PublicRecord tooLong() {
        var plain = plain("Office for Springs", LocalDate.of(2016, 12, 1));
        return new PublicRecord(
                plain.producers(),
                "Spring levels",
                "Spring levels",
                List.of("https://wells.example/" + "x".repeat(2_500)),
                EditionId.E1_0,
                List.of(),
                LocalDate.of(2016, 11, 30),
                LocalDate.of(2016, 11, 30),
                plain.reportedOn(),
                null,
                null,
                LONG,
                null,
                MANY_LINES,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    static RegisterRow row(int serial, Status status, PublicRecord record) {
        var id = BreachId.of(2016, serial);
        var breach =
                new PublishedBreach(
                        id,
                        status == Status.PUBLISHED ? 1 : 2,
                        status,
                        Instant.parse("2016-10-10T08:30:00Z"),
                        Instant.parse("2016-10-11T17:05:59Z"),
                        status == Status.PUBLISHED ? null : "A date was wrong",
                        record);
        return status == Status.WITHDRAWN
                ? new RegisterRow(breach, List.of(), List.of())
                : new RegisterRow(
                        breach,
                        serial == 1
                                ? List.of(BreachId.of(2015, 3), BreachId.of(2013, 1))
                                : List.of(),
                        record.references().stream().map(cited -> practice(id, cited)).toList());
    }

    private static PracticeRow practice(BreachId breach, NamedReference cited) {
        var element = cited.element();
        if (element == null) {
            return new PracticeRow(
                    breach, cited.asReported(), null, null, null, null, null, null, List.of());
        }
        return new PracticeRow(
                breach,
                cited.asReported(),
                element.edition(),
                element,
                CodeElement.Kind.PRACTICE,
                "Release in time",
                new ElementId(EditionId.E1_0, "Protocol 2"),
                "Release practices",
                List.of(
                        element,
                        new ElementId(EditionId.E2_0, "T3.6"),
                        new ElementId(EditionId.E2_1, "T3.6"),
                        new ElementId(EditionId.E3_0, "3.4"),
                        new ElementId(EditionId.E3_0, "3.5")));
    }

    public static List<RegisterRow> rows() {
        return List.of(
                row(1, Status.REVISED, full()),
                row(2, Status.PUBLISHED, plain("Office for Springs", LocalDate.of(2016, 11, 1))),
                row(3, Status.PUBLISHED, awkward()),
                row(4, Status.WITHDRAWN, full()));
    }

    public static List<RegisterRow> rowsWithLongTexts() {
        var rows = new ArrayList<>(rows());
        rows.add(row(5, Status.PUBLISHED, tooLong()));
        return rows;
    }

    public static RowSource source(List<RegisterRow> rows) {
        return (looked, row) -> {
            rows.forEach(row);
            looked.at(rows.size(), rows.size());
        };
    }

    /// Writes a whole edition into a directory.
    public static Path edition(Path directory, List<RegisterRow> rows) throws IOException {
        Files.createDirectories(directory);
        var csv = directory.resolve(FACTS.name() + ".csv");
        var practices = directory.resolve(FACTS.name() + "-practices.csv");
        var json = directory.resolve(FACTS.name() + ".json");
        var xlsx = directory.resolve(FACTS.name() + ".xlsx");
        TableMeasure register;
        TableMeasure cited;
        try (var table =
                        new CsvTable<>(
                                List.of(RegisterColumn.values()), Files.newOutputStream(csv));
                var places =
                        new CsvTable<PracticeRow>(
                                List.of(PracticeColumn.values()),
                                Files.newOutputStream(practices));
                var records = new JsonRecords(Files.newOutputStream(json))) {
            for (var row : rows) {
                table.row(row);
                row.practices().forEach(places::row);
                records.row(row);
            }
            register = table.measure();
            cited = places.measure();
        }
        new EditionWorkbook(
                        FACTS,
                        List.of(
                                new OtherFile(
                                        FACTS.name() + ".csv",
                                        "CSV",
                                        Files.size(csv),
                                        "one row for each breach")),
                        register,
                        cited)
                .write(xlsx, source(rows), (done, total) -> {});
        var files = new ArrayList<Manifest.Listed>();
        for (var file : List.of(csv, practices, json, xlsx)) {
            files.add(
                    new Manifest.Listed(
                            file.getFileName().toString(), Files.size(file), Checksum.of(file)));
        }
        var counts = new Manifest.Counts(register.rows(), cited.rows(), 0);
        Files.write(directory.resolve(Manifest.FILE), new Manifest(FACTS, counts, files).sealed());
        return directory;
    }
}
