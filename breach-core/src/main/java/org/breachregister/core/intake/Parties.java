package org.breachregister.core.intake;

import org.breachregister.core.report.PlaceOfFailure;
import org.breachregister.core.report.PlaceOfFailure.Party;
import org.breachregister.core.text.Gated;
import org.breachregister.core.text.Trigrams;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Suggests from phrases of an account in whose hands the breach happened.
final class Parties {

    private static final int ENOUGH = 6;
    private static final int CLEAR_BY = 2;
    private static final int LONGEST = 20_000;

    private final List<Phrase> phrases = new ArrayList<>();

    private record Phrase(Party party, int weight, Gated pattern) {}

    Parties() {
        for (var row : TableFile.read("parties.tsv", 3)) {
            phrases.add(
                    new Phrase(
                            Party.valueOf(row.get(0)),
                            Integer.parseInt(row.get(1)),
                            Gated.compile(row.get(2))));
        }
    }

    /// The party that an account suggests, or null where nothing is clear.
    @Nullable PlaceOfFailure suggest(String whole) {
        var account = whole.substring(0, Math.min(whole.length(), LONGEST));
        var trigrams = Trigrams.of(account);
        Map<Party, Integer> scores = new EnumMap<>(Party.class);
        Map<Party, String> words = new EnumMap<>(Party.class);
        for (var phrase : phrases) {
            var found = phrase.pattern().first(account, trigrams);
            if (found != null) {
                scores.merge(
                        phrase.party(),
                        phrase.weight(),
                        (one, other) -> Math.max(one, other) + Math.min(2, Math.min(one, other)));
                words.putIfAbsent(phrase.party(), Lines.tidy(found.group()));
            }
        }
        @Nullable Party best = null;
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
        if (best == null || most < ENOUGH || most - second < CLEAR_BY) {
            return null;
        }
        return new PlaceOfFailure(
                best, words.getOrDefault(best, ""), Math.min(0.85, 0.35 + 0.05 * (most - second)));
    }
}
