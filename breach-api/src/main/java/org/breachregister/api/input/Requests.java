package org.breachregister.api.input;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.context.request.NativeWebRequest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// What all that takes requests needs of them.
public final class Requests {

    private static final String DIGEST = Requests.class.getName() + ".digest";

    private Requests() {}

    /// The request itself.
    public static HttpServletRequest servlet(NativeWebRequest web) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("Not a request over HTTP");
        }
        return request;
    }

    /// The parameters of an address by name, in the order given, whatever their names hold.
    public static Map<String, String[]> parameters(HttpServletRequest request) {
        var parameters = new LinkedHashMap<String, String[]>();
        QueryString.of(request)
                .forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return parameters;
    }

    static void keepDigest(HttpServletRequest request, byte[] body) {
        request.setAttribute(DIGEST, sha256(body));
    }

    /// What tells a request from others: its method, address and body, as far as that was read.
    public static String digest(HttpServletRequest request) {
        var query = request.getQueryString();
        var body = request.getAttribute(DIGEST);
        return sha256(
                String.join(
                                "\n",
                                request.getMethod(),
                                request.getRequestURI(),
                                query == null ? "" : query,
                                body == null ? "" : body.toString())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
