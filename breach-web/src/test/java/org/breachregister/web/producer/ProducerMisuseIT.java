package org.breachregister.web.producer;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.account.Account;
import org.breachregister.core.account.Acting;
import org.breachregister.core.casework.CaseQuery;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Drafts;
import org.breachregister.web.Uploads;
import org.breachregister.web.Uploads.Part;
import org.breachregister.web.Visitor;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// What a producer's pages do with requests that no honest browser sends.
class ProducerMisuseIT {

    private final ProducerWorld world = new ProducerWorld();
    private final Account person = world.account("Rowan Ash", ProducerWorld.JUSTICE);

    @Test
    void knowNothingOfAnotherBodysReports() {
        var other = world.account("Sam Stranger", ProducerWorld.TRANSPORT);
        var draft =
                world.draft(other, ProducerWorld.TRANSPORT, Map.of("reasons", List.of("Zebra.")));
        var breach = world.sent(other, ProducerWorld.TRANSPORT, "Zebra Statistics");
        world.ask(breach, "Zebra?");
        var promise = world.promise(breach, "Zebra promise.");
        var visitor = world.visitor(person);
        var drafts = "/my-reports/drafts/" + draft.id();
        var report = "/my-reports/" + breach;

        for (var path :
                List.of(
                        drafts,
                        drafts + "/reasons",
                        drafts + "/check",
                        drafts + "/delete",
                        drafts + "/nothing",
                        report,
                        report + "/sent",
                        report + "/copy",
                        report + "/document",
                        report + "/files/1",
                        report + "/answer",
                        report + "/supplement",
                        report + "/commitments/" + promise,
                        "/my-reports/BR-9999-0001",
                        "/my-reports/nothing")) {
            var answer = visitor.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("Zebra");
        }
        visitor.get("/my-reports/begin");
        for (var path :
                List.of(
                        drafts + "/reasons",
                        drafts + "/send",
                        drafts + "/delete",
                        report + "/commitments/" + promise)) {
            assertThat(
                            visitor.post(path, "revision", "2", "reasons", "x", "evidence", "x")
                                    .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        for (var path : List.of(report + "/answer", report + "/supplement")) {
            assertThat(upload(visitor, path, Map.of("text", "x", "revision", "3")).statusCode())
                    .isEqualTo(404);
        }
        assertThat(visitor.get("/my-reports").body())
                .doesNotContain("Zebra")
                .doesNotContain(breach.value());
        assertThat(
                        Acting.as(
                                ProducerWorld.actor(other),
                                () ->
                                        world.server
                                                .part(Drafts.class)
                                                .find(ProducerWorld.actor(other), draft.id())
                                                .orElseThrow()
                                                .answers()))
                .containsEntry("reasons", List.of("Zebra."));
    }

    @Test
    void beginNothingForABodyThatIsNotTheReaders() {
        var visitor = world.visitor(person);
        visitor.get("/my-reports/begin");
        for (var body :
                List.of(
                        "department-for-transport",
                        "../x",
                        "ministry-of-justice,department-for-transport")) {
            assertThat(visitor.post("/my-reports/begin", "how", "form", "body", body).statusCode())
                    .as(body)
                    .isEqualTo(404);
        }
        assertThat(
                        upload(
                                        visitor,
                                        "/my-reports/begin/upload?body=department-for-transport",
                                        Map.of(),
                                        Part.file("r.txt", Uploads.report(601)))
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void makeOneCaseOfADraftThatIsSentManyTimesAtOnce() throws Exception {
        var draft =
                world.draft(
                        person,
                        ProducerWorld.JUSTICE,
                        ProducerWorld.answers("Twice Sent Statistics"));
        var visitor = world.visitor(person);
        var address = "/my-reports/drafts/" + draft.id();
        var page = visitor.get(address + "/check").body();
        var token = visitor.formToken();
        var revision = field(page, "revision");
        var cookie = visitor.cookieHeader();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var sends = new ArrayList<Callable<String>>();
            for (var i = 0; i < 4; i++) {
                sends.add(() -> {
                    var answer =
                            new Visitor(world.server.address())
                                    .with(cookie)
                                    .postAsIs(
                                            address + "/send",
                                            "revision",
                                            revision,
                                            "_csrf",
                                            token);
                    return answer.headers()
                            .firstValue("Location")
                            .orElse(answer.statusCode() + " " + answer.body());
                });
            }
            var places = new ArrayList<String>();
            for (var send : threads.invokeAll(sends)) {
                places.add(send.get());
            }
            assertThat(places.stream().distinct())
                    .singleElement()
                    .asString()
                    .matches("/my-reports/BR-\\d{4}-\\d{4}/sent");
        }
        var actor = ProducerWorld.actor(person);
        var cases =
                Acting.as(
                        actor,
                        () -> world.server.part(Cases.class).list(actor, CaseQuery.all(200)));
        assertThat(
                        cases.stream()
                                .filter(one ->
                                        "Twice Sent Statistics".equals(one.read().outputTitle())))
                .hasSize(1);
    }

    @Test
    void sayTheSameAnswerOnce() {
        var breach = world.sent(person, ProducerWorld.JUSTICE, "Answered Once Statistics");
        world.ask(breach, "Who?");
        var visitor = world.visitor(person);
        for (var kind : List.of("answer", "supplement")) {
            var path = "/my-reports/" + breach + "/" + kind;
            var page = visitor.get(path).body();
            var fields = new java.util.TreeMap<String, String>();
            for (var name :
                    kind.equals("answer")
                            ? List.of("revision", "last", "question")
                            : List.of("revision", "last")) {
                fields.put(name, field(page, name));
            }
            fields.put("text", "Nobody else: " + kind);
            assertThat(upload(visitor, path, fields).statusCode()).isEqualTo(302);
            assertThat(upload(visitor, path, fields).statusCode()).isEqualTo(302);
        }
        var actor = ProducerWorld.actor(person);
        assertThat(Acting.as(actor, () -> world.server.part(Cases.class).messages(breach)))
                .hasSize(3);
    }

    @Test
    void refuseTextsThatAreTooLongAndKeepThem() {
        var draft = world.draft(person, ProducerWorld.JUSTICE, Map.of());
        var visitor = world.visitor(person);
        var path = "/my-reports/drafts/" + draft.id() + "/reasons";
        var page = visitor.get(path).body();
        var long_ = "€".repeat(50_001);
        var answer = visitor.post(path, "revision", field(page, "revision"), "reasons", long_);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(long_).contains("must have 50,000 characters or fewer");
        assertThat(visitor.post(path, "revision", "2", "reasons", "€".repeat(200_000)).statusCode())
                .isBetween(400, 499);
        var most = "€".repeat(50_000);
        visitor.get(path);
        assertThat(
                        visitor.post(path, "revision", field(page, "revision"), "reasons", most)
                                .statusCode())
                .isEqualTo(302);
    }

    @Test
    void showMarkupAndTurnedTextAsText() {
        var draft = world.draft(person, ProducerWorld.JUSTICE, Map.of());
        var visitor = world.visitor(person);
        var path = "/my-reports/drafts/" + draft.id();
        var page = visitor.get(path + "/output").body();
        var text = ProducerExamples.HOSTILE;
        assertThat(
                        visitor.post(
                                        path + "/output",
                                        "revision",
                                        field(page, "revision"),
                                        "outputTitle",
                                        text)
                                .statusCode())
                .isEqualTo(302);
        for (var shown : List.of(path, path + "/check", path + "/output", "/my-reports")) {
            assertThat(visitor.get(shown).body())
                    .as(shown)
                    .doesNotContain("<script>alert")
                    .contains("&lt;script&gt;alert(1)")
                    .contains("\u202E");
        }
    }

    @Test
    void giveAFileANameThatDoesNoHarm() {
        var breach = world.sent(person, ProducerWorld.JUSTICE, "Nasty Name Statistics");
        var visitor = world.visitor(person);
        var path = "/my-reports/" + breach + "/supplement";
        var page = visitor.get(path).body();
        var content = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var sent =
                upload(
                        visitor,
                        path,
                        Map.of(
                                "revision",
                                field(page, "revision"),
                                "last",
                                field(page, "last"),
                                "text",
                                ""),
                        Part.file("..\\..\\e\u202Etxt.exe\u0000;\".html", content));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        var shown = visitor.get("/my-reports/" + breach).body();
        var link = Pattern.compile("href=\"(/my-reports/[^\"]*/files/\\d+)\"").matcher(shown);
        assertThat(link.find()).isTrue();
        var file = visitor.get(link.group(1));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo("<script>alert(1)</script>");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .doesNotContain("..")
                .doesNotContain("%E2%80%AE");
        assertThat(file.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox");
    }

    @Test
    void letNobodyElseIn() {
        var draft = world.draft(person, ProducerWorld.JUSTICE, Map.of());
        var path = "/my-reports/drafts/" + draft.id() + "/reasons";
        var visitor = world.visitor(person);
        visitor.get(path);

        assertThat(new Visitor(world.server.address()).get("/my-reports").statusCode())
                .isEqualTo(303);
        assertThat(
                        world.visitor(world.account(ProducerWorld.CASEWORKER))
                                .get("/my-reports")
                                .statusCode())
                .isEqualTo(404);
        assertThat(visitor.postAsIs(path, "revision", "2", "reasons", "Forged.").statusCode())
                .isEqualTo(403);
        var forged = Uploads.form(List.of(Part.file("r.txt", Uploads.report(602))));
        assertThat(
                        visitor.send(
                                        "POST",
                                        "/my-reports/begin/upload?body=ministry-of-justice",
                                        new String(forged, StandardCharsets.UTF_8),
                                        "Content-Type",
                                        Uploads.formType(),
                                        "Sec-Fetch-Site",
                                        "cross-site")
                                .statusCode())
                .isEqualTo(403);
        var answer = visitor.get("/my-reports");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    private java.net.http.HttpResponse<String> upload(
            Visitor visitor, String path, Map<String, String> fields, Part... files) {
        var parts = new ArrayList<Part>();
        fields.forEach((name, value) ->
                parts.add(
                        new Part(
                                "form-data; name=\"" + name + "\"",
                                value.getBytes(StandardCharsets.UTF_8))));
        parts.addAll(List.of(files));
        return visitor.send(
                "POST",
                path,
                new String(Uploads.form(parts), StandardCharsets.UTF_8),
                "Content-Type",
                Uploads.formType(),
                "Sec-Fetch-Site",
                "same-origin");
    }

    private static String field(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }
}
