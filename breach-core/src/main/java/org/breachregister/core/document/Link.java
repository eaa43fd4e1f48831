package org.breachregister.core.document;

import java.util.Locale;

/// Writes a link into running text: its words, then its target where the words do not say it.
public final class Link {

    private Link() {}

    /// Completes a link whose words were written last.
    ///
    /// @param words the text so far
    /// @param from where the link's words start in it
    /// @param target the link's address; only web and e-mail addresses are written
    public static void close(StringBuilder words, int from, String target) {
        var shown = words.substring(from).strip();
        if (target.regionMatches(true, 0, "mailto:", 0, 7)) {
            var address = target.substring(7).split("\\?", 2)[0];
            if (shown.indexOf('@') < 0 && !address.isEmpty()) {
                words.append(' ').append(address);
            }
        } else if (target.regionMatches(true, 0, "http", 0, 4) && !same(shown, target)) {
            if (isAddress(shown)) {
                words.setLength(from);
            } else if (!shown.isEmpty()) {
                words.append(' ');
            }
            words.append(target).append(' ');
        }
    }

    private static boolean isAddress(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return (lower.startsWith("http://")
                        || lower.startsWith("https://")
                        || lower.startsWith("www."))
                && text.chars().noneMatch(Character::isWhitespace);
    }

    private static boolean same(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String address) {
        return address.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("/$", "");
    }
}
