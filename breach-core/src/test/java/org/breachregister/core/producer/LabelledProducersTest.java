package org.breachregister.core.producer;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.SharedFolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The labelled forms, records and reports that may lie beside the checkout, read where they are.
class LabelledProducersTest {

    private static final Producers PRODUCERS = Producers.load();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void matchesTheWrittenFormsOfTheHistory() throws IOException {
        var rows = Files.readAllLines(SharedFolder.get("history/producers.tsv"));
        var records = records(SharedFolder.get("history/breaches.jsonl"));
        var columns = List.of(rows.getFirst().split("\t", -1));
        var needed = 0;
        var right = 0;
        var wrong = new ArrayList<String>();
        var open = new ArrayList<String>();
        for (var row : rows.subList(1, rows.size())) {
            var cells = row.split("\t", -1);
            var written = cells[columns.indexOf("as_written")];
            var wanted = plain(cells[columns.indexOf("canonical")]);
            var clear = cells[columns.indexOf("note")].isBlank();
            for (var record : cells[columns.indexOf("record_ids")].split(",")) {
                var event = records.get(record.strip());
                var on = LocalDate.parse(event.get("occurred").asString().substring(0, 10));
                // A form that two bodies share needs the rest of the record; the others stand
                // alone.
                var context =
                        clear
                                ? ""
                                : event.get("output").asString()
                                        + "\n"
                                        + event.get("account").asString();
                var found = PRODUCERS.match(written, context, on).getFirst();
                var canonical = found.canonical();
                needed++;
                if (canonical == null) {
                    open.add(record + " " + written + " " + found);
                } else if (plain(canonical).equals(wanted)) {
                    right++;
                } else {
                    wrong.add(record + " " + written + " is " + wanted + ", not " + canonical);
                }
            }
        }
        System.out.printf("producers of the history: %d of %d; open: %s%n", right, needed, open);
        assertThat(wrong).isEmpty();
        assertThat(right).isGreaterThanOrEqualTo(needed * 97 / 100);
    }

    @Test
    void matchesTheProducersOfTheLabelledReports() throws IOException {
        var folder = SharedFolder.get("reports/expected.jsonl");
        var wrong = new ArrayList<String>();
        for (var line : Files.readAllLines(folder)) {
            var report = JSON.readTree(line);
            if (!report.has("producers")) {
                continue;
            }
            for (var producer : report.get("producers")) {
                var on =
                        report.get("occurrence_dates").isEmpty()
                                ? null
                                : LocalDate.parse(report.get("occurrence_dates").get(0).asString());
                var written = producer.get("as_written").asString();
                var context = report.get("output_title") + "\n" + report.get("output_links");
                var found = PRODUCERS.match(written, context, on);
                if (found.size() != 1
                        || !found.getFirst().asWritten().equals(written)
                        || !producer.get("canonical")
                                .asString()
                                .equals(found.getFirst().canonical())) {
                    wrong.add(producer + " became " + found);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// Of the labelled pairs, those whose producers are one line and those that only seem to be.
    @Test
    void joinsTheProducersOfRepeatsAndPartsThoseThatOnlySeemAlike() throws IOException {
        var records = records(SharedFolder.get("history/breaches.jsonl"));
        var missed = new ArrayList<String>();
        var pairs = 0;
        for (var cells : rows("history/repeats.tsv")) {
            if (cells[2].equals("same-output") || cells[2].equals("same-producer")) {
                pairs++;
                if (!sameLine(records.get(cells[0]), records.get(cells[1]))) {
                    missed.add(String.join(" ", cells));
                }
            }
        }
        var joined = new ArrayList<String>();
        for (var cells : rows("history/hard_negatives.tsv")) {
            if (cells[3].equals("none")
                    && (cells[2].startsWith("only part")
                            || cells[2].startsWith("bodies that merged")
                            || cells[2].startsWith("same written name"))
                    && sameLine(records.get(cells[0]), records.get(cells[1]))) {
                joined.add(String.join(" ", cells));
            }
        }
        System.out.printf("lines of %d pairs; missed %s; joined %s%n", pairs, missed, joined);
        assertThat(missed).hasSizeLessThanOrEqualTo(pairs * 3 / 100);
        assertThat(joined).hasSizeLessThanOrEqualTo(1);
    }

    private static boolean sameLine(JsonNode one, JsonNode other) {
        var first = producer(one);
        var second = producer(other);
        return first != null
                && second != null
                && PRODUCERS.sameLine(
                        first,
                        one.get("output").asString(),
                        second,
                        other.get("output").asString());
    }

    private static @Nullable ProducerId producer(JsonNode record) {
        return PRODUCERS
                .match(
                        record.get("producer").asString(),
                        record.get("output").asString() + "\n" + record.get("account").asString(),
                        LocalDate.parse(record.get("occurred").asString().substring(0, 10)))
                .getFirst()
                .id();
    }

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(SharedFolder.get(file)).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static Map<String, JsonNode> records(Path file) throws IOException {
        var records = new HashMap<String, JsonNode>();
        for (var line : Files.readAllLines(file)) {
            var record = JSON.readTree(line);
            records.put(record.get("id").asString(), record);
        }
        return records;
    }

    /// Without the years and the nation that the labels add in brackets. The labels keep the Welsh
    /// Assembly Government apart, the reports' labels do not; we follow the latter.
    private static String plain(String canonical) {
        var name = canonical.replaceAll(" \\((NI|20.*|after .*)\\)$", "");
        return name.equals("Welsh Assembly Government") ? "Welsh Government" : name;
    }
}
