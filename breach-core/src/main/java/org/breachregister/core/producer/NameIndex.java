package org.breachregister.core.producer;

import org.breachregister.core.producer.Name.Use;
import org.breachregister.core.producer.Words.Word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// All names as a tree of words: finds the names in a text in one pass, and the bodies that share
/// telling words with a text that names none.
final class NameIndex {

    /// Words that say nothing about which body is meant.
    private static final Set<String> PLAIN =
            Set.of(
                    "department",
                    "nhs",
                    "cymru",
                    "for",
                    "of",
                    "office",
                    "agency",
                    "national",
                    "service",
                    "services",
                    "authority",
                    "council",
                    "board",
                    "commission",
                    "hm",
                    "uk",
                    "ni",
                    "scotland",
                    "scottish",
                    "wales",
                    "welsh",
                    "england",
                    "public",
                    "statistics",
                    "in",
                    "to",
                    "a",
                    "ministry",
                    "executive",
                    "government",
                    "team",
                    "branch",
                    "research",
                    "information",
                    "division",
                    "royal",
                    "general",
                    "regulation",
                    "by",
                    "on",
                    "with",
                    "be",
                    "is",
                    "from",
                    "y",
                    "at",
                    "s",
                    "i",
                    "d");

    private final Node root = new Node();
    private final Map<String, Set<ProducerId>> bodiesByWord = new HashMap<>();

    /// A name found in a text.
    ///
    /// @param first the index of its first word
    /// @param last the index of its last word
    /// @param names what it may be, of one or more bodies
    record Mention(int first, int last, List<Name> names) {}

    private static final class Node {
        final Map<String, Node> next = new HashMap<>();
        final List<Name> names = new ArrayList<>();
        final Set<ProducerId> below = new HashSet<>();
    }

    NameIndex(List<Name> names) {
        for (var name : names) {
            insert(Words.keys(name.text()), name);
            insertSlip(name);
        }
        for (var name : names) {
            if (name.use() != Use.UNIT) {
                for (var word : Words.keys(name.text())) {
                    if (!PLAIN.contains(word)) {
                        bodiesByWord.computeIfAbsent(word, _ -> new TreeSet<>()).add(name.body());
                    }
                }
            }
        }
    }

    private void insert(List<String> words, Name name) {
        var node = root;
        for (var word : words) {
            node.below.add(name.body());
            node = node.next.computeIfAbsent(word, _ -> new Node());
        }
        node.below.add(name.body());
        node.names.add(name);
    }

    private void insertSlip(Name name) {
        var words = new ArrayList<>(Words.keys(name.text()));
        if (words.size() < 3 || name.use() == Use.UNIT) {
            return;
        }
        var head = words.getFirst();
        if (head.equals("hm")) {
            insert(
                    words.subList(1, words.size()),
                    new Name(name.text(), name.body(), Use.SLIP, name.from(), name.to()));
            return;
        }
        if (!head.equals("department") && !head.equals("ministry") && !head.equals("office")) {
            return;
        }
        switch (words.get(1)) {
            case "for" -> words.set(1, "of");
            case "of" -> words.set(1, "for");
            default -> {
                return;
            }
        }
        if (words.getLast().equals("ni")) {
            words.removeLast();
        }
        insert(words, new Name(name.text(), name.body(), Use.SLIP, name.from(), name.to()));
    }

    /// The names that cover most words of the text, in order; where two ways cover as much, the one
    /// with fewer and earlier names.
    List<Mention> find(String text, List<Word> words) {
        var size = words.size();
        var cost = new int[size + 1];
        var best = new Mention[size + 1];
        for (var i = size - 1; i >= 0; i--) {
            cost[i] = cost[i + 1] + (words.get(i).silent() ? 0 : 10);
            if (words.get(i).silent()) {
                continue;
            }
            var node = root;
            for (var j = i; j < size; j++) {
                var word = words.get(j);
                if (word.silent()) {
                    continue;
                }
                var next = node.next.get(word.key());
                if (next == null) {
                    break;
                }
                node = next;
                var names = node.names;
                if (!names.isEmpty()
                        && cost[j + 1] + 1 <= cost[i]
                        && plausible(text, words, i, j, names)) {
                    cost[i] = cost[j + 1] + 1;
                    best[i] = new Mention(i, j, List.copyOf(names));
                }
            }
        }
        var mentions = new ArrayList<Mention>();
        for (var i = 0; i < size; ) {
            var mention = best[i];
            if (mention == null) {
                i++;
            } else {
                mentions.add(mention);
                i = mention.last() + 1;
            }
        }
        return mentions;
    }

    /// A one-word name such as `CO` or `Monitor` must look like one, unless it stands alone.
    private static boolean plausible(
            String text, List<Word> words, int first, int last, List<Name> names) {
        if (first != last || words.size() == 1) {
            return true;
        }
        var written = text.substring(words.get(first).start(), words.get(first).end());
        var capitals = written.chars().filter(Character::isUpperCase).count();
        if (names.stream()
                .anyMatch(name -> name.use() != Use.ABBREVIATION && name.use() != Use.UNIT)) {
            return capitals > 0 || names.stream().anyMatch(name -> name.text().equals(written));
        }
        return capitals >= 2
                || names.stream().anyMatch(name -> name.text().equals(written))
                || (written.length() > 4 && capitals == 1);
    }

    /// All bodies of which the words are a name.
    Set<ProducerId> meaning(String text) {
        var node = root;
        for (var word : Words.keys(text)) {
            var next = node.next.get(word);
            if (next == null) {
                return Set.of();
            }
            node = next;
        }
        var bodies = new TreeSet<ProducerId>();
        node.names.stream()
                .filter(name -> name.use() != Use.SLIP)
                .forEach(name -> bodies.add(name.body()));
        return bodies;
    }

    /// The one body that these words begin, where only the last word of its name is lacking and one
    /// of the others is telling.
    Set<ProducerId> cutShort(List<Word> words) {
        var node = root;
        var count = 0;
        var telling = false;
        for (var word : words) {
            if (word.silent()) {
                continue;
            }
            var next = node.next.get(word.key());
            if (next == null) {
                return Set.of();
            }
            node = next;
            count++;
            telling |= !PLAIN.contains(word.key());
        }
        if (count < 2
                || (count < 3 && !dangling(words.getLast()))
                || !telling
                || node.below.size() != 1
                || !node.names.isEmpty()) {
            return Set.of();
        }
        var oneMore = node.next.values().stream().anyMatch(next -> !next.names.isEmpty());
        return oneMore ? Set.copyOf(node.below) : Set.of();
    }

    private static boolean dangling(Word word) {
        return word.key().equals("and") || word.key().equals("of") || word.key().equals("for");
    }

    /// Up to five bodies whose names share telling words with the text, the nearest first.
    List<ProducerId> sharingWords(List<Word> words) {
        var scores = new TreeMap<ProducerId, Double>();
        var seen = new HashSet<String>();
        for (var word : words) {
            var bodies = bodiesByWord.get(word.key());
            if (bodies != null && seen.add(word.key())) {
                for (var body : bodies) {
                    scores.merge(body, 1.0 / bodies.size(), Double::sum);
                }
            }
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.<ProducerId, Double>comparingByValue().reversed())
                .limit(5)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Whether the words are written in capitals only, as abbreviations are.
    static boolean looksLikeAbbreviation(String written) {
        return written.length() >= 2
                && written.length() <= 8
                && written.equals(written.toUpperCase(Locale.ROOT))
                && written.chars().anyMatch(Character::isLetter);
    }
}
