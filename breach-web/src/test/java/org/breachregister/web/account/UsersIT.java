package org.breachregister.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.account.Account;
import org.breachregister.core.account.Audit;
import org.breachregister.core.account.Role;
import org.breachregister.web.RunningServer;
import org.breachregister.web.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.regex.Pattern;

import javax.sql.DataSource;

/// An administrator's pages, and who does not see them.
class UsersIT {

    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([^<]+)<");

    private final RunningServer server = RunningServer.get();

    @Test
    void addAnAccountWithAPasswordToPassOn() {
        var eve = People.add(server, Role.ADMINISTRATOR);
        var visitor = People.in(server, eve);
        visitor.get("/users/new");
        var made =
                visitor.post(
                        "/users/new",
                        "email",
                        "New.Person%d@ons.example".formatted(eve.id().value()),
                        "name",
                        "New <Person>",
                        "role",
                        "producer",
                        "bodies",
                        "Office for National Statistics\r\nons\r\n");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(made.body()).contains("New &lt;Person&gt;").doesNotContain("<Person>");
        var found = SECRET.matcher(made.body());
        assertThat(found.find()).isTrue();

        var person =
                People.accounts(server)
                        .find("new.person%d@ons.example".formatted(eve.id().value()))
                        .orElseThrow();
        assertThat(person.bodies()).hasSize(1);
        assertThat(visitor.get("/users/" + person.id()).body()).doesNotContain(found.group(1));
        assertThat(visitor.get("/users").body()).contains(person.email());
        var first = Visitor.signedIn(server, person.email(), found.group(1));
        assertThat(first.get("/account").headers().firstValue("location"))
                .contains("/account/password");
        assertThat(
                        new Audit(server.part("programDataSource", DataSource.class))
                                .ofRecord("account", person.id().toString(), 10))
                .anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo("account.add");
                    assertThat(entry.account()).isEqualTo(eve.id());
                });
    }

    @Test
    void sayWhatIsWrongAndKeepWhatWasTyped() {
        var visitor = People.in(server, People.add(server, Role.ADMINISTRATOR));
        visitor.get("/users/new");

        var wrong =
                visitor.post(
                        "/users/new", "email", "no address", "name", "Someone", "role", "analyst");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("Error: Add an account")
                .contains("href=\"#email\"")
                .contains("value=\"no address\"")
                .contains("value=\"Someone\"");
        assertThat(
                        visitor.post(
                                        "/users/new",
                                        "email",
                                        "a@b.example",
                                        "name",
                                        "A",
                                        "role",
                                        "producer",
                                        "role",
                                        "administrator",
                                        "bodies",
                                        "ons")
                                .statusCode())
                .isEqualTo(422);
        assertThat(
                        visitor.post(
                                        "/users/new",
                                        "email",
                                        "a@b.example",
                                        "name",
                                        "A",
                                        "role",
                                        "producer",
                                        "bodies",
                                        "Ministry of Silly Walks")
                                .statusCode())
                .isEqualTo(422);
        assertThat(People.accounts(server).find("a@b.example")).isEmpty();
    }

    @Test
    void changeDisableAndEnable() {
        var visitor = People.in(server, People.add(server, Role.ADMINISTRATOR));
        var ann = People.add(server, Role.ANALYST);
        var at = "/users/" + ann.id();
        visitor.get(at);

        assertThat(visitor.post(at + "/change", "role", "caseworker").statusCode()).isEqualTo(303);
        assertThat(now(ann).roles()).containsExactly(Role.CASEWORKER);
        assertThat(visitor.post(at + "/disable").statusCode()).isEqualTo(303);
        assertThat(now(ann).disabled()).isTrue();
        assertThat(visitor.post(at + "/enable").statusCode()).isEqualTo(303);
        assertThat(now(ann).disabled()).isFalse();
        assertThat(visitor.post(at + "/password").body()).containsPattern(SECRET);
        assertThat(visitor.post("/users/99999999/disable").statusCode()).isEqualTo(404);
        assertThat(visitor.post("/users/0/disable").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/users/999999999999999999999").statusCode()).isEqualTo(404);
    }

    @Test
    void takeNoFieldsThatTheFormsDoNotHave() {
        var visitor = People.in(server, People.add(server, Role.ADMINISTRATOR));
        var ann = People.add(server, Role.ANALYST);
        visitor.get("/users/" + ann.id());
        visitor.post(
                "/users/" + ann.id() + "/change",
                "role",
                "analyst",
                "email",
                "evil@x.example",
                "disabledAt",
                "2020-01-01",
                "passwordHash",
                "x",
                "id",
                "1");

        assertThat(now(ann)).isEqualTo(ann);
    }

    @Test
    void letNobodyRaiseThemselves() {
        var eve = People.add(server, Role.ADMINISTRATOR);
        var visitor = People.in(server, eve);
        visitor.get("/users/" + eve.id());

        for (var deed : List.of("change", "disable", "password")) {
            assertThat(
                            visitor.post(
                                            "/users/" + eve.id() + "/" + deed,
                                            "role",
                                            "administrator",
                                            "role",
                                            "publisher")
                                    .statusCode())
                    .as(deed)
                    .isEqualTo(422);
        }
        assertThat(now(eve).roles()).containsExactly(Role.ADMINISTRATOR);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void areNotThereForAnybodyElse(Role role) {
        var ann = People.add(server, role);
        var visitor = People.in(server, ann);
        visitor.get("/account");

        for (var path : List.of("/users", "/users/new", "/users/" + ann.id())) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(404);
        }
        var at = "/users/" + ann.id();
        for (var path : List.of("/users/new", at + "/change", at + "/enable", at + "/password")) {
            assertThat(visitor.post(path, "role", "administrator").statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(now(ann)).isEqualTo(ann);
        var others =
                role == Role.PRODUCER ? List.of("/desk", "/desk/cases") : List.of("/my-reports");
        for (var path : others) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private Account now(Account account) {
        return People.accounts(server).find(account.id()).orElseThrow();
    }
}
