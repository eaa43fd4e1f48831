package org.breachregister.core.publication;

import org.breachregister.core.report.ContactDetails;
import org.breachregister.core.report.PersonalDatum;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Takes the personal data of one report out of its texts. It removes what was located in the
/// report wherever the same words stand, and finds addresses and numbers again by their shape, so
/// that nothing rests on one search alone.
final class Redaction {

    private static final Pattern TITLE =
            Pattern.compile(
                    "^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Baron|Rev|Cllr|Councillor)\\.?$");
    private static final Pattern MAILTO =
            Pattern.compile("mailto:\\s{0,2}(?=\\S)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKER = Pattern.compile("\\[[a-z ]{4,20} removed]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}'’-]{0,80}");
    private static final Set<String> ALSO_WORDS =
            Set.of(
                    "april", "may", "june", "august", "summer", "autumn", "sunday", "monday",
                    "mark", "will", "grace");
    private static final int SHORTEST_GIVEN_NAME = 3;

    private final Set<String> literals = new LinkedHashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, String> markers = new HashMap<>();
    private final Map<String, List<String>> byStart = new HashMap<>();

    private Redaction(SubmittedReport report) {
        for (var datum : report.personalData()) {
            literals.add(datum.text());
            if (datum.kind() == PersonalDatum.Kind.PERSON) {
                literals.add(datum.text().toUpperCase(Locale.ROOT));
            }
            markers.put(folded(printable(datum.text())), marker(datum.kind()));
        }
        var small = smallWords(report);
        report.personalData().stream()
                .filter(datum -> datum.kind() == PersonalDatum.Kind.PERSON)
                .forEach(datum -> givenName(datum.text(), small));
        literals.addAll(names);
        literals.stream()
                .map(text -> folded(printable(text)))
                .distinct()
                .filter(text -> !text.isEmpty())
                .sorted(Comparator.comparingInt((String text) -> -text.length()))
                .forEach(text ->
                        byStart.computeIfAbsent(start(text, 0), _ -> new ArrayList<>()).add(text));
    }

    static Redaction of(SubmittedReport report) {
        return new Redaction(report);
    }

    /// Words of a report that stand there in lower case: such a word is no name, even where it
    /// starts a sentence.
    private static Set<String> smallWords(SubmittedReport report) {
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
    private void givenName(String name, Set<String> small) {
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
                && !ALSO_WORDS.contains(lower)) {
            names.add(given);
        }
    }

    /// The text without personal data and control characters; null for null and for a text of which
    /// nothing is left.
    @Nullable String text(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var clean = MAILTO.matcher(printable(text)).replaceAll("");
        clean = withoutLocated(clean);
        clean = withoutShapes(clean).strip();
        return clean.isEmpty() ? null : clean;
    }

    private String withoutLocated(String text) {
        var clean = new StringBuilder(text.length());
        var at = 0;
        while (at < text.length()) {
            var end =
                    at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))
                            ? at
                            : locatedEnd(text, at);
            if (end > at) {
                clean.append(
                        markers.getOrDefault(
                                folded(text.substring(at, end)),
                                marker(PersonalDatum.Kind.PERSON)));
                at = end;
            } else {
                clean.append(text.charAt(at++));
            }
        }
        return clean.toString();
    }

    /// Where the longest of the located words that starts at an offset ends, or the offset.
    private int locatedEnd(String text, int at) {
        for (var words : byStart.getOrDefault(start(text, at), List.of())) {
            var end = end(text, at, words);
            if (end > at
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
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

    /// What is found keeps clear of the markers that stand already: an address may swallow a whole
    /// one, and none in part.
    private static String withoutShapes(String text) {
        var markers = MARKER.matcher(text).results().toList();
        var clean = new StringBuilder();
        var from = 0;
        for (var found : ContactDetails.find(text)) {
            var start = Math.max(from, outside(markers, found.start()));
            var end = Math.max(start, outside(markers, found.end()));
            if (start < end) {
                clean.append(text, from, start).append(marker(found.kind()));
                from = end;
            }
        }
        return clean.append(text, from, text.length()).toString();
    }

    /// The offset, or the end of the marker that it stands within.
    private static int outside(List<MatchResult> markers, int offset) {
        return markers.stream()
                .filter(marker -> marker.start() < offset && offset < marker.end())
                .mapToInt(MatchResult::end)
                .findFirst()
                .orElse(offset);
    }

    private static String folded(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    private static String marker(PersonalDatum.Kind kind) {
        return switch (kind) {
            case PERSON -> "[name removed]";
            case EMAIL -> "[email address removed]";
            case PHONE -> "[telephone number removed]";
            case ADDRESS -> "[address removed]";
            case ROLE -> "[role removed]";
        };
    }

    /// Without control characters and halves of surrogate pairs; tabs become spaces.
    private static String printable(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    if (c >= 0xFF01 && c <= 0xFF5E) {
                        // Full-width letters and digits are those of the typewriter.
                        clean.appendCodePoint(c - 0xFEE0);
                    } else if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
                        clean.append(Character.digit(c, 10));
                    } else if (c == '\n') {
                        clean.append('\n');
                    } else if (c == '\t') {
                        clean.append(' ');
                    } else if (!Character.isISOControl(c)
                            && Character.getType(c) != Character.SURROGATE
                            && Character.getType(c) != Character.PRIVATE_USE
                            && Character.getType(c) != Character.FORMAT
                            && c != 0xFFFE
                            && c != 0xFFFF) {
                        clean.appendCodePoint(c);
                    }
                });
        return clean.toString();
    }
}
