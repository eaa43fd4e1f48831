package org.breachregister.core.code;

import org.breachregister.core.code.Mention.Notation;
import org.breachregister.core.code.Mention.Numbered;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What has been found so far in a field, and the principle that a practice would stand under from
/// there on.
final class Mentions {

    private final List<Token> tokens;
    private final List<Mention> found = new ArrayList<>();
    private @Nullable Numbered parent;

    /// Where the parent stands in `found`; -1 where it is not a mention of its own.
    private int parentAt = -1;

    private boolean underOrder;
    private char pillar;
    private Mention.@Nullable Pillar pillarNamed;

    /// The token where a number may stand without anything before it.
    private int open = -1;

    Mentions(List<Token> tokens) {
        this.tokens = tokens;
    }

    /// All of them; the pillar only where nothing else is named.
    List<Mention> found() {
        return found.isEmpty() && pillarNamed != null ? List.of(pillarNamed) : found;
    }

    @Nullable Numbered parent() {
        return parent;
    }

    boolean underOrder() {
        return underOrder;
    }

    char pillar() {
        return pillar;
    }

    boolean isOpen(int at) {
        return open == at;
    }

    void openAt(int at) {
        open = at;
    }

    void add(Mention mention) {
        found.add(mention);
    }

    /// Adds it, or puts it in the place of the same words that were added last.
    void put(Numbered mention) {
        if (!found.isEmpty()
                && found.getLast() instanceof Numbered last
                && last.start() == mention.start()
                && last.end() == mention.end()) {
            found.set(found.size() - 1, mention);
        } else {
            found.add(mention);
        }
    }

    /// Adds an Order, whose articles are not practices.
    void addOrder(Mention.Order order) {
        found.add(order);
        parent = null;
        parentAt = -1;
        underOrder = true;
    }

    Numbered last() {
        return (Numbered) found.getLast();
    }

    /// Number of the practice added last, 0 for none.
    int lastPractice() {
        return !found.isEmpty() && found.getLast() instanceof Numbered last ? last.practice() : 0;
    }

    int size() {
        return found.size();
    }

    /// Lets what was added last be the parent.
    void lastIsParent() {
        parent = last();
        parentAt = found.size() - 1;
        underOrder = false;
    }

    /// Lets a principle be the parent that is not a mention of its own.
    void parentIs(@Nullable Numbered principle) {
        parent = principle;
        parentAt = -1;
        underOrder = false;
    }

    /// Notes that the parent is written together with its practices.
    void mergeParent() {
        if (parentAt >= 0 && found.get(parentAt) instanceof Numbered written) {
            found.set(parentAt, written.asMerged());
        }
    }

    /// Gives all from one on the same words.
    void frame(int from, int start, int end) {
        for (int i = from; i < found.size(); i++) {
            if (found.get(i) instanceof Numbered mention) {
                found.set(i, mention.within(start, end));
            }
        }
    }

    void namePillar(int at, char letter) {
        pillar = letter;
        pillarNamed =
                new Mention.Pillar(
                        Words.pillarName(letter), tokens.get(at).start(), tokens.get(at).end());
    }

    /// A number with a letter ends what the name of another pillar began.
    void leavePillar(char letter) {
        pillar = pillar == letter ? letter : 0;
    }

    /// A number whose words are the tokens from one up to, not including, another.
    Numbered numbered(Notation notation, int principle, int practice, int from, int end) {
        return new Numbered(
                notation,
                pillar,
                principle,
                practice,
                null,
                tokens.get(from).start(),
                endOf(end),
                false,
                true,
                false);
    }

    Numbered lettered(NumberParser.Code code, int from) {
        return new Numbered(
                Notation.LETTER,
                code.letter(),
                code.principle(),
                code.practice(),
                null,
                tokens.get(from).start(),
                endOf(code.end()),
                false,
                true,
                false);
    }

    Numbered titled(Titles.Match title, int from) {
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

    int endOf(int end) {
        return tokens.get(end - 1).end();
    }
}
