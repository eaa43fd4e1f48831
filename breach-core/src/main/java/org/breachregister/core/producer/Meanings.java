package org.breachregister.core.producer;

import org.breachregister.core.producer.Name.Use;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Decides which body a name means that several bear: by the nation written beside it, by the day,
/// and at last by what else the report says. Where these leave a doubt it stays.
final class Meanings {

    /// How long after its end a body is still written of by its name, in months.
    private static final int AFTERLIFE = 18;

    private static final Map<String, Set<String>> COVERED =
            Map.of(
                    "UK", Set.of("England", "Scotland", "Wales", "Northern Ireland"),
                    "GB", Set.of("England", "Scotland", "Wales"),
                    "England and Wales", Set.of("England", "Wales"));

    private final Map<ProducerId, Producer> bodies;
    private final Map<ProducerId, List<String>> domains;
    private final Map<String, List<String>> nationClues;
    private final Map<String, Map<ProducerId, List<String>>> declared;

    Meanings(ProducerFiles files) {
        this.bodies = Map.copyOf(files.bodies);
        this.domains = Map.copyOf(files.domains);
        this.nationClues = Map.copyOf(files.nationClues);
        this.declared = Map.copyOf(files.declaredAmbiguous);
    }

    /// How a doubt was ended.
    enum By {
        NAME,
        DAY,
        CONTEXT,
        NOTHING
    }

    /// What a name was found to mean.
    ///
    /// @param bodies the one body, or those between which the doubt remains; none where the nation
    ///   written beside the name is not theirs
    /// @param by what decided
    record Meaning(Set<ProducerId> bodies, By by) {}

    /// The text around the names of one field, folded for search only when it is needed, and what
    /// it has decided so far.
    static final class Context {
        private final String text;
        private @Nullable String lower;
        private @Nullable String folded;
        private final Map<String, Boolean> known = new HashMap<>();
        private final Map<Question, Meaning> decided = new HashMap<>();

        Context(String text) {
            this.text = text;
        }

        private boolean holds(String clue) {
            return known.computeIfAbsent(clue, this::search);
        }

        private boolean search(String clue) {
            if (clue.indexOf('.') >= 0 || clue.indexOf('-') >= 0) {
                var now = lower;
                if (now == null) {
                    now = text.toLowerCase(Locale.ROOT);
                    lower = now;
                }
                return now.contains(clue.toLowerCase(Locale.ROOT));
            }
            var now = folded;
            if (now == null) {
                now = Words.folded(text);
                folded = now;
            }
            var phrase = FOLDED.computeIfAbsent(clue, Words::folded);
            return phrase.length() > 1 && now.contains(phrase);
        }
    }

    /// The clues as they are searched for: a few hundred, all from the files.
    private static final Map<String, String> FOLDED = new ConcurrentHashMap<>();

    /// What a name means.
    Meaning of(List<Name> names, Set<String> nations, @Nullable LocalDate on, Context context) {
        return context.decided.computeIfAbsent(
                new Question(names, nations), _ -> decide(names, nations, on, context));
    }

    private record Question(List<Name> names, Set<String> nations) {}

    private Meaning decide(
            List<Name> names, Set<String> nations, @Nullable LocalDate on, Context context) {
        var strong = bodiesOf(names.stream().filter(name -> name.use() != Use.SLIP).toList());
        var all = bodiesOf(names);
        if (!nations.isEmpty()) {
            return of(inNations(all, nations), names, on, context);
        }
        return of(strong.isEmpty() ? all : strong, names, on, context);
    }

    private Meaning of(
            Set<ProducerId> candidates, List<Name> names, @Nullable LocalDate on, Context context) {
        if (candidates.size() < 2) {
            return new Meaning(candidates, By.NAME);
        }
        var then = existing(candidates, names, on);
        if (then.size() == 1) {
            return new Meaning(then, By.DAY);
        }
        var best = spokenFor(then, ProducerFiles.key(names.getFirst().text()), context);
        return best == null ? new Meaning(then, By.NOTHING) : new Meaning(Set.of(best), By.CONTEXT);
    }

