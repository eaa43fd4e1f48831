package org.breachregister.core.code;

import org.breachregister.core.code.Mention.Notation;
import org.breachregister.core.code.Mention.Numbered;
import org.breachregister.core.code.NumberParser.Code;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Finds what a field mentions of the Code, from left to right. It knows how references are
/// written, not what they mean in an edition.
final class MentionScanner {

    /// How far a practice may stand from its principle for their words to be taken together.
    private static final int TOGETHER = 120;

    private static final int HIGHEST_BARE = 9;

    private final Titles titles;
    private final OrderScanner orders;
    private final List<Token> tokens;
    private final NumberParser numbers;
    private final List<Mention> mentions = new ArrayList<>();

    /// The principle that practices stand under from here on: an index into `mentions`, or a
    /// principle that was not written itself.
    private int parentAt = -1;

    private @Nullable Numbered parent;
    private boolean underOrder;
    private char pillar;
    private int pillarStart;
    private int pillarEnd;
    private Titles.@Nullable Match loose;

    MentionScanner(String field, Titles titles, OrderScanner orders) {
        this.titles = titles;
        this.orders = orders;
        this.tokens = Tokenizer.tokens(field);
        this.numbers = new NumberParser(tokens);
    }

    List<Mention> scan() {
        int at = 0;
        while (at < tokens.size()) {
            at = Math.max(at + 1, step(at));
        }
        if (mentions.isEmpty() && pillar != 0 && pillarEnd > 0) {
            mentions.add(new Mention.Pillar(Words.pillarName(pillar), pillarStart, pillarEnd));
        }
        return mentions;
    }

    private int step(int at) {
        var order = orders.at(tokens, at);
        if (order != null) {
            mentions.add(order.mention());
            forgetParent();
            underOrder = true;
            return order.end();
        }
        var token = tokens.get(at);
        var code = numbers.code(at);
        if (code != null && isReference(code, at)) {
            return codes(at, at, code);
        }
        var notation = Words.principle(token);
        if (notation != null) {
            return principle(at, notation);
        }
        if (token.isWord("p") && token.capital() && numbers.has(at + 1)) {
            var number = tokens.get(at + 1).glued() ? numbers.number(at + 1, false) : null;
            if (number != null && number.practice() > 0) {
                add(
                        numbered(
                                Notation.SHORT,
                                number.principle(),
                                number.practice(),
                                at,
                                number.end()));
                return number.end();
            }
        }
        if (token.isWord()) {
            var title = titles.at(tokens, at);
            if (title != null && isTitle(title, at)) {
                return looseTitle(at, title);
            }
        }
        if (Words.isPractice(token)) {
            return practices(at);
        }
        if (token.isWord("edition") || token.isWord("version")) {
            return numbers.has(at + 1) && tokens.get(at + 1).isNumber() ? at + 2 : at + 1;
        }
        if (Words.pillar(token) != 0 && token.capital()) {
            return pillar(at);
        }
        return token.isNumber() ? bare(at) : at + 1;
    }

    // ---- T3, T3.4

    private boolean isReference(Code code, int at) {
        var letter = tokens.get(at);
        boolean version = letter.isWord("v") && !letter.capital();
        if (code.plain() && !version || at == 0 && code.end() == tokens.size()) {
            return true;
        }
        return code.free() && titleAfter(code.end()) != null;
    }

    /// A number with a letter and what follows it in a list.
    private int codes(int from, int at, Code first) {
        boolean plural = from < at && Words.isPlural(tokens.get(from));
        int start = plural ? at : from;
        var mention = letter(first, start, false);
        int end = withTitle(mention, first.end());
        if (first.practice() > 0) {
            parent =
                    letter(
                            new Code(first.letter(), first.principle(), 0, 0, true, true),
                            start,
                            false);
            parentAt = -1;
        } else {
            parentAt = mentions.size() - 1;
            parent = (Numbered) mentions.getLast();
        }
        underOrder = false;
        pillar = pillar == first.letter() ? pillar : 0;
        pillarEnd = 0;
        if (end != first.end()) {
            return end; // a title ends a list
        }
        return first.practice() > 0
                ? morePractices(first.end(), first.practice(), true)
                : morePrinciples(first, plural);
    }

