package org.breachregister.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.web.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What the files of an edition are given out as.
class DownloadsIT {

    private static final String DIRECTORY = "/registers/" + RunningServer.EDITION + "/";
    private static final String CSV = DIRECTORY + RunningServer.EDITION + ".csv";

    private final RunningServer server = RunningServer.get();

    @Test
    void giveOutAFileWithTypeNameLengthAndChecksum() {
        var response = server.get(CSV);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("breach_id\r\n.csv\r\n");
        var headers = response.headers();
        assertThat(
                        headers.firstValue("content-type")
                                .orElseThrow()
                                .toLowerCase(Locale.ROOT)
                                .split(" *; *"))
                .containsExactlyInAnyOrder("text/csv", "charset=utf-8", "header=present");
        assertThat(headers.firstValue("content-disposition"))
                .contains("attachment; filename=\"" + RunningServer.EDITION + ".csv\"");
        assertThat(headers.firstValue("content-length")).contains("17");
        assertThat(headers.firstValue("etag"))
                .contains(
                        '"'
                                + RunningServer.sha256(
                                        response.body().getBytes(StandardCharsets.UTF_8))
                                + '"');
        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
    }

    @Test
    void answerHeadLikeGetWithoutABody() {
        var head = server.send("HEAD", CSV);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("content-length")).contains("17");
        assertThat(head.headers().firstValue("etag"))
                .isEqualTo(server.get(CSV).headers().firstValue("etag"));
    }

    @Test
    void sendNothingTwice() {
        var etag = server.get(CSV).headers().firstValue("etag").orElseThrow();

        assertThat(server.send("GET", CSV, "If-None-Match", etag).statusCode()).isEqualTo(304);
    }

    @Test
    void giveOutTheManifestUnderATellingName() {
        assertThat(
                        server.get(DIRECTORY + "manifest.json")
                                .headers()
                                .firstValue("content-disposition"))
                .contains("attachment; filename=\"" + RunningServer.EDITION + "-manifest.json\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notes.csv",
                "missing.csv",
                "..%2fserver.lock",
                "%2e%2e/server.lock",
                "..%5cserver.lock",
                "manifest.json%00.csv",
                "manifest.json;x=1",
                "//manifest.json"
            })
    void giveOutNothingElse(String file) {
        var response = server.get(DIRECTORY + file);

        assertThat(response.statusCode()).isIn(400, 404);
        assertThat(response.body())
                .doesNotContain("process ")
                .doesNotContain("not in the manifest");
    }

    @Test
    void knowOnlyRecordedEditions() {
        assertThat(server.get("/registers/other/manifest.json").statusCode()).isEqualTo(404);
    }
}
