package org.breachregister.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.account.Account;
import org.breachregister.core.account.ApiTokens;
import org.breachregister.core.account.Role;
import org.breachregister.core.account.Scope;
import org.breachregister.web.RunningServer;
import org.breachregister.web.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// Programs that act in somebody's name.
class TokensIT {

    private static final String PUBLIC = "/api/v1/breaches";

    private final RunningServer server = RunningServer.get();

    @Test
    void areMadeShownOnceListedAndRevoked() {
        var ann = People.add(server, Role.CASEWORKER);
        var visitor = People.in(server, ann);
        visitor.get("/account");
        var made =
                visitor.post(
                        "/account/tokens",
                        "name",
                        "Nightly <export>",
                        "scope",
                        "read",
                        "scope",
                        "write",
                        "days",
                        "30");
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("cache-control")).contains("no-store");
        var found = Pattern.compile("brk_[A-Za-z0-9_-]{43}").matcher(made.body());
        assertThat(found.find()).isTrue();
        var secret = found.group();
        assertThat(ask(secret, PUBLIC).statusCode()).isEqualTo(200);

        var page = visitor.get("/account").body();
        assertThat(page).contains("Nightly &lt;export&gt;").doesNotContain(secret);
        var id = server.part(ApiTokens.class).of(ann.id()).getFirst().id();
        assertThat(People.in(server, People.add(server, Role.CASEWORKER)).get("/account").body())
                .doesNotContain("Nightly");

        var other = People.in(server, People.add(server, Role.ADMINISTRATOR));
        other.get("/account");
        assertThat(other.post("/account/tokens/" + id + "/revoke").statusCode()).isEqualTo(404);
        assertThat(ask(secret, PUBLIC).statusCode()).isEqualTo(200);
        assertThat(visitor.post("/account/tokens/" + id + "/revoke").statusCode()).isEqualTo(303);
        refused(ask(secret, PUBLIC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer brk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Bearer",
                "Bearer ",
                "Bearer nonsense",
                "Basic YW5uOnBhc3N3b3Jk",
                "brk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Bearer brk_AAAA' or '1'='1"
            })
    void areRefusedWhereTheyAreNotValid(String header) {
        refused(server.send("GET", PUBLIC, "Authorization", header));
        refused(server.send("GET", "/api/v1/nothing", "Authorization", header));
        refused(server.send("POST", "/api/v1/reports", "Authorization", header));
    }

    @Test
    void countOnlyInTheHeaderAndOnlyOnce() {
        var secret = token(People.add(server, Role.CASEWORKER), Scope.READ);

        refused(
                server.send(
                        "GET",
                        PUBLIC,
                        "Authorization",
                        "Bearer " + secret,
                        "Authorization",
                        "Bearer " + secret));
        assertThat(server.get("/account?access_token=" + secret).statusCode()).isEqualTo(303);
        assertThat(server.send("GET", "/account", "Authorization", "Bearer " + secret).statusCode())
                .isEqualTo(303);
    }

    @Test
    void endWithTheirTimeAndWithTheAccount() {
        var ann = People.add(server, Role.CASEWORKER);
        var secret = token(ann, Scope.READ);
        People.accounts(server).disable(People.SHELL, ann.id());
        refused(ask(secret, PUBLIC));
        People.accounts(server).enable(People.SHELL, ann.id());
        assertThat(ask(secret, PUBLIC).statusCode()).isEqualTo(200);

        People.sql(server)
                .change(
                        """
                        update api_token set created_at = now() - interval '2 days',
                            expires_at = now() - interval '1 second'
                        where account = ?\
                        """,
                        ann.id().value());
        refused(ask(secret, PUBLIC));
    }

    @Test
    void allowNoMoreThanTheirScopes() {
        var ann = People.add(server, Role.CASEWORKER, Role.PUBLISHER);
        var reading = token(ann, Scope.READ);
        var writing = token(ann, Scope.WRITE);

        var answer = send(reading, "POST", "/api/v1/reports");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("www-authenticate").orElseThrow())
                .contains("insufficient_scope")
                .contains("scope=\"write\"");
        assertThat(send(reading, "DELETE", "/api/v1/breaches/BR-2016-0001").statusCode())
                .isEqualTo(403);
        assertThat(ask(writing, PUBLIC).statusCode()).isEqualTo(403);
        assertThat(ask(reading, "/api/v1/export").headers().firstValue("www-authenticate"))
                .hasValueSatisfying(header -> assertThat(header).contains("scope=\"export\""));
    }

    @Test
    void meetNothingWhereThereIsNothing() {
        var secret = token(People.add(server, Role.CASEWORKER), Scope.READ);

        assertThat(ask(secret, "/api/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/v2/breaches").statusCode()).isEqualTo(404);
    }

    @Test
    void areToldWhatIsLeftOfTheirLimit() {
        var secret = token(People.add(server, Role.CASEWORKER), Scope.READ);
        var headers = ask(secret, PUBLIC).headers();

        var most = server.part(SignInSettings.class).mostTokenRequestsAMinute();
        assertThat(headers.firstValue("ratelimit-policy"))
                .contains("\"token\";q=%d;w=60".formatted(most));
        assertThat(headers.firstValue("ratelimit").orElseThrow())
                .matches("\"token\";r=%d;t=[0-9]+".formatted(most - 1));
        assertThat(server.get(PUBLIC).headers().firstValue("ratelimit")).isEmpty();
    }

    @Test
    void actWithTheRightsOfTheirOwnerAndWithoutPublishNotAsPublisher() {
        var ann = People.add(server, Role.CASEWORKER, Role.PUBLISHER);

        assertThat(ask(token(ann, Scope.READ, Scope.PUBLISH), "/api/v1/me").body())
                .contains("Robin Example")
                .contains("\"publisher\"");
        assertThat(ask(token(ann, Scope.READ), "/api/v1/me").body())
                .contains("\"caseworker\"")
                .contains("\"analyst\"")
                .doesNotContain("\"publisher\"");
    }

    @Test
    void areNeededByProgramsAndNotReplacedByACookie() {
        var ann = People.add(server, Role.CASEWORKER);
        var visitor = People.in(server, ann);
        for (var path : List.of("/api/v1/me", "/api/v1/cases")) {
            var refused = visitor.get(path);
            assertThat(refused.statusCode()).as(path).isEqualTo(401);
            assertThat(refused.headers().firstValue("www-authenticate").orElseThrow())
                    .startsWith("Bearer")
                    .doesNotContain("error=");
        }
        var answer = visitor.get(PUBLIC);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
    }

    private String token(Account owner, Scope... scopes) {
        var creation =
                server.part(ApiTokens.class)
                        .create(
                                People.SHELL,
                                owner.id(),
                                "Program",
                                List.of(scopes),
                                server.part(Clock.class).instant().plus(Duration.ofDays(1)));
        return ((ApiTokens.Creation.Created) creation).secret();
    }

    private HttpResponse<String> ask(String secret, String path) {
        return send(secret, "GET", path);
    }

    private HttpResponse<String> send(String secret, String method, String path) {
        return new Visitor(server.address())
                .send(method, path, null, "Authorization", "Bearer " + secret);
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("www-authenticate").orElseThrow())
                .startsWith("Bearer ")
                .contains("error=\"invalid_token\"");
        assertThat(answer.headers().firstValue("content-type"))
                .contains("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"/problems/not-signed-in\"");
    }
}
