package org.breachregister.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody with a browser, without the browser: keeps cookies, and sends the token that came with
/// the last form. Follows no redirects.
public final class Visitor {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String address;
    private final Map<String, String> cookies = new TreeMap<>();
    private String token = "";

    /// @param address the server's, without a slash at the end
    public Visitor(String address) {
        this.address = address;
    }

    /// A visitor who has signed in and is let in.
    public static Visitor signedIn(RunningServer server, String email, String password) {
        var visitor = new Visitor(server.address());
        var answer = visitor.signIn(email, password);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return visitor;
    }

    /// Opens the page, fills it in and sends it.
    public HttpResponse<String> signIn(String email, String password, String... more) {
        get("/sign-in");
        var fields = new ArrayList<String>();
        fields.addAll(List.of("email", email, "password", password));
        fields.addAll(List.of(more));
        return post("/sign-in", fields.toArray(String[]::new));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /// Sends a form with the token of the last page.
    ///
    /// @param fields names and values in turn
    public HttpResponse<String> post(String path, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("_csrf", token));
        return postAsIs(path, all.toArray(String[]::new));
    }

    /// Sends a form with these fields and no others.
    public HttpResponse<String> postAsIs(String path, String... fields) {
        var body = new StringBuilder();
        for (var i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(fields[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(
                "POST", path, body.toString(), "Content-Type", "application/x-www-form-urlencoded");
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        try {
            var answer =
                    CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            var found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The cookies as they are sent.
    public String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /// The token that came with the last form.
    public String formToken() {
        return token;
    }

    /// Takes a cookie from somewhere.
    public Visitor with(String cookie) {
        keep(cookie);
        return this;
    }

    private void keep(String header) {
        var pair = header.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || header.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