    private static Set<ProducerId> bodiesOf(List<Name> names) {
        var bodies = new TreeSet<ProducerId>();
        names.forEach(name -> bodies.add(name.body()));
        return bodies;
    }

    private Producer body(ProducerId id) {
        var body = bodies.get(id);
        if (body == null) {
            throw new IllegalArgumentException("No body '%s'".formatted(id));
        }
        return body;
    }

    /// Those of just these nations, or else those that cover them.
    private Set<ProducerId> inNations(Set<ProducerId> candidates, Set<String> nations) {
        var exact = new TreeSet<ProducerId>();
        var covering = new TreeSet<ProducerId>();
        for (var id : candidates) {
            var nation = body(id).nation();
            if (nations.equals(Set.of(nation))) {
                exact.add(id);
            } else if (covers(nation, nations)) {
                covering.add(id);
            }
        }
        return exact.isEmpty() ? covering : exact;
    }

    private static boolean covers(String nation, Set<String> wanted) {
        return wanted.contains("UK")
                || COVERED.getOrDefault(nation, Set.of(nation)).containsAll(wanted);
    }

    private Set<ProducerId> existing(
            Set<ProducerId> candidates, List<Name> names, @Nullable LocalDate on) {
        var oneNation = candidates.stream().map(id -> body(id).nation()).distinct().count() == 1;
        if (on == null && !oneNation) {
            return candidates;
        }
        var kept = new TreeSet<ProducerId>();
        for (var id : candidates) {
            if (on == null) {
                if (body(id).to() == null) {
                    kept.add(id);
                }
            } else if (nameHolds(id, names, on, oneNation ? 0 : AFTERLIFE)) {
                kept.add(id);
            }
        }
        return kept.isEmpty() ? candidates : kept;
    }

    private boolean nameHolds(ProducerId id, List<Name> names, LocalDate on, int afterlife) {
        var body = body(id);
        if (body.from() != null && on.isBefore(body.from())
                || body.to() != null && !on.isBefore(body.to().plusMonths(afterlife))) {
            return false;
        }
        // A dated use of the name by another body takes it away from this one for that time.
        var dated =
                names.stream().filter(name -> name.from() != null || name.to() != null).toList();
        var holder =
                dated.stream()
                        .filter(name -> name.from() == null || !on.isBefore(name.from()))
                        .filter(name -> name.to() == null || on.isBefore(name.to()))
                        .map(Name::body)
                        .toList();
        return holder.isEmpty()
                ? dated.stream().noneMatch(name -> name.body().equals(id))
                : holder.contains(id);
    }

    /// The body for which the context speaks most, or null.
    private @Nullable ProducerId spokenFor(
            Set<ProducerId> candidates, String key, Context context) {
        var clues = declared.getOrDefault(key, Map.of());
        var scores = new HashMap<ProducerId, Integer>();
        var foreign = new TreeMap<String, Boolean>();
        nationClues.forEach(
                (nation, words) -> foreign.put(nation, words.stream().anyMatch(context::holds)));
        for (var id : candidates) {
            var body = body(id);
            var score = 0;
            if (domains.getOrDefault(id, List.of()).stream().anyMatch(context::holds)) {
                score += 4;
            }
            if (!ProducerFiles.key(body.name()).equals(key) && context.holds(body.name())) {
                score += 4;
            }
            if (foreign.getOrDefault(body.nation(), false)) {
                score += 2;
            }
            if (clues.getOrDefault(id, List.of()).stream().anyMatch(context::holds)) {
                score += 1;
            }
            scores.put(id, score);
        }
        var top = scores.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        var winners = scores.entrySet().stream().filter(entry -> entry.getValue() == top).toList();
        return top > 0 && winners.size() == 1 ? winners.getFirst().getKey() : null;
    }
}
