package org.breachregister.core.publication;

/// Which characters can be published. Control characters, those that show nothing or turn a line
/// around, halves of surrogate pairs and private ones cannot; a tab becomes a space.
final class Printable {

    private Printable() {}

    /// A text as its author wrote it, without what cannot be published.
    static String of(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.append(printable(c)));
        return clean.toString();
    }

    /// The same with full-width letters and the digits of other scripts as those of the typewriter,
    /// so that nothing hides in them.
    static String folded(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.append(folded(c)));
        return clean.toString();
    }

    static String folded(int c) {
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return Character.toString(c - 0xFEE0);
        }
        return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                ? Integer.toString(Character.digit(c, 10))
                : printable(c);
    }

    private static String printable(int c) {
        if (c == '\n') {
            return "\n";
        }
        if (c == '\t') {
            return " ";
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.FORMAT ->
                    "";
            default -> c == 0xFFFE || c == 0xFFFF ? "" : Character.toString(c);
        };
    }
}
