package org.breachregister.core.code;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Reads the numbers of principles and practices at a place among tokens.
final class NumberParser {

    private static final int HIGHEST = 20;

    private final List<Token> tokens;

    NumberParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean has(int at) {
        return at >= 0 && at < tokens.size();
    }

    Token token(int at) {
        return tokens.get(at);
    }

    boolean isMark(int at, String marks) {
        return has(at) && tokens.get(at).isMark(marks);
    }

    /// `T3`, `T3.4`, `T 3.4`, `T3 .4`, `T3:4`, `T.3.4`; null for anything else.
    @Nullable Code code(int at) {
        if (!has(at) || !Words.isLetterOfAPillar(tokens.get(at))) {
            return null;
        }
        var letter = tokens.get(at);
        int next = at + 1;
        if (isMark(next, ".-") && token(next).glued() && has(next + 1) && token(next + 1).glued()) {
            next++;
        }
        if (!has(next) || token(next).onNewLine()) {
            return null;
        }
        var number = number(next, true);
        if (number == null) {
            return null;
        }
        boolean apart = token(next).spaced();
        if (number.practice() == 0) {
            boolean known = letter.capital() && !apart && !isPeriod(at, number.end());
            return new Code(
                    Words.upper(letter),
                    number.principle(),
                    0,
                    number.end(),
                    known && free(at),
                    free(at));
        }
        return new Code(
                Words.upper(letter),
                number.principle(),
                number.practice(),
                number.end(),
                free(at),
                free(at));
    }

    /// `3`, `3.4`, `3 .4`; null where it is no such number, or one that counts, dates or times
    /// something.
    @Nullable Number number(int at, boolean colon) {
        if (!has(at) || !tokens.get(at).isNumber()) {
            return null;
        }
        var text = tokens.get(at).text();
        if (text.indexOf(':') >= 0 && !colon) {
            return null;
        }
        var parts = parts(text);
        int end = at + 1;
        int principle = part(parts.get(0));
        int practice = 0;
        if (parts.size() == 1) {
            if (isMark(end, ".") && has(end + 1) && tokens.get(end + 1).isNumber()) {
                boolean before = token(end).spaced() && token(end + 1).glued();
                boolean after = token(end).glued() && token(end + 1).spaced();
                if ((before || after && colon && (endsAt(end + 2) || token(end + 2).capital()))
                        && sameLine(end + 1)) {
                    practice = part(tokens.get(end + 1).text());
                    end = practice > 0 ? end + 2 : end;
                    practice = Math.max(practice, 0);
                }
            }
        } else if (parts.size() <= (colon ? 3 : 2)) {
            practice = part(parts.get(1));
            if (practice < 1) {
                return null;
            }
        } else {
            return null;
        }
        if (principle < 1 || counts(end)) {
            return null;
        }
        return new Number(principle, practice, end);
    }

    /// The same, also written as a word or in Roman digits.
    @Nullable Number numberAfterAWord(int at, boolean colon) {
        var number = number(at, colon);
        if (number == null && has(at) && Words.spelled(tokens.get(at)) > 0 && !counts(at + 1)) {
            return new Number(Words.spelled(tokens.get(at)), 0, at + 1);
        }
        return number;
    }

    /// Where a number may stand after a word such as "Practice": past `:`, `-`, `(`, `No.`.
    int afterWord(int at) {
        int next = at;
        for (int passed = 0; passed < 4 && has(next); passed++) {
            var token = tokens.get(next);
            if (token.isMark(".:-(#[")
                    || token.isWord("no")
                    || token.isWord("nos")
                    || token.isWord("number")
                    || token.isWord("numbers")
                    || token.isWord("ref")) {
                next++;
            } else {
                break;
            }
        }
        return next;
    }

    /// Whether a list or sentence may end before a token, so that a number there stands for itself.
    boolean endsAt(int at) {
        if (!has(at) || token(at).onNewLine()) {
            return true;
        }
        var token = token(at);
        return token.isMark(",;:.()[]/&+-|•–")
                || Character.getType(token.text().charAt(0)) == Character.PRIVATE_USE
                || token.isWord("and")
                || token.isWord("or")
                || Words.isPractice(token)
                || Words.principle(token) != null
                || token.isWord() && token.capital() && token.glued()
                || code(at) != null;
    }

    private boolean counts(int at) {
        if (!has(at) || token(at).onNewLine()) {
            return false;
        }
        var token = token(at);
        if (token.isMark("%£$€°")) {
            return true;
        }
        if (token.isMark("/") && token.glued() && has(at + 3)) { // a date: 3/12/2021
            return token(at + 1).isNumber()
                    && token(at + 1).glued()
                    && token(at + 2).isMark("/")
                    && token(at + 2).glued()
                    && token(at + 3).isNumber();
        }
        if (Words.isUnit(token)) {
            return !token.isWord("may") && !token.isWord("o") || isMayOfAYear(at);
        }
        return token.isWord() && token.glued() && !token.capital() && token.text().length() > 1;
    }

    private boolean isMayOfAYear(int at) {
        return has(at + 1) && token(at + 1).isNumber();
    }

    /// `Q1 2021`, `2021 Q1`, `Q2 of 2020-21`: a quarter, not a principle.
    private boolean isPeriod(int letter, int end) {
        if (!tokens.get(letter).isWord("q")) {
            return false;
        }
        int next = end;
        if (has(next)
                && (token(next).isMark(",-/(")
                        || token(next).isWord("of")
                        || token(next).isWord("in")
                        || token(next).isWord("fy"))) {
            next++;
        }
        boolean before = has(letter - 1) && isYear(token(letter - 1));
        return before || has(next) && isYear(token(next)) && sameLine(next);
    }

    private static boolean isYear(Token token) {
        return token.isNumber()
                && (token.text().length() == 4
                        && (token.text().startsWith("19") || token.text().startsWith("20")));
    }

    private boolean sameLine(int at) {
        return !token(at).onNewLine();
    }

    /// Whether a letter is not the last letter of a word in capitals or of a file name.
    private boolean free(int letter) {
        if (!has(letter - 1) || !token(letter).glued()) {
            return true;
        }
        var before = token(letter - 1);
        return !before.isWord() || before.end() != token(letter).start() || token(letter).capital();
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>(2);
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '.' || text.charAt(i) == ':') {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static int part(String digits) {
        if (digits.startsWith("0")) {
            return -1;
        }
        int value = NumberedRef.number(digits);
        return value <= HIGHEST ? value : -1;
    }

    /// A number with the letter of a pillar.
    ///
    /// @param end index after its last token
    /// @param plain whether it is a reference wherever it stands
    /// @param free whether it does not end a longer word
    record Code(char letter, int principle, int practice, int end, boolean plain, boolean free) {}

    /// A number.
    ///
    /// @param practice 0 for none
    /// @param end index after its last token
    record Number(int principle, int practice, int end) {}
}
