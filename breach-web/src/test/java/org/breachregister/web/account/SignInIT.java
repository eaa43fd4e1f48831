package org.breachregister.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.account.Role;
import org.breachregister.web.RunningServer;
import org.breachregister.web.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Signing in, and all the ways to get in otherwise.
@ExtendWith(OutputCaptureExtension.class)
class SignInIT {

    private final RunningServer server = RunningServer.get();
    private final Visitor visitor = new Visitor(server.address());

    @Test
    void letsAPersonInAndOutAgain() {
        var ann = People.add(server, Role.CASEWORKER);

        assertThat(location(visitor.get("/account"))).isEqualTo("/sign-in?next=%2Faccount");
        var in =
                visitor.signIn(
                        " " + ann.email().toUpperCase(), People.PASSWORD, "next", "/account");
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(location(in)).isEqualTo("/account");
        assertThat(visitor.get("/account").body())
                .contains("Robin Example")
                .contains(ann.email())
                .contains("Sign out");
        assertThat(location(visitor.get("/sign-in"))).isEqualTo("/desk");

        var out = visitor.post("/sign-out");
        assertThat(location(out)).isEqualTo("/sign-in?after=signed-out");
        assertThat(out.headers().firstValue("clear-site-data")).contains("\"cache\"");
        assertThat(visitor.get("/account").statusCode()).isEqualTo(303);
        assertThat(visitor.get("/sign-in?after=signed-out").body()).contains("You are signed out.");
    }

