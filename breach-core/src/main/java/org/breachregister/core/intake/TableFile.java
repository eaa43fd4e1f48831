package org.breachregister.core.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the tab-separated data that comes with this package. The first row holds the names of the
/// columns; lines that start with `#` are notes.
final class TableFile {

    private TableFile() {}

    static List<List<String>> read(String name, int columns) {
        var rows = new ArrayList<List<String>>();
        for (var line : lines(name)) {
            var row = List.of(line.split("\t", -1));
            if (row.size() != columns) {
                throw new IllegalStateException(
                        "%s: %d columns expected in '%s'".formatted(name, columns, line));
            }
            rows.add(row);
        }
        return rows.subList(1, rows.size());
    }

    /// The lines of a file that are not empty and no notes.
    static List<String> lines(String name) {
        try (var stream = TableFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The data file %s is missing".formatted(name));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The data file %s cannot be read".formatted(name), e);
        }
    }
}
