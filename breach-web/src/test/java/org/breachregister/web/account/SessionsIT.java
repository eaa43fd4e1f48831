package org.breachregister.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.account.Account;
import org.breachregister.core.account.AccountChange;
import org.breachregister.core.account.Role;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.web.RunningServer;
import org.breachregister.web.Visitor;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How sessions begin, what they may do, and how they end.
class SessionsIT {

    private final RunningServer server = RunningServer.get();

    @Test
    void sendsACookieThatOnlyThisHostGetsOverSafeConnections() {
        var cookie =
                new Visitor(server.address())
                        .get("/sign-in")
                        .headers()
                        .firstValue("set-cookie")
                        .orElseThrow();

        assertThat(cookie)
                .startsWith("__Host-breach-session=")
                .contains("; Path=/")
                .contains("; Secure")
                .contains("; HttpOnly")
                .contains("; SameSite=Lax")
                .doesNotContain("Domain")
                .doesNotContain("Expires");
    }

    @Test
    void givesThePublicNoCookieAndLooksAtNone() {
        var ann = People.add(server, Role.CASEWORKER);
        var visitor = People.in(server, ann);

        for (var path : List.of("/", "/breaches", "/about", "/api/v1/breaches", "/nothing")) {
            var answer = visitor.get(path);
            assertThat(answer.headers().firstValue("set-cookie")).as(path).isEmpty();
            assertThat(answer.body()).as(path).doesNotContain("Robin Example");
        }
    }

