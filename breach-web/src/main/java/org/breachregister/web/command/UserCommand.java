package org.breachregister.web.command;

import org.breachregister.core.account.Account;
import org.breachregister.core.account.AccountChange;
import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Accounts;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Passwords;
import org.breachregister.core.account.Role;
import org.breachregister.core.producer.ProducerId;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Looks after accounts: how the first administrator gets one, and the way in when nobody else can.
@Command(
        name = "user",
        description = "Adds, lists and changes accounts of people who sign in.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "add|list|disable|enable|password")
final class UserCommand implements Runnable {

    private static final Actor SHELL =
            new Actor(
                    null,
                    "Command line",
                    Actor.PROGRAM.roles(),
                    Actor.PROGRAM.bodies(),
                    "command line",
                    Actor.PROGRAM.rights());

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do with accounts: add, list, disable, enable or password.");
    }

    /// Adds an account.
    @Command(
            name = "add",
            description =
                    "Adds an account. Without --password-stdin its first password is made, printed, and has to be changed when it is first used.",
            mixinStandardHelpOptions = true)
    int add(
            @Mixin HomeOption where,
            @Parameters(paramLabel = "EMAIL", description = "The address to sign in with.")
                    String email,
            @Option(names = "--name", required = true, description = "The name on record.")
                    String name,
            @Option(
                            names = "--role",
                            required = true,
                            arity = "1",
                            description =
                                    "producer, caseworker, publisher, analyst or administrator; may be repeated.")
                    List<String> roles,
            @Option(
                            names = "--body",
                            arity = "1",
                            description =
                                    "A body that a producer's account speaks for, by id or name; may be repeated.")
                    @Nullable List<String> bodies,
            @Mixin PasswordOption password) {
        var wanted = roles.stream().map(UserCommand::role).toList();
        try (var installation = Installation.open(where.home())) {
            var speaksFor =
                    (bodies == null ? List.<String>of() : bodies)
                            .stream().map(body -> body(installation, body)).toList();
            var first = password.password();
            var change =
                    accounts(installation)
                            .add(SHELL, email, name, wanted, speaksFor, first.text(), first.made());
            tell(done(change, email), "Added", first);
        }
        return 0;
    }

    /// Lists the accounts.
    @Command(name = "list", description = "Lists the accounts.", mixinStandardHelpOptions = true)
    int list(
            @Mixin HomeOption where,
            @Option(names = "--json", description = "Prints one JSON object a line.")
                    boolean json) {
        try (var installation = Installation.open(where.home())) {
            for (var account : accounts(installation).all()) {
                out().println(json ? Json.line(asJson(account)) : asText(account));
            }
        }
        out().flush();
        return 0;
    }

    /// Keeps an account from being used.
    @Command(
            name = "disable",
            description = "Keeps an account, its sessions and tokens from being used.",
            mixinStandardHelpOptions = true)
    int disable(@Mixin HomeOption where, @Parameters(paramLabel = "EMAIL") String email) {
        return change(where, email, "Disabled", id -> accounts -> accounts.disable(SHELL, id));
    }

    /// Lets a disabled account be used again.
    @Command(
            name = "enable",
            description = "Lets a disabled account be used again.",
            mixinStandardHelpOptions = true)
    int enable(@Mixin HomeOption where, @Parameters(paramLabel = "EMAIL") String email) {
        return change(where, email, "Enabled", id -> accounts -> accounts.enable(SHELL, id));
    }

    /// Gives an account a new password.
    @Command(
            name = "password",
            description =
                    "Gives an account a new password and ends its sessions. Without --password-stdin it is made, printed, and has to be changed when it is first used.",
            mixinStandardHelpOptions = true)
    int password(
            @Mixin HomeOption where,
            @Parameters(paramLabel = "EMAIL") String email,
            @Mixin PasswordOption password) {
        try (var installation = Installation.open(where.home())) {
            var accounts = accounts(installation);
            var id = find(accounts, email).id();
            var next = password.password();
            var change = accounts.setPassword(SHELL, id, next.text(), next.made());
            tell(done(change, email), "Changed the password of", next);
        }
        return 0;
    }

    private int change(
            HomeOption where,
            String email,
            String word,
            Function<AccountId, Function<Accounts, AccountChange>> deed) {
        try (var installation = Installation.open(where.home())) {
            var accounts = accounts(installation);
            var change = deed.apply(find(accounts, email).id()).apply(accounts);
            out().println("%s %s.".formatted(word, done(change, email).email()));
            out().flush();
        }
        return 0;
    }

    private static Accounts accounts(Installation installation) {
        return new Accounts(installation.database().dataSource(), installation.clock());
    }

    private static Account find(Accounts accounts, String email) {
        return accounts.find(email).orElseThrow(() -> unknown(email));
    }

    private static CommandFailed unknown(String email) {
        return new CommandFailed("There is no account of %s.".formatted(Accounts.address(email)));
    }

    private static Account done(AccountChange change, String email) {
        return switch (change) {
            case AccountChange.Done(var account) -> account;
            case AccountChange.Refused(_, var sentence) -> throw new CommandFailed(sentence);
            case AccountChange.Unknown _ -> throw unknown(email);
        };
    }

    private void tell(Account account, String word, PasswordOption.Password password) {
        out().println("%s %s.".formatted(word, account.email()));
        if (password.made()) {
            out().println("Password: " + password.text());
            out().println("It is not shown again, and has to be changed when it is first used.");
        }
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private static Role role(String word) {
        return Role.of(word)
                .orElseThrow(() ->
                        new UsageProblem(
                                "There is no role '%s'. There are %s."
                                        .formatted(
                                                word,
                                                Arrays.stream(Role.values())
                                                        .map(Role::key)
                                                        .collect(Collectors.joining(", ")))));
    }

    private static ProducerId body(Installation installation, String words) {
        var named = installation.producers().named(words);
        if (named.size() != 1) {
            throw new UsageProblem(
                    named.isEmpty()
                            ? "The register knows no body '%s'.".formatted(words)
                            : "'%s' can be any of %s. Give its id.".formatted(words, named));
        }
        return named.getFirst();
    }

    private static Object asJson(Account account) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", account.id().value());
        json.put("email", account.email());
        json.put("name", account.name());
        json.put("roles", account.roles().stream().map(Role::key).toList());
        json.put("bodies", account.bodies().stream().map(ProducerId::value).toList());
        json.put("disabled", account.disabled());
        json.put("mustChangePassword", account.passwordExpired());
        json.put("createdAt", account.createdAt().toString());
        return json;
    }

    private static String asText(Account account) {
        return "%s  %s  %s%s%s"
                .formatted(
                        account.email(),
                        account.name(),
                        account.roles().stream().map(Role::key).collect(Collectors.joining(",")),
                        account.bodies().isEmpty()
                                ? ""
                                : "  "
                                        + account.bodies().stream()
                                                .map(ProducerId::value)
                                                .collect(Collectors.joining(",")),
                        account.disabled() ? "  (disabled)" : "");
    }

    /// Where a password comes from; never the command line, which other users of the machine see.
    static final class PasswordOption {

        @Option(
                names = "--password-stdin",
                description = "Takes the password from standard input, or asks for it there.")
        private boolean given;

        /// A password, and whether it was made here.
        record Password(String text, boolean made) {}

        Password password() {
            if (!given) {
                return new Password(Passwords.random(), true);
            }
            var console = System.console();
            if (console != null && console.isTerminal()) {
                var first = console.readPassword("Password: ");
                var again = console.readPassword("Again: ");
                if (first == null || !Arrays.equals(first, again)) {
                    throw new CommandFailed("These are two different passwords.");
                }
                return new Password(new String(first), false);
            }
            return new Password(line(), false);
        }

        private static String line() {
            try {
                var bytes = System.in.readNBytes(4 * Passwords.LONGEST + 2);
                return new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse("");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
