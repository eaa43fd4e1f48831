package org.breachregister.core.text;

import org.jspecify.annotations.Nullable;

/// Tells from a regular expression which characters its matches can start with, letters in either
/// case. Of what it does not know it says so, and every place is tried.
final class FirstCharacters {

    private static final int ASCII = 128;

    private final boolean[] possible = new boolean[ASCII];
    private final boolean atBoundary;

    private FirstCharacters(boolean atBoundary) {
        this.atBoundary = atBoundary;
    }

    /// The characters, or null where they cannot be told.
    static @Nullable FirstCharacters of(String regex) {
        var first = new FirstCharacters(regex.startsWith("\\b"));
        return first.add(regex) == After.NOTHING_MORE ? first : null;
    }

    /// Whether a match can start at an offset.
    boolean at(CharSequence text, int offset) {
        var c = text.charAt(offset);
        if (c >= ASCII) {
            return true;
        }
        return possible[c]
                && (!atBoundary || offset == 0 || !isWord(c) || !isWord(text.charAt(offset - 1)));
    }

    private static boolean isWord(char c) {
        return c < ASCII && (Character.isLetterOrDigit(c) || c == '_');
    }

    /// What else can stand first once a part of the expression has been added.
    private enum After {
        NOTHING_MORE,
        THE_NEXT_PART,
        ANYTHING
    }

    private After add(String regex) {
        var parts = NeededWords.alternatives(regex);
        var after = After.NOTHING_MORE;
        for (var part : parts) {
            var one = sequence(part);
            after = one.compareTo(after) > 0 ? one : after;
        }
        return after;
    }

    private After sequence(String regex) {
        var at = 0;
        while (at < regex.length()) {
            var end = NeededWords.atomEnd(regex, at);
            var after = atom(regex.substring(at, end));
            var next = NeededWords.quantifierEnd(regex, end);
            if (after == After.ANYTHING) {
                return after;
            }
            var optional = NeededWords.isOptional(regex, end);
            if (after == After.NOTHING_MORE && !optional) {
                return after;
            }
            at = next;
        }
        return After.THE_NEXT_PART;
    }

    private After atom(String atom) {
        var c = atom.charAt(0);
        return switch (c) {
            case '(' -> {
                if (atom.startsWith("(?=") || atom.startsWith("(?!") || atom.startsWith("(?<")) {
                    yield After.THE_NEXT_PART;
                }
                var inner = atom.startsWith("(?:") ? 3 : 1;
                yield atom.startsWith("(?") && inner == 1
                        ? After.ANYTHING
                        : add(atom.substring(inner, atom.length() - 1));
            }
            case '\\' -> escaped(atom.charAt(1));
            case '[', '.', '^', '$' -> After.ANYTHING;
            default -> literal(c);
        };
    }

    private After escaped(char c) {
        if (c == 'b') {
            return After.THE_NEXT_PART;
        }
        if (c == 'd') {
            for (var digit = '0'; digit <= '9'; digit++) {
                possible[digit] = true;
            }
            return After.NOTHING_MORE;
        }
        return Character.isLetterOrDigit(c) ? After.ANYTHING : literal(c);
    }

    private After literal(char c) {
        if (c < ASCII) {
            possible[Character.toLowerCase(c)] = true;
            possible[Character.toUpperCase(c)] = true;
        }
        return After.NOTHING_MORE;
    }
}
