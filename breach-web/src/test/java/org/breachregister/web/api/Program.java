package org.breachregister.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.web.RunningServer;
import org.breachregister.web.Uploads;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A program that asks the server in somebody's name.
///
/// @param token the token, or null for nobody's
record Program(RunningServer server, @Nullable String token) {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Path SAMPLE =
            Path.of("src/main/resources/samples/reports/2009-06-defra-agricultural-price-index.md");

    static Program of(RunningServer server, Team.Member member) {
        return new Program(server, member.token());
    }

    /// An answer.
    record Answer(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String body() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String code() {
            return json().path("code").asString("");
        }

        /// The same, if it has that status.
        Answer expect(int status) {
            assertThat(status()).as(body()).isEqualTo(status);
            return this;
        }

        /// The same, if it is that problem.
        Answer expect(int status, String code) {
            expect(status);
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(code()).isEqualTo(code);
            assertThat(json().path("type").asString()).isEqualTo("/problems/" + code);
            return this;
        }
    }

    /// Asks for an address.
    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /// Sends JSON, or nothing where it is null.
    Answer send(String method, String path, @Nullable String json, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        var names = Arrays.stream(headers).map(String::toLowerCase).toList();
        if (json != null && !names.contains("content-type")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        return raw(
                method,
                path,
                json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8),
                all);
    }

    /// Sends a form.
    Answer form(String method, String path, List<Uploads.Part> parts, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", Uploads.formType()));
        return raw(method, path, Uploads.form(parts), all);
    }

    Answer raw(String method, String path, byte[] body, List<String> headers) {
        var request =
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .timeout(Duration.ofSeconds(60))
                        .method(
                                method,
                                body.length == 0
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The ETag of a record.
    String tag(String path) {
        return get(path).expect(200).header("ETag");
    }

    /// Changes a record as it stands now.
    Answer change(String method, String record, String path, @Nullable String json) {
        return send(method, record + path, json, "If-Match", tag(record));
    }

    /// A key of one's own.
    static String key() {
        return "key-" + COUNT.incrementAndGet();
    }

    /// A text part of a form.
    static Uploads.Part text(String name, String value) {
        return new Uploads.Part(
                "form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    /// A filled form of its own, which no other test has sent, with a name in its account.
    static byte[] report() {
        try {
            var title =
                    "Agricultural Price Index: April 2009, edition %d"
                            .formatted(COUNT.incrementAndGet());
            return Files.readString(SAMPLE)
                    .replace("Agricultural Price Index: April 2009", title)
                    .replace(
                            "the officer who was to publish", "Barnabas Quill, who was to publish,")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Begins a draft with a filled form.
    String draft(String body) {
        return form(
                        "POST",
                        "/api/v1/drafts",
                        List.of(text("body", body), Uploads.Part.file("report.md", report())),
                        "Idempotency-Key",
                        key())
                .expect(201)
                .header("Location");
    }

    /// Sends a report.
    ///
    /// @return the address of its case
    String sent(String body) {
        var draft = draft(body);
        return send(
                        "POST",
                        draft + "/submit",
                        null,
                        "If-Match",
                        tag(draft),
                        "Idempotency-Key",
                        key())
                .expect(201)
                .header("Location");
    }
}
