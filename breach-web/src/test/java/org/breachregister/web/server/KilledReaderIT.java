package org.breachregister.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.intake.contained.ContainedReader;
import org.breachregister.web.RunningServer;
import org.breachregister.web.Uploads;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// That the server outlives what reads its documents.
class KilledReaderIT {

    private final RunningServer server = RunningServer.get();

    @Test
    void answersWhileItsReadersAreKilledAndReadsAgain() throws Exception {
        assertThat(Uploads.postFile(api(), "a.txt", Uploads.report(700)).statusCode())
                .isEqualTo(201);
        var filler =
                "The figures were sent on 3 October 2016 to Mr A Quillfeather. ".repeat(15_000);
        var large =
                (new String(Uploads.report(701), StandardCharsets.UTF_8) + filler)
                        .getBytes(StandardCharsets.UTF_8);
        var sent =
                CompletableFuture.supplyAsync(
                        () -> Uploads.postFile(api(), "large.txt", large).statusCode());
        var killed = 0L;
        while (!sent.isDone()) {
            killed += readers().filter(ProcessHandle::destroyForcibly).count();
            assertThat(server.get("/actuator/health").body()).contains("\"status\":\"UP\"");
            assertThat(server.get("/breaches?q=figures").statusCode()).isEqualTo(200);
            Thread.sleep(50);
        }

        assertThat(killed).isPositive();
        assertThat(sent.get()).isIn(201, 422);
        assertThat(Uploads.postFile(api(), "b.txt", Uploads.report(702)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void tellsWithinTheServerWhatKeepsTheReaderIn() throws Exception {
        var health = server.part(ReaderHealth.class);
        server.part(ContainedReader.class).confinement();
        Thread.sleep(500);

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsKeys("processes", "confinement");
        assertThat(server.get("/actuator/health").body()).contains("\"status\":\"UP\"");
    }

    private String api() {
        return server.address() + "/api/v1/reports";
    }

    /// The reading processes of this test's server: children of this process that run Java.
    private static Stream<ProcessHandle> readers() {
        return ProcessHandle.current()
                .descendants()
                .filter(child ->
                        child.info()
                                .commandLine()
                                .or(() -> child.info().command())
                                .filter(line -> line.contains("java"))
                                .isPresent());
    }
}
