package org.breachregister.core.report;

import org.breachregister.core.report.ContactDetails.Found;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/// Finds e-mail addresses by their shape, also those that are spelt out.
final class EmailAddresses {

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;

    private static final String DOT = "(?:\\s?[\\[({<]\\s?dot\\s?[\\])}>]\\s?|\\sdot\\s)";
    private static final Pattern SPELT_EMAIL =
            Pattern.compile(
                    "(?<![\\w.])[\\w.+'-]{1,64}(?:"
                            + DOT
                            + "[\\w'-]{1,40}){0,3}(?:\\s{0,2}[\\[({<]\\s?(?:at|@)\\s?[\\])}>]\\s{0,2}[\\w-]{1,60}(?:(?:\\s?\\.\\s?|"
                            + DOT
                            + ")[\\w-]{1,60}){1,6}|\\sat\\s[\\w-]{1,60}(?:"
                            + DOT
                            + "[\\w-]{1,60}){1,6})",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SPELT_LOCAL_PART =
            Pattern.compile(
                    "(?<![\\w.])[\\w'-]{1,40}[._][\\w.'-]{1,40}\\sat\\s[\\w-]{1,60}(?:\\.[\\w-]{1,60}){1,6}",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern DOT_IN_WORDS = Pattern.compile("dot", Pattern.CASE_INSENSITIVE);
    private static final String BRACKETS = "[](){}<>";

    private static final Pattern ENDS_OF_DOMAINS =
            Pattern.compile(
                    "^(?:[a-z\\d-]{1,60}(?:\\.[a-z\\d-]{1,60}){1,5}|uk|org|com|net|gov|int|eu|ie|scot|wales|cymru|london)(?![\\p{L}\\d@])");

    private EmailAddresses() {}

    static void find(String text, List<Found> found) {
        var last = 0;
        for (var at = nextAt(text, 0); at >= 0; at = nextAt(text, at + 1)) {
            var width = text.charAt(at) == '@' ? 1 : "%40".length();
            var start = localStart(text, at, last);
            var end = domainEnd(text, at + width);
            var host = text.substring(Math.min(end, at + width), end).strip();
            if (start < at && (host.indexOf('.') > 0 || isHost(text, at, width, host))) {
                found.add(ContactDetails.found(PersonalDatum.Kind.EMAIL, text, start, end));
                last = end;
            } else {
                last = at + 1;
            }
        }
        if (spellsAt(text)) {
            for (var pattern : List.of(SPELT_EMAIL, SPELT_LOCAL_PART)) {
                var spelt = pattern.matcher(text);
                while (spelt.find()) {
                    found.add(
                            ContactDetails.found(
                                    PersonalDatum.Kind.EMAIL, text, spelt.start(), spelt.end()));
                }
            }
        }
    }

    /// A name of a host without a full stop counts only where it touches both sides of the sign.
    private static boolean isHost(String text, int at, int width, String host) {
        return host.length() > 1
                && Character.isLetter(host.charAt(0))
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && text.startsWith(host, at + width);
    }

    private static int nextAt(String text, int from) {
        for (var i = from; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '@' || (c == '%' && text.startsWith("%40", i))) {
                return i;
            }
        }
        return -1;
    }

    private static int localStart(String text, int at, int from) {
        var end = at;
        while (end > from && at - end < 2 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        var start = localStartOfLine(text, end, from);
        // "jane.⏎roe@..." and "jane⏎.roe@..."
        if (start > from + 1
                && text.charAt(start - 1) == '\n'
                && ("._-".indexOf(text.charAt(start - 2)) >= 0
                        || "._-".indexOf(text.charAt(start)) >= 0)) {
            start = localStartOfLine(text, start - 1, from);
        }
        while (start < at && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static int localStartOfLine(String text, int end, int from) {
        var start = end;
        while (start > from
                && end - start < LONGEST_LOCAL_PART
                && isLocal(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int domainEnd(String text, int from) {
        var start = from;
        while (start < text.length()
                && start - from < 2
                && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        var end = start;
        while (end < text.length() && end - start < LONGEST_DOMAIN && isDomain(text.charAt(end))) {
            end++;
        }
        // "dept.⏎gov.uk" and "dept⏎.gov.uk"
        if (end > start && end + 1 < text.length() && text.charAt(end) == '\n') {
            var dotted = text.charAt(end + 1) == '.';
            var next = dotted ? end + 2 : end + 1;
            var rest =
                    ENDS_OF_DOMAINS.matcher(
                            text.substring(next, Math.min(text.length(), next + LONGEST_DOMAIN)));
            if ((dotted || ".-".indexOf(text.charAt(end - 1)) >= 0) && rest.find()) {
                return next + rest.end();
            }
        }
        while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /// Whether an address can be spelt out here: with "at" in brackets, with "dot" somewhere, or
    /// with "at" between words that hold full stops.
    private static boolean spellsAt(String text) {
        var dot = DOT_IN_WORDS.matcher(text);
        @Nullable Boolean spellsDot = null;
        for (var i = 1; i + 2 < text.length(); i++) {
            var c = text.charAt(i);
            var sign = c == '@';
            if (!sign && ((c | 0x20) != 'a' || (text.charAt(i + 1) | 0x20) != 't')) {
                continue;
            }
            var after = i + (sign ? 1 : 2);
            if (!sets(text.charAt(i - 1)) || !sets(text.charAt(after))) {
                continue;
            }
            if (isBracketed(text, i, after)) {
                return true;
            }
            if (spellsDot == null) {
                spellsDot = dot.find();
            }
            if (spellsDot || joinsAddress(text, i, after)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBracketed(String text, int at, int after) {
        return BRACKETS.indexOf(text.charAt(at - 1)) >= 0
                || BRACKETS.indexOf(text.charAt(after)) >= 0
                || (at > 1 && BRACKETS.indexOf(text.charAt(at - 2)) >= 0)
                || (after + 1 < text.length() && BRACKETS.indexOf(text.charAt(after + 1)) >= 0);
    }

    /// "jane.roe at dept.gov.uk"
    private static boolean joinsAddress(String text, int at, int after) {
        var marked = false;
        for (var i = at - 2; i >= 0 && !Character.isWhitespace(text.charAt(i)); i--) {
            marked |= text.charAt(i) == '.' || text.charAt(i) == '_';
        }
        var dotted = false;
        for (var i = after + 1; i < text.length() && !Character.isWhitespace(text.charAt(i)); i++) {
            dotted |= text.charAt(i) == '.';
        }
        return marked && dotted;
    }

    private static boolean sets(char c) {
        return Character.isWhitespace(c) || BRACKETS.indexOf(c) >= 0;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || "._%+'’-&/=".indexOf(c) >= 0;
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
    }
}
