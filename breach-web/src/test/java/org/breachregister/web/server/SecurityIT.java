package org.breachregister.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.web.Examples;
import org.breachregister.web.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// What nobody may do or see.
class SecurityIT {

    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/breaches",
                    "/breaches/BR-2016-0001",
                    "/breaches/BR-2017-0077",
                    "/registers",
                    "/about",
                    "/nothing");

    private final RunningServer server = RunningServer.get();

    @Test
    void sendTheSameStrictHeadersWithEveryPage() {
        for (var page : PAGES) {
            var headers = server.get(page).headers();

            assertThat(headers.firstValue("content-security-policy"))
                    .as(page)
                    .contains(
                            "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; font-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
            assertThat(headers.firstValue("x-content-type-options")).as(page).contains("nosniff");
            assertThat(headers.firstValue("referrer-policy")).as(page).contains("no-referrer");
            assertThat(headers.firstValue("set-cookie")).as(page).isEmpty();
            assertThat(headers.firstValue("server")).as(page).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})
    void refuseToChangeAnything(String method) {
        for (var path : List.of("/", "/breaches", "/api/v1/breaches", "/actuator/health")) {
            var response = server.send(method, path);

            assertThat(response.statusCode()).as(method + " " + path).isIn(400, 405);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/login",
                "/webjars/govuk-frontend/5.14.0/dist/govuk/assets/fonts/bold-b542beb274-v2.woff2",
                "/assets/fonts/bold-b542beb274-v2.woff2",
                "/application.properties"
            })
    void hideWhatIsNotPublic(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void tellOnlyWhetherTheServerIsWell() {
        assertThat(server.get("/actuator/health").body())
                .isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
    }

    @Test
    void boundTheSizeOfAnAddress() {
        var response = server.get("/breaches?q=" + "a".repeat(20_000));

        assertThat(response.statusCode()).isIn(400, 414, 431);
        assertThat(response.body()).doesNotContain("Apache").doesNotContain("Exception");
    }

    @Test
    void showNothingOfTheFuture() {
        var places =
                List.of(
                        "/",
                        "/breaches?q=zebra",
                        "/breaches?q=embargoed",
                        "/breaches?output=Embargoed+Zebra+Statistics",
                        "/breaches?sort=newest",
                        "/api/v1/breaches?q=embargoed",
                        "/api/v1/breaches?size=100",
                        "/breaches/" + Examples.EMBARGOED,
                        "/api/v1/breaches/" + Examples.EMBARGOED,
                        "/registers");
        for (var place : places) {
            var body =
                    server.get(place)
                            .body()
                            .replace("Embargoed+Zebra", "")
                            .replace("value=\"Embargoed Zebra Statistics\"", "");
            if (!place.contains("output=")) {
                assertThat(body).as(place).doesNotContain("Zebra");
            }
            assertThat(body)
                    .as(place)
                    .doesNotContain("\"breach_id\":\"" + Examples.EMBARGOED)
                    .doesNotContain("href=\"/breaches/" + Examples.EMBARGOED);
        }
        assertThat(server.get("/api/v1/breaches?q=embargoed").body()).contains("\"total\":0");
    }

    @Test
    void showNothingOfWhatWasWithdrawnButItsTombstone() {
        assertThat(server.get("/api/v1/breaches?q=vanished").body()).contains("\"total\":0");
        var page = server.get("/breaches/" + Examples.WITHDRAWN);
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("It was no breach after all.").doesNotContain("Vanished");
    }

    @Test
    void keepHostileTextText() {
        var places =
                List.of(
                        "/",
                        "/breaches?q=alert",
                        "/breaches?year=2018",
                        "/breaches/" + Examples.HOSTILE);
        for (var place : places) {
            var body = server.get(place).body();

            assertThat(body)
                    .as(place)
                    .doesNotContain("<script>")
                    .doesNotContain("<img")
                    .doesNotContain("href=\"javascript")
                    .doesNotContain("href=\"data:")
                    .doesNotContain("\"onmouseover")
                    .doesNotContain("49]")
                    .doesNotContain(" 49 ");
        }
        assertThat(server.get("/breaches/" + Examples.HOSTILE).body())
                .contains("&lt;script&gt;alert(15)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q",
                "producer",
                "output",
                "kind",
                "from",
                "to",
                "sort",
                "principle",
                "page",
                "colour"
            })
    void keepHostileParametersText(String name) {
        var body =
                server.get(
                                "/breaches?"
                                        + name
                                        + "=%22%3E%3Cscript%3Ealert(1)%3C/script%3E%24%7B7*7%7D")
                        .body();

        assertThat(body).doesNotContain("<script>alert").doesNotContain("\"><script");
    }

    @Test
    void explainAWrongAddressInTheDesignOfTheSite() {
        for (var path :
                List.of("/nothing", "/breaches/nonsense", "/breaches;x=1", "/breaches//x")) {
            var response = server.get(path);

            assertThat(response.statusCode()).isIn(400, 404);
            assertThat(response.body())
                    .contains("<h1")
                    .contains("Breach Register")
                    .doesNotContain("Exception");
        }
    }
}
