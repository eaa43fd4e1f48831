package org.breachregister.core.intake;

import org.breachregister.core.intake.Names.Run;
import org.breachregister.core.intake.Names.Token;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells from the words around a run of capitalised words whether it names a person.
final class Mentions {

    private static final Set<String> VERBS = new HashSet<>(TableFile.lines("person-verbs.txt"));
    private static final Set<String> OPENERS =
            Set.of(
                    "a", "an", "the", "our", "my", "his", "her", "their", "its", "then", "now",
                    "who", "one", "another", "former", "acting", "also", "at", "that", "time");
    private static final Pattern DETAIL_BEHIND =
            Pattern.compile(
                    "\\s{0,2}[,(:]?\\s{0,2}(?:(?:on|at|tel|telephone|phone|mobile|e-?mail)\\b[.:]{0,2}\\s{0,2})?\\|",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern SIGNED_BEFORE =
            Pattern.compile("\\bsigned(?: by)?:? ?$", Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMED_BEFORE =
            Pattern.compile(
                    "\\b(?:name[sd]?|identif(?:y|ies|ied)|known)\\b[\\p{L} ]{0,25}\\bas $",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_A_PLACE =
            Pattern.compile(" (?:of|from) (?:the|our|its|his|her|their)\\b");

    private static final int CLAUSE = 14;

    private Mentions() {}

    /// Whether a telephone number or an address, blotted out by now, stands right behind a name, or
    /// "signed" before it.
    static boolean isReachable(String text, Run run) {
        var behind = text.substring(run.end(), Math.min(text.length(), run.end() + 40));
        var before = text.substring(Math.max(0, run.start() - 12), run.start());
        return DETAIL_BEHIND.matcher(behind).lookingAt() || SIGNED_BEFORE.matcher(before).find();
    }

    /// Whether a role, a verb that people are the subject of, or the like stands beside a run.
    static boolean isMentioned(String text, List<Token> tokens, Run run) {
        var before = run.first() == 0 ? null : tokens.get(run.first() - 1);
        if (before != null
                && Names.adjoin(text, before, tokens.get(run.first()))
                && Set.of("the", "a", "an", "of", "in", "at", "our")
                        .contains(before.word().toLowerCase(Locale.ROOT))) {
            return false;
        }
        if (Names.isCeltic(tokens, run) || isNamed(text, run)) {
            return true;
        }
        if (before != null && Words.role(before.word()) && gap(text, before, run).isBlank()) {
            return !before.capital() || before.start() == 0 || run.words() >= 2;
        }
        var after = afterWards(text, run);
        if (after.startsWith(",")
                || after.startsWith("(")
                || after.startsWith(" (")
                || after.startsWith(" -")
                || after.startsWith(" –")) {
            if (roleFollows(text, tokens, run)) {
                return true;
            }
        }
        if (before != null
                && gap(text, before, run).strip().matches("[,(:–-]")
                && (after.isEmpty() || ",.);".indexOf(after.charAt(0)) >= 0)
                && roleBefore(text, tokens, run)) {
            return true;
        }
        return verbFollows(text, tokens, run);
    }

    /// "the minutes name the speaker as Jane Roe", "by Jane Roe of the secretariat".
    private static boolean isNamed(String text, Run run) {
        var before = text.substring(Math.max(0, run.start() - 45), run.start());
        var behind = text.substring(run.end(), Math.min(text.length(), run.end() + 12));
        return NAMED_BEFORE.matcher(before).find()
                || (before.endsWith(" by ") && OF_A_PLACE.matcher(behind).lookingAt());
    }

    private static String gap(String text, Token before, Run run) {
        return text.substring(before.end(), run.start());
    }

    private static String afterWards(String text, Run run) {
        return text.substring(run.end(), Math.min(text.length(), run.end() + 2));
    }

    /// "Jane Roe, a press officer in the ..."
    private static boolean roleFollows(String text, List<Token> tokens, Run run) {
        var opener = true;
        for (var i = run.last() + 1; i < tokens.size() && i <= run.last() + 6; i++) {
            var token = tokens.get(i);
            var breaks =
                    text.substring(
                            i == run.last() + 1 ? run.end() : tokens.get(i - 1).end(),
                            token.start());
            if (i > run.last() + 1 && !breaks.isBlank()) {
                return false;
            }
            if (Words.role(token.word())) {
                return true;
            }
            if (opener && VERBS.contains(token.word())) {
                return false;
            }
            opener = OPENERS.contains(token.word());
        }
        return false;
    }

    /// "a statistician who was new, Jane Roe, ..."
    private static boolean roleBefore(String text, List<Token> tokens, Run run) {
        for (var i = run.first() - 1; i >= 0 && i >= run.first() - CLAUSE; i--) {
            var token = tokens.get(i);
            if (Words.role(token.word())) {
                return true;
            }
            if (i > 0 && endsSentence(text, tokens.get(i - 1).end(), token.start())) {
                return false;
            }
        }
        return false;
    }

    private static boolean endsSentence(String text, int from, int to) {
        for (var i = from; i < to && to - from < 12; i++) {
            if (".!?;".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// "Jane Roe rang", "Jane Roe of the press office noticed", "Jane Roe's deputy".
    private static boolean verbFollows(String text, List<Token> tokens, Run run) {
        var next = run.last() + 1;
        if (next >= tokens.size() || boundary(text, run.end(), tokens.get(next).start())) {
            return false;
        }
        var word = tokens.get(next).word();
        if (VERBS.contains(word)) {
            return true;
        }
        if (Set.of("has", "had", "was", "will", "is", "then", "also", "immediately", "first")
                        .contains(word)
                && next + 1 < tokens.size()) {
            return VERBS.contains(tokens.get(next + 1).word());
        }
        if (Set.of("of", "from", "in").contains(word)) {
            for (var i = next + 1; i < tokens.size() && i < next + 9; i++) {
                if (boundary(text, tokens.get(i - 1).end(), tokens.get(i).start())) {
                    return text.charAt(tokens.get(i - 1).end()) == ','
                            && VERBS.contains(tokens.get(i).word());
                }
                if (VERBS.contains(tokens.get(i).word())) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether punctuation stands between two offsets.
    static boolean boundary(String text, int from, int to) {
        for (var i = from; i < to; i++) {
            if (",.;:()\n|/–—-<>\"".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
