package org.breachregister.core.text;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Tells from a regular expression the words that stand in every text that it matches. It knows the
/// constructs that our patterns use; of what it does not know it asks nothing.
final class NeededWords {

    private final String regex;
    private final List<List<String>> needed = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private int at;

    private NeededWords(String regex) {
        this.regex = regex;
    }

    /// Lists of words: of each list one stands in every text that an expression matches.
    static List<List<String>> of(String regex) {
        var words = new NeededWords(regex);
        if (alternatives(regex).size() > 1) {
            words.group(regex);
        } else {
            words.sequence();
        }
        return words.needed;
    }

    /// The alternatives of an expression, one where it has no choice to offer.
    static List<String> alternatives(String regex) {
        var parts = new ArrayList<String>();
        var depth = 0;
        var from = 0;
        for (var i = 0; i < regex.length(); i++) {
            switch (regex.charAt(i)) {
                case '\\' -> i++;
                case '[' -> i = classEnd(regex, i);
                case '(' -> depth++;
                case ')' -> depth--;
                case '|' -> {
                    if (depth == 0) {
                        parts.add(regex.substring(from, i));
                        from = i + 1;
                    }
                }
                default -> {}
            }
        }
        parts.add(regex.substring(from));
        return parts;
    }

    /// Where the character, class or group ends that starts at an offset.
    static int atomEnd(String regex, int at) {
        return switch (regex.charAt(at)) {
            case '\\' -> Math.min(regex.length(), at + 2);
            case '[' -> classEnd(regex, at) + 1;
            case '(' -> groupEnd(regex, at) + 1;
            default -> at + 1;
        };
    }

    /// Whether a quantifier at an offset lets what stands before it be absent.
    static boolean isOptional(String regex, int at) {
        var quantifier = new NeededWords(regex);
        quantifier.at = at;
        return quantifier.quantifier() == 0;
    }

    /// Where a quantifier at an offset ends, or the offset where there is none.
    static int quantifierEnd(String regex, int at) {
        var quantifier = new NeededWords(regex);
        quantifier.at = at;
        quantifier.quantifier();
        return quantifier.at;
    }

    private static int classEnd(String regex, int open) {
        var i = open + 1;
        while (i < regex.length() && regex.charAt(i) != ']') {
            i += regex.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }

    private void sequence() {
        while (at < regex.length()) {
            var c = regex.charAt(at);
            switch (c) {
                case '\\' -> escape();
                case '[' -> {
                    flush();
                    at = classEnd(regex, at) + 1;
                    quantifier();
                }
                case '(' -> parentheses();
                case '.', '^', '$' -> {
                    flush();
                    at++;
                    quantifier();
                }
                default -> {
                    at++;
                    literal(c);
                }
            }
        }
        flush();
    }

    private void escape() {
        var c = at + 1 < regex.length() ? regex.charAt(at + 1) : ' ';
        at += 2;
        if (!Character.isLetterOrDigit(c)) {
            literal(c);
            return;
        }
        flush();
        if (c == 'p' || c == 'P') {
            at = regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 : at + 1;
        } else if (c == 'u') {
            at += 4;
        }
        quantifier();
    }

    private void literal(char c) {
        var before = at;
        var least = quantifier();
        if (least > 0) {
            run.append(c);
        }
        if (at > before) {
            flush();
        }
    }

    private void parentheses() {
        flush();
        var close = groupEnd(regex, at);
        var inner = regex.substring(at + 1, close);
        at = close + 1;
        if (quantifier() == 0 || inner.startsWith("?!") || inner.startsWith("?<")) {
            return;
        }
        if (inner.startsWith("?:") || inner.startsWith("?=")) {
            group(inner.substring(2));
        } else if (!inner.startsWith("?")) {
            group(inner);
        }
    }

    private static int groupEnd(String regex, int open) {
        var depth = 0;
        for (var i = open; i < regex.length(); i++) {
            switch (regex.charAt(i)) {
                case '\\' -> i++;
                case '[' -> i = classEnd(regex, i);
                case '(' -> depth++;
                case ')' -> {
                    depth--;
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        throw new IllegalArgumentException("A bracket is not closed in " + regex);
    }

    /// One of the alternatives matches, so one of the words that each of them needs is there.
    private void group(String inner) {
        var parts = alternatives(inner);
        if (parts.size() == 1) {
            needed.addAll(of(inner));
            return;
        }
        var either = new ArrayList<String>();
        for (var part : parts) {
            var best = best(of(part));
            if (best == null) {
                return;
            }
            either.addAll(best);
        }
        needed.add(either);
    }

    /// The list that is least likely to be met: that whose shortest word is longest.
    private static @Nullable List<String> best(List<List<String>> lists) {
        @Nullable List<String> best = null;
        var length = 0;
        for (var list : lists) {
            var shortest = list.stream().mapToInt(String::length).min().orElse(0);
            if (shortest > length) {
                length = shortest;
                best = list;
            }
        }
        return best;
    }

    /// Steps over a quantifier, and tells how often what stands before it is there at least.
    private int quantifier() {
        if (at >= regex.length()) {
            return 1;
        }
        var least = 1;
        switch (regex.charAt(at)) {
            case '?', '*' -> {
                least = 0;
                at++;
            }
            case '+' -> at++;
            case '{' -> {
                least = regex.charAt(at + 1) == '0' ? 0 : 1;
                at = regex.indexOf('}', at) + 1;
            }
            default -> {
                return 1;
            }
        }
        if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
            at++;
        }
        return least;
    }

    private void flush() {
        if (run.length() >= Trigrams.LENGTH) {
            needed.add(List.of(run.toString()));
        }
        run.setLength(0);
    }
}
