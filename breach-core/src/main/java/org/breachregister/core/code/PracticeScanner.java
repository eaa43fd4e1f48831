package org.breachregister.core.code;

import org.breachregister.core.code.Mention.Notation;
import org.breachregister.core.code.Mention.Numbered;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Finds practices: after a word such as "Practice", in lists and ranges, and by bare numbers.
final class PracticeScanner {

    /// How far a practice may stand from its principle for their words to be taken together.
    private static final int TOGETHER = 120;

    private static final int FARTHEST_PRINCIPLE = 16;

    private final List<Token> tokens;
    private final NumberParser numbers;
    private final Mentions mentions;

    PracticeScanner(List<Token> tokens, NumberParser numbers, Mentions mentions) {
        this.tokens = tokens;
        this.numbers = numbers;
        this.mentions = mentions;
    }

    /// Practices after a word at a token. Gives the index after them; the token's own where there
    /// are none.
    int afterWord(int at) {
        int place = numbers.afterWord(at + 1);
        if (!numbers.has(place) || isListMark(at, place)) {
            return at;
        }
        var number = numbers.numberAfterAWord(place, false);
        if (number == null) {
            return at;
        }
        if (mentions.underOrder() && number.practice() == 0) {
            return number.end();
        }
        int before = mentions.size();
        var of = principleBehind(number.end());
        if (of != null) {
            mentions.parentIs(of.principle());
        }
        int from = Words.isPlural(tokens.get(at)) && number.practice() > 0 ? place : at;
        add(from, number, true);
        int end = more(number.end());
        if (of != null) {
            int start = tokens.get(at).start();
            mentions.frame(before, start, endClosed(start, Math.max(of.end(), end)));
        }
        return end; // a principle behind them is read once more for itself
    }

    /// Practices that begin with the number at a token, in a bracket or behind a title. Gives the
    /// index after them; the token's own where there are none.
    int listAt(int at) {
        var number = numbers.number(at, false);
        var parent = mentions.parent();
        if (number == null
                || parent == null
                || !numbers.endsAt(number.end())
                || number.practice() > 0 && !isUnder(parent, number)) {
            return at;
        }
        add(at, number, true);
        return more(number.end());
    }

    /// Bare `3.4` at the start of a line or bracket.
    int bare(int at, NumberParser.Number number) {
        var parent = mentions.parent();
        boolean under = parent != null && parent.principle() > 0 && isUnder(parent, number);
        if (!under && (parent == null || parent.principle() > 0)) {
            mentions.parentIs(null);
        }
        add(at, number, under);
        return number.end();
    }

    /// What follows a practice in a list: `, 4`, `& 3.4`, `-9`.
    int more(int from) {
        int end = from;
        while (true) {
            int range = range(end);
            if (range > end) {
                end = range;
                continue;
            }
            int next = afterSeparator(end);
            if (next == end || !numbers.has(next) || tokens.get(next).onNewLine()) {
                return end;
            }
            boolean point = numbers.isMark(next, ".") && numbers.has(next + 1); // T3.3 and .4
            if (point && tokens.get(next + 1).glued()) {
                next++;
            }
            var number = numbers.number(next, false);
            if (number == null || !continues(number, tokens.get(next - 1))) {
                return end;
            }
            add(next, number, true);
            end = number.end();
        }
    }

    int afterSeparator(int at) {
        int next = at;
        for (int passed = 0; passed < 3 && numbers.has(next); passed++) {
            var token = tokens.get(next);
            boolean separator =
                    token.isMark(",&/;+")
                            || token.isWord("and")
                            || token.isWord("or")
                            || token.isWord("plus");
            if (!separator) {
                break;
            }
            next++;
        }
        return next;
    }

    /// One practice: `n` under the present principle, or `p.n`. Its words begin at a token.
    private void add(int from, NumberParser.Number number, boolean sure) {
        var parent = mentions.parent();
        int practice = number.practice() > 0 ? number.practice() : number.principle();
        boolean whole = number.practice() > 0;
        if (parent != null && (!whole || isUnder(parent, number))) {
            mentions.mergeParent();
            int start = startUnder(parent, from, whole);
            mentions.add(parent.practice(practice, start, endClosed(start, number.end()), false));
            return;
        }
        var bare =
                mentions.numbered(
                        Notation.BARE,
                        whole ? number.principle() : 0,
                        practice,
                        from,
                        number.end());
        mentions.add(sure ? bare : bare.unsure());
        if (whole) {
            mentions.parentIs(mentions.last().practice(0, bare.start(), bare.end(), false));
        }
    }

    private static boolean isUnder(Numbered parent, NumberParser.Number number) {
        return parent.principle() == 0 || parent.principle() == number.principle();
    }

    /// Edition 1.0 writes principle and practice as one reference; later ones apart, unless the
    /// practice has only its own number.
    private int startUnder(Numbered parent, int from, boolean whole) {
        int own = tokens.get(from).start();
        boolean one =
                switch (parent.notation()) {
                    case PROTOCOL, PRINCIPLE, TITLE, SHORT -> true;
                    case LETTER, STANDARD, BARE -> !whole;
                };
        return one && parent.start() < own && own - parent.end() <= TOGETHER ? parent.start() : own;
    }

