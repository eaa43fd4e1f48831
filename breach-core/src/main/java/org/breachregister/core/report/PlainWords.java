package org.breachregister.core.report;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words of a text as they survive another rendering of it: without case, marks, quotes,
/// hyphens and breaks of lines.
final class PlainWords {

    /// Longer texts are compared by as many words from their start.
    static final int MOST = 20_000;

    private static final int MOST_CHARACTERS = 200_000;
    private static final int RUN = 3;
    private static final Pattern INSIDE_A_WORD =
            Pattern.compile("\\u00ad\\s?|(?<=\\p{L})[-‐‑]\\s?(?=\\p{L})|['’‘](?=\\p{L})");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private PlainWords() {}

    static List<String> of(@Nullable String text) {
        var words = new ArrayList<String>();
        if (text == null) {
            return words;
        }
        var bounded = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        var plain = Normalizer.normalize(bounded, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var found = WORD.matcher(INSIDE_A_WORD.matcher(plain).replaceAll(""));
        while (words.size() < MOST && found.find()) {
            words.add(found.group());
        }
        return words;
    }

    /// The words of everything that a report tells in running text.
    static List<String> told(SubmittedReport report) {
        var words = new ArrayList<String>();
        for (var section :
                List.of(
                        Section.ACCOUNT,
                        Section.REASONS,
                        Section.IMPACT,
                        Section.CORRECTIVE_ACTION,
                        Section.NARRATIVE)) {
            words.addAll(of(report.sections().get(section)));
        }
        return words.size() > MOST ? words.subList(0, MOST) : words;
    }

    /// The runs of words that a text consists of.
    static Set<String> runs(List<String> words, int length) {
        var runs = new HashSet<String>();
        for (var i = 0; i + length <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + length)));
        }
        return runs;
    }

    /// The share of the words of both texts that stand in a run of words that the other has, too.
    static double shared(List<String> one, List<String> other) {
        var total = one.size() + other.size();
        return total == 0 ? 0 : (double) (covered(one, other) + covered(other, one)) / total;
    }

    private static int covered(List<String> words, List<String> other) {
        var runs = runs(other, RUN);
        var coveredUpTo = 0;
        var count = 0;
        for (var i = 0; i + RUN <= words.size(); i++) {
            if (runs.contains(String.join(" ", words.subList(i, i + RUN)))) {
                count += i + RUN - Math.max(i, coveredUpTo);
                coveredUpTo = i + RUN;
            }
        }
        return count;
    }

    /// The words that begin with a digit.
    static Set<String> numbers(List<String> words) {
        return words.stream()
                .filter(word -> Character.isDigit(word.charAt(0)))
                .collect(Collectors.toSet());
    }

    /// The share of all different words that two short texts have both.
    static double alike(List<String> one, List<String> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        var both = new HashSet<>(one);
        both.retainAll(other);
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }

    /// The words that stand in one text only, by the text.
    static Map.Entry<Set<String>, Set<String>> differing(List<String> one, List<String> other) {
        var first = new HashSet<>(one);
        other.forEach(first::remove);
        var second = new HashSet<>(other);
        one.forEach(second::remove);
        return Map.entry(first, second);
    }
}
