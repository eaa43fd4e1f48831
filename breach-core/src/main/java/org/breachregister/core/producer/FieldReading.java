package org.breachregister.core.producer;

import org.breachregister.core.producer.NameIndex.Mention;
import org.breachregister.core.producer.Words.Word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A producer field taken apart: the names in it and, in order, what stands between them.
final class FieldReading {

    /// Sentence words around names that say nothing more.
    private static final Set<String> FILLERS =
            Set.of(
                    "is",
                    "are",
                    "a",
                    "an",
                    "producer",
                    "producers",
                    "producing",
                    "however",
                    "jointly",
                    "joint",
                    "with",
                    "in",
                    "partnership",
                    "collaboration",
                    "together",
                    "as",
                    "well",
                    "plus",
                    "both",
                    "lead",
                    "leading",
                    "led",
                    "by",
                    "published",
                    "produced",
                    "also",
                    "organisation",
                    "organisations",
                    "of",
                    "part",
                    "agency",
                    "executive",
                    "within",
                    "trading",
                    "at",
                    "formerly",
                    "previously",
                    "now",
                    "known",
                    "then",
                    "was",
                    "former",
                    "on",
                    "behalf",
                    "for",
                    "conjunction",
                    "alongside",
                    "from",
                    "which",
                    "body",
                    "sponsored",
                    "statistical",
                    "publication",
                    "report",
                    "made",
                    "co",
                    "through",
                    "under",
                    "this",
                    "its",
                    "it",
                    "to",
                    "between",
                    "number");

    private static final Set<String> JOINING =
            Set.of("with", "plus", "together", "well", "alongside", "jointly", "both");
    private static final Set<String> SETTING_ASIDE =
            Set.of(
                    "formerly",
                    "previously",
                    "now",
                    "known",
                    "former",
                    "behalf",
                    "was",
                    "made",
                    "trading");
    private static final Set<String> NATIONS =
            Set.of("ni", "england", "scotland", "wales", "cymru", "uk");

    private static final Set<String> LINKING = Set.of("in", "for", "of");

    /// A stretch of the field.
    ///
    /// @param kind what it is
    /// @param first the index of its first word
    /// @param last the index of its last word
    /// @param names the mention, or null
    /// @param inBrackets whether it stands in brackets that follow other words
    /// @param apartBefore whether punctuation or a line break parts it from what is before
    /// @param apartAfter whether punctuation or a line break parts it from what follows
    /// @param sign what leads to it: `:` for a colon or a dash, `/` for a slash, `,` for any other
    ///   mark that parts, or a space
    record Piece(
            Kind kind,
            int first,
            int last,
            List<Name> names,
            boolean inBrackets,
            boolean apartBefore,
            boolean apartAfter,
            char sign) {}

    enum Kind {
        MENTION,
        /// "and", "with", "jointly with", ...
        JOIN,
        /// "formerly", "on behalf of", ...: what follows is not the producer.
        ASIDE,
        FILLER,
        NATION,
        /// Words that are none of these.
        OTHER
    }

    final String text;
    final List<Word> words;
    final List<Piece> pieces = new ArrayList<>();

    /// The start of each word after punctuation that parts it from the word before.
    private final boolean[] apart;

    private final boolean[] brackets;
    private final boolean[] ampersand;
    private final char[] sign;

    FieldReading(String text, NameIndex index) {
        this.text = text;
        this.words = Words.in(text);
        this.apart = new boolean[words.size() + 1];
        this.brackets = new boolean[words.size()];
        this.ampersand = new boolean[words.size() + 1];
        this.sign = new char[words.size() + 1];
        Arrays.fill(sign, ' ');
        readPunctuation();
        var at = 0;
        for (var mention : index.find(text, words)) {
            readBetween(at, mention.first(), at > 0, true);
            pieces.add(piece(Kind.MENTION, mention));
            at = mention.last() + 1;
        }
        readBetween(at, words.size(), at > 0, false);
    }

    private void readPunctuation() {
        var depth = 0;
        var end = 0;
        for (var i = 0; i <= words.size(); i++) {
            var start = i < words.size() ? words.get(i).start() : text.length();
            for (var c = end; c < start; c++) {
                switch (text.charAt(c)) {
                    case '(', '[', '{' -> {
                        depth++;
                        apart[i] = true;
                    }
                    case ')', ']', '}' -> {
                        depth = Math.max(0, depth - 1);
                        apart[i] = true;
                    }
                    case '&', '+' -> ampersand[i] = true;
                    case '/', '|', '\\' -> {
                        apart[i] = true;
                        sign[i] = '/';
                    }
                    case ',', ';', '\n', '\r', '\u2022' -> {
                        apart[i] = true;
                        sign[i] = ',';
                    }
                    case ':', '\u2013', '\u2014' -> {
                        apart[i] = true;
                        sign[i] = ':';
                    }
                    case '-' -> {
                        if (c > 0 && Character.isWhitespace(text.charAt(c - 1))) {
                            apart[i] = true;
                            sign[i] = ':';
                        }
                    }
                    default -> {
                        // White space and other marks part nothing.
                    }
                }
            }
            if (i < words.size()) {
                brackets[i] = depth > 0 && i > 0;
                end = words.get(i).end();
            }
        }
        apart[0] = true;
        apart[words.size()] = true;
    }

