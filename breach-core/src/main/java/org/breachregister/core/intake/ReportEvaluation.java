package org.breachregister.core.intake;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How well reports are read: the readings of a folder's files compared, field by field, with the
/// folder's `expected.jsonl`.
///
/// @param rows a row for each field, over the formats that this version reads
/// @param over the same over all files; a file whose format is not read counts as missed throughout
/// @param files how many files were compared
/// @param read how many of them are in a format that this version reads
/// @param notRead formats that are not read, each with the names of its files
/// @param misses every difference, as a line of text that names the file and the field
public record ReportEvaluation(
        List<Row> rows,
        List<Row> over,
        int files,
        int read,
        Map<String, List<String>> notRead,
        List<String> misses) {

    private static final Set<String> FORMATS_READ =
            Set.of("docx", "doc", "odt", "pdf", "html", "md", "txt", "eml", "rtf");

    private static final String PERSONAL_DATA = "personal data";

    public ReportEvaluation {
        rows = List.copyOf(rows);
        over = List.copyOf(over);
        misses = List.copyOf(misses);
    }

    /// The accuracy of one field.
    ///
    /// @param field its name
    /// @param right how many values were read as expected
    /// @param expected how many values were expected
    /// @param given how many values were read
    public record Row(String field, int right, int expected, int given) {

        /// The share of the values read that are right, 1 where none was read.
        public double precision() {
            return given == 0 ? 1 : (double) right / given;
        }

        /// The share of the values expected that were read, 1 where none was expected.
        public double recall() {
            return expected == 0 ? 1 : (double) right / expected;
        }

        /// The harmonic mean of precision and recall.
        public double f1() {
            var sum = precision() + recall();
            return sum == 0 ? 0 : 2 * precision() * recall() / sum;
        }
    }

    /// The figure that a field has to reach.
    ///
    /// @param field what is judged: the field of a row, or `personal data` for all its kinds
    /// @param measure `right`, `recall`, `precision` or `F1`
    /// @param least the least it may be
    /// @param reached what it is; not a number where the folder has no such field
    public record Bar(String field, String measure, double least, double reached) {

        /// Whether it is high enough.
        public boolean isReached() {
            return !(reached < least - 1e-9);
        }
    }

    /// What every field has to reach, beside what it does reach, over the formats that are read.
    ///
    /// @param lower how many points of a hundred lower the bars are
    public List<Bar> bars(int lower) {
        var bars = new ArrayList<Bar>();
        bars.add(bar("outcome", "recall", 1, lower));
        for (var field :
                List.of(
                        "form",
                        "report date",
                        "occurrence dates",
                        "producers canonical",
                        "output title")) {
            bars.add(bar(field, "recall", 0.97, lower));
        }
        bars.add(bar("references", "F1", 0.97, lower));
        bars.add(bar("sections", "recall", 0.97, lower));
        bars.add(bar(PERSONAL_DATA, "recall", 0.95, lower));
        bars.add(bar(PERSONAL_DATA, "precision", 0.90, lower));
        bars.add(bar("commitments", "F1", 0.85, lower));
        bars.add(bar("anomalies", "F1", 0.85, lower));
        return bars;
    }

    private Bar bar(String field, String measure, double least, int lower) {
        var row =
                field.equals(PERSONAL_DATA)
                        ? sum(
                                field,
                                rows.stream()
                                        .filter(one -> one.field().startsWith(PERSONAL_DATA))
                                        .toList())
                        : row(field);
        var reached =
                row == null || row.expected() == 0
                        ? Double.NaN
                        : switch (measure) {
                            case "precision" -> row.precision();
                            case "F1" -> row.f1();
                            default -> row.recall();
                        };
        return new Bar(field, measure, least - lower / 100.0, reached);
    }

    private static Row sum(String field, List<Row> rows) {
        return new Row(
                field,
                rows.stream().mapToInt(Row::right).sum(),
                rows.stream().mapToInt(Row::expected).sum(),
                rows.stream().mapToInt(Row::given).sum());
    }

    /// The bars as a table for people.
    public static String table(List<Bar> bars) {
        var table = new StringBuilder();
        table.append(
                String.format(
                        Locale.ROOT, "%-28s %-10s %6s %6s%n", "field", "measure", "bar", "is"));
        for (var bar : bars) {
            table.append(
                    String.format(
                            Locale.ROOT,
                            "%-28s %-10s %6.3f %6.3f  %s%n",
                            bar.field(),
                            bar.measure(),
                            bar.least(),
                            bar.reached(),
                            Double.isNaN(bar.reached())
                                    ? "none expected"
                                    : bar.isReached() ? "reached" : "BELOW"));
        }
        return table.toString();
    }

    /// Compares the files named in a folder's `expected.jsonl`.
    public static ReportEvaluation of(Path folder, DocumentReader reader) {
        var expected = folder.resolve("expected.jsonl");
        var readable = new LinkedHashMap<String, int[]>();
        var overall = new LinkedHashMap<String, int[]>();
        var notRead = new LinkedHashMap<String, List<String>>();
        var misses = new ArrayList<String>();
        var files = 0;
        var read = 0;
        var copies = new Copies(misses);
        try {
            var number = 0;
            for (var line : Files.readAllLines(expected)) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                var wanted = wanted(line, number);
                var name = wanted.text("file");
                if (name == null) {
                    throw new IllegalArgumentException(
                            "expected.jsonl, line %d: names no file".formatted(number));
                }
                files++;
                var format = format(wanted, name);
                var reading = reader.read(Files.readAllBytes(folder.resolve(name)), name);
                copies.add(name, wanted, reading);
                var counts = new ReportComparison(name, misses).compare(wanted, reading);
                if (FORMATS_READ.contains(format)) {
                    read++;
                    add(readable, counts);
                } else {
                    notRead.computeIfAbsent(format, _ -> new ArrayList<>()).add(name);
                }
                add(overall, counts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder %s cannot be evaluated".formatted(folder), e);
        }
        copies.count()
                .ifPresent(count -> {
                    add(readable, Map.of("duplicate of", count));
                    add(overall, Map.of("duplicate of", count));
                });
        return new ReportEvaluation(rows(readable), rows(overall), files, read, notRead, misses);
    }

    private static JsonLinesReader.Member wanted(String line, int number) {
        try {
            return JsonLinesReader.read(line);
        } catch (JsonLinesReader.NotAnObject e) {
            throw new IllegalArgumentException(
                    "expected.jsonl, line %d: %s".formatted(number, e.getMessage()), e);
        }
    }

    private static String format(JsonLinesReader.Member wanted, String name) {
        var format = wanted.text("format");
        return (format != null ? format : name.substring(name.lastIndexOf('.') + 1))
                .toLowerCase(Locale.ROOT);
    }

    private static void add(Map<String, int[]> sums, Map<String, int[]> counts) {
        counts.forEach((field, count) -> {
            var sum = sums.computeIfAbsent(field, _ -> new int[3]);
            for (var i = 0; i < 3; i++) {
                sum[i] += count[i];
            }
        });
    }

    private static List<Row> rows(Map<String, int[]> counts) {
        return counts.entrySet().stream()
                .map(field ->
                        new Row(
                                field.getKey(),
                                field.getValue()[0],
                                field.getValue()[1],
                                field.getValue()[2]))
                .toList();
    }

    /// The row of a field over the formats that are read, or null where the folder has none.
    public @Nullable Row row(String field) {
        return rows.stream().filter(row -> row.field().equals(field)).findFirst().orElse(null);
    }

    /// The evaluation as a table for people.
    public String table() {
        var table = new StringBuilder();
        table.append("%d files, %d of them in a format that is read%n".formatted(files, read));
        notRead.forEach((format, names) ->
                table.append(
                        "format not read by this version: %s, %d: %s%n"
                                .formatted(format, names.size(), String.join(", ", names))));
        append(table, "formats read", rows);
        if (!notRead.isEmpty()) {
            append(table, "over all", over);
        }
        return table.toString();
    }

    private static void append(StringBuilder table, String title, List<Row> rows) {
        table.append(
                String.format(
                        Locale.ROOT,
                        "%n%-28s %6s %9s %6s %10s %8s %6s%n",
                        title,
                        "right",
                        "expected",
                        "given",
                        "precision",
                        "recall",
                        "F1"));
        for (var row : rows) {
            table.append(
                    String.format(
                            Locale.ROOT,
                            "%-28s %6d %9d %6d %10.3f %8.3f %6.3f%n",
                            row.field(),
                            row.right(),
                            row.expected(),
                            row.given(),
                            row.precision(),
                            row.recall(),
                            row.f1()));
        }
    }
}
