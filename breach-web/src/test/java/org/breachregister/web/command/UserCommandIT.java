package org.breachregister.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.account.Accounts;
import org.breachregister.core.account.Role;
import org.breachregister.core.account.SignIn;
import org.breachregister.core.database.Home;
import org.breachregister.web.server.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Accounts from the command line, beside a running server.
class UserCommandIT {

    @TempDir Path directory;

    @Test
    void looksAfterAccountsWhileTheServerRuns() {
        try (var server = Server.start(new Home(directory), 0, Map.of())) {
            var accounts = server.getBean(Accounts.class);

            var added =
                    run(
                            "",
                            "add",
                            "Eve@Regulator.example",
                            "--name",
                            "Eve",
                            "--role",
                            "administrator");
            assertThat(added.exit()).as(added.err()).isZero();
            var password = added.out().replaceAll("(?s).*Password: (\\S+).*", "$1");
            assertThat(accounts.signIn("eve@regulator.example", password, ""))
                    .isInstanceOf(SignIn.Welcome.class);
            assertThat(accounts.find("eve@regulator.example").orElseThrow().passwordExpired())
                    .isTrue();

            var typed =
                    run(
                            "three plain words here\nmore\n",
                            "add",
                            "pat@ons.example",
                            "--name",
                            "Pat",
                            "--role",
                            "producer",
                            "--body",
                            "ONS",
                            "--password-stdin");
            assertThat(typed.exit()).as(typed.err()).isZero();
            assertThat(typed.out()).isEqualTo("Added pat@ons.example.\n");
            assertThat(accounts.signIn("pat@ons.example", "three plain words here", ""))
                    .isInstanceOf(SignIn.Welcome.class);

            var listed = run("", "list", "--json");
            var lines = listed.out().lines().map(JsonMapper.shared()::readTree).toList();
            assertThat(lines).hasSize(2);
            assertThat(lines.getFirst().get("email").asString()).isEqualTo("eve@regulator.example");
            assertThat(lines.getLast().get("bodies").get(0).asString())
                    .isEqualTo("office-for-national-statistics");
            assertThat(listed.out()).doesNotContain("argon").doesNotContain("hash");

            assertThat(run("", "disable", "pat@ons.example").exit()).isZero();
            assertThat(accounts.signIn("pat@ons.example", "three plain words here", ""))
                    .isInstanceOf(SignIn.Refused.class);
            assertThat(run("", "enable", "pat@ons.example").exit()).isZero();
            assertThat(
                            run(
                                            "another plain password\n",
                                            "password",
                                            "pat@ons.example",
                                            "--password-stdin")
                                    .exit())
                    .isZero();
            assertThat(accounts.signIn("pat@ons.example", "another plain password", ""))
                    .isInstanceOf(SignIn.Welcome.class);
        }
    }

    @Test
    void saysInASentenceWhatCannotBeDone() {
        assertThat(run("", "add", "x@y.example", "--name", "X", "--role", "chief").err())
                .contains("There is no role 'chief'");
        assertThat(run("", "add", "x@y.example", "--name", "X", "--role", "chief").exit())
                .isEqualTo(2);
        assertThat(run("", "add", "no-address", "--name", "X", "--role", "analyst").err())
                .contains("correct format");
        assertThat(
                        run(
                                        "short\n",
                                        "add",
                                        "x@y.example",
                                        "--name",
                                        "X",
                                        "--role",
                                        "analyst",
                                        "--password-stdin")
                                .err())
                .contains("12 characters");
        assertThat(run("", "disable", "x@y.example").err()).contains("no account of x@y.example");
        assertThat(run("", "disable", "x@y.example").exit()).isEqualTo(1);
        run("", "add", "eve@y.example", "--name", "Eve", "--role", "administrator");
        assertThat(run("", "disable", "eve@y.example").err()).contains("last administrator");
        assertThat(run("").exit()).isEqualTo(2);
    }

    @Test
    void addsInventedPeopleToAHomeWithSamplesOnly() throws Exception {
        var home = new Home(directory);
        Samples.unpackInto(home);
        try (var installation = Installation.open(home)) {
            var password = DemoPeople.addTo(installation);

            assertThat(DemoPeople.addTo(installation)).isEqualTo(password);
            var accounts = new Accounts(installation.database().dataSource(), installation.clock());
            assertThat(accounts.all()).hasSize(4);
            for (var role :
                    new Role[] {
                        Role.PRODUCER, Role.CASEWORKER, Role.PUBLISHER, Role.ADMINISTRATOR
                    }) {
                assertThat(accounts.signIn(role.key() + "@demo.example", password, ""))
                        .isInstanceOf(SignIn.Welcome.class);
            }
        }
        assertThat(Files.getPosixFilePermissions(DemoPeople.file(home)))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
    }

    private record Ran(int exit, String out, String err) {}

    private Ran run(String input, String... arguments) {
        var command = new String[arguments.length + 3];
        command[0] = "user";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        command[arguments.length + 1] = "--home";
        command[arguments.length + 2] = directory.toString();
        if (arguments.length == 0) {
            command = new String[] {"user"};
        }
        var in = System.in;
        var out = System.out;
        var err = System.err;
        var printed = new ByteArrayOutputStream();
        var complained = new ByteArrayOutputStream();
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            var exit = BreachCommand.run(command);
            return new Ran(
                    exit,
                    printed.toString(StandardCharsets.UTF_8),
                    complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setIn(in);
            System.setOut(out);
            System.setErr(err);
        }
    }
}