    private int morePrinciples(Code first, boolean plural) {
        int end = first.end();
        if (numbers.isMark(end, "(") && numbers.has(end + 1)) { // T3 (3.3, 3.4), T3 (3, 4)
            return practiceIn(end + 1, false);
        }
        int next = afterSeparator(end);
        if (plural && next > end) { // Principles T3 and 4
            var number = numbers.number(next, false);
            if (number != null && number.practice() == 0 && numbers.endsAt(number.end())) {
                return codes(
                        next,
                        next,
                        new Code(first.letter(), number.principle(), 0, number.end(), true, true));
            }
        }
        return end;
    }

    private Numbered letter(Code code, int from, boolean inRange) {
        return new Numbered(
                Notation.LETTER,
                code.letter(),
                code.principle(),
                code.practice(),
                null,
                tokens.get(from).start(),
                tokens.get(Math.max(code.end() - 1, from)).end(),
                false,
                true,
                inRange);
    }

    // ---- Principle 3, Protocol 2, Standard 3

    private int principle(int at, Notation notation) {
        int place = numbers.afterWord(at + 1);
        var code = numbers.code(place);
        if (code != null) {
            return codes(at, place, code);
        }
        var number = numbers.numberAfterAWord(place, notation == Notation.PROTOCOL);
        if (number != null) {
            return principles(at, notation, number);
        }
        var title = numbers.has(place) ? titles.at(tokens, place) : null;
        if (title != null && isTitle(title, place) && (place > at + 1 || title.severalWords())) {
            addParent(titled(title, at));
            return title.end();
        }
        return at + 1;
    }

    private int principles(int at, Notation notation, NumberParser.Number number) {
        if (number.practice() > 0) {
            add(numbered(notation, number.principle(), number.practice(), at, number.end()));
            parent = numbered(notation, number.principle(), 0, at, number.end());
            parentAt = -1;
            underOrder = false;
            int end = withTitle(lastNumbered(), number.end());
            return end > number.end() ? end : morePractices(end, number.practice(), true);
        }
        var mention = numbered(notation, number.principle(), 0, at, number.end());
        int end = withTitle(mention, number.end());
        parentAt = mentions.size() - 1;
        parent = lastNumbered();
        underOrder = false;
        if (numbers.isMark(end, ")") && numbers.isMark(number.end() - 2, "(")) {
            end++;
        }
        if (numbers.isMark(end, "(") && numbers.has(end + 1)) { // Protocol 2 (8)
            int after = practiceIn(end + 1, false);
            if (after > end + 1) {
                return after;
            }
        }
        int next = afterSeparator(end);
        if (Words.isPlural(tokens.get(at)) && next > end) { // Protocols 2 and 3
            var more = numbers.number(next, false);
            if (more != null && numbers.endsAt(more.end())) {
                return principles(next, notation, more);
            }
        }
        return end;
    }

    /// Adds a mention with the title written after it, or just before it.
    private int withTitle(Numbered mention, int end) {
        var title = titleAfter(end);
        if (title != null) {
            replaceOrAdd(mention.withTitle(title.title()));
            return title.end();
        }
        if (loose != null && isJustBefore(loose.end(), mention.start())) {
            replaceOrAdd(mention.withTitle(loose.title()));
            loose = null;
            return end;
        }
        replaceOrAdd(mention);
        return end;
    }

    private void replaceOrAdd(Numbered mention) {
        if (!mentions.isEmpty()
                && mentions.getLast() instanceof Numbered last
                && last.start() == mention.start()
                && last.end() == mention.end()) {
            mentions.set(mentions.size() - 1, mention);
        } else {
            mentions.add(mention);
        }
        loose = mention.title() == null ? loose : null;
    }

    private boolean isJustBefore(int end, int start) {
        int at = end;
        for (int passed = 0; passed < 3 && numbers.has(at); passed++, at++) {
            if (tokens.get(at).start() == start) {
                return true;
            }
            if (!tokens.get(at).isMark("(-:,")) {
                return false;
            }
        }
        return false;
    }

