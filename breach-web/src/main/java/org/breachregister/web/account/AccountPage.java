package org.breachregister.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Account;
import org.breachregister.core.account.Accounts;
import org.breachregister.core.account.Acting;
import org.breachregister.core.account.ApiToken;
import org.breachregister.core.account.ApiTokens;
import org.breachregister.core.account.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A person's own account: who it is, and the keys of the person's programs.
@Controller
class AccountPage {

    static final String PATH = "/account";
    private static final List<Integer> DAYS = List.of(30, 90, 180, 365);

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final Sessions sessions;
    private final AccountWords words;
    private final Clock clock;

    AccountPage(
            Accounts accounts,
            ApiTokens tokens,
            Sessions sessions,
            AccountWords words,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.sessions = sessions;
        this.words = words;
        this.clock = clock;
    }

    /// What the page shows.
    ///
    /// @param made the token that was just made, which is shown this once, or null
    record View(
            String name,
            String email,
            String roles,
            String bodies,
            boolean hasPassword,
            List<Token> tokens,
            List<Integer> days,
            @Nullable String made,
            @Nullable String notice,
            Form.@Nullable Problem problem,
            String typedName) {}

    /// A token in the table.
    record Token(
            long id, String name, String scopes, String expires, String lastUsed, String state) {}

    @GetMapping(PATH)
    String show(HttpServletRequest request, Model model) {
        var notice =
                switch (new Form(request).text("after")) {
                    case "password" ->
                            "Your password is changed. Other sessions of yours have ended.";
                    case "revoked" -> "The token is no longer valid.";
                    case "sessions" -> "Other sessions of yours have ended.";
                    default -> null;
                };
        return show(null, notice, null, "", model);
    }

    @PostMapping(PATH + "/tokens")
    String makeToken(HttpServletRequest request, HttpServletResponse response, Model model) {
        var form = new Form(request);
        var scopes =
                form.ticked("scope").stream().map(Scope::of).flatMap(Optional::stream).toList();
        var days = days(form.text("days"));
        var creation =
                tokens.create(
                        Acting.current(),
                        own().id(),
                        form.text("name"),
                        scopes,
                        clock.instant().plus(Duration.ofDays(days)));
        return switch (creation) {
            case ApiTokens.Creation.Created(_, var secret) -> show(secret, null, null, "", model);
            case ApiTokens.Creation.Refused(var field, var sentence) -> {
                response.setStatus(422);
                yield show(null, null, new Form.Problem(field, sentence), form.text("name"), model);
            }
        };
    }

    @PostMapping(PATH + "/tokens/{id}/revoke")
    @Nullable String revoke(@PathVariable long id, HttpServletResponse response)
            throws IOException {
        if (!tokens.revoke(Acting.current(), own().id(), id)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return null;
        }
        return Form.goTo(PATH + "?after=revoked", response);
    }

    @PostMapping(PATH + "/sign-out-everywhere")
    @Nullable String endOtherSessions(HttpServletRequest request, HttpServletResponse response) {
        accounts.signOutEverywhere(Acting.current(), own().id());
        sessions.begin(request, own());
        return Form.goTo(PATH + "?after=sessions", response);
    }

    private Account own() {
        var id = Acting.current().id();
        if (id == null) {
            throw new IllegalStateException("Nobody is signed in");
        }
        return accounts.find(id).orElseThrow();
    }

    private static int days(String text) {
        return DAYS.stream().filter(days -> days.toString().equals(text)).findFirst().orElse(0);
    }

    private String show(
            @Nullable String made,
            @Nullable String notice,
            Form.@Nullable Problem problem,
            String typedName,
            Model model) {
        var own = own();
        model.addAttribute(
                "view",
                new View(
                        own.name(),
                        own.email(),
                        AccountWords.roles(own),
                        words.bodies(own),
                        own.hasPassword(),
                        tokens.of(own.id()).stream().map(this::token).toList(),
                        DAYS,
                        made,
                        notice,
                        problem,
                        typedName));
        return "account";
    }

    private Token token(ApiToken token) {
        var used = token.lastUsed();
        var now = clock.instant();
        return new Token(
                token.id(),
                token.name(),
                String.join(", ", token.scopes().stream().map(Scope::key).toList()),
                AccountWords.day(token.expiresAt()),
                used == null ? "never" : AccountWords.day(used),
                token.revokedAt() != null ? "revoked" : token.valid(now) ? "valid" : "expired");
    }
}
