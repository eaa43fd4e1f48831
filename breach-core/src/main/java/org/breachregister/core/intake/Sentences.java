package org.breachregister.core.intake;

import org.breachregister.core.text.Trigrams;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Splits running text into sentences.
final class Sentences {

    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "mr", "mrs", "ms", "dr", "prof", "no", "nos", "st", "eg", "e.g", "i.e", "etc",
                    "vs", "cf", "approx", "para", "fig", "vol", "jan", "feb", "mar", "apr", "jun",
                    "jul", "aug", "sep", "sept", "oct", "nov", "dec", "a.m", "p.m", "ref", "rev",
                    "inc", "ltd");

    private Sentences() {}

    /// A sentence with what patterns are tried on it by.
    record Sentence(String text, Trigrams trigrams) {}

    /// The sentences of a text that are at most so long, each with its trigrams.
    static List<Sentence> of(String text, int longest) {
        return of(text).stream()
                .filter(sentence -> sentence.length() <= longest)
                .map(sentence -> new Sentence(sentence, Trigrams.of(sentence)))
                .toList();
    }

    static List<String> of(String text) {
        var sentences = new ArrayList<String>();
        var from = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\n' || ((c == '.' || c == '!' || c == '?') && ends(text, i))) {
                var end = i + 1;
                while (end < text.length() && "”’\")'".indexOf(text.charAt(end)) >= 0) {
                    end++;
                }
                add(sentences, text.substring(from, end));
                from = end;
                i = end - 1;
            }
        }
        add(sentences, text.substring(from));
        return sentences;
    }

    private static void add(List<String> sentences, String sentence) {
        var text = sentence.strip();
        if (!text.isEmpty()) {
            sentences.add(text);
        }
    }

    private static boolean ends(String text, int at) {
        var next = at + 1;
        while (next < text.length() && "”’\")'".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        if (next >= text.length()) {
            return true;
        }
        if (!Character.isWhitespace(text.charAt(next))) {
            return false;
        }
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next < text.length() && Character.isLowerCase(text.charAt(next))) {
            return false;
        }
        var word = at;
        while (word > 0 && at - word < 10 && !Character.isWhitespace(text.charAt(word - 1))) {
            word--;
        }
        var before = text.substring(word, at);
        return text.charAt(at) != '.'
                || !(ABBREVIATIONS.contains(before.toLowerCase(java.util.Locale.ROOT))
                        || (before.length() == 1 && Character.isUpperCase(before.charAt(0))));
    }
}
