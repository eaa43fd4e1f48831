package org.breachregister.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Account;
import org.breachregister.core.account.AccountChange;
import org.breachregister.core.account.Accounts;
import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Passwords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Where a person changes the own password.
@Controller
class PasswordPage {

    static final String PATH = "/account/password";

    private final Accounts accounts;
    private final Sessions sessions;

    PasswordPage(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /// What the page shows.
    ///
    /// @param must whether nothing else can be done before
    record View(
            String email,
            boolean must,
            int shortest,
            int longest,
            Form.@Nullable Problem problem) {}

    @GetMapping(PATH)
    String ask(Model model) {
        return show(own(), null, model);
    }

    @PostMapping(PATH)
    @Nullable String change(HttpServletRequest request, HttpServletResponse response, Model model) {
        var form = new Form(request);
        var own = own();
        if (!form.text("password").equals(form.text("again"))) {
            response.setStatus(422);
            return show(
                    own, new Form.Problem("again", "Enter the same new password twice."), model);
        }
        var change =
                accounts.changeOwnPassword(
                        Acting.current(), own.id(), form.text("old"), form.text("password"));
        return switch (change) {
            case AccountChange.Done(var account) -> {
                sessions.begin(request, account);
                yield Form.goTo(AccountPage.PATH + "?after=password", response);
            }
            case AccountChange.Refused(var field, var sentence) -> {
                response.setStatus(422);
                yield show(own, new Form.Problem(field, sentence), model);
            }
            case AccountChange.Unknown _ -> throw new IllegalStateException("No such account");
        };
    }

    private Account own() {
        var id = Acting.current().id();
        if (id == null) {
            throw new IllegalStateException("Nobody is signed in");
        }
        return accounts.find(id).orElseThrow();
    }

    private static String show(Account own, Form.@Nullable Problem problem, Model model) {
        model.addAttribute(
                "view",
                new View(
                        own.email(),
                        own.passwordExpired(),
                        Passwords.SHORTEST,
                        Passwords.LONGEST,
                        problem));
        return "password";
    }
}
