package org.breachregister.core.document.pdf;

import java.util.regex.Pattern;

/// The bullet or number that opens an item of a list.
///
/// @param words how many words it takes up; 0 when it is glued to the first word
/// @param characters its length
/// @param drawn whether it was set apart as a list does it, and not typed as part of a sentence
record Mark(int words, int characters, boolean drawn) {

    private static final String BULLETS = "•‣◦▪■●○⁃∙➢➤►▶✓✔❖◆◾▸";
    private static final Pattern NUMBER =
            Pattern.compile("\\(?(?:\\d{1,2}|[a-zA-Z]|[ivx]{1,5})[.)]|\\(\\d{1,2}\\)");

    /// The mark at the start of a line, or one of no length.
    static Mark of(TextLine line, float left) {
        var first = line.words().getFirst();
        var text = first.text();
        var c = text.charAt(0);
        var bullet = BULLETS.indexOf(c) >= 0 || c >= 0xE000 && c <= 0xF8FF;
        if (bullet && text.length() > 1) {
            return new Mark(0, 1, true);
        }
        if (line.words().size() < 2) {
            return new Mark(0, 0, false);
        }
        var gap = line.words().get(1).x0() - first.x1();
        var far = gap > 0.45f * line.size();
        if (bullet || "-–—*·".indexOf(c) >= 0 && text.length() == 1 && line.isApart(1)) {
            return new Mark(1, 1, true);
        }
        if (far && text.length() == 1 && "o§¨ü".indexOf(c) >= 0) {
            return new Mark(1, 1, true);
        }
        if (text.length() < 7 && NUMBER.matcher(text).matches()) {
            return new Mark(1, text.length(), far || first.x0() > left + 12);
        }
        return new Mark(0, 0, false);
    }

    boolean isNone() {
        return characters == 0;
    }
}
