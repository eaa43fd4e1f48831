package org.breachregister.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Accounts;
import org.breachregister.core.account.Acting;
import org.breachregister.core.account.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Where people sign in and out.
@Controller
class SignInPage {

    static final String PATH = "/sign-in";
    static final String OUT = "/sign-out";

    /// Says the same of an unknown address, a wrong password, an account that is locked or
    /// disabled.
    private static final String REFUSED =
            "The e-mail address and the password do not fit an account that can sign in now. After"
                    + " ten wrong passwords an account is locked for 15 minutes.";

    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInSettings settings;
    private final Buckets attempts;

    SignInPage(Accounts accounts, Sessions sessions, SignInSettings settings) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.settings = settings;
        this.attempts = new Buckets(settings.mostAMinute());
    }

    /// What the page shows.
    ///
    /// @param notice something that went well, or null
    /// @param problem what is wrong, or null
    /// @param provider the name of a provider that people may sign in by, or null
    record View(
            String email,
            @Nullable String next,
            @Nullable String notice,
            @Nullable String problem,
            @Nullable String provider) {}

    @GetMapping(PATH)
    @Nullable String ask(HttpServletRequest request, HttpServletResponse response, Model model) {
        var form = new Form(request);
        var next = Next.allowed(form.orNull("next"));
        var account = sessions.current(request);
        if (account.isPresent()) {
            return Form.goTo(next == null ? Next.home(account.get()) : next, response);
        }
        return show(
                new View(
                        "",
                        next,
                        notice(form.text("after")),
                        failed(form.text("after")),
                        provider()),
                model);
    }

    @PostMapping(PATH)
    @Nullable String signIn(HttpServletRequest request, HttpServletResponse response, Model model) {
        var form = new Form(request);
        var email = form.text("email");
        var password = form.text("password");
        var next = Next.allowed(form.orNull("next"));
        var probe = attempts.take(Buckets.client(request.getRemoteAddr()));
        if (!probe.isConsumed()) {
            var seconds = Buckets.seconds(probe.getNanosToWaitForRefill());
            response.setStatus(429);
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            return show(
                    new View(
                            email,
                            next,
                            null,
                            "Too many attempts came from your network. Try again in a minute.",
                            provider()),
                    model);
        }
        if (email.isBlank() || password.isEmpty()) {
            response.setStatus(422);
            return show(
                    new View(
                            email,
                            next,
                            null,
                            "Enter an e-mail address and a password.",
                            provider()),
                    model);
        }
        return switch (accounts.signIn(email, password, request.getRemoteAddr())) {
            case SignIn.Welcome(var account) -> {
                sessions.begin(request, account);
                yield Form.goTo(next == null ? Next.home(account) : next, response);
            }
            case SignIn.Refused _ -> {
                response.setStatus(422);
                yield show(new View(email, next, null, REFUSED, provider()), model);
            }
        };
    }

    @PostMapping(OUT)
    @Nullable String signOut(HttpServletRequest request, HttpServletResponse response) {
        accounts.signedOut(Acting.current());
        sessions.end(request);
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return Form.goTo(PATH + "?after=signed-out", response);
    }

    private @Nullable String provider() {
        var oidc = settings.oidc();
        return oidc == null ? null : oidc.name();
    }

    private static @Nullable String notice(String after) {
        return switch (after) {
            case "signed-out" -> "You are signed out.";
            default -> null;
        };
    }

    private static @Nullable String failed(String after) {
        return switch (after) {
            case "not-known" ->
                    "Your organisation says who you are, but there is no account for you here that can sign in. Ask the regulator for one.";
            case "not-signed-in" ->
                    "Signing in with your organisation did not work. Try again, or use your password.";
            default -> null;
        };
    }

    private static String show(View view, Model model) {
        model.addAttribute("view", view);
        return "sign-in";
    }
}
