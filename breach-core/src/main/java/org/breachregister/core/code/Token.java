package org.breachregister.core.code;

/// A word, number or mark of a field.
///
/// @param text lower case for a word; for a number its parts joined by dots or colons as written;
///   dashes and dots of any shape are `-` and `.`
/// @param start where it begins in the field
/// @param end where it ends
/// @param capital whether the first letter is a capital
/// @param spaced whether white space stands before it
/// @param onNewLine whether it is the first of a line
record Token(
        Kind kind,
        String text,
        int start,
        int end,
        boolean capital,
        boolean spaced,
        boolean onNewLine) {

    enum Kind {
        WORD,
        NUMBER,
        MARK
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isMark(String marks) {
        return kind == Kind.MARK && marks.contains(text);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /// Whether it touches what stands before it.
    boolean glued() {
        return !spaced && !onNewLine;
    }
}
