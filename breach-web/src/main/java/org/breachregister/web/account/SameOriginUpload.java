package org.breachregister.web.account;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

import java.util.Locale;

/// Tells which requests have to carry the token of their form: all that change something, but
/// uploads of documents that a browser says come from a page of this very site. The body of an
/// upload is read by what knows its bounds and not for a token before; pages of other sites cannot
/// change what a browser says of them, and a request of which nothing is said needs the token.
public final class SameOriginUpload implements RequestMatcher {

    @Override
    public boolean matches(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && !(isUpload(request) && isFromHere(request));
    }

    private static boolean isUpload(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    private static boolean isFromHere(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var host = request.getHeader(HttpHeaders.HOST);
        return origin != null
                && host != null
                && (origin.equals("https://" + host) || origin.equals("http://" + host));
    }
}
