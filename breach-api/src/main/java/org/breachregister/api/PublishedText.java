package org.breachregister.api;

/// The form in which text leaves the system, the same in every file and answer.
final class PublishedText {

    private PublishedText() {}

    /// The text without characters that XML cannot hold and without other control characters; a
    /// line ends with a line feed; white space at both ends is gone.
    static String of(String text) {
        var clean = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (character == '\r') {
                if (at == text.length() || text.charAt(at) != '\n') {
                    clean.append('\n');
                }
            } else if (canBePublished(character)) {
                clean.appendCodePoint(character);
            }
        }
        return clean.toString().strip();
    }

    private static boolean canBePublished(int character) {
        if (character == '\n' || character == '\t') {
            return true;
        }
        return !Character.isISOControl(character)
                && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
                && character != 0xFFFE
                && character != 0xFFFF;
    }
}
