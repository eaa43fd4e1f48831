package org.breachregister.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.database.Home;
import org.breachregister.web.Uploads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// How much the server takes from whom.
@ExtendWith(OutputCaptureExtension.class)
class UploadLimitsIT {

    private static final String API = "/api/v1/reports";

    @TempDir Path directory;
    private ConfigurableApplicationContext server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void givesUpAClientThatDribblesAndAnswersOthersMeanwhile(CapturedOutput output)
            throws Exception {
        start(Map.of("breach.intake.patience", "1s"));
        var began = System.nanoTime();
        try (var dribbler = begin("127.0.0.1", 1_000_000)) {
            var out = dribbler.getOutputStream();
            var answer = new StringBuilder();
            while (answer.isEmpty() && System.nanoTime() - began < 10_000_000_000L) {
                out.write('x');
                out.flush();
                Thread.sleep(100);
                assertThat(get("/actuator/health").body()).contains("\"status\":\"UP\"");
                assertThat(get("/breaches?q=x").statusCode()).isEqualTo(200);
                var in = dribbler.getInputStream();
                if (in.available() > 0) {
                    answer.append(
                            new String(in.readNBytes(in.available()), StandardCharsets.UTF_8));
                }
            }
            assertThat(answer.toString()).startsWith("HTTP/1.1 408 ").contains("too-slow");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        assertThat(send("127.0.0.1", 1).statusCode()).isEqualTo(201);
        assertThat(output.getAll()).isEmpty();
    }

    @Test
    void forgetsAClientThatGoesAwayInTheMiddle(CapturedOutput output) throws Exception {
        start(Map.of("breach.intake.most-at-once", "1"));
        begin("127.0.0.1", 1_000_000).close();

        assertThat(send("127.0.0.2", 1).statusCode()).isEqualTo(201);
        assertThat(output.getAll()).isEmpty();
    }

    @Test
    void holdsOnlySoManyDocumentsAtOnce() throws Exception {
        start(Map.of("breach.intake.most-at-once", "2"));
        try (var _ = begin("127.0.0.1", 1_000_000);
                var _ = begin("127.0.0.2", 1_000_000)) {
            var second = send("127.0.0.1", 1);
            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.body()).contains("too-many-requests");

            var third = send("127.0.0.3", 1);
            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.body()).contains("\"busy\"").contains("Nothing is wrong with yours");
            assertThat(third.headers().firstValue("retry-after")).contains("30");
            assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        }
        assertThat(send("127.0.0.3", 1).statusCode()).isEqualTo(201);
    }

    @Test
    void takesOnlySoManyDocumentsAMinuteFromAnAddressWhateverItClaims() throws Exception {
        start(Map.of("breach.intake.most-a-minute", "3"));
        for (var i = 0; i < 3; i++) {
            assertThat(send("127.0.0.1", i, "X-Forwarded-For", "192.0.2." + i).statusCode())
                    .isEqualTo(201);
        }

        var refused = send("127.0.0.1", 4, "X-Forwarded-For", "192.0.2.4");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after").map(Integer::parseInt).orElseThrow())
                .isBetween(1, 60);
        var onThePage =
                Uploads.postFile(address() + "/report-a-breach", "a.txt", Uploads.report(5));
        assertThat(onThePage.statusCode()).isEqualTo(429);
        assertThat(onThePage.body()).contains("There is a problem").contains("Wait a minute");
        assertThat(send("127.0.0.2", 6).statusCode()).isEqualTo(201);
    }

    @Test
    void takesOnlySoMuchADay() throws Exception {
        start(Map.of("breach.intake.most-a-day", "2KB"));
        assertThat(send("127.0.0.1", 1).statusCode()).isEqualTo(201);
        assertThat(send("127.0.0.1", 1).statusCode()).isEqualTo(201);
        assertThat(send("127.0.0.1", 2).statusCode()).isEqualTo(201);

        var refused = send("127.0.0.1", 3);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("\"full\"");
    }

    @Test
    void takesNothingWhereItIsClosed() throws Exception {
        start(Map.of("breach.intake.open", "false"));

        assertThat(send("127.0.0.1", 1).statusCode()).isEqualTo(404);
        assertThat(get("/report-a-breach").body()).isEqualTo(get("/nothing").body());
        assertThat(
                        Uploads.postFile(address() + "/report-a-breach", "a.txt", Uploads.report(1))
                                .statusCode())
                .isEqualTo(404);
        for (var page : new String[] {"/", "/about", "/breaches"}) {
            assertThat(get(page).body()).as(page).doesNotContain("report-a-breach");
        }
    }

    @Test
    void writesNothingOfADocumentToTheLog(CapturedOutput output) throws Exception {
        start(Map.of("logging.level.org.breachregister", "TRACE"));
        send("127.0.0.1", 1);
        var recipe = "Cream the butter, says Quillfeather.".getBytes(StandardCharsets.UTF_8);
        Uploads.postFile(address() + API, "Quillfeather.txt", recipe);
        Uploads.postFile(address() + API, "Quillfeather.docx", new byte[] {'P', 'K', 3, 4, 5});

        assertThat(output.getAll()).doesNotContain("Quillfeather").doesNotContain("Quokka");
    }

    private void start(Map<String, String> settings) {
        server = Server.start(new Home(directory), 0, settings);
    }

    private String address() {
        return "http://127.0.0.1:" + Server.port(server);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address() + path)).build(),
                    BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    private HttpResponse<String> send(String from, int number, String... headers)
            throws IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder().localAddress(InetAddress.getByName(from)).build()) {
            var request =
                    HttpRequest.newBuilder(URI.create(address() + API + "?name=a.txt"))
                            .POST(BodyPublishers.ofByteArray(Uploads.report(number)));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    /// Begins to send a document and goes on only as the caller does.
    private Socket begin(String from, int length) throws Exception {
        var socket =
                new Socket(
                        InetAddress.getByName("127.0.0.1"),
                        Server.port(server),
                        InetAddress.getByName(from),
                        0);
        var head =
                "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\nBREACH"
                        .formatted(API, length);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        Thread.sleep(500);
        return socket;
    }
}
