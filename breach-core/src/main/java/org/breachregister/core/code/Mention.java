package org.breachregister.core.code;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A place in a field that names an element of the Code, before anybody has decided which.
sealed interface Mention {

    /// Where its words begin in the field.
    int start();

    /// Where they end.
    int end();

    /// How a number is written.
    enum Notation {
        /// `T3`, `T3.4`.
        LETTER,
        PROTOCOL,
        /// `Principle 3`.
        PRINCIPLE,
        STANDARD,
        /// `P2.8`, protocol or principle.
        SHORT,
        /// A practice alone: `3.4`, `Practice 3.4`, `Practice 8`.
        BARE,
        /// A principle by its title, `Principle: Orderly release`, perhaps with practices after it.
        TITLE
    }

    /// A principle or practice by its number.
    ///
    /// @param letter pillar letter of a number such as `T3`, or the letter of the pillar named
    ///   before it; 0 for none
    /// @param principle number of the principle, 0 for none
    /// @param practice number of the practice there, 0 for none
    /// @param title title written with it, folded, or null
    /// @param merged whether practices follow that are written together with it
    /// @param sure false where nothing but its place says that the number is a reference
    /// @param fromRange whether it stands between the ends of a range
    record Numbered(
            Notation notation,
            char letter,
            int principle,
            int practice,
            @Nullable String title,
            int start,
            int end,
            boolean merged,
            boolean sure,
            boolean fromRange)
            implements Mention {

        Numbered withTitle(String written) {
            return new Numbered(
                    notation, letter, principle, practice, written, start, end, merged, sure,
                    fromRange);
        }

        /// The same practice under the principle of that title.
        Numbered under(String written) {
            return new Numbered(
                    Notation.TITLE,
                    letter,
                    principle,
                    practice,
                    written,
                    start,
                    end,
                    merged,
                    sure,
                    fromRange);
        }

        Numbered asMerged() {
            return new Numbered(
                    notation, letter, principle, practice, title, start, end, true, sure,
                    fromRange);
        }

        /// The same, with nothing but its place to say that it is a reference.
        Numbered unsure() {
            return new Numbered(
                    notation, letter, principle, practice, title, start, end, merged, false,
                    fromRange);
        }

        /// The same with other words around it.
        Numbered within(int from, int to) {
            return new Numbered(
                    notation, letter, principle, practice, title, from, to, merged, sure,
                    fromRange);
        }

        /// A practice under this principle.
        Numbered practice(int number, int from, int to, boolean inRange) {
            return new Numbered(
                    notation, letter, principle, number, title, from, to, false, sure, inRange);
        }
    }

    /// An Order on pre-release access.
    ///
    /// @param orders those that the words may mean
    /// @param meant the one that is most likely meant, or null
    record Order(List<ElementId> orders, @Nullable ElementId meant, int start, int end)
            implements Mention {}

    /// A title that stands alone.
    record Title(String title, int start, int end) implements Mention {}

    /// A pillar that stands alone.
    record Pillar(String name, int start, int end) implements Mention {}
}
