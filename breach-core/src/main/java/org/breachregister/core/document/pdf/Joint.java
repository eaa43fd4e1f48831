package org.breachregister.core.document.pdf;

import java.util.regex.Pattern;

/// Joins the end of a line and the start of the next one.
final class Joint {

    private static final int FAR = 2_000;
    private static final Pattern REST_OF_ADDRESS =
            Pattern.compile("[\\p{L}\\d._~%=&?#/+-]*[-/_=.?&\\d][\\p{L}\\d._~%=&?#/+-]*[).,]?");

    private Joint() {}

    /// Writes the next line behind a text. A hyphen at the end of the line stays, without white
    /// space behind it; a soft hyphen disappears; a web address that was broken is whole again.
    static void append(StringBuilder text, String next) {
        if (!isTight(text, next)) {
            text.append(' ');
        } else if (text.charAt(text.length() - 1) == '\u00AD') {
            text.setLength(text.length() - 1);
        }
        text.append(next);
    }

    /// Whether no white space stands between the lines.
    static boolean isTight(CharSequence text, String next) {
        if (text.isEmpty() || next.isEmpty()) {
            return true;
        }
        var last = text.charAt(text.length() - 1);
        if (Character.isWhitespace(last) || last == '\u00AD') {
            return true;
        }
        var word = lastWord(text);
        if (isAddress(word)) {
            return ("-/_=&?%.".indexOf(last) >= 0 || next.startsWith("/"))
                    && REST_OF_ADDRESS.matcher(firstWord(next)).matches();
        }
        return (last == '-' || last == '\u2010')
                && word.length() > 1
                && Character.isLetterOrDigit(word.charAt(word.length() - 2))
                && Character.isLetterOrDigit(next.codePointAt(0));
    }

    private static boolean isAddress(String word) {
        return word.contains("://") || word.startsWith("www.") || word.startsWith("(www.");
    }

    private static String lastWord(CharSequence text) {
        var from = text.length();
        while (from > 0
                && text.length() - from < FAR
                && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        return text.subSequence(from, text.length()).toString();
    }

    static String firstWord(String text) {
        var to = 0;
        while (to < text.length() && to < FAR && !Character.isWhitespace(text.charAt(to))) {
            to++;
        }
        return text.substring(0, to);
    }
}
