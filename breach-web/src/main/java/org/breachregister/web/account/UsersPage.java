package org.breachregister.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Account;
import org.breachregister.core.account.AccountChange;
import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Accounts;
import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Passwords;
import org.breachregister.core.account.Role;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.Producers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where an administrator looks after accounts.
@Controller
class UsersPage {

    static final String PATH = "/users";

    private final Accounts accounts;
    private final Producers producers;
    private final AccountWords words;

    UsersPage(Accounts accounts, Producers producers, AccountWords words) {
        this.accounts = accounts;
        this.producers = producers;
        this.words = words;
    }

    /// An account in the list.
    record Line(
            String href, String name, String email, String roles, String bodies, String state) {}

    /// What the form for a new account shows.
    ///
    /// @param bodies what stands in the box for bodies, one a line
    /// @param bodyNames the names that the register knows
    record NewView(
            String email,
            String name,
            List<AccountWords.Choice> roles,
            String bodies,
            List<String> bodyNames,
            Form.@Nullable Problem problem) {}

    /// What the page of an account shows.
    ///
    /// @param password the password that was just given to it, which is shown this once, or null
    record OneView(
            String href,
            String name,
            String email,
            String state,
            String since,
            boolean disabled,
            boolean own,
            List<AccountWords.Choice> roles,
            String bodies,
            List<String> bodyNames,
            @Nullable String password,
            @Nullable String notice,
            Form.@Nullable Problem problem) {}

    @GetMapping(PATH)
    String list(Model model) {
        model.addAttribute(
                "lines",
                accounts.all().stream()
                        .map(account ->
                                new Line(
                                        href(account),
                                        account.name(),
                                        account.email(),
                                        AccountWords.roles(account),
                                        words.bodies(account),
                                        state(account)))
                        .toList());
        return "users";
    }

    @GetMapping(PATH + "/new")
    String ask(Model model) {
        return form("", "", List.of(), List.of(), null, model);
    }

    @PostMapping(PATH + "/new")
    String add(HttpServletRequest request, HttpServletResponse response, Model model) {
        var form = new Form(request);
        var roles = form.ticked("role");
        var bodies = bodies(form);
        var email = form.text("email");
        var name = form.text("name");
        var known = known(bodies);
        if (known.isEmpty()) {
            response.setStatus(422);
            return form(email, name, roles, bodies, unknownBody(), model);
        }
        var password = Passwords.random();
        var change =
                accounts.add(
                        Acting.current(), email, name, roles(roles), known.get(), password, true);
        return switch (change) {
            case AccountChange.Done(var account) -> one(account, password, null, null, model);
            case AccountChange.Refused(var field, var sentence) -> {
                response.setStatus(422);
                yield form(email, name, roles, bodies, new Form.Problem(field, sentence), model);
            }
            case AccountChange.Unknown _ ->
                    throw new IllegalStateException("Nothing was looked up");
        };
    }

    @GetMapping(PATH + "/{id:[0-9]{1,18}}")
    @Nullable String show(
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var account = id < 1 ? Optional.<Account>empty() : accounts.find(new AccountId(id));
        if (account.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return null;
        }
        var notice =
                switch (new Form(request).text("after")) {
                    case "change" -> "What the account may do is changed.";
                    case "disable" ->
                            "The account is disabled. Its sessions and tokens have ended.";
                    case "enable" -> "The account can be used again.";
                    case "sign-out" -> "All sessions of the account have ended.";
                    default -> null;
                };
        return one(account.get(), null, notice, null, model);
    }

    @PostMapping(PATH + "/{id:[0-9]{1,18}}/{deed:change|disable|enable|sign-out|password}")
    @Nullable String change(
            @PathVariable long id,
            @PathVariable String deed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var actor = Acting.current();
        var password = Passwords.random();
        var change =
                id < 1
                        ? new AccountChange.Unknown()
                        : change(actor, new AccountId(id), deed, password, new Form(request));
        return switch (change) {
            case AccountChange.Done(var account) when deed.equals("password") ->
                    one(account, password, null, null, model);
            case AccountChange.Done(var account) ->
                    Form.goTo(href(account) + "?after=" + deed, response);
            case AccountChange.Refused(var field, var sentence) -> {
                response.setStatus(422);
                yield one(
                        accounts.find(new AccountId(id)).orElseThrow(),
                        null,
                        null,
                        new Form.Problem(field, sentence),
                        model);
            }
            case AccountChange.Unknown _ -> {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                yield null;
            }
        };
    }

    private AccountChange change(
            Actor actor, AccountId id, String deed, String password, Form form) {
        return switch (deed) {
            case "change" ->
                    known(bodies(form))
                            .map(bodies ->
                                    accounts.change(actor, id, roles(form.ticked("role")), bodies))
                            .orElse(new AccountChange.Refused("bodies", unknownBody().sentence()));
            case "disable" -> accounts.disable(actor, id);
            case "enable" -> accounts.enable(actor, id);
            case "sign-out" -> accounts.signOutEverywhere(actor, id);
            default ->
                    id.equals(actor.id())
                            ? new AccountChange.Refused(
                                    "account",
                                    "Change your own password on the page of your account.")
                            : accounts.setPassword(actor, id, password, true);
        };
    }

    private static List<Role> roles(List<String> keys) {
        return keys.stream().map(Role::of).flatMap(Optional::stream).toList();
    }

    /// The box takes one id or name a line, since there are hundreds of bodies.
    private static List<String> bodies(Form form) {
        return Arrays.stream(form.text("bodies").split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private Optional<List<ProducerId>> known(List<String> lines) {
        var found = lines.stream().map(this::body).toList();
        return found.stream().allMatch(Optional::isPresent)
                ? Optional.of(found.stream().map(Optional::orElseThrow).distinct().toList())
                : Optional.empty();
    }

    private Optional<ProducerId> body(String line) {
        var called = producers.all().stream().filter(body -> body.name().equals(line)).toList();
        if (called.size() == 1) {
            return Optional.of(called.getFirst().id());
        }
        var named = producers.named(line);
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private static Form.Problem unknownBody() {
        return new Form.Problem(
                "bodies", "Enter names of bodies as the register knows them, one on each line.");
    }

    private String form(
            String email,
            String name,
            List<String> roles,
            List<String> bodies,
            Form.@Nullable Problem problem,
            Model model) {
        model.addAttribute(
                "view",
                new NewView(
                        email,
                        name,
                        AccountWords.roleChoices(roles),
                        String.join("\n", bodies),
                        words.bodyNames(),
                        problem));
        return "user-new";
    }

    private String one(
            Account account,
            @Nullable String password,
            @Nullable String notice,
            Form.@Nullable Problem problem,
            Model model) {
        model.addAttribute(
                "view",
                new OneView(
                        href(account),
                        account.name(),
                        account.email(),
                        state(account),
                        AccountWords.day(account.createdAt()),
                        account.disabled(),
                        account.id().equals(Acting.current().id()),
                        AccountWords.roleChoices(account.roles().stream().map(Role::key).toList()),
                        words.lines(account),
                        words.bodyNames(),
                        password,
                        notice,
                        problem));
        return "user";
    }

    private static String href(Account account) {
        return PATH + "/" + account.id();
    }

    private static String state(Account account) {
        if (account.disabled()) {
            return "disabled";
        }
        return account.passwordExpired() ? "has to change the password" : "in use";
    }
}
