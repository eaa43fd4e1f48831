package org.breachregister.core.code;

import org.breachregister.core.code.CodeElement.Kind;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the titles of principles, protocols and standards among words.
final class Titles {

    private final Map<String, List<String[]>> byFirstWord = new HashMap<>();
    private final Map<String, List<ElementId>> elements = new HashMap<>();

    Titles(CodeOfPractice code) {
        for (var edition : code.editions()) {
            for (var element : code.elements(edition.id())) {
                if (element.title() != null && isTitled(element.kind())) {
                    add(element.title(), element.id());
                }
            }
        }
        byFirstWord
                .values()
                .forEach(titles -> titles.sort(Comparator.comparingInt(t -> -t.length)));
    }

    /// The elements that bear a title, in the order of the editions.
    List<ElementId> elements(String title) {
        return elements.getOrDefault(title, List.of());
    }

    /// Those of them whose own number it is: `Principle 3`, `T3` and `Standard 3` for 3.
    List<ElementId> elements(String title, int number) {
        return elements(title).stream().filter(id -> hasNumber(id, number)).toList();
    }

    /// The longest title that begins at a token, or null.
    @Nullable Match at(List<Token> tokens, int from) {
        for (var words : byFirstWord.getOrDefault(folded(tokens.get(from)), List.of())) {
            int end = end(tokens, from, words);
            if (end > from) {
                boolean lastCounts =
                        end < tokens.size()
                                && tokens.get(end).isNumber()
                                && Words.PRACTICE.contains(tokens.get(end - 1).text());
                return new Match(
                        String.join(" ", words), lastCounts ? end - 1 : end, words.length > 1);
            }
        }
        return null;
    }

    private void add(String title, ElementId id) {
        var tokens = Tokenizer.tokens(title);
        var words =
                tokens.stream()
                        .filter(token -> token.isWord() && !token.isWord("and"))
                        .map(Titles::folded)
                        .toArray(String[]::new);
        var key = String.join(" ", words);
        if (!elements.containsKey(key)) {
            byFirstWord.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(words);
        }
        elements.computeIfAbsent(key, _ -> new ArrayList<>()).add(id);
    }

    private static int end(List<Token> tokens, int from, String[] words) {
        int at = from;
        int matched = 0;
        while (matched < words.length && at < tokens.size()) {
            var token = tokens.get(at);
            if (folded(token).equals(words[matched])) {
                matched++;
            } else if (matched == 0 || !token.isMark("&-,") && !token.isWord("and")) {
                return -1;
            }
            at++;
        }
        return matched == words.length ? at : -1;
    }

    private static boolean hasNumber(ElementId id, int number) {
        var ref = id.ref();
        var own = String.valueOf(number);
        int before = ref.length() - own.length() - 1;
        return !ref.startsWith("Protocol")
                && before >= 0
                && ref.endsWith(own)
                && !Character.isDigit(ref.charAt(before));
    }

    private static String folded(Token token) {
        var text = token.text();
        return text.length() > 3 && text.endsWith("s")
                ? text.substring(0, text.length() - 1)
                : text;
    }

    private static boolean isTitled(Kind kind) {
        return switch (kind) {
            case PRINCIPLE, PROTOCOL, STANDARD -> true;
            case PILLAR, CORE_PRINCIPLE, PRACTICE, ORDER -> false;
        };
    }

    /// A title found.
    ///
    /// @param title folded, as [#elements] takes it
    /// @param end index after its last token
    /// @param severalWords whether it cannot be a word of any sentence
    record Match(String title, int end, boolean severalWords) {}
}
