package org.breachregister.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.web.RunningServer;
import org.breachregister.web.Uploads;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;

/// What programs must not be able to do: each is refused with the right status, and nothing is
/// changed by it.
class CaseApiSecurityIT {

    private static final String REASON = "{\"reason\":\"Because.\"}";
    private static final String NOBODY = "0".repeat(64);

    private final RunningServer server = RunningServer.get();
    private static final Team TEAM = Team.on(RunningServer.get());

    private final Program producer = Program.of(server, TEAM.producer());
    private final Program colleague = Program.of(server, TEAM.colleague());
    private final Program stranger = Program.of(server, TEAM.stranger());
    private final Program caseworker = Program.of(server, TEAM.caseworker());
    private final Program second = Program.of(server, TEAM.second());
    private final Program publisher = Program.of(server, TEAM.publisher());
    private final Program analyst = Program.of(server, TEAM.analyst());
    private final Program administrator = Program.of(server, TEAM.administrator());
    private final Program reader = Program.of(server, TEAM.reader());
    private final Program nobody = new Program(server, null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/history",
                "/messages",
                "/files",
                "/corrections",
                "/commitments",
                "/original",
                "/notes",
                "/links",
                "/redactions",
                "/approvals",
                "/preview",
                "/documents/1"
            })
    void anotherBodysRecordsDoNotExist(String below) {
        var path = producer.sent(Team.BODY.value());

        var others = stranger.get(path + below).expect(404, "not-found");
        var never = stranger.get("/api/v1/cases/BR-2016-0999" + below).expect(404, "not-found");

        assertThat(others.body().replace(last(path), ""))
                .isEqualTo(never.body().replace("BR-2016-0999", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/notes", "/links", "/redactions", "/approvals", "/preview"})
    void whatOnlyTheRegulatorSeesDoesNotExistForTheProducer(String below) {
        var path = producer.sent(Team.BODY.value());

        producer.get(path + below).expect(404, "not-found");
        assertThat(producer.get(path).expect(200).json().path("regulator").isNull()).isTrue();
        analyst.get(path + below).expect(200);
    }

    @Test
    void anotherBodysCaseCannotBeChanged() {
        var path = producer.sent(Team.BODY.value());
        caseworker.change("POST", path, "/steps/take-up", null).expect(200);
        caseworker.change("POST", path, "/steps/ask", "{\"question\":\"When?\"}").expect(200);
        var before = all(path);
        var tag = caseworker.tag(path);

        refusedAll(stranger, path, tag, 404);
        assertThat(all(path)).isEqualTo(before);
    }

    @Test
    void listsSearchesAndFilesHoldOnlyOnesOwn() {
        var own = last(stranger.sent(Team.OTHER_BODY.value()));
        var other = last(producer.sent(Team.BODY.value()));

        for (var query :
                List.of(
                        "",
                        "&q=Agricultural",
                        "&q=" + other,
                        "&body=" + Team.BODY.value(),
                        "&state=submitted&state=published")) {
            var found = ids(stranger, "/api/v1/cases?limit=100" + query);
            assertThat(found).as(query).doesNotContain(other);
            for (var id : found) {
                assertThat(stranger.get("/api/v1/cases/" + id).expect(200).json().path("bodies"))
                        .extracting(JsonNode::asString)
                        .contains(Team.OTHER_BODY.value());
            }
        }
        assertThat(ids(stranger, "/api/v1/cases?limit=100")).contains(own);
        var csv = stranger.get("/api/v1/cases?limit=100", "Accept", "text/csv").expect(200);
        assertThat(csv.body()).contains(own).doesNotContain(other);
    }

    @Test
    void aCursorLeadsToNothingThatIsNotOnesOwn() {
        producer.sent(Team.BODY.value());
        producer.sent(Team.BODY.value());
        var next = producer.get("/api/v1/cases?limit=1").expect(200).json().path("next").asString();

        for (var id : ids(stranger, next)) {
            assertThat(stranger.get("/api/v1/cases/" + id).status()).isEqualTo(200);
        }
        producer.get(next + "&state=published").expect(400, "invalid-parameter");
        producer.get("/api/v1/cases?cursor=MS4wMDAwMDAwMC5CUi0yMDE2LTAwMDE").expect(400);
    }

    @Test
    void aProducerCannotUseTheRegulatorsFilters() {
        for (var query : List.of("queue=mine", "queue=overdue", "assignee=1")) {
            producer.get("/api/v1/cases?" + query).expect(400, "invalid-parameter");
        }
    }

    @Test
    void aReportCannotBeBegunForAnotherBody() {
        var before = ids(stranger, "/api/v1/drafts");

        producer.send(
                        "POST",
                        "/api/v1/drafts",
                        "{\"body\":\"%s\"}".formatted(Team.OTHER_BODY),
                        "Idempotency-Key",
                        Program.key())
                .expect(403, "not-allowed");
        producer.send(
                        "POST",
                        "/api/v1/drafts",
                        "{\"body\":[\"%s\",\"%s\"]}".formatted(Team.BODY, Team.OTHER_BODY),
                        "Idempotency-Key",
                        Program.key())
                .expect(400, "invalid-body");
        assertThat(ids(stranger, "/api/v1/drafts")).isEqualTo(before);
    }

    @Test
    void draftsAreNobodysButTheBodys() {
        var path = producer.draft(Team.BODY.value());
        var tag = producer.tag(path);

        stranger.get(path).expect(404, "not-found");
        stranger.send("PATCH", path, "{\"answers\":{\"kind\":[]}}", "If-Match", tag).expect(404);
        stranger.send("DELETE", path, null, "If-Match", tag).expect(404);
        stranger.send("POST", path + "/check", null).expect(404);
        stranger.send(
                        "POST",
                        path + "/submit",
                        null,
                        "If-Match",
                        tag,
                        "Idempotency-Key",
                        Program.key())
                .expect(404);
        for (var regulator : List.of(caseworker, analyst, administrator)) {
            regulator.get(path).expect(403, "not-allowed");
            regulator.get("/api/v1/drafts").expect(403, "not-allowed");
        }
        assertThat(colleague.tag(path)).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state|\"published\"",
                "revision|1",
                "assignedBy|1",
                "account|1",
                "bodies|[\"department-for-transport\"]",
                "submittedBy|1",
                "outcome|\"breach\"",
                "__proto__|{}",
                "id|\"BR-2016-0001\""
            })
    void membersThatNobodyMaySendAreRefusedByName(String name, String value) {
        var path = producer.sent(Team.BODY.value());
        caseworker.change("POST", path, "/steps/take-up", null).expect(200);
        var before = all(path);
        var draft = producer.draft(Team.BODY.value());
        var more = ",\"" + name + "\":" + value + "}";

        for (var answer :
                List.of(
                        caseworker.change("POST", path, "/notes", "{\"text\":\"x\"" + more),
                        caseworker.change("POST", path, "/steps/ask", "{\"question\":\"x\"" + more),
                        caseworker.change(
                                "PUT",
                                path,
                                "/fields/kind",
                                "{\"value\":[],\"reason\":\"x\"" + more),
                        producer.change("POST", path, "/supplements", "{\"text\":\"x\"" + more),
                        producer.change("PATCH", draft, "", "{\"answers\":{}" + more))) {
            answer.expect(400, "invalid-body");
            assertThat(answer.json().at("/problems/0/pointer").asString()).isEqualTo("/" + name);
        }
        assertThat(all(path)).isEqualTo(before);
    }

    @Test
    void whatCannotBeReadIsRefusedWithTheReason() {
        var path = producer.sent(Team.BODY.value());
        caseworker.change("POST", path, "/steps/take-up", null).expect(200);
        var before = all(path);

        note(path, "{\"text\":\"a\",\"text\":\"b\"}").expect(400, "malformed-request");
        note(path, "{\"text\":\"a\"} {}").expect(400, "malformed-request");
        note(path, "[1]").expect(400, "malformed-request");
        note(path, "{\"text\":7}").expect(400, "invalid-body");
        note(path, "{\"text\":null}").expect(400, "invalid-body");
        note(path, "{}").expect(400, "invalid-body");
        note(path, "{\"text\":\"a\\u0000b\"}").expect(400, "invalid-body");
        note(path, "{\"text\":\"\\ud800\"}").expect(400, "invalid-body");
        note(path, "{\"text\":\"" + "x".repeat(300_000) + "\"}").expect(413, "too-large");
        caseworker
                .raw(
                        "POST",
                        path + "/notes",
                        "text=a".getBytes(StandardCharsets.UTF_8),
                        List.of(
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "If-Match",
                                caseworker.tag(path)))
                .expect(415, "unsupported-media-type");
        caseworker
                .send(
                        "POST",
                        path + "/notes?text=b",
                        "{\"text\":\"a\"}",
                        "If-Match",
                        caseworker.tag(path))
                .expect(400, "invalid-parameter");
        assertThat(all(path)).isEqualTo(before);
    }

    @Test
    void noStepCanBeSkipped() {
        var path = producer.sent(Team.BODY.value());
        var before = all(path);

        for (var step : List.of("ask", "assess", "go-on", "reopen", "revise")) {
            caseworker
                    .change("POST", path, "/steps/" + step, body(step))
                    .expect(409, "illegal-step");
        }
        for (var step : List.of("clear", "schedule", "unschedule")) {
            publisher
                    .change("POST", path, "/steps/" + step, body(step))
                    .expect(409, "illegal-step");
        }
        producer.change("POST", path, "/steps/answer", body("answer")).expect(409, "illegal-step");
        for (var step : List.of("submit", "void", "release", "publish", "../take-up")) {
            assertThat(caseworker.change("POST", path, "/steps/" + step, null).status())
                    .as(step)
                    .isIn(400, 404);
        }
        assertThat(all(path)).isEqualTo(before);
    }

    @Test
    void rolesThatMayNotTakeAStepAreRefused() {
        var path = producer.sent(Team.BODY.value());
        caseworker.change("POST", path, "/steps/take-up", null).expect(200);
        var before = all(path);

        for (var step : List.of("take-up", "ask", "assess", "go-on", "reopen", "revise")) {
            for (var other : List.of(producer, publisher, analyst)) {
                other.change("POST", path, "/steps/" + step, body(step)).expect(403, "not-allowed");
            }
        }
        for (var step : List.of("clear", "schedule", "unschedule")) {
            for (var other : List.of(producer, second, analyst)) {
                other.change("POST", path, "/steps/" + step, body(step)).expect(403, "not-allowed");
            }
        }
        administrator.get(path).expect(403, "not-allowed");
        administrator.get("/api/v1/cases").expect(403, "not-allowed");
        reader.change("POST", path, "/notes", "{\"text\":\"x\"}").expect(403, "not-allowed");
        nobody.get(path).expect(401, "not-signed-in");
        nobody.send("POST", path + "/notes", "{\"text\":\"x\"}", "If-Match", "\"1\"")
                .expect(401, "not-signed-in");
        assertThat(all(path)).isEqualTo(before);
    }

    @Test
    void nobodyClearsWhatHeAssessed() {
        var path = assessed();
        var digest = digest(path);
        var before = all(path);

        caseworker
                .change(
                        "POST",
                        path,
                        "/steps/clear",
                        "{\"contentDigest\":\"%s\"}".formatted(digest))
                .expect(409, "second-person-needed");
        publisher
                .change(
                        "POST",
                        path,
                        "/steps/clear",
                        "{\"contentDigest\":\"%s\"}".formatted(NOBODY))
                .expect(409, "content-changed");
        assertThat(all(path)).isEqualTo(before);
    }

    @Test
    void anApprovalEndsWhenWhatWasApprovedChanges() {
        var path = assessed();
        var seen = digest(path);
        publisher
                .change("POST", path, "/steps/clear", "{\"contentDigest\":\"%s\"}".formatted(seen))
                .expect(200);
        second.change(
                        "PUT",
                        path,
                        "/fields/outputTitle",
                        "{\"value\":[\"Another title\"],\"reason\":\"It was wrong.\"}")
                .expect(200);

        publisher
                .change(
                        "POST",
                        path,
                        "/steps/schedule",
                        "{\"contentDigest\":\"%s\",\"at\":\"2027-01-01T09:30:00Z\"}"
                                .formatted(seen))
                .expect(409);
        assertThat(publisher.get(path).json().path("state").asString()).isEqualTo("assessed");
    }

    @Test
    void ofManyChangesOfTheSameRevisionOneIsMade() throws Exception {
        var path = producer.sent(Team.BODY.value());
        var tag = caseworker.tag(path);
        var deeds = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 8; i++) {
            var who = i % 2 == 0 ? caseworker : second;
            deeds.add(() ->
                    who.send("POST", path + "/notes", "{\"text\":\"One of many\"}", "If-Match", tag)
                            .status());
        }

        assertThat(atOnce(deeds)).containsExactlyInAnyOrder(201, 412, 412, 412, 412, 412, 412, 412);
        assertThat(caseworker.get(path + "/notes").json().path("items").size()).isEqualTo(1);
        var late =
                caseworker
                        .send("POST", path + "/notes", "{\"text\":\"Late\"}", "If-Match", tag)
                        .expect(412, "stale");
        assertThat(late.header("ETag")).isEqualTo(caseworker.tag(path));
    }

    @Test
    void aChangeNamesWhatItIsBasedOn() {
        var path = producer.sent(Team.BODY.value());
        var before = all(path);
        var note = "{\"text\":\"x\"}";

        caseworker.send("POST", path + "/notes", note).expect(428, "precondition-required");
        for (var wrong : List.of("*", "1", "\"1\", \"2\"", "", "W/")) {
            caseworker
                    .send("POST", path + "/notes", note, "If-Match", wrong)
                    .expect(400, "malformed-request");
        }
        for (var other : List.of("\"99\"", "W/" + caseworker.tag(path), "\"x\"")) {
            caseworker.send("POST", path + "/notes", note, "If-Match", other).expect(412, "stale");
        }
        assertThat(all(path)).isEqualTo(before);
    }

    @Test
    void sendingTwiceSendsOnce() throws Exception {
        var draft = producer.draft(Team.BODY.value());
        var tag = producer.tag(draft);
        var key = Program.key();
        var deeds = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 6; i++) {
            deeds.add(() ->
                    producer.send(
                                    "POST",
                                    draft + "/submit",
                                    null,
                                    "If-Match",
                                    tag,
                                    "Idempotency-Key",
                                    key)
                            .status());
        }
        assertThat(atOnce(deeds)).contains(201).allMatch(status -> status == 201 || status == 409);

        var again =
                producer.send(
                                "POST",
                                draft + "/submit",
                                null,
                                "If-Match",
                                tag,
                                "Idempotency-Key",
                                key)
                        .expect(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        producer.get(again.header("Location")).expect(200);
        assertThat(
                        ids(producer, "/api/v1/cases?limit=100").stream()
                                .filter(last(again.header("Location"))::equals))
                .hasSize(1);
        producer.send("POST", draft + "/submit", null, "If-Match", tag)
                .expect(400, "idempotency-key-required");
        producer.send(
                        "POST",
                        producer.draft(Team.BODY.value()) + "/submit",
                        null,
                        "If-Match",
                        "\"1\"",
                        "Idempotency-Key",
                        key)
                .expect(422, "idempotency-key-reused");
        stranger.send("POST", draft + "/submit", null, "If-Match", tag, "Idempotency-Key", key)
                .expect(404, "not-found");
    }

    @Test
    void aKeyIsFreeAgainWhereNothingCameOfIt() {
        var path = producer.sent(Team.BODY.value());
        var key = Program.key();
        caseworker
                .send(
                        "POST",
                        path + "/notes",
                        "{\"text\":\"x\"}",
                        "If-Match",
                        "\"99\"",
                        "Idempotency-Key",
                        key)
                .expect(412);

        var made =
                caseworker
                        .send(
                                "POST",
                                path + "/notes",
                                "{\"text\":\"x\"}",
                                "If-Match",
                                caseworker.tag(path),
                                "Idempotency-Key",
                                key)
                        .expect(201);
        var again =
                caseworker
                        .send(
                                "POST",
                                path + "/notes",
                                "{\"text\":\"x\"}",
                                "If-Match",
                                caseworker.tag(path),
                                "Idempotency-Key",
                                key)
                        .expect(201);
        assertThat(again.body()).isEqualTo(made.body());
        assertThat(caseworker.get(path + "/notes").json().path("items").size()).isEqualTo(1);
    }

    @Test
    void parametersGivenTwiceAreRefused() {
        for (var query :
                List.of(
                        "limit=1&limit=100",
                        "body=a&body=" + Team.BODY.value(),
                        "q=a&q=b",
                        "cursor=a&cursor=b",
                        "limit=0",
                        "limit=101",
                        "limit=1e2",
                        "state=open",
                        "queue=",
                        "colour=red",
                        "assignee=me")) {
            var answer = caseworker.get("/api/v1/cases?" + query).expect(400, "invalid-parameter");
            assertThat(answer.json().at("/problems/0/parameter").asString())
                    .isEqualTo(query.substring(0, query.indexOf('=')));
        }
        caseworker.get("/api/v1/me?as=1").expect(400, "invalid-parameter");
        caseworker.get("/api/v1/commitments?overdue=false").expect(400, "invalid-parameter");
        caseworker.get("/api/v1/commitments").expect(400, "invalid-parameter");
    }

    @Test
    void otherVerbsDoNothing() {
        var path = producer.sent(Team.BODY.value());
        var before = all(path);

        for (var verb : List.of("PUT", "DELETE", "PATCH", "POST", "TRACE", "FOO")) {
            assertThat(caseworker.send(verb, path, null, "If-Match", caseworker.tag(path)).status())
                    .as(verb)
                    .isIn(400, 403, 404, 405, 501);
        }
        for (var header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            caseworker.get(path, header, "DELETE").expect(200);
        }
        for (var odd : List.of("/", ";a=b", "/%2e", "%2f..", ".json", "//history", "/./history")) {
            assertThat(nobody.get(path + odd).status()).as(odd).isIn(400, 401, 404);
            assertThat(stranger.get(path + odd).status()).as(odd).isIn(400, 404);
        }
        assertThat(all(path)).isEqualTo(before);
    }

    @Test
    void filesAreSeenWhereTheyBelongAndNeverShown() {
        var path = producer.sent(Team.BODY.value());
        var script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        for (var forProducer : List.of("true", "false")) {
            caseworker
                    .form(
                            "POST",
                            path + "/files",
                            List.of(
                                    Program.text("forProducer", forProducer),
                                    Uploads.Part.file(
                                            "../../x.html",
                                            (forProducer
                                                            + new String(
                                                                    script, StandardCharsets.UTF_8))
                                                    .getBytes(StandardCharsets.UTF_8))),
                            "If-Match",
                            caseworker.tag(path))
                    .expect(201);
        }
        var files = caseworker.get(path + "/files").json().path("items");
        var seen = files.get(0).at("/file/link").asString();
        var hidden = files.get(1).at("/file/link").asString();

        assertThat(producer.get(path + "/files").json().path("items").size()).isEqualTo(1);
        var answer = producer.get(seen).expect(200);
        assertThat(answer.header("Content-Disposition"))
                .startsWith("attachment;")
                .doesNotContain("..");
        assertThat(answer.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        producer.get(hidden).expect(404);
        stranger.get(seen).expect(404);
        var own = stranger.sent(Team.OTHER_BODY.value());
        stranger.get(own + "/documents/" + last(seen)).expect(404);
    }

    @Test
    void theRegulatorsPeopleHaveNoNamesToAProducer() {
        var path = producer.sent(Team.BODY.value());
        caseworker.change("POST", path, "/steps/take-up", null).expect(200);
        caseworker.change("POST", path, "/notes", "{\"text\":\"Our own thoughts\"}").expect(201);
        caseworker.change("POST", path, "/steps/ask", "{\"question\":\"When?\"}").expect(200);

        for (var below :
                List.of("", "/history", "/messages", "/corrections", "/files", "/commitments")) {
            var told = producer.get(path + below).expect(200).body();
            assertThat(told)
                    .doesNotContain(TEAM.caseworker().name())
                    .doesNotContain("Our own thoughts");
        }
        assertThat(producer.get(path + "/messages").body()).contains("The regulator");
        assertThat(analyst.get(path + "/messages").body()).contains(TEAM.caseworker().name());
    }

    private void refusedAll(Program who, String path, String tag, int status) {
        for (var step :
                List.of(
                        "take-up",
                        "ask",
                        "answer",
                        "go-on",
                        "assess",
                        "reopen",
                        "clear",
                        "schedule",
                        "unschedule",
                        "revise")) {
            who.send("POST", path + "/steps/" + step, body(step), "If-Match", tag).expect(status);
        }
        who.send("PUT", path + "/fields/kind", "{\"value\":[],\"reason\":\"x\"}", "If-Match", tag)
                .expect(status);
        who.send("PUT", path + "/assignee", "{\"assignee\":null}", "If-Match", tag).expect(status);
        who.send(
                        "PUT",
                        path + "/plan",
                        "{\"nextAction\":null,\"nextActionOn\":null}",
                        "If-Match",
                        tag)
                .expect(status);
        who.send("POST", path + "/notes", "{\"text\":\"x\"}", "If-Match", tag).expect(status);
        who.send("POST", path + "/supplements", "{\"text\":\"x\"}", "If-Match", tag).expect(status);
        who.send(
                        "POST",
                        path + "/links",
                        "{\"other\":\"BR-2016-0001\",\"relation\":\"repeat\"}",
                        "If-Match",
                        tag)
                .expect(status);
        who.send("DELETE", path + "/links/BR-2016-0001", null, "If-Match", tag).expect(status);
        who.send("POST", path + "/redactions/as-proposed", null, "If-Match", tag).expect(status);
        who.send("DELETE", path + "/redactions/1", null, "If-Match", tag).expect(status);
        who.send("POST", path + "/commitments", "{\"text\":\"x\"}", "If-Match", tag).expect(status);
    }

    private static @Nullable String body(String step) {
        return switch (step) {
            case "ask" -> "{\"question\":\"x\"}";
            case "answer" -> "{\"answer\":\"x\"}";
            case "assess" -> "{\"outcome\":\"breach\",\"reason\":\"x\"}";
            case "clear" -> "{\"contentDigest\":\"%s\"}".formatted(NOBODY);
            case "schedule" ->
                    "{\"contentDigest\":\"%s\",\"at\":\"2027-01-01T09:30:00Z\"}".formatted(NOBODY);
            case "take-up" -> null;
            default -> REASON;
        };
    }

    /// A case that the caseworker, who is a publisher too, assessed.
    private String assessed() {
        var path = producer.sent(Team.BODY.value());
        caseworker.change("POST", path, "/steps/take-up", null).expect(200);
        caseworker.change("POST", path, "/redactions/as-proposed", null).expect(200);
        caseworker
                .change(
                        "POST",
                        path,
                        "/steps/assess",
                        "{\"outcome\":\"breach\",\"reason\":\"Late.\"}")
                .expect(200);
        return path;
    }

    private String digest(String path) {
        return publisher.get(path + "/preview").expect(200).json().path("digest").asString();
    }

    private Program.Answer note(String path, String json) {
        return caseworker.change("POST", path, "/notes", json);
    }

    /// All that the regulator sees of a case.
    private List<String> all(String path) {
        return List.of(
                        "",
                        "/history",
                        "/messages",
                        "/corrections",
                        "/files",
                        "/commitments",
                        "/notes",
                        "/links",
                        "/redactions",
                        "/approvals",
                        "/preview")
                .stream()
                .map(below -> caseworker.get(path + below).expect(200).body())
                .toList();
    }

    private static List<String> ids(Program program, String path) {
        return StreamSupport.stream(
                        program.get(path).expect(200).json().path("items").spliterator(), false)
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static List<Integer> atOnce(List<Callable<Integer>> deeds) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = new ArrayList<Integer>();
            for (var status : threads.invokeAll(deeds)) {
                statuses.add(status.get());
            }
            return statuses;
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
