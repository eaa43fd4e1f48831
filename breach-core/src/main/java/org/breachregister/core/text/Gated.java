package org.breachregister.core.text;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A pattern of many alternatives, of which it tries only those that a text can match at all. What
/// an alternative cannot match without is told from its own words, so that most of them are turned
/// away by a look at the text's [Trigrams]. What is found is what the whole pattern would find.
public final class Gated {

    private final List<Alternative> alternatives = new ArrayList<>();

    /// @param needed for each list of words one of which stands in every match, the bits of each
    /// @param first what its matches can start with, or null where that cannot be told
    private record Alternative(
            Pattern pattern, List<List<int[]>> needed, @Nullable FirstCharacters first) {

        /// Looks for a match that starts before an offset.
        @Nullable MatchResult in(CharSequence text, int before) {
            var matcher = pattern.matcher(text);
            if (first == null) {
                return matcher.find() && matcher.start() < before ? matcher : null;
            }
            matcher.useTransparentBounds(true).useAnchoringBounds(false);
            var last = Math.min(before, text.length());
            for (var i = 0; i < last; i++) {
                if (first.at(text, i) && matcher.region(i, text.length()).lookingAt()) {
                    return matcher;
                }
            }
            return null;
        }

        boolean possible(Trigrams text) {
            for (var words : needed) {
                if (!anyOf(words, text)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean anyOf(List<int[]> words, Trigrams text) {
            for (var word : words) {
                if (text.mayHold(word)) {
                    return true;
                }
            }
            return false;
        }
    }

    private Gated(String regex, int flags) {
        for (var one : NeededWords.alternatives(regex)) {
            var needed =
                    NeededWords.of(one).stream()
                            .map(words -> words.stream().map(Trigrams::bits).toList())
                            .toList();
            alternatives.add(
                    new Alternative(Pattern.compile(one, flags), needed, FirstCharacters.of(one)));
        }
    }

    /// A pattern whose letters match in either case.
    public static Gated compile(String regex) {
        return new Gated(regex, Pattern.CASE_INSENSITIVE);
    }

    /// Whether it matches anywhere in a text.
    ///
    /// @param trigrams those of the text, or of a longer one that it is part of
    public boolean isIn(CharSequence text, Trigrams trigrams) {
        for (var one : alternatives) {
            if (one.possible(trigrams) && one.in(text, Integer.MAX_VALUE) != null) {
                return true;
            }
        }
        return false;
    }

    /// The first match, or null.
    ///
    /// @param trigrams those of the text, or of a longer one that it is part of
    public @Nullable MatchResult first(CharSequence text, Trigrams trigrams) {
        @Nullable MatchResult first = null;
        for (var one : alternatives) {
            if (one.possible(trigrams)) {
                var found = one.in(text, first == null ? Integer.MAX_VALUE : first.start());
                first = found == null ? first : found;
            }
        }
        return first;
    }
}