    @Test
    void answersEverythingThatFailsWithTheSameBytes() {
        var ann = People.add(server, Role.CASEWORKER);
        var disabled = People.add(server, Role.CASEWORKER);
        People.accounts(server).disable(People.SHELL, disabled.id());
        var locked = People.add(server, Role.CASEWORKER);
        for (var i = 0; i < 10; i++) {
            People.accounts(server).signIn(locked.email(), "wrong", "192.0.2.1");
        }

        var answers =
                List.of(
                        failed("nobody@regulator.example", People.PASSWORD),
                        failed(ann.email(), "wrong"),
                        failed(disabled.email(), People.PASSWORD),
                        failed(locked.email(), People.PASSWORD));

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(answers.getFirst()));
    }

    @Test
    void locksAnAccountAfterTenFailures() {
        var ann = People.add(server, Role.CASEWORKER);
        for (var i = 0; i < 10; i++) {
            assertThat(visitor.signIn(ann.email(), "guess number " + i).statusCode())
                    .isEqualTo(422);
        }
        assertThat(visitor.signIn(ann.email(), People.PASSWORD).statusCode()).isEqualTo(422);

        People.sql(server)
                .change("update account set locked_until = now() where id = ?", ann.id().value());
        assertThat(visitor.signIn(ann.email(), People.PASSWORD).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "https:evil.example",
                "///evil.example",
                "/account//evil.example",
                "/account/../../evil",
                "/account/./x",
                "/account\r\nSet-Cookie: a=b",
                "/account\t",
                "/account@evil.example",
                "@evil.example",
                "javascript:alert(1)",
                "/sign-out",
                "/breaches",
                "/accountant",
                "/desk;a=b",
                "/desk/%2e%2e/x",
                " /account",
                "/account#//evil.example",
                ""
            })
    void goesNowhereElseAfterSigningIn(String next) {
        var ann = People.add(server, Role.CASEWORKER);
        var asked = visitor.get("/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));

        assertThat(asked.body()).doesNotContain("name=\"next\"");
        assertThat(location(visitor.signIn(ann.email(), People.PASSWORD, "next", next)))
                .isEqualTo("/desk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/account", "/desk/cases?queue=mine&page=2", "/my-reports/BR-2016-0001"})
    void goesBackToThePageThatWasAskedFor(String next) {
        var ann = People.add(server, Role.CASEWORKER);

        assertThat(location(visitor.signIn(ann.email(), People.PASSWORD, "next", next)))
                .isEqualTo(next);
    }

    @Test
    void takesAFieldThatComesTwiceForNone() {
        var ann = People.add(server, Role.CASEWORKER);

        assertThat(
                        location(
                                visitor.signIn(
                                        ann.email(),
                                        People.PASSWORD,
                                        "next",
                                        "/account",
                                        "next",
                                        "//evil.example")))
                .isEqualTo("/desk");
        var twice = new Visitor(server.address());
        assertThat(
                        twice.signIn(ann.email(), People.PASSWORD, "email", "other@x.example")
                                .statusCode())
                .isEqualTo(422);
        assertThat(twice.signIn(ann.email(), "wrong", "password", People.PASSWORD).statusCode())
                .isEqualTo(422);
    }

    @Test
    void changesNothingWithoutTheTokenOfTheForm() {
        var ann = People.add(server, Role.CASEWORKER);
        visitor.get("/sign-in");
        var fields = new String[] {"email", ann.email(), "password", People.PASSWORD};

        assertThat(visitor.postAsIs("/sign-in", fields).statusCode()).isEqualTo(403);
        assertThat(
                        visitor.postAsIs(
                                        "/sign-in",
                                        "email",
                                        ann.email(),
                                        "password",
                                        People.PASSWORD,
                                        "_csrf",
                                        new Visitor(server.address())
                                                .get("/sign-in")
                                                .body()
                                                .replaceFirst(
                                                        "(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*",
                                                        "$1"))
                                .statusCode())
                .isEqualTo(403);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(303);

        var signedIn = People.in(server, ann);
        for (var path :
                List.of(
                        "/sign-out",
                        "/account/password",
                        "/account/tokens",
                        "/account/sign-out-everywhere")) {
            assertThat(signedIn.postAsIs(path, "name", "x").statusCode()).as(path).isEqualTo(403);
        }
        assertThat(
                        signedIn.send(
                                        "POST",
                                        "/account/sign-out-everywhere",
                                        "{}",
                                        "Content-Type",
                                        "application/json")
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        signedIn.send(
                                        "POST",
                                        "/account/sign-out-everywhere",
                                        "--x\r\n\r\n--x--",
                                        "Content-Type",
                                        "multipart/form-data; boundary=x",
                                        "Sec-Fetch-Site",
                                        "cross-site",
                                        "Origin",
                                        server.address())
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        signedIn.send(
                                        "POST",
                                        "/account/sign-out-everywhere",
                                        "--x\r\n\r\n--x--",
                                        "Content-Type",
                                        "multipart/form-data; boundary=x")
                                .statusCode())
                .isEqualTo(403);
        assertThat(signedIn.get("/account").statusCode()).isEqualTo(200);
        assertThat(signedIn.get("/sign-out").statusCode()).isIn(404, 405);
        assertThat(signedIn.get("/account").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/account",
        "/account/",
        "/account/password",
        "/users",
        "/users/1",
        "/my-reports",
        "/desk",
        "/desk/anything"
    })
    void asksWhoItIsBeforeItTellsWhetherThereIsSomething(String path) {
        var answer = visitor.get(path);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).startsWith("/sign-in?next=%2F");
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account;x=1",
                "//account",
                "/%61ccount/%2e%2e/users",
                "/account/..;/users",
                "/./account",
                "/breaches/../account",
                "/breaches/%2e%2e/account",
                "/breaches%2f..%2faccount",
                "/account%00",
                "/account\\",
                "/ACCOUNT",
                "/account.html",
                "/users%20",
                "/users%0a",
                "/api/../users",
                "/api/%2e%2e/users"
            })
    void findsNoWayAroundByOddPaths(String path) throws IOException {
        var answer = raw("GET " + path + " HTTP/1.1", "Host: localhost");

        assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*").doesNotContain("Robin Example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "GETX", "post"})
    void refusesOddMethods(String method) throws IOException {
        var ann = People.add(server, Role.ADMINISTRATOR);
        var cookie = "Cookie: " + People.in(server, ann).cookieHeader();

        for (var path : List.of("/account", "/users/new", "/sign-out")) {
            assertThat(raw(method + " " + path + " HTTP/1.1", "Host: localhost", cookie))
                    .as(path)
                    .matches("(?s)HTTP/1.1 (400|403|405|501) .*");
        }
    }

    @Test
    void takesNoOtherMethodFromAForm() {
        var ann = People.add(server, Role.CASEWORKER);
        var signedIn = People.in(server, ann);
        signedIn.get("/account");

        var answer = signedIn.post("/account", "_method", "GET");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(
                        signedIn.send("GET", "/sign-out", null, "X-HTTP-Method-Override", "POST")
                                .statusCode())
                .isIn(404, 405);
        assertThat(signedIn.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void namesNoHostInRedirectsWhateverTheHeadersSay() throws IOException {
        for (var path : List.of("/account", "/desk")) {
            var answer =
                    raw(
                            "GET " + path + " HTTP/1.1",
                            "Host: evil.example",
                            "X-Forwarded-Host: evil.example",
                            "X-Forwarded-Proto: https",
                            "Forwarded: host=evil.example");

            assertThat(answer)
                    .containsIgnoringCase("\r\nLocation: /sign-in?next=")
                    .doesNotContain("evil.example");
        }
        assertThat(raw("GET /sign-in HTTP/1.1", "Host: evil.example"))
                .doesNotContain("evil.example");
    }

    @Test
    void recordsTheAddressOfTheConnectionAndNoneThatAHeaderClaims() {
        var ann = People.add(server, Role.CASEWORKER);
        visitor.get("/sign-in");
        visitor.send(
                "POST",
                "/sign-in",
                "email=%s&password=wrong&_csrf=%s"
                        .formatted(
                                ann.email().replace("@", "%40"),
                                URLEncoder.encode(visitor.formToken(), StandardCharsets.UTF_8)),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "X-Forwarded-For",
                "203.0.113.9",
                "Forwarded",
                "for=203.0.113.9");

        var origin =
                People.sql(server)
                        .<String>only(
                                row -> row.text("origin"),
                                """
                                select origin from audit_entry
                                where action = 'account.sign-in-refused' and record = ?\
                                """,
                                ann.id().toString());
        assertThat(origin).isEqualTo("127.0.0.1");
    }

    @Test
    void keepsSecretsOutOfLogsAndAudit(CapturedOutput output) {
        var ann = People.add(server, Role.CASEWORKER);
        var secret = "a very secret wrong password";
        visitor.signIn(ann.email(), secret);
        visitor.signIn(secret, secret);
        var signedIn = People.in(server, ann);
        signedIn.get("/account/password");
        signedIn.post(
                "/account/password", "old", People.PASSWORD, "password", secret, "again", secret);

        var record =
                People.sql(server)
                        .<String>only(
                                row -> row.text("all"),
                                "select string_agg(a::text, ' ') as \"all\" from audit_entry a");
        assertThat(record).doesNotContain(secret).doesNotContain(People.PASSWORD);
        assertThat(output.getAll())
                .doesNotContain(secret)
                .doesNotContain(People.PASSWORD)
                .doesNotContain(ann.email())
                .doesNotContain(signedIn.cookieHeader());
    }

    @Test
    void sendsHeadersThatKeepPagesOutOfCachesAndFrames() {
        var ann = People.add(server, Role.CASEWORKER);
        var headers = People.in(server, ann).get("/account").headers();

        assertThat(headers.firstValue("cache-control")).contains("no-store");
        assertThat(headers.firstValue("content-security-policy").orElseThrow())
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("x-robots-tag")).contains("noindex");
        assertThat(headers.firstValue("referrer-policy")).contains("same-origin");
    }

    private String failed(String email, String password) {
        var answer = new Visitor(server.address()).signIn(email, password);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body().replaceAll("name=\"_csrf\"[^>]*", "").replace(email, "");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    private String raw(String... lines) throws IOException {
        var at = URI.create(server.address());
        try (var socket = new Socket(at.getHost(), at.getPort())) {
            socket.setSoTimeout(10_000);
            var request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
