package org.breachregister.web.account;

import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Scope;
import org.springframework.http.HttpHeaders;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Problem details (RFC 9457) for programs that cannot be let in.
public final class ApiRefusal {

    private static final String BEARER = "Bearer realm=\"Breach Register\"";

    private ApiRefusal() {}

    /// Somebody has to say who it is.
    public static void whoIsIt(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER);
        answer(
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                "not-signed-in",
                "You have to say who you are",
                "Send a token in the header Authorization: Bearer brk_...");
    }

    static void badToken(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER + ", error=\"invalid_token\"");
        answer(
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                "not-signed-in",
                "You have to say who you are",
                "The token is not valid, or no longer. Make another one on the page of your account.");
    }

    static void missingScope(HttpServletResponse response, Scope needed) throws IOException {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                BEARER + ", error=\"insufficient_scope\", scope=\"%s\"".formatted(needed.key()));
        answer(
                response,
                HttpServletResponse.SC_FORBIDDEN,
                "not-allowed",
                "You may not do this",
                "The token lacks the scope '%s'.".formatted(needed.key()));
    }

    static void tooMany(HttpServletResponse response, long seconds) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        answer(
                response,
                429,
                "too-many-requests",
                "Too many requests",
                "The token made too many requests. Go on in %d seconds.".formatted(seconds));
    }

    private static void answer(
            HttpServletResponse response, int status, String type, String title, String detail)
            throws IOException {
        var body =
                """
                {"type":"/problems/%s","title":"%s","status":%d,"detail":"%s","code":"%s"}\
                """
                        .formatted(type, title, status, detail, type)
                        .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
