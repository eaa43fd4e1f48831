package org.breachregister.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.SharedFolder;
import org.breachregister.core.database.Home;
import org.breachregister.web.server.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/// Nothing that tells of a person leaves: every name, e-mail address, telephone number and postal
/// address that the labels of a folder of reports list is looked for in everything that is
/// published from it.
class PublishedPersonalDataIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir Path directory;

    @Test
    void noneOfTheSamplesPersonalDataIsPublished() throws Exception {
        var samples = Path.of("src/main/resources/samples");
        check(samples.resolve("reports"), samples.resolve("expected.jsonl"));
    }

    @Test
    void noneOfTheLabelledReportsPersonalDataIsPublished() throws Exception {
        var reports = SharedFolder.get("reports");
        check(reports, reports.resolve("expected.jsonl"));
    }

    private void check(Path reports, Path labels) throws Exception {
        var input = directory.resolve("input");
        copy(reports, input);
        var home = directory.resolve("home").toString();
        BreachCommand.run("import", input.toString(), "--historic", "--home", home);
        assertThat(BreachCommand.run("register", "all", "--home", home)).isZero();
        var personal = labelled(labels, input);
        assertThat(personal).hasSizeGreaterThan(20);

        var published = published(Path.of(home));

        assertThat(published).hasSizeGreaterThan(10);
        published.forEach((place, text) ->
                assertThat(personal.stream().filter(folded(text)::contains)).as(place).isEmpty());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (var file :
                    files.filter(file -> file.toString().matches(".*\\.(txt|md|html)")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /// What the labels of the copied files list, folded.
    private static TreeSet<String> labelled(Path labels, Path input) throws IOException {
        var personal = new TreeSet<String>();
        for (var line : Files.readAllLines(labels)) {
            var label = JSON.readTree(line);
            if (Files.exists(input.resolve(label.get("file").asString()))
                    && label.has("personal_data")) {
                label.get("personal_data")
                        .forEach(datum -> personal.add(folded(datum.get("text").asString())));
            }
        }
        return personal;
    }

    /// Every published file, every answer of the API and every page of a breach, as text by place.
    private static TreeMap<String, String> published(Path home) throws Exception {
        var published = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(home.resolve("editions"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                published.put(file.getFileName().toString(), text(file));
            }
        }
        try (var server = Server.start(new Home(home), 0, Map.of());
                var client = HttpClient.newHttpClient()) {
            var root = "http://127.0.0.1:" + Server.port(server);
            var ids = new ArrayList<String>();
            var all = get(client, root + "/api/v1/breaches?size=100");
            JSON.readTree(all)
                    .get("breaches")
                    .forEach(breach -> ids.add(breach.get("breach_id").asString()));
            published.put("/api/v1/breaches", all);
            for (var id : ids) {
                for (var path : List.of("/breaches/" + id, "/api/v1/breaches/" + id)) {
                    published.put(path, get(client, root + path));
                }
            }
            published.put("/", get(client, root + "/"));
            published.put("/breaches", get(client, root + "/breaches"));
        }
        return published;
    }

    private static String get(HttpClient client, String address) throws Exception {
        var answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }

    private static String text(Path file) throws IOException {
        if (!file.toString().endsWith(".xlsx")) {
            return Files.readString(file);
        }
        var text = new StringBuilder();
        try (InputStream content = Files.newInputStream(file);
                var parts = new ZipInputStream(content)) {
            while (parts.getNextEntry() != null) {
                text.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
            }
        }
        return text.toString();
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00a0\\u00ad]+", " ");
    }
}
