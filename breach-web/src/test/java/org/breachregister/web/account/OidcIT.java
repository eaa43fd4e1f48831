package org.breachregister.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.account.Account;
import org.breachregister.core.account.AccountChange;
import org.breachregister.core.account.Accounts;
import org.breachregister.core.account.ApiTokens;
import org.breachregister.core.account.Role;
import org.breachregister.core.account.Scope;
import org.breachregister.core.database.Home;
import org.breachregister.web.Visitor;
import org.breachregister.web.server.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Signing in by a provider, with a real one; and limits, which this server has small.
class OidcIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir static Path directory;
    private static ConfigurableApplicationContext server;
    private static ConfigurableApplicationContext provider;
    private static String site;

    @BeforeAll
    static void start() throws Exception {
        var port = freePort();
        var issuer = "http://127.0.0.1:" + freePort();
        site = "http://127.0.0.1:" + port;
        server =
                Server.start(
                        new Home(directory),
                        port,
                        Map.of(
                                "breach.sign-in.oidc.issuer",
                                issuer,
                                "breach.sign-in.oidc.client-id",
                                TestProvider.CLIENT,
                                "breach.sign-in.oidc.client-secret",
                                TestProvider.SECRET,
                                "breach.sign-in.oidc.name",
                                "Regulator ID",
                                "breach.sign-in.oidc.site",
                                site,
                                "breach.sign-in.most-a-minute",
                                "5",
                                "breach.sign-in.most-token-requests-a-minute",
                                "5"));
        provider = TestProvider.start(URI.create(issuer).getPort(), site);
    }

    @AfterAll
    static void stop() {
        if (provider != null) {
            provider.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void bindsAnAccountToThePersonWithItsVerifiedAddressForGood() {
        var ann = account("ann", Role.CASEWORKER);
        var visitor = new Visitor(site);
        assertThat(visitor.get("/sign-in").body()).contains("Sign in with Regulator ID");
        var before = visitor.cookieHeader();

        assertThat(location(signInBy(visitor, "ann"))).isEqualTo("/desk");
        assertThat(visitor.cookieHeader()).isNotEqualTo(before);
        assertThat(new Visitor(site).with(before).get("/account").statusCode()).isEqualTo(303);
        assertThat(visitor.get("/account").body()).contains("ann@regulator.example");
        assertThat(accounts().find(ann.id()).orElseThrow().issuer()).startsWith("http://127.0.0.1");
        assertThat(location(signInBy(new Visitor(site), "ann"))).isEqualTo("/desk");

        refused("other-ann");
        accounts().disable(People.SHELL, ann.id());
        refused("ann");
    }

    @Test
    void givesNobodyAnAccount() {
        var before = accounts().all().size();
        refused("nobody");

        assertThat(accounts().all()).hasSize(before);
        assertThat(new Visitor(site).get("/sign-in?after=not-known").body())
                .contains("there is no account for you here");
    }

    @Test
    void takesAnAddressThatTheProviderDidNotVerifyForNone() {
        account("bob", Role.CASEWORKER);

        refused("unverified-bob");
    }

    @Test
    void takesNoAnswerThatWasNotAskedFor() {
        account("carol", Role.CASEWORKER);
        assertThat(location(new Visitor(site).get("/login/oauth2/code/oidc?code=abc&state=def")))
                .isEqualTo("/sign-in?after=not-signed-in");

        // What one browser asked for, another cannot use.
        var victim = new Visitor(site);
        victim.get("/sign-in");
        var answer =
                consent(location(new Visitor(site).get("/oauth2/authorization/oidc")), "carol");
        assertThat(location(victim.get(answer))).isEqualTo("/sign-in?after=not-signed-in");
        assertThat(victim.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void asksTheProviderToSendPeopleBackToTheSiteWhateverTheHostHeaderSays() {
        var asked = location(new Visitor(site).get("/oauth2/authorization/oidc"));

        assertThat(asked)
                .contains("redirect_uri=" + site)
                .contains("code_challenge_method=S256")
                .contains("nonce=")
                .contains("state=");
    }

    @Test
    void boundsHowOftenAnAddressTriesWhateverItClaimsToBe() {
        var visitor = new Visitor(site);
        visitor.get("/sign-in");
        HttpResponse<String> answer = null;
        for (var i = 0; i < 7; i++) {
            answer =
                    visitor.send(
                            "POST",
                            "/sign-in",
                            "email=x%40y.example&password=wrong&_csrf="
                                    + URLEncoder.encode(
                                            visitor.formToken(), StandardCharsets.UTF_8),
                            "Content-Type",
                            "application/x-www-form-urlencoded",
                            "X-Forwarded-For",
                            "203.0.113." + i,
                            "X-Real-IP",
                            "203.0.113." + i,
                            "Referer",
                            "http://" + i + ".example/");
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().firstValue("retry-after").orElseThrow()))
                .isBetween(1, 60);
        assertThat(answer.body()).contains("Too many attempts");
    }

    @Test
    void boundsHowOftenATokenAsks() {
        var dora = account("dora", Role.CASEWORKER);
        var tokens = server.getBean(ApiTokens.class);
        var secret =
                ((ApiTokens.Creation.Created)
                                tokens.create(
                                        People.SHELL,
                                        dora.id(),
                                        "Program",
                                        List.of(Scope.READ),
                                        server.getBean(Clock.class)
                                                .instant()
                                                .plus(Duration.ofDays(1))))
                        .secret();
        HttpResponse<String> answer = null;
        for (var i = 0; i < 7; i++) {
            answer = new Visitor(site).get("/api/v1/breaches", "Authorization", "Bearer " + secret);
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("\"type\":\"/problems/too-many-requests\"");
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        assertThat(answer.headers().firstValue("ratelimit").orElseThrow()).contains("r=0;");
        assertThat(new Visitor(site).get("/api/v1/breaches").statusCode()).isEqualTo(200);
    }

    private static void refused(String person) {
        var visitor = new Visitor(site);
        assertThat(location(signInBy(visitor, person))).isEqualTo("/sign-in?after=not-known");
        assertThat(visitor.get("/account").statusCode()).isEqualTo(303);
    }

    private static HttpResponse<String> signInBy(Visitor visitor, String person) {
        var asked = visitor.get("/oauth2/authorization/oidc");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(302);
        return visitor.get(consent(location(asked), person));
    }

    /// What the provider sends a person back with, as a path of this site.
    private static String consent(String address, String person) {
        try {
            var answer =
                    CLIENT.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .header(TestProvider.PERSON, person)
                                    .header("Accept", "text/html")
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
            var back = location(answer);
            assertThat(back).startsWith(site + "/login/oauth2/code/oidc?");
            return back.substring(site.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Account account(String name, Role role) {
        return ((AccountChange.Done)
                        accounts()
                                .add(
                                        People.SHELL,
                                        name + "@regulator.example",
                                        "Robin Example",
                                        List.of(role),
                                        List.of(),
                                        null,
                                        false))
                .account();
    }

    private static Accounts accounts() {
        return server.getBean(Accounts.class);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
