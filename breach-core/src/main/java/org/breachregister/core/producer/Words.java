package org.breachregister.core.producer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Text cut into words that are the same however a name is written: without case, accents,
/// apostrophes, "the" and "and", with the usual short forms written alike. Each word keeps its
/// place in the text.
final class Words {

    private static final Map<String, String> SAME =
            Map.ofEntries(
                    Map.entry("dept", "department"),
                    Map.entry("dep", "department"),
                    Map.entry("dpt", "department"),
                    Map.entry("departments", "department"),
                    Map.entry("govt", "government"),
                    Map.entry("gov", "government"),
                    Map.entry("limited", "ltd"),
                    Map.entry("organization", "organisation"),
                    Map.entry("programme", "program"),
                    Map.entry("licencing", "licensing"));

    private static final Set<String> SILENT = Set.of("the", "and", "ltd", "plc");

    private Words() {}

    /// A word.
    ///
    /// @param key its normal form
    /// @param start where it begins in the text
    /// @param end where it ends
    /// @param silent whether names are the same with and without it
    record Word(String key, int start, int end, boolean silent) {}

    static List<Word> in(String text) {
        var words = new ArrayList<Word>();
        var at = 0;
        while (at < text.length()) {
            if (!isWordPart(text, at)) {
                at++;
                continue;
            }
            var end = at;
            while (end < text.length() && (isWordPart(text, end) || joins(text, end))) {
                end++;
            }
            add(words, text, at, end);
            at = end;
        }
        return List.copyOf(words);
    }

    /// The keys of the words that count, for looking a name up.
    static List<String> keys(String text) {
        return in(text).stream().filter(word -> !word.silent()).map(Word::key).toList();
    }

    /// The text as keys between spaces, for looking for phrases.
    static String folded(String text) {
        var folded = new StringBuilder(" ");
        for (var word : in(text)) {
            if (!word.silent()) {
                folded.append(word.key()).append(' ');
            }
        }
        return folded.toString();
    }

    private static boolean isWordPart(String text, int at) {
        var c = text.charAt(at);
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /// Apostrophes, soft hyphens and the stops of "H.M." inside a word.
    private static boolean joins(String text, int at) {
        var c = text.charAt(at);
        if (c == '\u00AD' || c == '\u200B') {
            return true;
        }
        var inside = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
        if (c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02BC' || c == '`') {
            return inside;
        }
        return c == '.'
                && inside
                && singleLetter(text, at - 1)
                && (at + 2 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 2)));
    }

    private static boolean singleLetter(String text, int at) {
        return Character.isLetter(text.charAt(at))
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private static void add(List<Word> words, String text, int start, int end) {
        var key = key(text.substring(start, end));
        if (key.isEmpty()) {
            return;
        }
        var last = words.isEmpty() ? null : words.getLast();
        if (last != null) {
            if ((key.equals("majesty") || key.equals("majestys"))
                    && (last.key().equals("her") || last.key().equals("his"))) {
                words.set(words.size() - 1, new Word("hm", last.start(), end, false));
                return;
            }
            if (key.equals("ireland")
                    && (last.key().equals("northern")
                            || last.key().equals("n")
                            || last.key().equals("north"))) {
                words.set(words.size() - 1, new Word("ni", last.start(), end, false));
                return;
            }
            if (key.equals("kingdom") && last.key().equals("united")) {
                words.set(words.size() - 1, new Word("uk", last.start(), end, false));
                return;
            }
        }
        words.add(new Word(key, start, end, SILENT.contains(key)));
    }

    private static String key(String word) {
        var folded = new StringBuilder(word.length());
        var plain = isAscii(word) ? word : Normalizer.normalize(word, Normalizer.Form.NFKD);
        for (var i = 0; i < plain.length(); i++) {
            if (Character.isLetterOrDigit(plain.charAt(i))) {
                folded.append(plain.charAt(i));
            }
        }
        var key = folded.toString().toLowerCase(Locale.ROOT);
        return SAME.getOrDefault(key, key);
    }

    private static boolean isAscii(String word) {
        return word.chars().allMatch(c -> c < 128);
    }
}
