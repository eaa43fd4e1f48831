package org.breachregister.core.intake;

import org.breachregister.core.intake.Names.Token;
import org.breachregister.core.report.PersonalDatum;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Finds every place where known persons stand: in full, by title and surname, by surname.
final class NamePlaces {

    private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();
    private static final Set<String> COMMON =
            new HashSet<>(TableFile.lines("surnames-also-words.txt"));

    /// Surnames that are common words or places as well: names only behind a title or a forename.
    private final Set<String> onlyTitled = new HashSet<>();

    private final Set<String> surnames = new HashSet<>();

    private final Set<List<String>> surnameFirst = new HashSet<>();

    NamePlaces(Collection<String> names) {
        for (var name : names) {
            var words = Names.tokens(name).stream().map(Token::bare).toList();
            if (words.isEmpty()) {
                continue;
            }
            if (name.indexOf(',') > 0) {
                surnameFirst.add(words);
                byFirstWord.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>()).add(words);
                continue;
            }
            byFirstWord.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>()).add(words);
            var untitled =
                    Names.tokens(name).stream()
                            .filter(word -> !word.title() && !word.retired())
                            .toList();
            if (untitled.size() > 1 && untitled.size() < words.size()) {
                var bare = untitled.stream().map(Token::bare).toList();
                byFirstWord.computeIfAbsent(bare.getFirst(), _ -> new ArrayList<>()).add(bare);
            }
            var surname = words.getLast();
            if (surname.length() > 2) {
                (Words.noName(surname) || COMMON.contains(surname.toLowerCase(Locale.ROOT))
                                ? onlyTitled
                                : surnames)
                        .add(surname);
            }
        }
        byFirstWord
                .values()
                .forEach(some ->
                        some.sort(Comparator.comparingInt((List<String> words) -> -words.size())));
    }

    /// The places in a text, no two of which overlap.
    ///
    /// @param masked the text with addresses and numbers blotted out
    /// @param tokens the words of the masked text
    List<PersonalDatum> in(String field, String text, String masked, List<Token> tokens) {
        var found = new ArrayList<PersonalDatum>();
        for (var i = 0; i < tokens.size(); i++) {
            var last = last(masked, tokens, i);
            if (last >= i) {
                var start = tokens.get(i).start();
                var end = tokens.get(last).bareEnd();
                found.add(
                        new PersonalDatum(
                                PersonalDatum.Kind.PERSON,
                                text.substring(start, end),
                                field,
                                start,
                                end));
                i = last;
            }
        }
        return found;
    }

    /// Index of the last token of the name that starts at a token, or -1.
    private int last(String text, List<Token> tokens, int at) {
        var token = tokens.get(at);
        for (var words : byFirstWord.getOrDefault(token.bare(), List.of())) {
            if (follow(text, tokens, at, words)) {
                return at + words.size() - 1;
            }
        }
        if (token.title()) {
            var next = at + 1;
            if (next < tokens.size() && tokens.get(next).initial()) {
                next++;
            }
            if (next < tokens.size()
                    && tokens.get(next).start() - token.end() < 5
                    && (surnames.contains(tokens.get(next).bare())
                            || onlyTitled.contains(tokens.get(next).bare()))) {
                return next;
            }
        }
        if (token.initial()) {
            var next = at + 1;
            while (next < at + 3 && next < tokens.size() && tokens.get(next).initial()) {
                next++;
            }
            if (next < tokens.size()
                    && tokens.get(next).start() - token.end() < 8
                    && surnames.contains(tokens.get(next).bare())) {
                return next;
            }
        }
        return surnames.contains(token.bare()) ? at : -1;
    }

    private static boolean isBracket(String between) {
        return between.equals("(") || between.equals(")") || between.equals(".)");
    }

    private boolean follow(String text, List<Token> tokens, int at, List<String> words) {
        if (at + words.size() > tokens.size()) {
            return false;
        }
        for (var i = 1; i < words.size(); i++) {
            var token = tokens.get(at + i);
            var between = text.substring(tokens.get(at + i - 1).end(), token.start()).strip();
            if (!token.bare().equals(words.get(i))
                    || !(between.isEmpty()
                            || (isBracket(between)
                                    && (tokens.get(at + i - 1).retired() || token.retired()))
                            || (between.equals(",") && surnameFirst.contains(words)))) {
                return false;
            }
        }
        return true;
    }
}
