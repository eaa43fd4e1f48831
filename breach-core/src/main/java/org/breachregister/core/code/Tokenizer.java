package org.breachregister.core.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Takes a field apart in one pass. Markup, quotation marks, addresses of pages and e-mail
/// addresses are passed over; so are characters that do not print. Words that run together
/// (`usersPrinciple`) are parted where a capital follows a small letter.
final class Tokenizer {

    private static final int LONGEST_TAG = 40;
    private static final String PASSED_OVER = "*`\"'‘’‚“”„«»~";

    private final String field;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean spaced = true;
    private boolean newLine = true;

    private Tokenizer(String field) {
        this.field = field;
    }

    static List<Token> tokens(String field) {
        var tokenizer = new Tokenizer(field);
        tokenizer.run();
        return tokenizer.tokens;
    }

    private void run() {
        int runEnd = 0;
        int addressFrom = Integer.MAX_VALUE;
        while (at < field.length()) {
            char c = charAt(at);
            if (isSpace(c)) {
                newLine |= c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
                spaced = true;
                at++;
                continue;
            }
            if (at >= runEnd) {
                runEnd = endOfRun();
                addressFrom = addressIn(runEnd);
            }
            if (at >= addressFrom) {
                at = runEnd;
                spaced = true;
                continue;
            }
            if (isInvisible(c) || PASSED_OVER.indexOf(c) >= 0) {
                at++;
            } else if (c == '<' && tagEnd() > 0) {
                at = tagEnd();
            } else if (c == '&' && field.startsWith("&nbsp;", at)) {
                at += "&nbsp;".length();
                spaced = true;
            } else if (c == '&' && field.startsWith("&amp;", at)) {
                add(Token.Kind.MARK, "&", at, at + "&amp;".length(), false);
            } else if (isDigit(c)) {
                number();
            } else if (Character.isLetter(c)) {
                word();
            } else if (c == '_') {
                at++;
            } else {
                add(Token.Kind.MARK, String.valueOf(c), at, at + 1, false);
            }
        }
    }

    private void word() {
        int start = at;
        var text = new StringBuilder();
        boolean capital = Character.isUpperCase(charAt(at));
        boolean lastSmall = false;
        while (at < field.length()) {
            char c = charAt(at);
            if (isInvisible(c)) {
                at++;
                continue;
            }
            boolean inside =
                    Character.isLetter(c)
                            || Character.getType(c) == Character.NON_SPACING_MARK
                            || c == '_' && at + 1 < field.length() && isPart(charAt(at + 1));
            if (!inside || lastSmall && Character.isUpperCase(c)) {
                break;
            }
            lastSmall = Character.isLowerCase(c);
            text.append(c);
            at++;
        }
        add(Token.Kind.WORD, text.toString().toLowerCase(Locale.ROOT), start, at, capital);
    }

    private void number() {
        int start = at;
        var text = new StringBuilder();
        while (at < field.length()) {
            char c = charAt(at);
            if (isDigit(c)) {
                text.append((char) ('0' + Character.digit(c, 10)));
            } else if (isInvisible(c)) {
                at++;
                continue;
            } else if ((c == '.' || c == ':')
                    && at + 1 < field.length()
                    && isDigit(charAt(at + 1))) {
                text.append(c);
            } else {
                break;
            }
            at++;
        }
        add(Token.Kind.NUMBER, text.toString(), start, at, false);
    }

    private void add(Token.Kind kind, String text, int start, int end, boolean capital) {
        tokens.add(new Token(kind, text, start, end, capital, spaced, newLine));
        spaced = false;
        newLine = false;
        at = end;
    }

    private int endOfRun() {
        int end = at;
        while (end < field.length() && !isSpace(charAt(end))) {
            end++;
        }
        return end;
    }

    /// Where the address of a page, or an e-mail address, begins in the run of characters here.
    private int addressIn(int runEnd) {
        var run = field.substring(at, runEnd);
        int scheme = run.indexOf("://");
        if (scheme >= 0) {
            int from = scheme;
            while (from > 0 && Character.isLetter(run.charAt(from - 1))) {
                from--;
            }
            return at + from;
        }
        int www = run.indexOf("www.");
        if (www >= 0) {
            return at + www;
        }
        int sign = run.indexOf('@');
        if (sign > 0 && sign + 1 < run.length() && isPart(run.charAt(sign + 1))) {
            return at;
        }
        return Integer.MAX_VALUE;
    }

    /// Where the tag that begins here ends; -1 where none does.
    private int tagEnd() {
        if (at + 1 >= field.length()) {
            return -1;
        }
        char next = field.charAt(at + 1);
        if (next != '/' && !Character.isLetter(next)) {
            return -1;
        }
        int last = Math.min(field.length(), at + LONGEST_TAG);
        for (int i = at + 1; i < last; i++) {
            if (field.charAt(i) == '>') {
                return i + 1;
            }
        }
        return -1;
    }

    private char charAt(int index) {
        char c = field.charAt(index);
        if (c >= '！' && c <= '～') { // the wide forms of ASCII
            return (char) (c - '！' + '!');
        }
        return switch (c) {
            case '‐', '‑', '‒', '–', '—', '―', '−' -> '-';
            case '·', '․', '‧' -> '.';
            default -> c;
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isPart(char c) {
        return isDigit(c) || Character.isLetter(c);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    private static boolean isInvisible(char c) {
        return Character.getType(c) == Character.FORMAT || Character.isISOControl(c) && !isSpace(c);
    }
}
