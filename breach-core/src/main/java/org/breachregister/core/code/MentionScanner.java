package org.breachregister.core.code;

import org.breachregister.core.code.Mention.Notation;
import org.breachregister.core.code.Mention.Numbered;
import org.breachregister.core.code.NumberParser.Code;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Finds what a field mentions of the Code, from left to right. It knows how references are
/// written, not what they mean in an edition.
final class MentionScanner {

    private static final int HIGHEST_BARE = 9;
    private static final int PROTOCOLS = 3;

    private final Titles titles;
    private final OrderScanner orders;
    private final List<Token> tokens;
    private final NumberParser numbers;
    private final Mentions mentions;
    private final PracticeScanner practices;

    /// A title that no number has taken yet.
    private Titles.@Nullable Match loose;

    MentionScanner(String field, Titles titles, OrderScanner orders) {
        this.titles = titles;
        this.orders = orders;
        this.tokens = Tokenizer.tokens(field);
        this.numbers = new NumberParser(tokens);
        this.mentions = new Mentions(tokens);
        this.practices = new PracticeScanner(tokens, numbers, mentions);
    }

    List<Mention> scan() {
        int at = 0;
        while (at < tokens.size()) {
            at = Math.max(at + 1, step(at));
        }
        return mentions.found();
    }

    /// Reads what begins at a token; gives the index after it.
    private int step(int at) {
        var order = orders.at(tokens, at);
        if (order != null) {
            mentions.addOrder(order.mention());
            return order.end();
        }
        var token = tokens.get(at);
        if (token.isNumber()) {
            return bare(at);
        }
        if (!token.isWord()) {
            return at + 1;
        }
        var code = numbers.code(at);
        if (code != null && isReference(code, at)) {
            return codes(at, at, code);
        }
        var notation = Words.principle(token);
        if (notation != null) {
            return principle(at, notation);
        }
        if (token.capital() && (token.isWord("p") || token.isWord("s"))) {
            return abbreviated(at);
        }
        var title = titles.at(tokens, at);
        if (title != null && isTitle(title, at)) {
            return looseTitle(at, title);
        }
        if (Words.isPractice(token)) {
            return practice(at);
        }
        if (token.isWord("edition") || token.isWord("version")) {
            return numbers.has(at + 1) && tokens.get(at + 1).isNumber() ? at + 2 : at + 1;
        }
        return Words.pillar(token) != 0 && token.capital() ? pillar(at) : at + 1;
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

    /// A number with a letter at `at`, its words from `from`, and what follows it in a list.
    private int codes(int from, int at, Code code) {
        boolean plural = from < at && Words.isPlural(tokens.get(from));
        int start = plural ? at : from;
        int end = withTitle(mentions.lettered(code, start), code.end());
        mentions.leavePillar(code.letter());
        if (code.practice() > 0) {
            mentions.parentIs(
                    mentions.last()
                            .practice(0, mentions.last().start(), mentions.last().end(), false));
            return end == code.end() ? practices.more(end) : end; // a title ends a list
        }
        mentions.lastIsParent();
        if (end > code.end()) {
            return afterTitle(end);
        }
        if (numbers.isMark(end, "(")) { // T3 (3.3, 3.4), T3 (3, 4)
            return practices.listAt(end + 1);
        }
        int next = practices.afterSeparator(end);
        if (plural && next > end) { // Principles T3 and 4
            var number = numbers.number(next, false);
            if (number != null && number.practice() == 0 && numbers.endsAt(number.end())) {
                var more = new Code(code.letter(), number.principle(), 0, number.end(), true, true);
                return codes(next, next, more);
            }
        }
        return end;
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
            return number.practice() > 0
                    ? dotted(at, place, notation, number)
                    : undotted(at, notation, number);
        }
        var title = numbers.has(place) ? titles.at(tokens, place) : null;
        if (title != null && isTitle(title, place) && (place > at + 1 || title.severalWords())) {
            mentions.add(mentions.titled(title, at));
            mentions.lastIsParent();
            return afterTitle(title.end());
        }
        return at + 1;
    }

    /// `Protocol 2.8`, `Standards 3.3 and 10.1`.
    private int dotted(int at, int place, Notation notation, NumberParser.Number number) {
        boolean plural = notation == Notation.STANDARD && Words.isPlural(tokens.get(at));
        int from = plural ? place : at;
        mentions.add(
                mentions.numbered(
                        notation, number.principle(), number.practice(), from, number.end()));
        int end = withTitle(mentions.last(), number.end());
        var written = mentions.last();
        mentions.parentIs(written.practice(0, written.start(), written.end(), false));
        return end > number.end() ? end : practices.more(end);
    }

    private int undotted(int at, Notation notation, NumberParser.Number number) {
        int end =
                withTitle(
                        mentions.numbered(notation, number.principle(), 0, at, number.end()),
                        number.end());
        mentions.lastIsParent();
        boolean titled = end > number.end();
        if (numbers.isMark(end, ")") && numbers.isMark(number.end() - 2, "(")) {
            end++; // Principle (2)
        }
        if (numbers.isMark(end, "(")) { // Protocol 2 (8)
            int after = practices.listAt(end + 1);
            if (after > end + 1) {
                return after;
            }
        }
        if (titled) {
            return afterTitle(end);
        }
        int next = practices.afterSeparator(end);
        if (next == end) {
            return end;
        }
        var more = numbers.number(next, false);
        if (more == null || more.practice() > 0 || !numbers.endsAt(more.end())) {
            return end;
        }
        if (Words.isPlural(tokens.get(at))) { // Protocols 2 and 3
            return undotted(at, notation, more);
        }
        return notation == Notation.PROTOCOL && more.principle() > PROTOCOLS
                ? practices.listAt(next) // Protocol 2, 8
                : end;
    }

