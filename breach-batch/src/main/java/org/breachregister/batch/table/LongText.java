package org.breachregister.batch.table;

import java.util.ArrayList;
import java.util.List;

/// Text that is too long for one cell of a spreadsheet, and how it is cut into parts. The parts
/// joined are the text.
public final class LongText {

    /// What a cell can hold.
    static final int CELL = 32_767;

    /// Lines that a cell can hold.
    static final int LINES = 253;

    /// The length of a part, with some room to spare.
    private static final int PART = 32_000;

    private static final int PART_LINES = 250;

    private LongText() {}

    /// Whether a cell cannot hold the text.
    public static boolean isLong(String text) {
        return text.length() > CELL || lineFeeds(text) > LINES;
    }

    /// The text in parts that a cell can hold each.
    public static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        int start = 0;
        while (start < text.length()) {
            int end = endOfPart(text, start);
            parts.add(text.substring(start, end));
            start = end;
        }
        return List.copyOf(parts);
    }

    private static int endOfPart(String text, int start) {
        int end = Math.min(text.length(), start + PART);
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        int lines = 0;
        for (int at = start; at < end; at++) {
            if (text.charAt(at) == '\n' && ++lines == PART_LINES) {
                return at + 1;
            }
        }
        return end;
    }

    static int longestLine(String text) {
        int longest = 0;
        int start = 0;
        for (int end; (end = text.indexOf('\n', start)) >= 0; start = end + 1) {
            longest = Math.max(longest, end - start);
        }
        return Math.max(longest, text.length() - start);
    }

    private static long lineFeeds(String text) {
        return text.length() <= LINES
                ? 0
                : text.chars().filter(character -> character == '\n').count();
    }
}
