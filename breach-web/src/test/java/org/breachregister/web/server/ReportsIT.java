package org.breachregister.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.casework.Casebook;
import org.breachregister.core.database.Sql;
import org.breachregister.search.index.IndexKeeper;
import org.breachregister.web.RunningServer;
import org.breachregister.web.Uploads;
import org.breachregister.web.Uploads.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import javax.sql.DataSource;

/// What becomes of a document that is sent over the API or the page.
class ReportsIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] RECIPE =
            "Cream the butter and the sugar, then add the eggs.".getBytes(StandardCharsets.UTF_8);

    private final RunningServer server = RunningServer.get();
    private final String api = server.address() + "/api/v1/reports";
    private final String page = server.address() + "/report-a-breach";
    private final Sql sql = new Sql(server.part("programDataSource", DataSource.class));

    @Test
    void giveAReceiptThatShowsWhatWasUnderstoodAndTheDocumentAsItCame() {
        var document = Uploads.report(100);
        var sent = Uploads.postFile(api, "breach.txt", document);

        assertThat(sent.statusCode()).isEqualTo(201);
        var location = sent.headers().firstValue("location").orElseThrow();
        assertThat(location).matches("/api/v1/reports/[A-Za-z0-9_-]{32}");
        var receipt = json(server.get(location));
        assertThat(receipt).isEqualTo(json(sent));
        assertThat(receipt.path("outcome").asString()).isEqualTo("report");
        assertThat(receipt.path("file").asString()).isEqualTo("breach.txt");
        assertThat(receipt.path("sha256").asString()).isEqualTo(RunningServer.sha256(document));
        assertThat(receipt.path("bytes").asInt()).isEqualTo(document.length);
        assertThat(receipt.path("receivedAt").asString()).startsWith("20");
        assertThat(receipt.path("outputTitle").asString()).contains(Uploads.SECRET);
        assertThat(receipt.path("evidence").path("outputTitle").path("confidence").asDouble())
                .isPositive();
        assertThat(receipt.toString()).doesNotContain("BR-2016");

        var download =
                Uploads.bytes(server.address() + receipt.path("links").path("document").asString());
        assertThat(download.body()).isEqualTo(document);
        onlyToBeSaved(download, "breach.txt");
    }

    @Test
    void takeADocumentThatIsTheBodyOfTheRequest() {
        var sent =
                Uploads.post(
                        api + "?name=br%C3%A8che.txt",
                        "application/octet-stream",
                        Uploads.report(101));

        assertThat(sent.statusCode()).isEqualTo(201);
        assertThat(json(sent).path("file").asString()).isEqualTo("brèche.txt");
    }

    @Test
    void sendABrowserOnToItsReceipt() {
        var document = Uploads.report(102);
        var sent = Uploads.postFile(page, "breach.txt", document);

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("cache-control")).contains("no-store");
        var location = sent.headers().firstValue("location").orElseThrow();
        var receipt = server.get(location);
        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(receipt.headers().firstValue("cache-control")).contains("no-store");
        assertThat(receipt.headers().firstValue("referrer-policy")).contains("no-referrer");
        assertThat(receipt.headers().firstValue("x-robots-tag")).contains("noindex");
        assertThat(receipt.headers().firstValue("set-cookie")).isEmpty();
        assertThat(receipt.body()).contains(RunningServer.sha256(document)).doesNotContain("BR-20");

        var download = Uploads.bytes(server.address() + location + "/document");
        assertThat(download.body()).isEqualTo(document);
        onlyToBeSaved(download, "breach.txt");
    }

    private static void onlyToBeSaved(HttpResponse<byte[]> download, String name) {
        var headers = download.headers();
        assertThat(headers.firstValue("content-type")).contains("application/octet-stream");
        assertThat(headers.firstValue("content-disposition").orElseThrow())
                .startsWith("attachment; filename=\"" + name + "\"; filename*=UTF-8''");
        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("content-security-policy"))
                .contains("sandbox; default-src 'none'");
        assertThat(headers.firstValue("cross-origin-resource-policy")).contains("same-origin");
        assertThat(headers.firstValue("cache-control")).contains("no-store");
        assertThat(headers.firstValue("content-length"))
                .contains(Integer.toString(download.body().length));
    }

    @Test
    void keepAReportAsACaseThatIsNotPublished() {
        var document = Uploads.report(103);
        Uploads.postFile(api, "breach.txt", document);

        var casebook = new Casebook(server.part("programDataSource", DataSource.class));
        var breach = casebook.breachOf(RunningServer.sha256(document)).orElseThrow();
        assertThat(casebook.document(breach).orElseThrow().content()).isEqualTo(document);
        long published =
                sql.only(
                        row -> row.number("count"),
                        "select count(*) from register_log where breach_id = ?",
                        breach.value());
        assertThat(published).isZero();
    }

    @Test
    void makeOneCaseOfADocumentThatIsSentAgainAndTellNobody() {
        var document = Uploads.report(104);
        var first = Uploads.postFile(api, "first name.txt", document);
        var cases = cases();
        var second = Uploads.postFile(api, "second name.txt", document);

        assertThat(cases()).isEqualTo(cases);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("location"))
                .isNotEqualTo(first.headers().firstValue("location"));
        assertThat(json(second).path("file").asString()).isEqualTo("second name.txt");
        assertThat(json(second).path("receivedAt").asString())
                .isGreaterThan(json(first).path("receivedAt").asString());
        assertThat(json(second).propertyNames())
                .containsExactlyElementsOf(json(first).propertyNames());
    }

    @Test
    void makeOneCaseOfADocumentThatIsSentManyTimesAtOnce() throws Exception {
        var document = Uploads.report(105);
        var cases = cases();
        var posts = new ArrayList<Callable<HttpResponse<String>>>();
        for (var i = 0; i < 2; i++) {
            posts.add(() -> Uploads.postFile(api, "same.txt", document));
            posts.add(() -> Uploads.postFile(page, "same.txt", document));
        }
        var places = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var sent : threads.invokeAll(posts)) {
                places.add(sent.get().headers().firstValue("location").orElseThrow());
            }
        }

        assertThat(places).hasSize(4);
        assertThat(cases()).isEqualTo(cases + 1);
    }

    @Test
    void keepNothingOfWhatIsRefused() {
        var cases = cases();

        var recipe = Uploads.postFile(api, "recipe.txt", RECIPE);
        assertThat(recipe.statusCode()).isEqualTo(422);
        assertThat(recipe.headers().firstValue("content-type"))
                .contains("application/problem+json");
        assertThat(json(recipe).path("code").asString()).isEqualTo("not-a-report");
        assertThat(json(recipe).path("detail").asString()).contains("Not a breach report");

        var broken =
                Uploads.postFile(
                        api,
                        "broken.docx",
                        "PK\u0003\u0004 broken".getBytes(StandardCharsets.UTF_8));
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(json(broken).path("code").asString()).isEqualTo("unreadable");

        var onThePage = Uploads.postFile(page, "recipe.txt", RECIPE);
        assertThat(onThePage.statusCode()).isEqualTo(422);
        assertThat(onThePage.body())
                .contains("There is a problem")
                .contains("Not a breach report")
                .contains("type=\"file\"");
        assertThat(cases()).isEqualTo(cases);
    }

    @Test
    void sayWhatIsWrongWithAnEmptyDocumentAndWithNone() {
        assertThat(Uploads.postFile(api, "empty.docx", new byte[0]).statusCode()).isEqualTo(422);
        problem(Uploads.postFile(api, "", new byte[0]), 400, "no-file");
        problem(Uploads.post(api, Uploads.formType(), Uploads.form(List.of())), 400, "no-file");
        problem(
                Uploads.post(
                        api,
                        Uploads.formType(),
                        Uploads.form(List.of(new Part("form-data; name=\"file\"", RECIPE)))),
                400,
                "no-file");
        assertThat(Uploads.postFile(page, "", new byte[0]).body()).contains("Choose the report");
    }

    @Test
    void refuseADocumentThatIsTooLarge() {
        var large = new byte[21 * 1024 * 1024];

        problem(Uploads.postFile(api, "large.pdf", large), 413, "too-large");
        problem(Uploads.post(api, "application/pdf", large), 413, "too-large");
        var onThePage = Uploads.postFile(page, "large.pdf", large);
        assertThat(onThePage.statusCode()).isEqualTo(413);
        assertThat(onThePage.body()).contains("larger than 20 MB").contains("type=\"file\"");
    }

    @Test
    void takeADocumentOfTheMostBytesToTheReader() {
        var most = new byte[20 * 1024 * 1024];

        assertThat(Uploads.postFile(api, "most.txt", most).statusCode()).isEqualTo(422);
    }

    @Test
    void refuseAFormOfTenThousandParts() {
        var parts = new ArrayList<Part>();
        for (var i = 0; i < 10_000; i++) {
            parts.add(new Part("form-data; name=\"p" + i + "\"", new byte[0]));
        }
        parts.add(Part.file("breach.txt", Uploads.report(106)));
        var body = Uploads.form(parts);

        problem(Uploads.post(api, Uploads.formType(), body), 400, "too-many-parts");
    }

    @Test
    void refuseSeveralDocumentsAndDamagedForms() {
        var two = Uploads.form(List.of(Part.file("a.txt", RECIPE), Part.file("b.txt", RECIPE)));
        problem(Uploads.post(api, Uploads.formType(), two), 400, "several-files");

        var half = Uploads.form(List.of(Part.file("a.txt", Uploads.report(107))));
        problem(
                Uploads.post(api, Uploads.formType(), Arrays.copyOf(half, half.length / 2)),
                400,
                "malformed");
        problem(Uploads.post(api, "multipart/form-data", half), 400, "malformed");
        problem(
                Uploads.post(
                        api,
                        Uploads.formType(),
                        Uploads.form(
                                List.of(
                                        Part.file(
                                                "n".repeat(10_000) + ".txt", Uploads.report(1))))),
                400,
                "malformed");
        problem(
                Uploads.post(api, "multipart/form-data; boundary=" + "b".repeat(5_000), half),
                400,
                "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/x-www-form-urlencoded",
                "multipart/mixed; boundary=x",
                "nonsense"
            })
    void refuseOtherTypesOfRequest(String type) {
        problem(Uploads.post(api, type, Uploads.report(1)), 415, "unsupported-media-type");
        assertThat(Uploads.post(page, type, Uploads.report(1)).statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://elsewhere.example",
        "Origin, null",
        "Origin, http://127.0.0.1.elsewhere.example",
        "Origin, nonsense:"
    })
    void refuseWhatAnotherSiteHasABrowserSend(String header, String value) {
        problem(
                Uploads.postFile(api, "a.txt", Uploads.report(108), header, value),
                403,
                "cross-site");
        assertThat(Uploads.postFile(page, "a.txt", Uploads.report(108), header, value).statusCode())
                .isEqualTo(403);
    }

    @Test
    void takeWhatTheOwnPageSends() {
        for (var headers :
                List.of(
                        new String[] {"Sec-Fetch-Site", "same-origin", "Origin", "null"},
                        new String[] {"Sec-Fetch-Site", "none"},
                        new String[] {"Origin", server.address()},
                        new String[] {"Origin", server.address().replace("http:", "https:")})) {
            assertThat(Uploads.postFile(page, "a.txt", Uploads.report(109), headers).statusCode())
                    .isEqualTo(303);
        }
        assertThat(server.get("/report-a-breach").headers().firstValue("referrer-policy"))
                .contains("same-origin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd.txt|passwd.txt",
                "..\\..\\windows\\win.ini|win.ini",
                "C:\\Users\\a\\report.docx|report.docx",
                "report\u202Excod.exe|reportxcod.exe",
                "rep\u0001ort\u200B.txt|report.txt",
                "report.docx. . .|report.docx",
                "...|document",
                "/|document",
                "con.txt|_con.txt",
                "a;b=c.txt|a_b=c.txt",
                "<script>.html|_script_.html",
                "x%22.txt|x_22.txt",
                "\u0062\u0065\u0301.txt|b\u00e9.txt"
            })
    void makeNamesOfFilesHarmless(String given, String harmless) {
        var sent = Uploads.postFile(api, given, Uploads.report(110));

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        assertThat(json(sent).path("file").asString()).isEqualTo(harmless);
    }

    @Test
    void takeLongNamesAndNamesWithoutCharactersOfText() {
        var longName = "ŵ".repeat(127) + ".docx";
        var sent = Uploads.postFile(api, longName, Uploads.report(111));
        assertThat(json(sent).path("file").asString()).hasSize(120).endsWith("ŵ.docx");
        var download =
                Uploads.bytes(
                        server.address() + json(sent).path("links").path("document").asString());
        assertThat(download.headers().firstValue("content-disposition").orElseThrow())
                .startsWith("attachment; filename=\"wwww")
                .contains("filename*=UTF-8''%C5%B5");

        var withNul =
                Uploads.post(
                        api + "?name=a%00b.txt", "application/octet-stream", Uploads.report(112));
        assertThat(withNul.statusCode()).isIn(201, 400);
        var nulInForm = Uploads.postFile(api, "a\0b.txt", Uploads.report(113));
        assertThat(nulInForm.statusCode()).isIn(201, 400);
        if (nulInForm.statusCode() == 201) {
            assertThat(json(nulInForm).path("file").asString()).isEqualTo("ab.txt");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "short",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%00",
                "1"
            })
    void answerAnUnknownReceiptLikeAnyUnknownPage(String receipt) {
        var unknown = server.get("/nothing");
        for (var path : List.of("", "/document")) {
            var answer = server.get("/report-a-breach/received/" + receipt + path);
            assertThat(answer.statusCode()).isIn(400, 404);
            if (answer.statusCode() == 404) {
                assertThat(answer.body()).isEqualTo(unknown.body());
            }
        }
        assertThat(server.get("/api/v1/reports/" + receipt).statusCode()).isIn(400, 404);
        assertThat(server.get("/api/v1/reports/" + receipt + "/document").statusCode())
                .isIn(400, 404);
    }

    @Test
    void forgetAReceiptWhenItsTimeIsOver() {
        var sent = Uploads.postFile(api, "a.txt", Uploads.report(114));
        var path = sent.headers().firstValue("location").orElseThrow();
        assertThat(server.get(path).statusCode()).isEqualTo(200);

        sql.change(
                "update receipt set sent_at = sent_at - interval '25 hours', expires_at = expires_at - interval '25 hours'");

        assertThat(server.get(path).statusCode()).isEqualTo(404);
        assertThat(server.get(path + "/document").statusCode()).isEqualTo(404);
        assertThat(server.get(path.replace("/api/v1/reports", "/report-a-breach/received")).body())
                .isEqualTo(server.get("/nothing").body());
    }

    @Test
    void saySoWhereAnAddressOnlyTakesReports() {
        var asked = server.get("/api/v1/reports");
        assertThat(asked.statusCode()).isEqualTo(405);
        assertThat(asked.headers().firstValue("allow").orElseThrow()).contains("POST");
        var put = server.send("PUT", "/api/v1/reports");
        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(put.headers().firstValue("allow").orElseThrow()).contains("POST");
    }

    @Test
    void letNothingOfAReportBeFoundBeforeItIsPublished() {
        Uploads.postFile(page, "a.txt", Uploads.report(115));
        server.part(IndexKeeper.class).catchUp();
        var breach =
                new Casebook(server.part("programDataSource", DataSource.class))
                        .breachOf(RunningServer.sha256(Uploads.report(115)))
                        .orElseThrow();

        for (var path :
                List.of(
                        "/",
                        "/breaches?q=" + Uploads.SECRET,
                        "/breaches?sort=newest",
                        "/breaches?year=2016",
                        "/api/v1/breaches?size=100",
                        "/api/v1/breaches?q=" + Uploads.SECRET,
                        "/breaches/" + breach,
                        "/api/v1/breaches/" + breach,
                        "/registers",
                        "/api/v1/registers")) {
            var body =
                    server.get(path)
                            .body()
                            .replace("value=\"" + Uploads.SECRET + "\"", "")
                            .replace("“" + Uploads.SECRET + "”", "")
                            .replace("q=" + Uploads.SECRET, "")
                            .replace("\"q\":\"" + Uploads.SECRET + "\"", "");
            assertThat(body).as(path).doesNotContain(Uploads.SECRET).doesNotContain("Quillfeather");
        }
        assertThat(server.get("/breaches/" + breach).statusCode()).isEqualTo(404);
        assertThat(server.get("/api/v1/breaches?q=" + Uploads.SECRET).body())
                .contains("\"total\":0");
    }

    private long cases() {
        return sql.only(row -> row.number("count"), "select count(*) from breach");
    }

    private static void problem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type"))
                .contains("application/problem+json");
        assertThat(json(response).path("code").asString()).isEqualTo(code);
        assertThat(json(response).path("detail").asString()).endsWith(".");
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