    private Piece piece(Kind kind, Mention mention) {
        return new Piece(
                kind,
                mention.first(),
                mention.last(),
                mention.names(),
                brackets[mention.first()],
                apart[mention.first()],
                apart[mention.last() + 1],
                sign[mention.first()]);
    }

    /// Cuts the words between two names where punctuation parts them; an "and" that touches a name
    /// joins.
    private void readBetween(int from, int to, boolean nameBefore, boolean nameAfter) {
        var first = from;
        var last = to;
        if (nameBefore && first < last && isAnd(first) && !brackets[first]) {
            pieces.add(cut(Kind.JOIN, first, first));
            first++;
        } else if (nameBefore && first < words.size() && ampersand[first] && first <= last) {
            pieces.add(cut(Kind.JOIN, first, first - 1));
        }
        var joinAtEnd = nameAfter && first < last && endsWithAnd(first, last);
        var stop = joinAtEnd ? lastAnd(first, last) : last;
        for (var i = first; i < stop; ) {
            var end = i + 1;
            while (end < stop && !apart[end]) {
                end++;
            }
            pieces.add(cut(kind(i, end), i, end - 1));
            i = end;
        }
        if (joinAtEnd) {
            pieces.add(cut(Kind.JOIN, stop, last - 1));
        } else if (nameAfter && to > first && ampersand[to]) {
            pieces.add(cut(Kind.JOIN, to, to - 1));
        }
    }

    private Piece cut(Kind kind, int first, int last) {
        return new Piece(
                kind,
                first,
                last,
                List.of(),
                last >= first && brackets[first],
                apart[first],
                apart[Math.max(first, last + 1)],
                ' ');
    }

    private boolean isAnd(int word) {
        return words.get(word).key().equals("and");
    }

    private boolean endsWithAnd(int from, int to) {
        var at = lastAnd(from, to);
        return at >= from && !brackets[at];
    }

    /// The "and" with which the stretch ends, a "the" after it not counted.
    private int lastAnd(int from, int to) {
        for (var i = to - 1; i >= from && words.get(i).silent(); i--) {
            if (isAnd(i)) {
                return i;
            }
        }
        return -1;
    }

    private Kind kind(int from, int to) {
        var joining = false;
        var aside = false;
        var nation = true;
        var nationNamed = false;
        var filler = true;
        for (var i = from; i < to; i++) {
            var key = words.get(i).key();
            if (words.get(i).silent()) {
                joining |= key.equals("and");
                continue;
            }
            joining |= JOINING.contains(key);
            aside |= SETTING_ASIDE.contains(key);
            nation &= NATIONS.contains(key) || LINKING.contains(key);
            nationNamed |= NATIONS.contains(key);
            filler &= FILLERS.contains(key);
        }
        if (allSilent(from, to)) {
            return joining ? Kind.JOIN : Kind.FILLER;
        }
        if (nation && nationNamed) {
            return Kind.NATION;
        }
        if (filler) {
            return aside ? Kind.ASIDE : joining ? Kind.JOIN : Kind.FILLER;
        }
        return Kind.OTHER;
    }

    private boolean allSilent(int from, int to) {
        return words.subList(from, to).stream().allMatch(Word::silent);
    }

    /// The nations that a piece names.
    Set<String> nations(Piece piece) {
        var nations = new TreeSet<String>();
        for (var i = piece.first(); i <= piece.last(); i++) {
            switch (words.get(i).key()) {
                case "ni" -> nations.add("Northern Ireland");
                case "england" -> nations.add("England");
                case "scotland" -> nations.add("Scotland");
                case "wales", "cymru" -> nations.add("Wales");
                case "uk" -> nations.add("UK");
                default -> {
                    // Only "and" can stand here.
                }
            }
        }
        return nations;
    }

    String written(Piece piece) {
        return piece.last() < piece.first()
                ? ""
                : text.substring(words.get(piece.first()).start(), words.get(piece.last()).end());
    }
}