    private Titles.@Nullable Match titleAfter(int end) {
        int at = end;
        for (int passed = 0; passed < 3 && numbers.isMark(at, ":-,;().|"); passed++) {
            at++;
        }
        var title = numbers.has(at) ? titles.at(tokens, at) : null;
        return title != null && isTitle(title, at) ? title : null;
    }

    /// One word such as "Integrity" is a title only where nothing else of a sentence follows.
    private boolean isTitle(Titles.Match title, int at) {
        return title.severalWords() || tokens.get(at).capital() && numbers.endsAt(title.end());
    }

    private int looseTitle(int at, Titles.Match title) {
        boolean alone = startsSegment(at) && numbers.endsAt(title.end());
        if (alone && (title.severalWords() || tokens.get(at).onNewLine())) {
            var start = tokens.get(at).start();
            mentions.add(
                    new Mention.Title(title.title(), start, tokens.get(title.end() - 1).end()));
            loose = title;
            if (parent == null) {
                parent = titled(title, at);
                underOrder = false;
            }
        }
        return title.end();
    }

    // ---- practices

    private int practices(int at) {
        int place = numbers.afterWord(at + 1);
        var code = numbers.code(place);
        if (code != null) {
            return codes(at, place, code);
        }
        if (!numbers.has(place) || isListMark(at, place)) {
            return at + 1;
        }
        var number = numbers.numberAfterAWord(place, false);
        if (number == null) {
            return at + 1;
        }
        if (underOrder && number.practice() == 0) {
            return number.end();
        }
        var of = principleAfter(at);
        if (of != null) {
            parent = of.principle();
            parentAt = -1;
            underOrder = false;
        }
        int before = mentions.size();
        int end = practice(at, number.principle(), number.practice(), number.end(), true);
        end = morePractices(end, 0, true);
        if (of != null) {
            frame(before, tokens.get(at).start(), endOf(of.end()));
        }
        return end;
    }

    /// Gives mentions the words from a keyword to the principle behind them.
    private void frame(int from, int start, int end) {
        for (int i = from; i < mentions.size(); i++) {
            if (mentions.get(i) instanceof Numbered mention) {
                mentions.set(i, mention.within(start, end));
            }
        }
    }

    /// `Practice 8 of Protocol 2`: the principle that follows a list of practices.
    private @Nullable Following principleAfter(int at) {
        int last = Math.min(tokens.size(), at + 16);
        for (int i = at + 1; i < last && !tokens.get(i).onNewLine(); i++) {
            var token = tokens.get(i);
            if (token.isWord("of") || token.isWord("under") || token.isWord("in")) {
                int next = i + 1;
                if (numbers.has(next) && tokens.get(next).isWord("the")) {
                    next++;
                }
                var notation = numbers.has(next) ? Words.principle(tokens.get(next)) : null;
                if (notation == null) {
                    var code = numbers.code(next);
                    return code == null || code.practice() > 0
                            ? null
                            : new Following(letter(code, next, false), code.end());
                }
                int place = numbers.afterWord(next + 1);
                var code = numbers.code(place);
                if (code != null && code.practice() == 0) {
                    return new Following(letter(code, next, false), code.end());
                }
                var number = numbers.numberAfterAWord(place, false);
                return number == null || number.practice() > 0
                        ? null
                        : new Following(
                                numbered(notation, number.principle(), 0, next, number.end()),
                                number.end());
            }
            boolean list =
                    token.isNumber()
                            || token.isMark(",&/-(")
                            || token.isWord("and")
                            || Words.isPractice(token)
                            || Words.spelled(token) > 0;
            if (!list) {
                return null;
            }
        }
        return null;
    }

    /// Numbers of practices after a bracket.
    private int practiceIn(int at, boolean sure) {
        var number = numbers.number(at, false);
        if (number == null || parent == null || !numbers.endsAt(number.end()) && !sure) {
            return at;
        }
        if (number.practice() > 0
                && number.principle() != parent.principle()
                && parent.principle() > 0) {
            return at;
        }
        int end = practice(at, number.principle(), number.practice(), number.end(), true);
        return morePractices(end, 0, true);
    }

