package org.breachregister.batch.edition.xlsx;

import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.breachregister.api.Column;
import org.breachregister.api.PracticeColumn;
import org.breachregister.api.RegisterColumn;
import org.breachregister.batch.edition.EditionFacts;
import org.breachregister.batch.edition.RowSource;
import org.breachregister.batch.table.SheetLine;
import org.breachregister.batch.table.TableMeasure;
import org.breachregister.batch.table.xlsx.PackageCopy;
import org.breachregister.batch.table.xlsx.SheetPlan;
import org.breachregister.batch.table.xlsx.SheetRows;
import org.breachregister.batch.table.xlsx.WorkbookTemplate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/// Writes the workbook of an edition. Apache POI makes the package; the rows of the long tables are
/// streamed into it, so that its size does not matter. The same edition gives the same bytes.
public final class EditionWorkbook {

    private static final List<RegisterColumn> REGISTER = List.of(RegisterColumn.values());
    private static final List<PracticeColumn> PRACTICES = List.of(PracticeColumn.values());

    private final EditionFacts facts;
    private final List<OtherFile> others;
    private final TableMeasure register;
    private final TableMeasure practices;

    /// @param others the other files of the edition, which the cover lists
    /// @param register the measure of the main table
    /// @param practices the measure of the practices table
    public EditionWorkbook(
            EditionFacts facts,
            List<OtherFile> others,
            TableMeasure register,
            TableMeasure practices) {
        this.facts = facts;
        this.others = List.copyOf(others);
        this.register = register;
        this.practices = practices;
    }

    /// Writes the file anew.
    public void write(Path file, RowSource rows, RowSource.Looked looked) throws IOException {
        try (var template = new WorkbookTemplate();
                OutputStream out = Files.newOutputStream(file)) {
            var plans = plans();
            template.lines("Cover", cover());
            template.linkToSheets(contents(template, plans));
            notes(template);
            columns(template);
            plans.forEach(template::longTable);
            var styles = template.styles();
            var tables = new LongTables(rows, styles, looked, plans.size());
            var filled = new LinkedHashMap<Integer, PackageCopy.Rows>();
            int sheet = 5;
            for (var plan : plans) {
                filled.put(sheet++, tables.rowsOf(plan));
            }
            new PackageCopy(template.finished(facts.title(), facts.asAt())).write(out, filled);
        }
    }

    private List<SheetPlan> plans() {
        var plans = new ArrayList<SheetPlan>();
        long longTexts = register.longTextParts() + practices.longTextParts();
        plans.add(
                new SheetPlan(
                        LongTables.REGISTER_SHEET,
                        "Register_of_breaches",
                        "Table 1: Breaches of the Code of Practice for Statistics, United Kingdom, "
                                + facts.periodAndBasis()
                                + " "
                                + registerNotes(longTexts > 0),
                        "This worksheet contains one table with one row for each breach, ordered by"
                                + " identifier. "
                                + blankCells()
                                + rowsSentence(register),
                        "Breaches, one row each",
                        SheetPlan.headersOf(REGISTER),
                        SheetPlan.numbersOf(REGISTER),
                        register.widths(),
                        register.rows()));
        plans.add(
                new SheetPlan(
                        LongTables.PRACTICES_SHEET,
                        "Practices_breached",
                        "Table 2: Places of the Code of Practice for Statistics that were breached, United"
                                + " Kingdom, "
                                + facts.periodAndBasis()
                                + " "
                                + EditionNote.SEVERAL_VALUES.marker(),
                        "This worksheet contains one table with one row for each breach and each reference"
                                + " to the Code in its report. "
                                + blankCells()
                                + rowsSentence(practices),
                        "Principles and practices breached, with their counterparts in other editions of"
                                + " the Code",
                        SheetPlan.headersOf(PRACTICES),
                        SheetPlan.numbersOf(PRACTICES),
                        practices.widths(),
                        practices.rows()));
        if (longTexts > 0) {
            plans.add(
                    SheetRows.longTexts(
                            "Table 3: Texts that are too long for one cell "
                                    + EditionNote.LONG_TEXT.marker(),
                            longTexts));
        }
        return plans;
    }

    private static String registerNotes(boolean longTexts) {
        var notes =
                EditionNote.markers(
                        EditionNote.WITHDRAWN,
                        EditionNote.SEVERAL_VALUES,
                        EditionNote.PERSONAL_DATA,
                        EditionNote.LINKS,
                        EditionNote.DATES);
        return longTexts ? notes + EditionNote.LONG_TEXT.marker() : notes;
    }

    private static String blankCells() {
        return "A blank cell means that there is nothing to say in that column; the worksheet Columns"
                + " gives the reason for each column.";
    }

