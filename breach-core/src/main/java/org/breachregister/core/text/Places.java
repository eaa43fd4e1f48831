package org.breachregister.core.text;

import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Tries a pattern only at those places of a text where it can start. It finds what
/// [Matcher#find()] finds, as long as no match starts anywhere else.
public final class Places {

    private Places() {}

    /// Tells the places where a pattern can start.
    @FunctionalInterface
    public interface Start {

        /// Whether a match can start at an offset.
        boolean at(String text, int offset);
    }

    /// Hands over the matches that do not overlap, from left to right.
    public static void each(
            Pattern pattern, String text, Start start, Consumer<? super MatchResult> found) {
        var matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        var i = 0;
        while (i < text.length()) {
            if (start.at(text, i) && matcher.region(i, text.length()).lookingAt()) {
                found.accept(matcher);
                i = Math.max(matcher.end(), i + 1);
            } else {
                i++;
            }
        }
    }

    /// A number starts here.
    public static boolean isNumber(String text, int offset) {
        return isDigit(text.charAt(offset)) && (offset == 0 || !isDigit(text.charAt(offset - 1)));
    }

    /// A word starts here.
    public static boolean isWord(String text, int offset) {
        return Character.isLetter(text.charAt(offset))
                && (offset == 0 || !Character.isLetter(text.charAt(offset - 1)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
