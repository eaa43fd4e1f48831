package org.breachregister.core.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Runs of words in a text that have the shape of a person's name.
final class Names {

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’‑-]{0,40}\\.?");
    private static final Set<String> PARTICLES =
            Set.of(
                    "ap", "ab", "ferch", "de", "da", "du", "la", "le", "van", "von", "der", "den",
                    "ter", "bin", "ibn", "al", "el", "y", "ó", "ní", "nic", "uí", "di", "dos",
                    "della");
    private static final Set<String> GAELIC = Set.of("Mac", "Nic", "Mhic", "Mag");

    /// What stands before a surname in Welsh, Irish and Gaelic names, and in few others.
    private static final Set<String> CELTIC = Set.of("ap", "ab", "ferch", "ó", "ní", "nic", "uí");

    private static final Set<String> TITLES =
            Set.of(
                    "Mr",
                    "Mrs",
                    "Ms",
                    "Miss",
                    "Mx",
                    "Dr",
                    "Prof",
                    "Professor",
                    "Sir",
                    "Dame",
                    "Lord",
                    "Lady",
                    "Baroness",
                    "Baron",
                    "Rev",
                    "Cllr",
                    "Councillor",
                    "Capt",
                    "Lt",
                    "Maj",
                    "Col",
                    "Brig",
                    "Brigadier",
                    "Cdr",
                    "Commander",
                    "Sgt",
                    "Sergeant",
                    "Cpl",
                    "Rt",
                    "Hon",
                    "Captain",
                    "Major",
                    "Colonel");
    private static final Set<String> RETIRED = Set.of("retd", "rtd", "ret'd", "ret’d");
    private static final Set<String> CIVIL = Set.of("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr");
    private static final int LONGEST = 4;

    private Names() {}

    /// A word of a text.
    record Token(String word, int start, int end) {

        boolean capital() {
            return Character.isUpperCase(word.codePointAt(0));
        }

        boolean initial() {
            return capital() && (word.length() == 1 || (word.length() == 2 && word.endsWith(".")));
        }

        String bare() {
            var plain = word.replace('’', '\'').replace('‑', '-');
            var bare = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
            return bare.endsWith("'s") ? bare.substring(0, bare.length() - 2) : bare;
        }

        /// Offset after the word without a possessive ending or full stop.
        int bareEnd() {
            return initial() ? end : start + bare().length();
        }

        boolean title() {
            return TITLES.contains(
                    word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
        }

        /// `(retd)`, as it stands between a rank and a name.
        boolean retired() {
            return RETIRED.contains(word.toLowerCase(java.util.Locale.ROOT));
        }

        boolean nameLike() {
            return capital()
                    && !title()
                    && bare().length() > 1
                    && bare().chars().anyMatch(Character::isLowerCase)
                    && !Words.noName(bare());
        }
    }

    /// A run of words.
    ///
    /// @param titled whether the first word is a title
    /// @param first index of its first token
    /// @param last index of its last token
    record Run(String text, int start, int end, boolean titled, int first, int last) {

        int words() {
            return last - first + 1;
        }
    }

    static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        var word = WORD.matcher(text);
        while (word.find()) {
            var bare = word.group();
            var end = word.end();
            if (bare.endsWith(".") && bare.length() > 2 && !isTitle(bare)) {
                bare = bare.substring(0, bare.length() - 1);
                end--;
            }
            tokens.add(new Token(bare, word.start(), end));
        }
        return tokens;
    }

    private static boolean isTitle(String word) {
        return TITLES.contains(word.substring(0, word.length() - 1));
    }

    /// The runs in a text. Titled ones have a title and a name or more; the others two words or
    /// more, the first and last of them names.
    static List<Run> runs(String text, List<Token> tokens) {
        var runs = new ArrayList<Run>();
        for (var i = 0; i < tokens.size(); i++) {
            var titled = tokens.get(i).title();
            if (!titled && !tokens.get(i).nameLike() && !startsWithInitial(text, tokens, i)) {
                continue;
            }
            var last = i;
            var names = tokens.get(i).nameLike() ? 1 : 0;
            for (var next = i + 1; next < tokens.size() && next - i <= LONGEST; next++) {
                var token = tokens.get(next);
                if (titled && isRetired(text, tokens, next)) {
                    continue;
                }
                if (!adjoinOverRetired(text, tokens, next, titled)
                        || possessive(tokens.get(next - 1))) {
                    break;
                }
                if (token.nameLike()
                        || (next == i + 1 && titled && isCivil(tokens.get(i)) && token.capital())) {
                    last = next;
                    names++;
                } else if (!token.initial()
                        && !isParticle(tokens, next)
                        && !(titled && token.title() && next == i + 1)) {
                    break;
                }
            }
            if (names >= (titled ? 1 : 2) || (names == 1 && tokens.get(i).initial() && last > i)) {
                var start = tokens.get(i).start();
                var end = tokens.get(last).bareEnd();
                runs.add(new Run(text.substring(start, end), start, end, titled, i, last));
                i = last;
            }
        }
        return runs;
    }

    private static boolean isParticle(List<Token> tokens, int at) {
        var word = tokens.get(at).word();
        return PARTICLES.contains(word.toLowerCase(java.util.Locale.ROOT))
                || (word.equals("an") && GAELIC.contains(tokens.get(at - 1).word()));
    }

    /// Whether a run holds a word that hardly stands in anything but a person's name.
    static boolean isCeltic(List<Token> tokens, Run run) {
        for (var i = run.first() + 1; i < run.last(); i++) {
            var word = tokens.get(i).word();
            if (CELTIC.contains(word.toLowerCase(java.util.Locale.ROOT))
                    || (word.equals("an") && isParticle(tokens, i))) {
                return true;
            }
        }
        return false;
    }

    /// "(retd)" right behind a title.
    private static boolean isRetired(String text, List<Token> tokens, int at) {
        var token = tokens.get(at);
        return token.retired()
                && tokens.get(at - 1).title()
                && text.substring(tokens.get(at - 1).end(), token.start()).matches("\\s?\\(");
    }

    private static boolean adjoinOverRetired(
            String text, List<Token> tokens, int at, boolean titled) {
        var before = tokens.get(at - 1);
        return titled && before.retired()
                ? text.substring(before.end(), tokens.get(at).start()).matches("\\.?\\)\\s?")
                : adjoin(text, before, tokens.get(at));
    }

    /// Whether what follows a title is a name, even where it is also another word: "Ms Wales".
    private static boolean isCivil(Token title) {
        return CIVIL.contains(title.bare());
    }

    private static boolean startsWithInitial(String text, List<Token> tokens, int at) {
        return tokens.get(at).initial()
                && tokens.get(at).word().length() == 2
                && at + 1 < tokens.size()
                && adjoin(text, tokens.get(at), tokens.get(at + 1))
                && (tokens.get(at + 1).nameLike() || tokens.get(at + 1).initial());
    }

    private static boolean possessive(Token token) {
        return token.bare().length() < token.word().length() && !token.word().endsWith(".");
    }

    /// Whether nothing but a little white space stands between two words.
    static boolean adjoin(String text, Token one, Token next) {
        if (next.start() - one.end() > 3) {
            return false;
        }
        for (var i = one.end(); i < next.start(); i++) {
            var c = text.charAt(i);
            if (!(c == ' ' || c == '\u00A0')) {
                return false;
            }
        }
        return next.start() > one.end();
    }
}
