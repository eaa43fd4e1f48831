package org.breachregister.core.producer;

import org.breachregister.core.producer.Name.Use;
import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Reads the bodies from their files and checks them: a mistake is reported with its file and line.
final class ProducerFiles {

    private static final Set<String> BASES = Set.of("seen", "inferred", "from memory");

    private final Source source;
    private final Map<ProducerId, Row> bodyRows = new LinkedHashMap<>();

    final Map<ProducerId, Producer> bodies = new TreeMap<>();
    final Map<ProducerId, List<String>> domains = new HashMap<>();
    final List<Name> names = new ArrayList<>();
    final List<Succession> successions = new ArrayList<>();
    final Map<String, List<String>> nationClues = new TreeMap<>();

    /// For a part of a body that went to another: words of the titles of its outputs.
    final Map<String, List<String>> partWords = new TreeMap<>();

    /// For a name that means several bodies, as its folded words: the words that speak for each.
    final Map<String, Map<ProducerId, List<String>>> declaredAmbiguous = new HashMap<>();

    /// Where the lines of a file come from.
    interface Source {
        BufferedReader open(String file) throws IOException;
    }

    ProducerFiles(Source source) {
        this.source = source;
        readBodies();
        readNames();
        readUnits();
        readLineage();
        readAmbiguous();
        read("clues.tsv", "nation", "clue")
                .forEach(row ->
                        nationClues
                                .computeIfAbsent(row.get("nation"), _ -> new ArrayList<>())
                                .add(row.get("clue")));
        read("parts.tsv", "part", "word")
                .forEach(row ->
                        partWords
                                .computeIfAbsent(row.get("part"), _ -> new ArrayList<>())
                                .add(Words.folded(row.get("word"))));
        checkThatNoNameIsSharedUnawares();
    }

