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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How well reports are read: the readings of a folder's files compared, field by field, with the
/// folder's `expected.jsonl`.
///
/// @param rows a row for each field
/// @param files how many files were compared
/// @param misses every difference, as a line of text that names the file and the field
public record ReportEvaluation(List<Row> rows, int files, List<String> misses) {

    private static final String PERSONAL_DATA = "personal data";

    public ReportEvaluation {
        rows = List.copyOf(rows);
        misses = List.copyOf(misses);
    }

    /// What a figure has to reach.
    ///
    /// @param field the row
    /// @param measure what of the row: `right`, `F1`, `precision` or `recall`
    /// @param atLeast the least that is good enough, from 0 to 1
    /// @param reached what was reached
    public record Bar(String field, String measure, double atLeast, double reached) {

        /// Whether the figure is good enough.
        public boolean isReached() {
            return reached >= atLeast;
        }
    }

    /// The bars that readings have to reach, in the order of the rows.
    public List<Bar> bars() {
        return Stream.of(
                        bar("outcome", "right", 1.0),
                        bar("form", "right", 0.97),
                        bar("producers canonical", "F1", 0.97),
                        bar("output title", "right", 0.97),
                        bar("report date", "right", 0.97),
                        bar("occurrence dates", "F1", 0.97),
                        bar("references", "F1", 0.97),
                        bar("sections", "right", 0.97),
                        bar(PERSONAL_DATA, "recall", 0.95),
                        bar(PERSONAL_DATA, "precision", 0.90),
                        bar("commitments", "F1", 0.85),
                        bar("anomalies", "F1", 0.85))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Bar> bar(String field, String measure, double atLeast) {
        var row = row(field);
        if (row == null) {
            return Optional.empty();
        }
        var reached =
                switch (measure) {
                    case "precision" -> row.precision();
                    case "F1" -> row.f1();
                    default -> row.recall();
                };
        return Optional.of(new Bar(field, measure, atLeast, reached));
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

    /// Compares the files named in a folder's `expected.jsonl`.
    public static ReportEvaluation of(Path folder, DocumentReader reader) {
        var expected = folder.resolve("expected.jsonl");
        var sums = new LinkedHashMap<String, int[]>();
        var misses = new ArrayList<String>();
        var copies = new Copies(misses);
        var files = 0;
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
                var reading = reader.read(Files.readAllBytes(folder.resolve(name)), name);
                add(sums, new ReportComparison(name, misses).compare(wanted, reading));
                copies.add(name, wanted, reading);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder %s cannot be evaluated".formatted(folder), e);
        }
        copies.count().ifPresent(count -> sums.put("duplicate of", count));
        return new ReportEvaluation(rows(sums), files, misses);
    }

    private static JsonLinesReader.Member wanted(String line, int number) {
        try {
            return JsonLinesReader.read(line);
        } catch (JsonLinesReader.NotAnObject e) {
            throw new IllegalArgumentException(
                    "expected.jsonl, line %d: %s".formatted(number, e.getMessage()), e);
        }
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
        var rows = new ArrayList<Row>();
        var personal = new int[3];
        counts.forEach((field, count) -> {
            rows.add(new Row(field, count[0], count[1], count[2]));
            if (field.startsWith(PERSONAL_DATA)) {
                for (var i = 0; i < 3; i++) {
                    personal[i] += count[i];
                }
            }
        });
        rows.add(new Row(PERSONAL_DATA, personal[0], personal[1], personal[2]));
        return rows;
    }

    /// The row of a field, or null where nothing was expected of it.
    public @Nullable Row row(String field) {
        return rows.stream().filter(row -> row.field().equals(field)).findFirst().orElse(null);
    }

    /// The evaluation as a table for people, each bar beside its row.
    public String table() {
        var table = new StringBuilder();
        table.append(
                String.format(
                        Locale.ROOT,
                        "%-28s %6s %9s %6s %10s %8s %6s  %s%n",
                        "%d files".formatted(files),
                        "right",
                        "expected",
                        "given",
                        "precision",
                        "recall",
                        "F1",
                        "bar"));
        for (var row : rows) {
            var bars =
                    bars().stream()
                            .filter(bar -> bar.field().equals(row.field()))
                            .map(ReportEvaluation::words)
                            .collect(Collectors.joining(", "));
            table.append(
                    String.format(
                                    Locale.ROOT,
                                    "%-28s %6d %9d %6d %10.3f %8.3f %6.3f  %s",
                                    row.field(),
                                    row.right(),
                                    row.expected(),
                                    row.given(),
                                    row.precision(),
                                    row.recall(),
                                    row.f1(),
                                    bars)
                            .stripTrailing());
            table.append(System.lineSeparator());
        }
        return table.toString();
    }

    private static String words(Bar bar) {
        return String.format(
                Locale.ROOT,
                "%s %.2f%s",
                bar.measure(),
                bar.atLeast(),
                bar.isReached() ? "" : " NOT REACHED");
    }
}
