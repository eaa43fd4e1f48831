package org.breachregister.api.report;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/// Tells whether another web site had a browser send a request.
///
/// There are no accounts and no cookies, so a forged request carries no one's rights: it could do
/// only what its author may do from his own machine. What it could borrow is the sender's address,
/// and with it a place in a closed network and a share of the sender's limit. Browsers say where a
/// request comes from, in `Sec-Fetch-Site` or, over a connection that is not secure, in `Origin`; a
/// page cannot change either. Programs send neither and are let in. That does without a token,
/// which would need a session to be tied to. Once people sign in, a token has to be added.
final class SameSite {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    private SameSite() {}

    static boolean holds(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN.contains(site);
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || authority(origin).equals(host(request));
    }

    /// Host and port; the scheme is left out, since a proxy may have ended the secure connection.
    private static String authority(String origin) {
        try {
            var uri = new URI(origin);
            var authority = uri.getRawAuthority();
            return authority == null ? "" : withoutUsualPort(authority);
        } catch (URISyntaxException _) {
            return "";
        }
    }

    private static String host(HttpServletRequest request) {
        var host = request.getHeader(HttpHeaders.HOST);
        return host == null ? "no host" : withoutUsualPort(host);
    }

    private static String withoutUsualPort(String authority) {
        return authority.toLowerCase(Locale.ROOT).replaceFirst(":(?:80|443)$", "");
    }
}