    private static String rowsSentence(TableMeasure table) {
        return table.rows() == 0 ? " The table has no rows: nothing falls into this period." : "";
    }

    private List<SheetLine> cover() {
        var lines = new ArrayList<SheetLine>();
        lines.add(new SheetLine(1, facts.title()));
        lines.add(
                new SheetLine(
                        0,
                        "This workbook lists breaches of the Code of Practice for Statistics that producers of"
                                + " official statistics in the United Kingdom reported to the regulator."));
        lines.add(new SheetLine(2, "This edition"));
        lines.add(new SheetLine(0, "Period: %s.".formatted(facts.periodAndBasis())));
        lines.add(
                new SheetLine(
                        0,
                        facts.logPosition() == 0
                                ? "Nothing has been published in the register yet."
                                : "It shows the register as it stood on %s."
                                        .formatted(facts.asAtInWords())));
        lines.add(new SheetLine(0, "Breaches: %s.".formatted(register.rows())));
        lines.add(
                new SheetLine(
                        0,
                        "References to the Code in these breaches: %s."
                                .formatted(practices.rows())));
        if (register.rows() == 0) {
            lines.add(
                    new SheetLine(
                            0,
                            "No breach in the register falls into this period, so the tables have no rows."));
        }
        lines.add(
                new SheetLine(
                        0,
                        "Version: %s. When the register changes, a new version is published beside this one,"
                                        .formatted(facts.version())
                                + " which stays as it is."));
        lines.add(
                new SheetLine(
                        2, "Other files of this edition " + EditionNote.FORMULA_LIKE.marker()));
        others.stream().map(other -> new SheetLine(0, other.inWords())).forEach(lines::add);
        lines.add(new SheetLine(2, "How to read the tables"));
        lines.add(
                new SheetLine(
                        0,
                        "Markers such as [note 1] are explained in the worksheet Notes; what each column holds"
                                + " is explained in the worksheet Columns."));
        lines.add(
                new SheetLine(
                        0,
                        "Some cells are blank. A blank cell means that there is nothing to say in that column."));
        lines.add(new SheetLine(2, "Source"));
        lines.add(
                new SheetLine(
                        0,
                        "Reports of breaches by the producers of the statistics, in their words where a column"
                                + " says so. Publisher: Breach Register."));
        return lines;
    }

    private static XSSFSheet contents(WorkbookTemplate template, List<SheetPlan> plans) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Cover", "What this edition is"));
        rows.add(List.of("Notes", "Notes that the tables refer to"));
        rows.add(List.of("Columns", "What each column holds"));
        plans.forEach(plan -> rows.add(List.of(plan.name(), plan.contents())));
        return template.table(
                "Contents",
                "Table_of_contents",
                "Contents",
                "This worksheet contains one table. It lists the other worksheets of this workbook.",
                List.of("Worksheet", "What it holds"),
                rows,
                List.of(15, 60));
    }

    private void notes(WorkbookTemplate template) {
        boolean longTexts = register.longTextParts() + practices.longTextParts() > 0;
        template.table(
                "Notes",
                "Notes_to_tables",
                "Notes",
                "This worksheet contains one table.",
                List.of("Note", "Text", "Used in"),
                Arrays.stream(EditionNote.values())
                        .filter(note -> longTexts || note != EditionNote.LONG_TEXT)
                        .map(note -> List.of(note.marker(), note.text(), note.usedIn()))
                        .toList(),
                List.of(10, 60, 20));
    }

    private static void columns(WorkbookTemplate template) {
        var rows =
                Stream.concat(
                                REGISTER.stream()
                                        .map(column -> column(LongTables.REGISTER_SHEET, column)),
                                PRACTICES.stream()
                                        .map(column -> column(LongTables.PRACTICES_SHEET, column)))
                        .toList();
        template.table(
                "Columns",
                "Columns_of_tables",
                "Columns of the tables",
                "This worksheet contains one table. A blank cell of a withdrawn breach means that it"
                        + " was withdrawn, whatever the column.",
                List.of(
                        "Worksheet",
                        "Column",
                        "Name",
                        "Type",
                        "What it holds",
                        "What a blank cell means"),
                rows,
                List.of(12, 24, 24, 20, 60, 60));
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

    /// Another file of the edition.
    ///
    /// @param name its name
    /// @param kind `CSV`, `JSON`
    /// @param bytes its size
    /// @param about what it holds, as the end of a sentence
    public record OtherFile(String name, String kind, long bytes, String about) {

        private String inWords() {
            return "%s (%s, %s KB): %s.".formatted(name, kind, (bytes + 1023) / 1024, about);
        }
    }
}