    /// `P2.8`, `P2, practice 8`, `S3.3`.
    private int abbreviated(int at) {
        boolean glued = numbers.has(at + 1) && tokens.get(at + 1).glued();
        var number = glued ? numbers.number(at + 1, false) : null;
        if (number == null) {
            return at + 1;
        }
        var notation = tokens.get(at).isWord("p") ? Notation.SHORT : Notation.STANDARD;
        if (number.practice() > 0) {
            return dotted(at, at, notation, number);
        }
        int next = practices.afterSeparator(number.end());
        boolean practised = numbers.has(next) && Words.isPractice(tokens.get(next));
        if (notation == Notation.SHORT && practised) {
            mentions.parentIs(mentions.numbered(notation, number.principle(), 0, at, number.end()));
        } else if (notation == Notation.STANDARD
                && (practised || titleAfter(number.end()) != null)) {
            return undotted(at, notation, number);
        }
        return number.end();
    }

    // ---- practices

    private int practice(int at) {
        int place = numbers.afterWord(at + 1);
        var code = numbers.code(place);
        if (code != null) {
            return codes(at, place, code);
        }
        int before = mentions.size();
        int end = practices.afterWord(at);
        if (mentions.size() != before + 1) {
            return end;
        }
        var title = titleAfter(end);
        var written = mentions.last();
        if (title == null || written.title() != null) {
            return end;
        }
        if (written.notation() == Notation.BARE && written.principle() == 0) {
            mentions.put(written.under(title.title())); // Practice 6 (Orderly release)
            mentions.parentIs(mentions.last().practice(0, written.start(), written.end(), false));
            return title.end();
        }
        if (!titles.elements(title.title(), written.principle()).isEmpty()) {
            mentions.put(written.withTitle(title.title())); // Practice 3.4 (Orderly release)
            return title.end();
        }
        return end;
    }

    private int bare(int at) {
        var number = numbers.number(at, false);
        if (number == null || number.practice() == 0 || number.practice() > HIGHEST_BARE) {
            return at + 1;
        }
        boolean opens = startsSegment(at) || mentions.isOpen(at);
        if (!opens || numbers.has(number.end()) && tokens.get(number.end()).isWord("on")) {
            return number.end();
        }
        boolean follows =
                at == 0
                        || tokens.get(at).onNewLine()
                        || tokens.get(at - 1).isMark(";")
                        || numbers.endsAt(number.end())
                        || tokens.get(number.end()).capital();
        if (!follows) {
            return number.end();
        }
        int end = practices.bare(at, number);
        var title = titleAfter(end);
        if (title == null) {
            return practices.more(end);
        }
        var written = mentions.last();
        if (written.title() == null) {
            mentions.put(written.withTitle(title.title()));
        }
        return title.end();
    }

    // ---- titles and pillars

    /// Adds a mention with the title written after it, or just before it.
    private int withTitle(Numbered mention, int end) {
        var title = titleAfter(end);
        if (title != null) {
            mentions.put(mention.withTitle(title.title()));
            loose = null;
            return title.end();
        }
        if (loose != null && isJustBefore(loose.end(), mention.start())) {
            mentions.put(mention.withTitle(loose.title()));
            loose = null;
            return end;
        }
        mentions.put(mention);
        return end;
    }

    /// A number may follow a title at once: `Orderly release 3.4`, `T3 - Orderly release: 4`.
    private int afterTitle(int end) {
        mentions.openAt(end);
        int at = numbers.isMark(end, ")") ? end + 1 : end;
        if (numbers.isMark(at, ",:") && numbers.has(at + 1) && !tokens.get(at + 1).onNewLine()) {
            int after = practices.listAt(at + 1);
            return after > at + 1 ? after : end;
        }
        return end;
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
        int end = title.end();
        boolean number = numbers.has(end) && tokens.get(end).isNumber();
        boolean alone = startsSegment(at) && (numbers.endsAt(end) || number);
        if (!alone || !title.severalWords() && !tokens.get(at).onNewLine()) {
            return end;
        }
        var start = tokens.get(at).start();
        mentions.add(new Mention.Title(title.title(), start, mentions.endOf(end)));
        loose = title;
        if (mentions.parent() == null) {
            mentions.parentIs(mentions.titled(title, at));
        }
        mentions.openAt(end);
        return end;
    }

    private int pillar(int at) {
        boolean number = numbers.has(at + 1) && tokens.get(at + 1).isNumber();
        boolean named =
                at > 0 && tokens.get(at - 1).isWord("pillar")
                        || startsSegment(at)
                                && (number
                                        || numbers.endsAt(at + 1)
                                        || tokens.get(at + 1).isWord("pillar"));
        if (named) {
            mentions.namePillar(at, Words.pillar(tokens.get(at)));
            mentions.openAt(at + 1);
        }
        return at + 1;
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
}