    static ProducerFiles ofTheProgram() {
        return new ProducerFiles(file -> {
            var stream = ProducerFiles.class.getResourceAsStream(file);
            if (stream == null) {
                throw new IOException("The program lacks its file " + file);
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        });
    }

    /// A line of a file, by the names of its columns.
    private record Row(String file, int line, Map<String, String> cells) {

        String get(String column) {
            return cells.getOrDefault(column, "");
        }

        List<String> list(String column) {
            return Arrays.stream(get(column).split(";", -1))
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .toList();
        }

        @Nullable LocalDate date(String column) {
            var value = get(column);
            if (value.isEmpty()) {
                return null;
            }
            try {
                return LocalDate.parse(
                        switch (value.length()) {
                            case 4 -> value + "-01-01";
                            case 7 -> value + "-01";
                            default -> value;
                        });
            } catch (DateTimeException e) {
                throw wrong(
                        "'%s' in column %s is not a date such as 2009, 2009-04 or 2009-04-01"
                                .formatted(value, column));
            }
        }

        IllegalStateException wrong(String what) {
            return new IllegalStateException("%s, line %d: %s".formatted(file, line, what));
        }
    }

    private List<Row> read(String file, String... needed) {
        try (var reader = source.open(file)) {
            var lines = reader.lines().toList();
            if (lines.isEmpty()) {
                throw new IllegalStateException(file + ": empty; its first line names the columns");
            }
            var columns = List.of(lines.getFirst().split("\t", -1));
            var rows = new ArrayList<Row>();
            for (var i = 1; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    rows.add(row(file, i + 1, columns, lines.get(i), needed));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(
            String file, int line, List<String> columns, String text, String... needed) {
        var values = text.split("\t", -1);
        var cells = new HashMap<String, String>();
        for (var i = 0; i < Math.min(values.length, columns.size()); i++) {
            cells.put(columns.get(i), values[i].strip());
        }
        var row = new Row(file, line, cells);
        if (values.length != columns.size()) {
            throw row.wrong(
                    "has %d columns, its head has %d".formatted(values.length, columns.size()));
        }
        for (var column : needed) {
            if (row.get(column).isEmpty()) {
                throw row.wrong("column %s is empty".formatted(column));
            }
        }
        if (columns.contains("basis") && !BASES.contains(row.get("basis"))) {
            throw row.wrong(
                    "basis '%s' is not one of %s"
                            .formatted(row.get("basis"), BASES.stream().sorted().toList()));
        }
        return row;
    }

    private void readBodies() {
        for (var row : read("bodies.tsv", "id", "name", "kind", "nation", "basis")) {
            if (bodyRows.put(id(row, row.get("id")), row) != null) {
                throw row.wrong("body '%s' is here twice".formatted(row.get("id")));
            }
        }
        for (var entry : bodyRows.entrySet()) {
            var row = entry.getValue();
            var from = row.date("from");
            var to = row.date("to");
            if (from != null && to != null && !from.isBefore(to)) {
                throw row.wrong("ends on %s, before it begins on %s".formatted(to, from));
            }
            names.add(new Name(row.get("name"), entry.getKey(), Use.OFFICIAL, null, null));
            domains.put(entry.getKey(), row.list("domains"));
        }
    }

    private void readNames() {
        var spellings = new HashMap<ProducerId, Set<String>>();
        var formerNames = new HashMap<ProducerId, List<Producer.FormerName>>();
        for (var row : read("names.tsv", "body", "name", "use", "basis")) {
            var body = body(row, "body");
            var use =
                    switch (row.get("use")) {
                        case "abbreviation" -> Use.ABBREVIATION;
                        case "spelling" -> Use.SPELLING;
                        case "former" -> Use.FORMER;
                        default ->
                                throw row.wrong(
                                        "use '%s' is not abbreviation, spelling or former"
                                                .formatted(row.get("use")));
                    };
            var from = row.date("from");
            var to = row.date("to");
            if (use == Use.FORMER) {
                if (from == null || to == null || !from.isBefore(to)) {
                    throw row.wrong("a former name needs a first and a later last day");
                }
                formerNames
                        .computeIfAbsent(body, _ -> new ArrayList<>())
                        .add(new Producer.FormerName(row.get("name"), from, to));
            }
            names.add(new Name(row.get("name"), body, use, from, to));
            spellings.computeIfAbsent(body, _ -> new LinkedHashSet<>()).add(row.get("name"));
        }
        for (var entry : bodyRows.entrySet()) {
            var row = entry.getValue();
            var id = entry.getKey();
            bodies.put(
                    id,
                    new Producer(
                            id,
                            row.get("name"),
                            List.copyOf(spellings.getOrDefault(id, Set.of())),
                            row.get("kind"),
                            row.get("nation"),
                            row.date("from"),
                            row.date("to"),
                            row.list("parents").stream().map(parent -> known(row, parent)).toList(),
                            formerNames.getOrDefault(id, List.of()),
                            speaksAsParent(row)));
        }
    }

    private static boolean speaksAsParent(Row row) {
        return switch (row.get("speaks_as")) {
            case "itself" -> false;
            case "parent" -> true;
            default -> throw row.wrong("speaks_as is neither itself nor parent");
        };
    }

    private void readUnits() {
        for (var row : read("units.tsv", "body", "unit", "basis")) {
            names.add(new Name(row.get("unit"), body(row, "body"), Use.UNIT, null, null));
        }
    }

    private void readLineage() {
        for (var row : read("lineage.tsv", "predecessor", "successor", "extent", "basis")) {
            var extent =
                    switch (row.get("extent")) {
                        case "whole" -> Succession.Extent.WHOLE;
                        case "part" -> Succession.Extent.PART;
                        case "minor" -> Succession.Extent.MINOR;
                        default ->
                                throw row.wrong(
                                        "extent '%s' is not whole, part or minor"
                                                .formatted(row.get("extent")));
                    };
            var predecessor = body(row, "predecessor");
            var successor = body(row, "successor");
            if (predecessor.equals(successor)) {
                throw row.wrong("'%s' succeeds itself".formatted(successor));
            }
            var begun = Objects.requireNonNull(bodies.get(predecessor)).from();
            var on = row.date("on");
            if (begun != null && on != null && on.isBefore(begun)) {
                throw row.wrong("on %s, but '%s' began on %s".formatted(on, predecessor, begun));
            }
            successions.add(
                    new Succession(
                            predecessor,
                            Set.copyOf(row.list("predecessor_part")),
                            successor,
                            Set.copyOf(row.list("successor_part")),
                            on,
                            extent));
        }
    }

    private void readAmbiguous() {
        for (var row : read("ambiguous.tsv", "name", "body", "why")) {
            declaredAmbiguous
                    .computeIfAbsent(key(row.get("name")), _ -> new TreeMap<>())
                    .put(body(row, "body"), row.list("clues"));
        }
    }

    private void checkThatNoNameIsSharedUnawares() {
        var owners = new TreeMap<String, Set<ProducerId>>();
        for (var name : names) {
            owners.computeIfAbsent(key(name.text()), _ -> new HashSet<>()).add(name.body());
        }
        owners.forEach((key, bodies) -> {
            if (key.isEmpty()) {
                throw new IllegalStateException("names.tsv: a name without words");
            }
            if (bodies.size() > 1
                    && !declaredAmbiguous.getOrDefault(key, Map.of()).keySet().equals(bodies)) {
                throw new IllegalStateException(
                        "names.tsv: '%s' names %s; ambiguous.tsv must list just these"
                                .formatted(key, bodies.stream().sorted().toList()));
            }
        });
        declaredAmbiguous.forEach((key, bodies) -> {
            if (!owners.getOrDefault(key, Set.of()).equals(bodies.keySet())) {
                throw new IllegalStateException(
                        "ambiguous.tsv: '%s' is listed for %s but named in names.tsv for %s"
                                .formatted(key, bodies.keySet(), owners.get(key)));
            }
        });
    }

    static String key(String name) {
        return Words.keys(name).stream().collect(Collectors.joining(" "));
    }

    private ProducerId body(Row row, String column) {
        return known(row, row.get(column));
    }

    private ProducerId known(Row row, String value) {
        var id = id(row, value);
        if (!bodyRows.containsKey(id)) {
            throw row.wrong("body '%s' is not in bodies.tsv".formatted(value));
        }
        return id;
    }

    private static ProducerId id(Row row, String value) {
        try {
            return new ProducerId(value);
        } catch (IllegalArgumentException e) {
            throw row.wrong(String.valueOf(e.getMessage()));
        }
    }
}
