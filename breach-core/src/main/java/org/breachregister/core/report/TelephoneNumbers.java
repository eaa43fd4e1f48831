package org.breachregister.core.report;

import org.breachregister.core.report.ContactDetails.Found;
import org.breachregister.core.text.Places;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds telephone numbers by their shape or the word before them.
final class TelephoneNumbers {

    private static final String EXTENSION =
            "(?:[\\s,]{0,2}(?:ext|extension|extn|x)\\.?\\s?\\d{2,6}(?!\\d))?";
    private static final String GAP = "[\\s\\p{Zs}()\\[\\]\u2010-\u2015-]{0,3}";
    private static final String WIDE_GAP = "[\\s\\p{Zs}()\\[\\]./\u2010-\u2015-]{0,4}";
    private static final Pattern PHONE =
            Pattern.compile(
                    "(?=[+(\\[\\d])(?<!\\d|\\d[.,/:-]|[£$€])(?!\\d{1,2}([./-])\\d{1,2}\\1(?:\\d{4}|\\d{2})(?!\\d))(?:"
                            + "(?:\\+\\s?|00)\\d{1,3}"
                            + WIDE_GAP
                            + "\\d(?:"
                            + WIDE_GAP
                            + "\\d){6,12}"
                            + "|44\\s?\\(0\\)\\s?\\d(?:"
                            + GAP
                            + "\\d){8,9}"
                            + "|[(\\[]?0[1-9](?:"
                            + GAP
                            + "\\d){8,9}"
                            + "|[(\\[]?0[1-9]\\d{1,3}[)\\]]?\\s?[./]\\s?\\d{3,4}\\s?[./ -]?\\s?\\d{3,4}"
                            + ")(?!\\d|[,:/]\\d|\\.\\d{1,2}(?!\\d))"
                            + EXTENSION,
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_EXTENSION =
            Pattern.compile("(?<![\\p{L}\\d.-])x\\s?\\d{4,6}(?![\\p{L}\\d])");
    private static final Pattern DATE_LIKE =
            Pattern.compile("^\\d{1,2}-\\d{1,2}-\\d{2,4}.*|^\\d{4} \\d{4} \\d{2}$");
    private static final Pattern LABELLED_PHONE =
            Pattern.compile(
                    "(?=[tpmfdge])(?<!\\p{L})(tel|telephone|phone|mobile|mob|fax|ffôn|direct line|direct dial|gtn|ext|extn|extension)"
                            + "\\b[\\s.:#-]{0,4}(?:(?:no|number|is)\\b[\\s.:]{0,3})?(\\d(?:(?:\\.|[ \u00a0()-]{0,2})\\d){2,13})(?![\\d:]|[.,]\\d|\\s?(?:people|users|per))",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final String LABELS_START = "tpmfdgeTPMFDGE";

    private TelephoneNumbers() {}

    static void find(String text, List<Found> found) {
        Places.each(
                PHONE,
                text,
                (words, at) -> "+([".indexOf(words.charAt(at)) >= 0 || Places.isNumber(words, at),
                phone -> addPhone(text, phone, found));
        Places.each(
                BARE_EXTENSION,
                text,
                (words, at) -> words.charAt(at) == 'x',
                phone -> add(text, phone.start(), phone.end(), found));
        Places.each(
                LABELLED_PHONE,
                text,
                (words, at) ->
                        LABELS_START.indexOf(words.charAt(at)) >= 0 && Places.isWord(words, at),
                phone -> addLabelled(text, phone, found));
    }

    private static void addPhone(String text, MatchResult phone, List<Found> found) {
        var digits = phone.group();
        if (!DATE_LIKE.matcher(digits).matches()) {
            var opens =
                    "([".indexOf(digits.charAt(0)) >= 0
                            && digits.indexOf(')') < 0
                            && digits.indexOf(']') < 0;
            add(text, opens ? phone.start() + 1 : phone.start(), phone.end(), found);
        }
    }

    private static void addLabelled(String text, MatchResult phone, List<Found> found) {
        var digits = phone.group(2).chars().filter(Character::isDigit).count();
        var label = phone.group(1).toLowerCase(Locale.ROOT);
        var extension = label.startsWith("ext");
        if (digits >= (extension || label.equals("gtn") ? 3 : 5)) {
            add(text, extension ? phone.start() : phone.start(2), phone.end(2), found);
        }
    }

    private static void add(String text, int start, int end, List<Found> found) {
        found.add(ContactDetails.found(PersonalDatum.Kind.PHONE, text, start, end));
    }
}
