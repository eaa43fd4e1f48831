package org.breachregister.core.producer;

import org.breachregister.core.producer.FieldReading.Kind;
import org.breachregister.core.producer.Words.Word;

import java.util.List;
import java.util.Locale;

/// The words of a field without its links and without the marks at its edges.
final class FieldText {

    private static final String EDGES =
            " \t\n\r\u00A0*_|:;,.-\u2013\u2014\u2022\u00B7/\\>#\u200B\uFEFF\"\u201C\u201D";

    private FieldText() {}

    /// The field with every link and e-mail address blanked, each word where it was.
    static String withoutLinks(String field) {
        var text = new StringBuilder(field);
        for (var at = 0; at < field.length(); ) {
            if (isSpace(field.charAt(at))) {
                at++;
                continue;
            }
            var end = at;
            while (end < field.length() && !isSpace(field.charAt(end))) {
                end++;
            }
            var link = linkIn(field.substring(at, end));
            for (var i = at + link; link >= 0 && i < end; i++) {
                text.setCharAt(i, ' ');
            }
            at = end;
        }
        return text.toString();
    }

    private static int linkIn(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        for (var mark : List.of("http://", "https://", "mailto:", "www.")) {
            var at = lower.indexOf(mark);
            if (at >= 0) {
                return at;
            }
        }
        return lower.indexOf('@') > 0 ? 0 : -1;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00A0';
    }

    /// The text on one line.
    static String folded(String text) {
        var folded = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isSpace(c)) {
                if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                    folded.append(' ');
                }
            } else {
                folded.append(c);
            }
        }
        return folded.toString().strip();
    }

    /// The text on one line without the marks around it.
    static String trimmed(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && isEdge(text.charAt(from))) {
            from++;
        }
        while (to > from && isEdge(text.charAt(to - 1))) {
            to--;
        }
        return folded(text.substring(from, to));
    }

    private static boolean isEdge(char c) {
        return EDGES.indexOf(c) >= 0 || Character.getType(c) == Character.PRIVATE_USE;
    }

    /// The words of one entry among several.
    static String part(String text, List<Word> words, Entry entry) {
        var pieces =
                entry.pieces().stream()
                        .filter(piece -> piece.last() >= piece.first())
                        .filter(piece -> piece.kind() != Kind.FILLER && piece.kind() != Kind.JOIN)
                        .toList();
        if (pieces.isEmpty()) {
            return "";
        }
        var first = pieces.getFirst().first();
        var last = pieces.getLast().last();
        if (first > 0
                && text.startsWith("The", words.get(first - 1).start())
                && words.get(first - 1).key().equals("the")) {
            first--;
        }
        while (last + 1 < words.size() && words.get(last + 1).key().equals("ltd")) {
            last++;
        }
        var start = words.get(first).start();
        var end = words.get(last).end();
        var open = 0;
        for (var i = start; i < end; i++) {
            open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
        }
        var close = end;
        while (close < text.length() && isSpace(text.charAt(close))) {
            close++;
        }
        if (open > 0 && close < text.length() && text.charAt(close) == ')') {
            end = close + 1;
        }
        return trimmed(text.substring(start, end));
    }
}