    @Test
    void beginsUnderANewIdentifier() {
        var ann = People.add(server, Role.CASEWORKER);
        var visitor = new Visitor(server.address());
        visitor.get("/sign-in");
        var before = visitor.cookieHeader();
        visitor.signIn(ann.email(), People.PASSWORD);

        assertThat(visitor.cookieHeader()).isNotEqualTo(before);
        assertThat(new Visitor(server.address()).with(before).get("/account").statusCode())
                .isEqualTo(303);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void takesNoIdentifierThatSomebodyElseChose() {
        var ann = People.add(server, Role.CASEWORKER);
        var chosen = "__Host-breach-session=YWJjZGVmYWItMTIzNC0xMjM0LTEyMzQtYWJjZGVmYWJjZGVm";
        var visitor = new Visitor(server.address()).with(chosen);
        visitor.signIn(ann.email(), People.PASSWORD);

        assertThat(visitor.cookieHeader()).isNotEqualTo(chosen);
        assertThat(new Visitor(server.address()).with(chosen).get("/account").statusCode())
                .isEqualTo(303);
        assertThat(new Visitor(server.address()).get("/account;jsessionid=abc").statusCode())
                .isEqualTo(400);
    }

    @Test
    void endsWithSigningOutForWhoeverHasTheCookie() {
        var ann = People.add(server, Role.CASEWORKER);
        var visitor = People.in(server, ann);
        var thief = new Visitor(server.address()).with(visitor.cookieHeader());
        assertThat(thief.get("/account").statusCode()).isEqualTo(200);
        visitor.get("/account");
        visitor.post("/sign-out");

        assertThat(thief.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void losesRightsWithTheNextRequest() {
        People.add(server, Role.ADMINISTRATOR);
        var ann = People.add(server, Role.CASEWORKER, Role.ADMINISTRATOR);
        var visitor = People.in(server, ann);
        assertThat(visitor.get("/users").statusCode()).isEqualTo(200);

        done(
                People.accounts(server)
                        .change(People.SHELL, ann.id(), List.of(Role.CASEWORKER), List.of()));

        assertThat(visitor.get("/users").statusCode()).isEqualTo(404);
        assertThat(visitor.post("/users/new", "email", "x@x.example").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);

        done(
                People.accounts(server)
                        .change(
                                People.SHELL,
                                ann.id(),
                                List.of(Role.PRODUCER),
                                List.of(new ProducerId("ons"))));
        assertThat(visitor.get("/desk").statusCode()).isEqualTo(404);
    }

    @Test
    void endsWhenTheAccountIsDisabled() {
        var ann = People.add(server, Role.CASEWORKER);
        var visitor = People.in(server, ann);
        visitor.get("/account");
        done(People.accounts(server).disable(People.SHELL, ann.id()));

        assertThat(visitor.post("/account/sign-out-everywhere").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(303);
        done(People.accounts(server).enable(People.SHELL, ann.id()));
        assertThat(visitor.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void endsEverywhereButHere() {
        var ann = People.add(server, Role.CASEWORKER);
        var here = People.in(server, ann);
        var there = People.in(server, ann);
        here.get("/account");
        var before = here.cookieHeader();
        assertThat(here.post("/account/sign-out-everywhere").statusCode()).isEqualTo(303);

        assertThat(here.get("/account").statusCode()).isEqualTo(200);
        assertThat(there.get("/account").statusCode()).isEqualTo(303);
        assertThat(new Visitor(server.address()).with(before).get("/account").statusCode())
                .isEqualTo(303);
    }

    @Test
    void endsEverywhereElseWithANewPassword() {
        var ann = People.add(server, Role.CASEWORKER);
        var here = People.in(server, ann);
        var there = People.in(server, ann);
        here.get("/account/password");

        assertThat(
                        here.post(
                                        "/account/password",
                                        "old",
                                        "not it",
                                        "password",
                                        "another good password",
                                        "again",
                                        "another good password")
                                .statusCode())
                .isEqualTo(422);
        assertThat(there.get("/account").statusCode()).isEqualTo(200);
        assertThat(
                        here.post(
                                        "/account/password",
                                        "old",
                                        People.PASSWORD,
                                        "password",
                                        "another good password",
                                        "again",
                                        "another good password")
                                .statusCode())
                .isEqualTo(303);
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
        assertThat(there.get("/account").statusCode()).isEqualTo(303);
        assertThat(new Visitor(server.address()).signIn(ann.email(), People.PASSWORD).statusCode())
                .isEqualTo(422);
    }

    @Test
    void allowsFiveAtOnceAndEndsTheOldest() {
        var ann = People.add(server, Role.CASEWORKER);
        var visitors = new ArrayList<Visitor>();
        for (var i = 0; i < 6; i++) {
            visitors.add(People.in(server, ann));
        }

        assertThat(visitors.getFirst().get("/account").statusCode()).isEqualTo(303);
        assertThat(visitors.subList(1, 6))
                .allSatisfy(
                        visitor -> assertThat(visitor.get("/account").statusCode()).isEqualTo(200));
    }

    @Test
    void endsAfterHalfAnHourWithoutARequest() {
        var ann = People.add(server, Role.CASEWORKER);
        var visitor = People.in(server, ann);
        shift(ann, "last_access_time", Duration.ofMinutes(29));
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
        shift(ann, "last_access_time", Duration.ofMinutes(31));
        assertThat(visitor.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void endsAfterTwelveHoursHoweverBusy() {
        var ann = People.add(server, Role.CASEWORKER);
        var visitor = People.in(server, ann);
        shift(ann, "creation_time", Duration.ofHours(11));
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
        shift(ann, "creation_time", Duration.ofMinutes(61));
        assertThat(visitor.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void sharesSessionsThroughTheDatabaseAndKeepsNoRightsInThem() {
        var ann = People.add(server, Role.CASEWORKER);
        People.in(server, ann);

        var attributes =
                People.sql(server)
                        .list(
                                row -> row.text("attribute_name"),
                                """
                                select distinct a.attribute_name
                                from spring_session_attributes a
                                    join spring_session s on s.primary_id = a.session_primary_id
                                where s.principal_name = ? order by 1\
                                """,
                                ann.id().toString());
        assertThat(attributes)
                .containsExactly(
                        "account",
                        "began",
                        "org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME");
    }

    @Test
    void goNowhereBeforeAPasswordThatWasGivenIsChanged() {
        var ann = People.add(server, Role.ADMINISTRATOR);
        done(
                People.accounts(server)
                        .setPassword(People.SHELL, ann.id(), "given by somebody else", true));
        var visitor = Visitor.signedIn(server, ann.email(), "given by somebody else");

        for (var path : List.of("/account", "/users", "/users/new")) {
            assertThat(visitor.get(path).headers().firstValue("location"))
                    .as(path)
                    .contains("/account/password");
        }
        visitor.get("/account/password");
        assertThat(
                        visitor.post("/account/tokens", "name", "x", "scope", "read", "days", "30")
                                .headers()
                                .firstValue("location"))
                .contains("/account/password");
        assertThat(
                        visitor.post(
                                        "/account/password",
                                        "old",
                                        "given by somebody else",
                                        "password",
                                        "chosen by the person",
                                        "again",
                                        "chosen by the person")
                                .statusCode())
                .isEqualTo(303);
        assertThat(visitor.get("/users").statusCode()).isEqualTo(200);
    }

    private void shift(Account account, String column, Duration back) {
        assertThat(
                        People.sql(server)
                                .change(
                                        "update spring_session set %1$s = %1$s - ? where principal_name = ?"
                                                .formatted(column),
                                        back.toMillis(),
                                        account.id().toString()))
                .isEqualTo(1);
    }

    private static void done(AccountChange change) {
        assertThat(change).isInstanceOf(AccountChange.Done.class);
    }
}
