package org.breachregister.core.intake;

import org.breachregister.core.code.CitedReference;
import org.breachregister.core.report.Evidence;
import org.breachregister.core.text.Gated;
import org.breachregister.core.text.Trigrams;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Suggests the kind of a breach from phrases of its account and the references cited.
final class KindOfBreach {

    private static final int ENOUGH = 5;
    private static final int SAYS_ENOUGH = 6;
    private static final int CLEAR_BY = 2;
    private static final int CONTEXT = 60;
    private static final int LONGEST = 20_000;

    private final List<Phrase> phrases = new ArrayList<>();
    private final Map<String, List<Sign>> references = new HashMap<>();

    private record Phrase(String kind, int weight, Gated pattern) {}

    private record Sign(String kind, int weight) {}

    /// A kind and the words that suggest it.
    record Suggestion(String kind, Evidence evidence) {}

    KindOfBreach() {
        for (var row : TableFile.read("kinds.tsv", 4)) {
            var weight = Integer.parseInt(row.get(2));
            if (row.get(1).equals("ref")) {
                references
                        .computeIfAbsent(row.get(3), _ -> new ArrayList<>())
                        .add(new Sign(row.get(0), weight));
            } else {
                phrases.add(new Phrase(row.get(0), weight, Gated.compile(row.get(3))));
            }
        }
    }

    /// The kind that an account suggests, or null where nothing is clear.
    @Nullable Suggestion suggest(String whole, List<CitedReference> cited) {
        var account = whole.substring(0, Math.min(whole.length(), LONGEST));
        var scores = new LinkedHashMap<String, Integer>();
        var words = new HashMap<String, String>();
        var trigrams = Trigrams.of(account);
        for (var phrase : phrases) {
            var found = phrase.pattern().first(account, trigrams);
            if (found != null) {
                scores.merge(phrase.kind(), phrase.weight(), KindOfBreach::together);
                words.putIfAbsent(phrase.kind(), around(account, found.start(), found.end()));
            }
        }
        var byReference = new LinkedHashMap<String, Integer>();
        for (var reference : cited) {
            var element = reference.element();
            if (element != null) {
                for (var sign : references.getOrDefault(element.ref(), List.of())) {
                    byReference.merge(sign.kind(), sign.weight(), Math::max);
                    if (sign.weight() >= SAYS_ENOUGH) {
                        words.putIfAbsent(sign.kind(), reference.asWritten());
                    }
                }
            }
        }
        byReference.forEach((kind, weight) -> scores.merge(kind, weight, KindOfBreach::together));
        return best(scores, words);
    }

    /// The stronger of two signs, and a little for the other.
    private static int together(int one, int other) {
        return Math.max(one, other) + Math.min(2, Math.min(one, other));
    }

    private static @Nullable Suggestion best(
            Map<String, Integer> scores, Map<String, String> words) {
        @Nullable String best = null;
        var most = 0;
        var second = 0;
        for (var score : scores.entrySet()) {
            if (score.getValue() > most) {
                second = most;
                most = score.getValue();
                best = score.getKey();
            } else {
                second = Math.max(second, score.getValue());
            }
        }
        if (best == null || most < ENOUGH || most - second < CLEAR_BY || !words.containsKey(best)) {
            // A reference without words that bear it out is no reason.
            return null;
        }
        var confidence = Math.min(0.9, 0.4 + 0.05 * (most - second));
        return new Suggestion(
                best, new Evidence(null, words.getOrDefault(best, ""), null, confidence));
    }

    private static String around(String text, int start, int end) {
        var from = Math.max(0, text.lastIndexOf(' ', Math.max(0, start - CONTEXT)));
        var to = text.indexOf(' ', Math.min(text.length(), end + CONTEXT));
        return text.substring(from, to < 0 ? text.length() : to).replace('\n', ' ').strip();
    }
}
