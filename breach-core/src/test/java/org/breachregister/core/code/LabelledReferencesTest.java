package org.breachregister.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.SharedFolder;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

class LabelledReferencesTest {

    private static final ReferenceReader READER = new ReferenceReader(CodeOfPractice.load());

    @Test
    void resolvesTheReferencesOfTheHistory() throws IOException {
        var failures = new ArrayList<String>();
        int all = 0;
        for (var record : records("history/breaches.jsonl")) {
            var occurred = LocalDate.parse(record.get("occurred").asString());
            for (var words : record.get("references")) {
                all++;
                var read = READER.read(words.asString(), occurred);
                boolean resolved =
                        !read.isEmpty()
                                && read.stream().allMatch(reference -> reference.element() != null);
                if (!resolved) {
                    failures.add(
                            record.get("id").asString()
                                    + " "
                                    + occurred
                                    + " "
                                    + words
                                    + " "
                                    + read);
                }
            }
        }
        System.out.printf("history: %d references, %d not resolved%n", all, failures.size());
        failures.forEach(System.out::println);
        assertThat(all).isPositive();
        assertThat(failures).hasSizeLessThanOrEqualTo(all / 100);
    }

    @Test
    void agreesWithTheReferencesOfTheReports() throws IOException {
        var failures = new ArrayList<String>();
        int all = 0;
        for (var report : records("reports/expected.jsonl")) {
            var dates = report.get("occurrence_dates");
            if (dates == null || dates.isEmpty()) {
                continue;
            }
            var occurred = LocalDate.parse(dates.get(0).asString());
            for (var expected : report.get("references")) {
                all++;
                var element =
                        new ElementId(
                                new EditionId(expected.get("edition").asString()),
                                expected.get("ref").asString());
                var read = READER.read(expected.get("as_written").asString(), occurred);
                if (read.size() != 1 || !element.equals(read.getFirst().element())) {
                    failures.add(expected + " " + occurred + " " + read);
                }
            }
        }
        System.out.printf("reports: %d references, %d not as expected%n", all, failures.size());
        failures.forEach(System.out::println);
        assertThat(all).isPositive();
        assertThat(failures).hasSizeLessThanOrEqualTo(all / 20);
    }

    private static List<JsonNode> records(String path) throws IOException {
        var mapper = new ObjectMapper();
        return Files.readAllLines(SharedFolder.get(path), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .map(mapper::readTree)
                .toList();
    }
}
