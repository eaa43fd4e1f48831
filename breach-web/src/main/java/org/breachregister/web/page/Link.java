package org.breachregister.web.page;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A web address from a report. Only plain addresses of the web become links; anything else stays
/// text, whatever it claims to be.
///
/// @param text the address as reported
/// @param href where it leads, or null where it is no safe link
public record Link(String text, @Nullable String href) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    public static Link of(String text) {
        return new Link(text, safe(text.strip()));
    }

    public static List<Link> all(List<String> texts) {
        return texts.stream().map(Link::of).toList();
    }

    private static @Nullable String safe(String text) {
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme();
            var plain = scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
            return plain && uri.getHost() != null && uri.getUserInfo() == null
                    ? uri.toASCIIString()
                    : null;
        } catch (URISyntaxException _) {
            return null;
        }
    }
}
