package org.breachregister.core.producer;

import org.breachregister.core.producer.FieldReading.Kind;
import org.breachregister.core.producer.FieldReading.Piece;
import org.breachregister.core.producer.Words.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The part of a field that names one producer.
///
/// @param pieces its pieces in order
/// @param aside mentions that only say what it was called, or for whom it acts
record Entry(List<Piece> pieces, Set<Piece> aside) {

    private static final int LONGEST_UNIT = 14;

    /// Words of the names of teams and branches.
    private static final Set<String> UNIT =
            Set.of(
                    "team",
                    "teams",
                    "branch",
                    "division",
                    "directorate",
                    "unit",
                    "group",
                    "section",
                    "statistics",
                    "statistical",
                    "analysis",
                    "analytical",
                    "analysts",
                    "statisticians",
                    "research",
                    "stats",
                    "economics",
                    "insight",
                    "intelligence",
                    "data",
                    "information",
                    "centre",
                    "profession",
                    "services",
                    "directorates",
                    "evidence",
                    "economists",
                    "evaluation",
                    "cangen",
                    "desk",
                    "hub",
                    "programme",
                    "program",
                    "advice",
                    "modelling",
                    "performance",
                    "methodology",
                    "observatory");

    /// Words of titles, not of teams.
    private static final Set<String> TITLE =
            Set.of(
                    "bulletin",
                    "release",
                    "quarterly",
                    "annual",
                    "monthly",
                    "weekly",
                    "statement",
                    "estimates",
                    "survey",
                    "index",
                    "edition",
                    "provisional",
                    "figures",
                    "summary",
                    "results",
                    "tables",
                    "digest",
                    "yearbook",
                    "yearly",
                    "indices",
                    "census");

    private static final Set<String> ORGANISATION =
            Set.of(
                    "university",
                    "institute",
                    "council",
                    "trust",
                    "agency",
                    "commission",
                    "authority",
                    "board",
                    "office",
                    "department",
                    "ministry",
                    "college",
                    "association",
                    "foundation",
                    "society",
                    "federation",
                    "consortium",
                    "llp",
                    "ltd",
                    "plc",
                    "government",
                    "police",
                    "company",
                    "service",
                    "inspectorate",
                    "regulator",
                    "executive",
                    "bank",
                    "corporation",
                    "academy",
                    "registry");

    Entry {
        pieces = List.copyOf(pieces);
        aside = Set.copyOf(aside);
    }

    List<Piece> mentions() {
        return pieces.stream().filter(piece -> piece.kind() == Kind.MENTION).toList();
    }

    /// The nations written beside the name.
    Set<String> nations(FieldReading reading) {
        var nations = new TreeSet<String>();
        for (var piece : pieces) {
            if (piece.kind() == Kind.NATION) {
                nations.addAll(reading.nations(piece));
            }
        }
        return nations;
    }

    List<Word> words(FieldReading reading) {
        var words = new ArrayList<Word>();
        for (var piece : pieces) {
            if (piece.last() >= piece.first()) {
                words.addAll(reading.words.subList(piece.first(), piece.last() + 1));
            }
        }
        return words;
    }

    /// Whether the words beside the names can be those of a team or branch of the body, so that the
    /// field as a whole names the body and not, say, an output.
    boolean otherWordsFit(FieldReading reading) {
        for (var i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            if (piece.kind() == Kind.OTHER && !piece.inBrackets() && !fits(reading, i)) {
                return false;
            }
        }
        var last = pieces.getLast();
        return last.kind() != Kind.JOIN || last.inBrackets() || !onlyAnd(reading, last);
    }

    private static boolean onlyAnd(FieldReading reading, Piece piece) {
        return reading
                .words
                .subList(piece.first(), Math.max(piece.first(), piece.last() + 1))
                .stream()
                .allMatch(Word::silent);
    }

    private boolean fits(FieldReading reading, int at) {
        var piece = pieces.get(at);
        var size = piece.last() - piece.first() + 1;
        if (size > LONGEST_UNIT || has(reading, piece, TITLE) || hasNumber(reading, piece)) {
            return false;
        }
        var before = at > 0 ? pieces.get(at - 1) : null;
        var after = at + 1 < pieces.size() ? pieces.get(at + 1) : null;
        if (before != null && before.kind() == Kind.JOIN) {
            return has(reading, piece, UNIT);
        }
        if (before != null && before.kind() == Kind.MENTION && !piece.apartBefore()) {
            var goesOn = after != null && after.kind() == Kind.OTHER && has(reading, after, UNIT);
            return goesOn
                    || UNIT.contains(lastWord(reading, piece))
                    || NameIndex.looksLikeAbbreviation(reading.written(piece));
        }
        if (after != null && after.kind() == Kind.MENTION && !piece.apartAfter()) {
            return has(reading, piece, UNIT);
        }
        return true;
    }

    private static String lastWord(FieldReading reading, Piece piece) {
        return reading.words.get(piece.last()).key();
    }

    private static boolean has(FieldReading reading, Piece piece, Set<String> wanted) {
        return reading.words.subList(piece.first(), piece.last() + 1).stream()
                .anyMatch(word -> wanted.contains(word.key()));
    }

    private static boolean hasNumber(FieldReading reading, Piece piece) {
        return reading.words.subList(piece.first(), piece.last() + 1).stream()
                .anyMatch(word -> Character.isDigit(word.key().charAt(0)));
    }

    /// Whether it names a team or branch beside the body.
    boolean hasUnit() {
        return pieces.stream()
                .anyMatch(piece ->
                        switch (piece.kind()) {
                            case OTHER -> !piece.inBrackets();
                            case MENTION ->
                                    !aside.contains(piece)
                                            && piece.names().stream()
                                                    .allMatch(name -> name.use() == Name.Use.UNIT);
                            case JOIN, ASIDE, FILLER, NATION -> false;
                        });
    }

    /// Whether words that name no known body look like the name of one.
    static boolean looksLikeBody(FieldReading reading, Piece piece) {
        if (piece.kind() != Kind.OTHER || UNIT.contains(lastWord(reading, piece))) {
            return false;
        }
        return has(reading, piece, ORGANISATION) || hasAbbreviation(reading, piece);
    }

    /// Whether a word of it is in capitals, where not the whole field is.
    private static boolean hasAbbreviation(FieldReading reading, Piece piece) {
        return reading.text.chars().anyMatch(Character::isLowerCase)
                && reading.words.subList(piece.first(), piece.last() + 1).stream()
                        .map(word -> reading.text.substring(word.start(), word.end()))
                        .anyMatch(
                                word -> word.length() > 2 && NameIndex.looksLikeAbbreviation(word));
    }
}
