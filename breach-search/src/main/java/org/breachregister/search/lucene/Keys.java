package org.breachregister.search.lucene;

import org.breachregister.core.producer.ProducerId;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.regex.Pattern;

/// Ways of writing a value so that equal values are equal terms.
final class Keys {

    private static final int LONGEST = 500;
    private static final String BODY = "id ";
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");

    private Keys() {}

    /// Without regard to case and white space.
    static String folded(String text) {
        return shown(text).toLowerCase(Locale.ROOT);
    }

    /// With white space tidied, as a person reads it.
    static String shown(String text) {
        var tidy = SPACE.matcher(text).replaceAll(" ").strip();
        if (tidy.length() <= LONGEST) {
            return tidy;
        }
        var end = Character.isHighSurrogate(tidy.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return tidy.substring(0, end).strip();
    }

    /// Of a producer that was recognised.
    static String body(ProducerId id) {
        return BODY + id;
    }

    /// The id in the key of a producer that was recognised; null in the key of one that was not.
    static @Nullable String bodyOf(String key) {
        return key.startsWith(BODY) ? key.substring(BODY.length()) : null;
    }

    /// Of a producer that only its words name.
    static String words(String asReported) {
        return "words " + folded(asReported);
    }
}
