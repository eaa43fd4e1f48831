package org.breachregister.web.page;

import org.breachregister.core.report.PersonalDatum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Words of a report with the personal data in them marked.
///
/// @param pieces the text in order
/// @param cut whether the end was left out
public record MarkedText(List<Piece> pieces, boolean cut) {

    private static final int LONGEST = 20_000;

    public MarkedText {
        pieces = List.copyOf(pieces);
    }

    /// A field's text.
    ///
    /// @param data the personal data located in this field
    public static MarkedText of(String text, List<PersonalDatum> data) {
        var end = end(text);
        var pieces = new ArrayList<Piece>();
        var at = 0;
        for (var datum : sorted(data)) {
            var from = Math.max(at, datum.start());
            var to = Math.min(end, datum.end());
            if (from < to) {
                plain(text, at, from, pieces);
                pieces.add(new Piece(text.substring(from, to), name(datum.kind())));
                at = to;
            }
        }
        plain(text, at, end, pieces);
        return new MarkedText(pieces, end < text.length());
    }

    /// Whether anything is marked.
    public boolean marked() {
        return pieces.stream().anyMatch(Piece::marked);
    }

    private static List<PersonalDatum> sorted(List<PersonalDatum> data) {
        return data.stream()
                .sorted(
                        Comparator.comparingInt(PersonalDatum::start)
                                .thenComparing(
                                        Comparator.comparingInt(PersonalDatum::end).reversed()))
                .toList();
    }

    private static int end(String text) {
        if (text.length() <= LONGEST) {
            return text.length();
        }
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }

    private static void plain(String text, int from, int to, List<Piece> pieces) {
        if (from < to) {
            pieces.add(new Piece(text.substring(from, to), ""));
        }
    }

    private static String name(PersonalDatum.Kind kind) {
        return switch (kind) {
            case PERSON -> "name";
            case EMAIL -> "e-mail address";
            case PHONE -> "telephone number";
            case ADDRESS -> "postal address";
            case ROLE -> "identifying role";
        };
    }

    /// A stretch of text.
    ///
    /// @param kind what personal data it is, or empty
    public record Piece(String text, String kind) {

        public boolean marked() {
            return !kind.isEmpty();
        }
    }
}
