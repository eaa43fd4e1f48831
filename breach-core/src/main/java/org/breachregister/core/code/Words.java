package org.breachregister.core.code;

import org.breachregister.core.code.Mention.Notation;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The words that people use around the numbers of the Code, in English and Welsh.
final class Words {

    static final Set<String> PRACTICE =
            Set.of(
                    "practice",
                    "practices",
                    "practise",
                    "practises",
                    "prac",
                    "pract",
                    "paragraph",
                    "paragraphs",
                    "para",
                    "paras",
                    "arfer",
                    "arferion",
                    "paragraff");

    private static final Map<String, Notation> PRINCIPLE =
            Map.ofEntries(
                    Map.entry("principle", Notation.PRINCIPLE),
                    Map.entry("principles", Notation.PRINCIPLE),
                    Map.entry("principal", Notation.PRINCIPLE),
                    Map.entry("prin", Notation.PRINCIPLE),
                    Map.entry("princ", Notation.PRINCIPLE),
                    Map.entry("egwyddor", Notation.PRINCIPLE),
                    Map.entry("egwyddorion", Notation.PRINCIPLE),
                    Map.entry("protocol", Notation.PROTOCOL),
                    Map.entry("protocols", Notation.PROTOCOL),
                    Map.entry("protocolau", Notation.PROTOCOL),
                    Map.entry("prot", Notation.PROTOCOL),
                    Map.entry("standard", Notation.STANDARD),
                    Map.entry("standards", Notation.STANDARD),
                    Map.entry("std", Notation.STANDARD),
                    Map.entry("stds", Notation.STANDARD),
                    Map.entry("safon", Notation.STANDARD),
                    Map.entry("safonau", Notation.STANDARD));

    private static final Set<String> PLURAL =
            Set.of(
                    "practices",
                    "practises",
                    "paragraphs",
                    "paras",
                    "arferion",
                    "principles",
                    "egwyddorion",
                    "protocols",
                    "protocolau",
                    "standards",
                    "stds",
                    "safonau");

    private static final Map<String, Character> PILLAR =
            Map.of("trustworthiness", 'T', "quality", 'Q', "value", 'V');

    private static final List<String> NUMBERS =
            List.of(
                    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                    "ten");

    private static final List<String> ROMAN =
            List.of("", "i", "ii", "iii", "iv", "", "vi", "vii", "viii", "ix");

    /// What after a number shows that it counts, dates or times something.
    private static final Set<String> UNITS =
            Set.of(
                    "am",
                    "pm",
                    "st",
                    "nd",
                    "rd",
                    "th",
                    "hours",
                    "hour",
                    "hrs",
                    "hr",
                    "minutes",
                    "minute",
                    "mins",
                    "min",
                    "days",
                    "day",
                    "weeks",
                    "week",
                    "months",
                    "month",
                    "years",
                    "year",
                    "people",
                    "persons",
                    "staff",
                    "recipients",
                    "officials",
                    "working",
                    "times",
                    "copies",
                    "tables",
                    "figures",
                    "per",
                    "percent",
                    "million",
                    "billion",
                    "thousand",
                    "o",
                    "noon",
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december",
                    "jan",
                    "feb",
                    "mar",
                    "apr",
                    "jun",
                    "jul",
                    "aug",
                    "sep",
                    "sept",
                    "oct",
                    "nov",
                    "dec");

    /// Words that may follow the last number of a list without making it something else.
    private static final Set<String> AFTER_A_LIST =
            Set.of(
                    "and",
                    "or",
                    "of",
                    "under",
                    "in",
                    "was",
                    "were",
                    "is",
                    "are",
                    "has",
                    "have",
                    "not",
                    "both",
                    "on",
                    "which",
                    "that",
                    "the",
                    "apply",
                    "refer",
                    "refers",
                    "state",
                    "states",
                    "require",
                    "requires",
                    "breached",
                    "may",
                    "as");

    private Words() {}

    static @Nullable Notation principle(Token token) {
        return token.isWord() ? PRINCIPLE.get(token.text()) : null;
    }

    static boolean isPractice(Token token) {
        return token.isWord() && PRACTICE.contains(token.text());
    }

    static boolean isPlural(Token token) {
        return PLURAL.contains(token.text());
    }

    /// T, Q or V for the name of a pillar, else 0.
    static char pillar(Token token) {
        return token.isWord() ? PILLAR.getOrDefault(token.text(), '\0') : '\0';
    }

    static String pillarName(char letter) {
        return switch (letter) {
            case 'T' -> "Trustworthiness";
            case 'Q' -> "Quality";
            case 'V' -> "Value";
            default ->
                    throw new IllegalArgumentException(
                            "Not the letter of a pillar: '%s'. Known: T, Q, V".formatted(letter));
        };
    }

    /// A number written as a word or in Roman digits, 0 where it is none.
    static int spelled(Token token) {
        if (!token.isWord()) {
            return 0;
        }
        int number = NUMBERS.indexOf(token.text());
        if (number < 1 && (token.capital() || token.text().length() > 1)) {
            number = ROMAN.indexOf(token.text());
        }
        return Math.max(number, 0);
    }

    static boolean isUnit(Token token) {
        return token.isWord() && UNITS.contains(token.text());
    }

    static boolean mayFollowAList(Token token) {
        return token.isWord() && AFTER_A_LIST.contains(token.text());
    }

    static boolean isLetterOfAPillar(Token token) {
        return token.isWord() && token.text().length() == 1 && "tqv".contains(token.text());
    }

    static char upper(Token token) {
        return token.text().toUpperCase(Locale.ROOT).charAt(0);
    }
}