    /// One practice: `n` under the present principle, or `p.n`.
    private int practice(int at, int first, int second, int end, boolean sure) {
        var above = parent;
        boolean fits =
                above != null
                        && (second == 0 || above.principle() == 0 || above.principle() == first);
        if (above == null || !fits) {
            add(
                    new Numbered(
                            Notation.BARE,
                            pillar,
                            second > 0 ? first : 0,
                            second > 0 ? second : first,
                            null,
                            tokens.get(startOf(at)).start(),
                            tokens.get(end - 1).end(),
                            false,
                            sure,
                            false));
            if (second > 0) {
                parent = lastNumbered().practice(0, lastNumbered().start(), endOf(end), false);
                parentAt = -1;
            }
            return end;
        }
        merge();
        int start = startUnder(above, at, second > 0);
        add(above.practice(second > 0 ? second : first, start, endOf(end), false));
        return end;
    }

    private int startOf(int at) {
        return Words.isPlural(tokens.get(at)) ? numbers.afterWord(at + 1) : at;
    }

    private int endOf(int end) {
        return tokens.get(end - 1).end();
    }

    /// Edition 1.0 writes principle and practice as one reference; later ones apart.
    private int startUnder(Numbered above, int at, boolean whole) {
        int own = tokens.get(startOf(at)).start();
        boolean one =
                switch (above.notation()) {
                    case PROTOCOL, PRINCIPLE, TITLE -> true;
                    case LETTER, STANDARD -> !whole;
                    case SHORT, BARE -> false;
                };
        return one && above.start() < own && own - above.end() <= TOGETHER ? above.start() : own;
    }

    private void merge() {
        if (parentAt >= 0 && mentions.get(parentAt) instanceof Numbered written) {
            mentions.set(parentAt, written.asMerged());
        }
    }

    /// What follows a practice in a list: `, 4`, `& T3.4`, `and practice 7`, `-9`.
    private int morePractices(int from, int first, boolean sure) {
        int end = from;
        int previous = first > 0 ? first : lastPractice();
        while (true) {
            int range = rangeEnd(end, previous);
            if (range > end) {
                previous = lastPractice();
                end = range;
                continue;
            }
            int next = afterSeparator(end);
            if (next == end || !numbers.has(next) || tokens.get(next).onNewLine()) {
                return end;
            }
            if (numbers.isMark(next, ".")
                    && numbers.has(next + 1)
                    && tokens.get(next + 1).glued()) {
                next++; // T3.3 and .4
            }
            var number = numbers.number(next, false);
            if (number == null || !continues(number, tokens.get(next - 1))) {
                return end;
            }
            end = practice(next, number.principle(), number.practice(), number.end(), sure);
            previous = lastPractice();
        }
    }

    private boolean continues(NumberParser.Number number, Token separator) {
        if (number.practice() > 0) {
            return parent == null
                    || parent.principle() == 0
                    || parent.principle() == number.principle()
                    || numbers.endsAt(number.end());
        }
        boolean last = separator.isMark("&") || separator.isWord();
        return parent != null
                && (numbers.endsAt(number.end())
                        || last && Words.mayFollowAList(tokens.get(number.end())));
    }

    /// `T3.1-T3.3`, `T3.1 to 3.3`, `practices 7-9`: adds those between and the last.
    private int rangeEnd(int end, int previous) {
        boolean dash = numbers.isMark(end, "-") && !tokens.get(end).onNewLine();
        boolean to = numbers.has(end) && tokens.get(end).isWord("to");
        if (previous < 1 || parent == null || !dash && !to || !numbers.has(end + 1)) {
            return end;
        }
        boolean tight = dash && tokens.get(end).glued() && tokens.get(end + 1).glued();
        var code = numbers.code(end + 1);
        int last;
        int after;
        if (code != null) {
            if (parent.notation() != Notation.LETTER
                    || code.letter() != parent.letter()
                    || code.principle() != parent.principle()) {
                return end;
            }
            last = code.practice();
            after = code.end();
        } else {
            var number = numbers.number(end + 1, false);
            if (number == null
                    || !(tight || to)
                    || number.practice() > 0 && number.principle() != parent.principle()
                    || !numbers.endsAt(number.end())) {
                return end;
            }
            last = number.practice() > 0 ? number.practice() : number.principle();
            after = number.end();
        }
        if (last <= previous) {
            return end;
        }
        int first = mentions.getLast().start();
        for (int n = previous + 1; n <= last; n++) {
            boolean between = n < last;
            int start = between ? first : tokens.get(end + 1).start();
            add(parent.practice(n, start, endOf(after), between));
        }
        return after;
    }

