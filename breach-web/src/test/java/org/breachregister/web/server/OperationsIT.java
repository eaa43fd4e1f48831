package org.breachregister.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.breachregister.core.database.Home;
import org.breachregister.core.publication.RegisterLog;
import org.breachregister.web.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.sql.DataSource;

/// What those see who keep the server alive: health, metrics and logs.
@ExtendWith(OutputCaptureExtension.class)
class OperationsIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final List<String> PERSONAL =
            List.of(
                    "Wilhelmina",
                    "Quackenbush",
                    "w.quackenbush@stats.example",
                    "020 7946 0123",
                    "Zebra crossings");

    private static final String REPORT =
            """
            Name of Producer Organisation: Office for National Statistics
            Title and link to statistical output: Zebra crossings
            Name and contact details: Wilhelmina Quackenbush, w.quackenbush@stats.example, 020 7946 0123
            Date of occurrence of breach: 3 October 2016
            Date of breach report: 4 October 2016
            Relevant principle(s)/practice(s): T3.4
            Nature of the breach: Wilhelmina Quackenbush sent a draft to a mailing list.
            Reasons for breach: She was in a hurry.
            Impact of the breach: None.
            Corrective actions: None.
            """;

    @TempDir Path directory;

    @Test
    void tellsItsHealthWithoutDetailsAndKeepsMetricsOffThePagesPort() throws Exception {
        try (var server = Server.start(new Home(directory), 0, Map.of())) {
            for (var path : List.of("/livez", "/readyz", "/actuator/health")) {
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() ->
                                assertThat(get(Server.port(server), path).statusCode())
                                        .isEqualTo(200));
                assertThat(get(Server.port(server), path).body())
                        .isIn(
                                "{\"status\":\"UP\"}",
                                "{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
            }
            for (var path :
                    List.of(
                            "/actuator",
                            "/actuator/prometheus",
                            "/actuator/metrics",
                            "/actuator/env")) {
                assertThat(get(Server.port(server), path).statusCode()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void givesMetricsOnAPortOfTheirOwnWithoutAWordOfAnyReport(CapturedOutput output)
            throws Exception {
        var settings =
                Map.of(
                        "management.server.port", "0",
                        "logging.structured.format.console", "ecs",
                        "logging.level.org.breachregister", "DEBUG");
        try (var server = Server.start(new Home(directory), 0, settings)) {
            Examples.publish(
                    new RegisterLog(server.getBean("programDataSource", DataSource.class)),
                    server.getBean(Clock.class).instant());
            var pages = Server.port(server);
            var metrics =
                    server.getEnvironment()
                            .getRequiredProperty("local.management.port", Integer.class);
            assertThat(server.getEnvironment().getProperty("management.server.address"))
                    .isEqualTo("127.0.0.1");
            assertThat(send(pages).statusCode()).isIn(200, 201, 303);
            for (var path :
                    List.of(
                            "/",
                            "/breaches?q=Quackenbush",
                            "/breaches/" + Examples.FULL,
                            "/breaches/BR-1999-0001",
                            "/no/such/Quackenbush",
                            "/api/v1/breaches?q=Zebra+crossings")) {
                get(pages, path);
            }
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(get(metrics, "/actuator/prometheus").body())
                                    .contains("breach_index_in_step 1.0"));
            var text = get(metrics, "/actuator/prometheus").body();
            assertThat(text)
                    .contains("breach_released_total", "breach_release_failures_total 0.0")
                    .contains("http_server_requests_seconds_count")
                    .doesNotContain("BR-2016", "BR-1999");
            PERSONAL.forEach(word -> assertThat(text).doesNotContain(word));
            for (var path : List.of("/", "/breaches", "/actuator/env", "/api/v1/breaches")) {
                assertThat(get(metrics, path).statusCode()).as(path).isIn(403, 404);
            }
            assertThat(get(pages, "/actuator/prometheus").statusCode()).isEqualTo(404);
            assertThat(get(pages, "/livez").statusCode()).isEqualTo(200);
        }
        var logs = new StringBuilder(output.getAll());
        try (Stream<Path> files = Files.list(directory)) {
            for (var file : files.filter(path -> path.toString().contains(".log")).toList()) {
                logs.append(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        PERSONAL.forEach(word -> assertThat(logs.toString()).doesNotContain(word));
        assertThat(output.getErr().lines().filter(line -> !line.isBlank()))
                .as("structured, as it was set")
                .allMatch(line -> line.startsWith("{\"@timestamp\""));
    }

    private static HttpResponse<String> send(int port) throws Exception {
        var boundary = "----------boundary";
        var body =
                "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Quackenbush.txt\"\r\nContent-Type: text/plain\r\n\r\n%2$s\r\n--%1$s--\r\n"
                        .formatted(boundary, REPORT);
        return CLIENT.send(
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:%d/api/v1/reports".formatted(port)))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                        .build(),
                BodyHandlers.ofString());
    }
}
