package org.breachregister.core.publication;

import org.breachregister.core.report.ContactDetails;
import org.breachregister.core.report.PersonalDatum;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the personal data of one report in its texts: what was located in the report wherever the
/// same words stand, and addresses and numbers again by their shape, so that nothing rests on one
/// search alone. What a person removed from a section is removed wherever it stands, and what a
/// person kept is kept.
public final class Redaction {

    private static final Pattern TITLE =
            Pattern.compile(
                    "^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Baron|Rev|Cllr|Councillor)\\.?$");
    private static final Pattern MAILTO =
            Pattern.compile("mailto:\\s{0,2}(?=\\S)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS_IN_MAILTO =
            Pattern.compile("mailto:\\s{0,2}$", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_MAILTO = "mailto:".length() + 2;
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}'’-]{0,80}");
    private static final Set<String> ALSO_WORDS =
            Set.of(
                    "april", "may", "june", "august", "summer", "autumn", "sunday", "monday",
                    "mark", "will", "grace");
    private static final int SHORTEST_GIVEN_NAME = 3;
    private static final Why NAME = Why.of(PersonalDatum.Kind.PERSON);

    private final SubmittedReport report;
    private final @Nullable Decisions decisions;
    private final Set<String> kept = new HashSet<>();
    private final Map<String, List<Words>> byStart = new HashMap<>();

    /// Why words are not published, and what stands in their place.
    private record Why(String reason, String marker) {

        static Why of(PersonalDatum.Kind kind) {
            return new Why(kind.key(), kind.marker());
        }
    }

    /// Words to look for.
    ///
    /// @param why why they are not published, or null where they are
    private record Words(String words, @Nullable Why why) {}

    private Redaction(SubmittedReport report, @Nullable Decisions decisions) {
        this.report = report;
        this.decisions = decisions;
        var literals = new LinkedHashMap<String, Why>();
        removedWords(literals);
        var removed = Set.copyOf(literals.keySet());
        if (decisions != null) {
            decisions.kept().stream()
                    .map(words -> folded(plainly(words)))
                    .filter(words -> !words.isEmpty() && !removed.contains(words))
                    .forEach(kept::add);
        }
        locatedWords(literals, removed);
        var words = new ArrayList<Words>();
        literals.forEach((text, why) -> words.add(new Words(text, why)));
        kept.forEach(text -> words.add(new Words(text, null)));
        words.stream()
                .filter(one -> !one.words().isEmpty())
                .sorted(Comparator.comparingInt((Words one) -> -one.words().length()))
                .forEach(one ->
                        byStart.computeIfAbsent(start(one.words(), 0), _ -> new ArrayList<>())
                                .add(one));
    }

    /// What the machine finds in a report.
    public static Redaction of(SubmittedReport report) {
        return new Redaction(report, null);
    }

    /// What persons decided, and for texts that are no section what the machine finds besides.
    public static Redaction of(SubmittedReport report, Decisions decisions) {
        return new Redaction(report, decisions);
    }

    private void removedWords(Map<String, Why> literals) {
        if (decisions == null) {
            return;
        }
        decisions
                .removed()
                .forEach((section, spans) -> {
                    var text = report.sections().getOrDefault(section, "");
                    for (var span : spans) {
                        literals.put(
                                folded(plainly(span.in(text))),
                                new Why(span.reason(), span.marker()));
                    }
                });
    }

    private void locatedWords(Map<String, Why> literals, Set<String> removed) {
        var small = smallWords();
        for (var datum : report.personalData()) {
            var words = folded(datum.text());
            if (kept.contains(words)) {
                continue;
            }
            if (datum.kind() == PersonalDatum.Kind.PERSON) {
                literals.putIfAbsent(folded(datum.text().toUpperCase(Locale.ROOT)), NAME);
                givenName(datum.text(), small, literals);
            }
            if (!removed.contains(words)) {
                literals.put(words, Why.of(datum.kind()));
            }
        }
    }

    /// Words of the report that stand there in lower case: such a word is no name, even where it
    /// starts a sentence.
    private Set<String> smallWords() {
        var small = new HashSet<String>();
        for (var text : report.sections().values()) {
            var word = WORD.matcher(text);
            while (word.find()) {
                if (Character.isLowerCase(word.group().codePointAt(0))) {
                    small.add(word.group());
                }
            }
        }
        return small;
    }

    /// The given name of a person, which may stand alone elsewhere.
    private void givenName(String name, Set<String> small, Map<String, Why> literals) {
        var words = name.split("\\s+");
        var first = TITLE.matcher(words[0]).matches() ? 1 : 0;
        if (words.length < first + 2) {
            return;
        }
        var given = words[first];
        var lower = given.toLowerCase(Locale.ROOT);
        if (given.length() >= SHORTEST_GIVEN_NAME
                && !given.endsWith(".")
                && !small.contains(lower)
                && !ALSO_WORDS.contains(lower)
                && !kept.contains(folded(given))) {
            literals.putIfAbsent(folded(given), NAME);
        }
    }

    /// What is found in a section, where it was located and where the same words stand besides; in
    /// order, without overlaps.
    public List<RedactedSpan> proposed(Section section) {
        var text = report.sections().getOrDefault(section, "");
        var spans = new ArrayList<>(spans(text));
        for (var datum : report.personalData()) {
            if (datum.field().equals(section.key())
                    && text.startsWith(datum.text(), datum.start())
                    && !datum.text().isBlank()) {
                var end = datum.start() + datum.text().length();
                spans.add(RedactedSpan.of(datum.start(), end, datum.kind()));
            }
        }
        return RedactedSpan.apart(spans);
    }

    /// A section as it is published: without the spans that persons removed and no others, or,
    /// where no person looked, without what is found. Null where nothing is left.
    @Nullable String section(Section section) {
        var text = report.sections().get(section);
        if (text == null || decisions == null) {
            return text(text);
        }
        var clean = new StringBuilder(text.length());
        var at = 0;
        for (var span : decisions.in(section)) {
            clean.append(Printable.of(text.substring(at, span.from()))).append(span.marker());
            at = span.to();
        }
        return present(clean.append(Printable.of(text.substring(at))).toString());
    }

    /// A text without personal data and what cannot be published; null for null and for a text of
    /// which nothing is left.
    @Nullable String text(@Nullable String text) {
        return text == null ? null : without(spans(text), text);
    }

    /// The same for words that stand in a section: they lose also what was removed there.
    @Nullable String excerpt(String text) {
        var spans = new ArrayList<>(spans(text));
        if (decisions != null) {
            decisions
                    .removed()
                    .forEach((section, removed) ->
                            spans.addAll(
                                    Excerpt.spans(
                                            text,
                                            report.sections().getOrDefault(section, ""),
                                            removed)));
        }
        return without(RedactedSpan.joined(spans), text);
    }

    private static @Nullable String without(List<RedactedSpan> spans, String text) {
        var clean = new StringBuilder(text.length());
        var at = 0;
        for (var span : spans) {
            clean.append(plainly(text.substring(at, span.from()))).append(span.marker());
            at = span.to();
        }
        return present(clean.append(plainly(text.substring(at))).toString());
    }

    private static String plainly(String text) {
        return MAILTO.matcher(Printable.folded(text)).replaceAll("");
    }

    private static @Nullable String present(String text) {
        var words = text.strip();
        return words.isEmpty() ? null : words;
    }

    /// What is found in a text, in order, without overlaps.
    private List<RedactedSpan> spans(String text) {
        var searched = Traced.folded(text).without(MAILTO);
        var located = located(searched.toString());
        // Shapes are looked for in what is left, so that no name hides where an address begins.
        var marked = searched.marked(located);
        var shapes = new ArrayList<RedactedSpan>();
        for (var found : ContactDetails.find(marked.toString())) {
            if (!kept.contains(folded(found.text()))) {
                shapes.add(RedactedSpan.of(found.start(), found.end(), found.kind()));
            }
        }
        var spans = new ArrayList<>(searched.inOriginal(located));
        spans.addAll(marked.inOriginal(shapes));
        spans.replaceAll(span -> withMailto(span, text));
        return RedactedSpan.apart(spans);
    }

    private static RedactedSpan withMailto(RedactedSpan span, String text) {
        var from = Math.max(0, span.from() - LONGEST_MAILTO);
        var before = ENDS_IN_MAILTO.matcher(text.substring(from, span.from()));
        return before.find()
                ? new RedactedSpan(from + before.start(), span.to(), span.reason(), span.marker())
                : span;
    }

    private List<RedactedSpan> located(String text) {
        var spans = new ArrayList<RedactedSpan>();
        var at = 0;
        while (at < text.length()) {
            var starts = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            var end = starts ? addLongest(text, at, spans) : at;
            at = Math.max(end, at + 1);
        }
        return spans;
    }

    /// Adds the longest of the words that start at an offset, and returns where they end; without
    /// any, the offset.
    private int addLongest(String text, int at, List<RedactedSpan> spans) {
        for (var words : byStart.getOrDefault(start(text, at), List.of())) {
            var end = end(text, at, words.words());
            if (end > at
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                var why = words.why();
                if (why != null) {
                    spans.add(new RedactedSpan(at, end, why.reason(), why.marker()));
                }
                return end;
            }
        }
        return at;
    }

    /// Where words end that stand at an offset with any white space between them, or -1.
    private static int end(String text, int from, String words) {
        var at = from;
        for (var i = 0; i < words.length(); i++) {
            if (at >= text.length()) {
                return -1;
            }
            if (words.charAt(i) == ' ') {
                if (!isSpace(text.charAt(at))) {
                    return -1;
                }
                while (at < text.length() && isSpace(text.charAt(at))) {
                    at++;
                }
            } else if (plain(text.charAt(at++)) != plain(words.charAt(i))) {
                return -1;
            }
        }
        return at;
    }

    /// Quotes and hyphens of typesetting are those of the typewriter.
    private static char plain(char c) {
        return switch (c) {
            case '‘', '’' -> '\'';
            case '‐', '‑' -> '-';
            default -> isSpace(c) ? ' ' : c;
        };
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String start(String text, int at) {
        var second = at + 1 < text.length() ? plain(text.charAt(at + 1)) : ' ';
        return "" + plain(text.charAt(at)) + second;
    }

    private static String folded(String text) {
        return SPACES.matcher(Printable.folded(text)).replaceAll(" ").strip();
    }
}