    private int lastPractice() {
        return !mentions.isEmpty() && mentions.getLast() instanceof Numbered last
                ? last.practice()
                : 0;
    }

    // ---- numbers, titles and pillars that stand alone

    private int bare(int at) {
        var number = numbers.number(at, false);
        if (number == null || number.practice() == 0 || number.practice() > HIGHEST_BARE) {
            return at + 1;
        }
        boolean underParent =
                parent != null && parent.principle() == number.principle() && !underOrder;
        boolean opens = startsSegment(at);
        if (!opens || numbers.has(number.end()) && tokens.get(number.end()).isWord("on")) {
            return number.end();
        }
        boolean follows =
                numbers.endsAt(number.end())
                        || titles.at(tokens, number.end()) != null
                        || tokens.get(number.end()).capital();
        if (!follows) {
            return number.end();
        }
        if (!underParent) {
            forgetParent();
        }
        int end = practice(at, number.principle(), number.practice(), number.end(), underParent);
        var title = titleAfter(end);
        return title != null ? title.end() : morePractices(end, 0, underParent);
    }

    private int pillar(int at) {
        var letter = Words.pillar(tokens.get(at));
        boolean named =
                at > 0 && tokens.get(at - 1).isWord("pillar")
                        || startsSegment(at) && (numbers.endsAt(at + 1) || followsPillar(at + 1));
        if (named) {
            pillar = letter;
            pillarStart = tokens.get(at).start();
            pillarEnd = tokens.get(at).end();
        }
        return at + 1;
    }

    private boolean followsPillar(int at) {
        return tokens.get(at).isWord("pillar") || tokens.get(at).isNumber();
    }

    private boolean startsSegment(int at) {
        if (at == 0 || tokens.get(at).onNewLine()) {
            return true;
        }
        var before = tokens.get(at - 1);
        return before.isMark("(,;/&:-[|•.")
                || before.isWord("and")
                || Character.getType(before.text().charAt(0)) == Character.PRIVATE_USE;
    }

    /// `3. Adopt ...` on a line of its own numbers a list; it is not "Practice 3".
    private boolean isListMark(int at, int place) {
        return place > at + 1
                && tokens.get(place).onNewLine()
                && tokens.get(place).isNumber()
                && numbers.isMark(place + 1, ".)")
                && numbers.has(place + 2)
                && tokens.get(place + 2).isWord();
    }

    private int afterSeparator(int at) {
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

    // ---- small parts

    private Numbered numbered(Notation notation, int principle, int practice, int from, int end) {
        return new Numbered(
                notation,
                pillar,
                principle,
                practice,
                null,
                tokens.get(startOf(from)).start(),
                endOf(end),
                false,
                true,
                false);
    }

    private Numbered titled(Titles.Match title, int from) {
        return new Numbered(
                Notation.TITLE,
                '\0',
                0,
                0,
                title.title(),
                tokens.get(from).start(),
                endOf(title.end()),
                false,
                true,
                false);
    }

    private void addParent(Numbered mention) {
        add(mention);
        parent = mention;
        parentAt = mentions.size() - 1;
        underOrder = false;
    }

    private void forgetParent() {
        parent = null;
        parentAt = -1;
        underOrder = false;
    }

    private Numbered lastNumbered() {
        return (Numbered) mentions.getLast();
    }

    private void add(Numbered mention) {
        mentions.add(mention);
    }

    /// @param end index after its last token
    private record Following(Numbered principle, int end) {}
}