    /// Takes in a bracket that closes one within the words.
    private int endClosed(int start, int end) {
        if (!numbers.isMark(end, ")")) {
            return mentions.endOf(end);
        }
        int open = 0;
        for (int i = end - 1; i >= 0 && tokens.get(i).start() >= start; i--) {
            if (tokens.get(i).isMark("(")) {
                open++;
            } else if (tokens.get(i).isMark(")")) {
                open--;
            }
        }
        return open > 0 ? tokens.get(end).end() : mentions.endOf(end);
    }

    private boolean continues(NumberParser.Number number, Token separator) {
        var parent = mentions.parent();
        if (number.practice() > 0) {
            return parent == null || isUnder(parent, number) || numbers.endsAt(number.end());
        }
        boolean last = separator.isMark("&") || separator.isWord();
        return parent != null
                && (numbers.endsAt(number.end())
                        || last && Words.mayFollowAList(tokens.get(number.end())));
    }

    /// `T3.1-T3.3`, `T3.1 to 3.3`, `practices 7-9`: adds those between and the last.
    private int range(int end) {
        int previous = mentions.lastPractice();
        var parent = mentions.parent();
        boolean dash = numbers.isMark(end, "-") && !tokens.get(end).onNewLine();
        boolean to = numbers.has(end) && tokens.get(end).isWord("to");
        if (previous < 1 || parent == null || !dash && !to || !numbers.has(end + 1)) {
            return end;
        }
        var code = numbers.code(end + 1);
        var number = code == null ? numbers.number(end + 1, false) : null;
        boolean whole;
        int last;
        int after;
        if (code != null) {
            if (parent.notation() != Notation.LETTER
                    || code.letter() != parent.letter()
                    || code.principle() != parent.principle()) {
                return end;
            }
            whole = true;
            last = code.practice();
            after = code.end();
        } else if (number != null) {
            boolean tight = dash && tokens.get(end).glued() && tokens.get(end + 1).glued();
            whole = number.practice() > 0;
            if (!tight && !to
                    || whole && !isUnder(parent, number)
                    || !numbers.endsAt(number.end())) {
                return end;
            }
            last = whole ? number.practice() : number.principle();
            after = number.end();
        } else {
            return end;
        }
        if (last <= previous) {
            return end;
        }
        int start = mentions.last().start();
        for (int n = previous + 1; n <= last; n++) {
            int from = n == last && whole ? tokens.get(end + 1).start() : start;
            mentions.add(parent.practice(n, from, mentions.endOf(after), n < last));
        }
        return after;
    }

    /// The principle that follows its practices: `Practice 8 of Protocol 2`, `Practice 8 (Protocol
    /// 2)`, or `Practice 8, Protocol 2` where none stands before.
    private @Nullable Behind principleBehind(int from) {
        int last = Math.min(tokens.size(), from + FARTHEST_PRINCIPLE);
        for (int at = from; at < last && !tokens.get(at).onNewLine(); at++) {
            var token = tokens.get(at);
            boolean of = token.isWord("of") || token.isWord("under") || token.isWord("in");
            boolean beside = token.isMark(",") && mentions.parent() == null;
            if (of || token.isMark("(") || beside) {
                var found = principleAt(at + 1);
                if (found != null) {
                    return found;
                }
                if (of || token.isMark("(")) {
                    return null;
                }
            } else if (!token.isNumber()
                    && !token.isMark(",&/-")
                    && !token.isWord("and")
                    && !Words.isPractice(token)
                    && Words.spelled(token) == 0) {
                return null;
            }
        }
        return null;
    }

    private @Nullable Behind principleAt(int from) {
        int at = numbers.has(from) && tokens.get(from).isWord("the") ? from + 1 : from;
        if (!numbers.has(at)) {
            return null;
        }
        var notation = Words.principle(tokens.get(at));
        int place = notation == null ? at : numbers.afterWord(at + 1);
        var code = numbers.code(place);
        if (code != null) {
            return code.practice() > 0 ? null : new Behind(mentions.lettered(code, at), code.end());
        }
        var number = notation == null ? null : numbers.numberAfterAWord(place, false);
        if (notation == null || number == null || number.practice() > 0) {
            return null;
        }
        return new Behind(
                mentions.numbered(notation, number.principle(), 0, at, number.end()), number.end());
    }

    /// `3. Adopt ...` on a line of its own numbers a list; it is not "Practice 3".
    private boolean isListMark(int at, int place) {
        return place > at
                && tokens.get(place).onNewLine()
                && tokens.get(place).isNumber()
                && numbers.isMark(place + 1, ".)")
                && numbers.has(place + 2)
                && tokens.get(place + 2).isWord();
    }

    /// @param end index after its last token
    private record Behind(Numbered principle, int end) {}
}
