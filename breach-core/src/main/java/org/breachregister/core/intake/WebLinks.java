package org.breachregister.core.intake;

import org.breachregister.core.text.Places;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds web addresses in text.
final class WebLinks {

    private static final Pattern LINK =
            Pattern.compile(
                    "(?:https?://|(?<![\\w@./-])www\\.)[^\\s<>\"“”|\\[\\]]{2,2000}",
                    Pattern.CASE_INSENSITIVE);

    private WebLinks() {}

    /// A web address and where it stands.
    record Found(String address, int start, int end) {}

    static List<Found> find(String text) {
        var found = new ArrayList<Found>();
        Places.each(
                LINK,
                text,
                (words, at) -> "hHwW".indexOf(words.charAt(at)) >= 0,
                link -> {
                    var address = trimmed(link.group());
                    found.add(new Found(address, link.start(), link.start() + address.length()));
                });
        return found;
    }

    /// The addresses in a text, each once.
    static List<String> in(String text) {
        return find(text).stream().map(Found::address).distinct().toList();
    }

    static boolean isLink(String text) {
        return LINK.matcher(text).matches();
    }

    /// Without the punctuation of the sentence that an address stands in.
    private static String trimmed(String address) {
        var end = address.length();
        while (end > 0) {
            var c = address.charAt(end - 1);
            var open = c == ')' && address.substring(0, end).indexOf('(') >= 0;
            if (".,;:!?'’*_”".indexOf(c) < 0 && (c != ')' || open)) {
                break;
            }
            end--;
        }
        return address.substring(0, end);
    }
}
