package org.breachregister.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.web.Examples;
import org.breachregister.web.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.stream.StreamSupport;

/// What the endpoints promise.
class ApiIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningServer server = RunningServer.get();

    @Test
    void answersASearchWithTotalCountsRecordsAndHighlights() {
        var answer = json(server.get("/api/v1/breaches?q=leaked&principle=T3"));

        assertThat(answer.path("query").path("q").asString()).isEqualTo("leaked");
        assertThat(answer.path("query").path("filters").path("principle").get(0).asString())
                .isEqualTo("T3");
        assertThat(answer.path("total").asLong()).isEqualTo(1);
        assertThat(answer.path("pages").asLong()).isEqualTo(1);
        var breach = answer.path("breaches").get(0);
        assertThat(breach.path("breach_id").asString()).isEqualTo(Examples.FULL.value());
        assertThat(breach.path("output_series").asString())
                .isEqualTo("Prison Population Quarterly");
        assertThat(breach.path("highlights").toString()).contains("\"marked\":true");
        assertThat(answer.path("counts").propertyNames())
                .containsExactly("principle", "practice", "producer", "output", "year", "kind");
    }

    @Test
    void countsExactly() {
        var all = json(server.get("/api/v1/breaches"));
        var years = StreamSupport.stream(all.path("counts").path("year").spliterator(), false);

        assertThat(all.path("total").asLong()).isEqualTo(46);
        assertThat(years.mapToLong(year -> year.path("count").asLong()).sum()).isEqualTo(46);
    }

    @Test
    void leadsThroughAllPagesWithoutOmissionOrRepetition() {
        var ids = new ArrayList<String>();
        var path = "/api/v1/breaches?size=7&sort=oldest";
        while (path != null) {
            var page = json(server.get(path));
            page.path("breaches").forEach(breach -> ids.add(breach.path("breach_id").asString()));
            path = page.path("links").path("next").asString(null);
        }

        assertThat(ids).hasSize(46);
        assertThat(new HashSet<>(ids)).hasSize(46);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour=red|colour|one of q, principle",
                "principle=T99|principle|Protocol 2",
                "practice=Z|practice|T3.4",
                "year=16|year|four digits",
                "from=yesterday|from|2016-10-03",
                "from=2016-02-30|from|2016-10-03",
                "from=2017&to=2016|to|2017",
                "sort=best|sort|relevance, newest, oldest, producer",
                "page=0|page|1 to 500",
                "page=501|page|download the register",
                "size=101|size|1 to 100",
                "size=x|size|1 to 100",
                "q=a&q=b|q|one value"
            })
    void explainsWhatIsWrongWithAParameter(String question, String parameter, String accepted) {
        var response = server.get("/api/v1/breaches?" + question);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(contentType(response)).isEqualTo("application/problem+json");
        var problem = json(response);
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("problems").get(0).path("parameter").asString())
                .isEqualTo(parameter);
        assertThat(problem.path("problems").get(0).path("accepted").asString()).contains(accepted);
        assertThat(problem.path("detail").asString()).contains(parameter).contains(accepted);
    }

    @Test
    void giveTheRecordOfABreach() {
        var record = json(server.get("/api/v1/breaches/" + Examples.FULL));

        assertThat(record.path("breach_id").asString()).isEqualTo("BR-2016-0001");
        assertThat(record.path("days_to_report").asInt()).isEqualTo(2);
        assertThat(record.path("references").size()).isEqualTo(3);
    }

    @Test
    void leaveATombstoneOfAWithdrawnBreach() {
        var response = server.get("/api/v1/breaches/" + Examples.WITHDRAWN);

        assertThat(response.statusCode()).isEqualTo(410);
        assertThat(contentType(response)).isEqualTo("application/problem+json");
        assertThat(json(response).path("breach").path("status").asString()).isEqualTo("withdrawn");
        assertThat(response.body()).doesNotContain("Vanished");
    }

    @Test
    void answerTheSameToWhatIsNotYetPublicAndWhatNeverWas() {
        var embargoed = server.get("/api/v1/breaches/" + Examples.EMBARGOED);
        var unknown = server.get("/api/v1/breaches/BR-2026-0901");
        var malformed = server.get("/api/v1/breaches/nonsense");

        assertThat(embargoed.statusCode()).isEqualTo(404);
        assertThat(withoutAddress(embargoed, Examples.EMBARGOED.value()))
                .isEqualTo(withoutAddress(unknown, "BR-2026-0901"));
        assertThat(withoutAddress(embargoed, Examples.EMBARGOED.value()))
                .isEqualTo(withoutAddress(malformed, "nonsense"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api",
                "/api/v1/registers/unknown",
                "/api/v1/registers/..%2f"
            })
    void answerWithAProblemDetailWhereThereIsNothing(String path) {
        var response = server.get(path);

        assertThat(response.statusCode()).isIn(400, 404);
        assertThat(response.body()).doesNotContain("Exception").doesNotContain("org.");
    }

    @Test
    void listTheEditionsWithTheirFiles() {
        var registers = json(server.get("/api/v1/registers")).path("registers");

        assertThat(registers.size()).isEqualTo(1);
        assertThat(registers.get(0))
                .isEqualTo(json(server.get("/api/v1/registers/" + RunningServer.EDITION)));
        assertThat(registers.get(0).path("asAt").asString()).isEqualTo("2026-01-01T09:30:00Z");
        assertThat(registers.get(0).path("files").size()).isEqualTo(5);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private static String contentType(HttpResponse<String> response) {
        return response.headers().firstValue("content-type").orElse("");
    }

    private static String withoutAddress(HttpResponse<String> response, String id) {
        return response.statusCode() + contentType(response) + response.body().replace(id, "");
    }
}
