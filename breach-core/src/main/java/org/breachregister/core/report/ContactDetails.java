package org.breachregister.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds e-mail addresses, telephone numbers and postal addresses in text by their shape.
public final class ContactDetails {

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

    private static final Pattern ENDS_OF_DOMAINS =
            Pattern.compile(
                    "^(?:[a-z\\d-]{1,60}(?:\\.[a-z\\d-]{1,60}){1,5}|uk|org|com|net|gov|int|eu|ie|scot|wales|cymru|london)(?![\\p{L}\\d@])");

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

    private static final Pattern POSTCODE =
            Pattern.compile(
                    "(?<![\\p{L}\\d])[A-Z]{1,2}\\d[A-Z\\d]?[\\s\u00a0.-]{0,2}\\d[A-Z]{2}(?![\\p{L}\\d])"
                            + "|(?<![\\p{L}\\d])[a-z]{1,2}\\d[a-z\\d]?\\s{1,2}\\d(?!st|nd|rd|th|am|pm)[abd-hjlnp-uw-z]{2}(?![\\p{L}\\d])");
    private static final Pattern BOX =
            Pattern.compile("\\bP\\.?\\s?O\\.?\\s?Box\\s\\d{1,6}\\b", Pattern.CASE_INSENSITIVE);
    private static final String STREET_WORDS =
            "Street|Road|Lane|Avenue|Square|Terrace|Drive|Close|Crescent|Gardens|Row|Way|Place|Parade"
                    + "|Embankment|Mews|Quay|Wharf|Hill|Gate|Broadway|Boulevard|Walk|St|Rd|Ave|Stryd|Ffordd|Heol|Lôn";
    private static final Pattern STREET =
            Pattern.compile(
                    "(?=\\d)(?<![\\d.,/:-])\\d{1,4}[A-Za-z]?(?:\\s?[-–]\\s?\\d{1,4})?,?\\s(?:\\p{Lu}[\\p{L}'’-]{1,20}\\s){1,3}(?:"
                            + STREET_WORDS
                            + "|"
                            + STREET_WORDS.toUpperCase(Locale.ROOT)
                            + ")(?!\\p{L})(?:,\\s(?!"
                            + "Head|Chief|Senior|Director)\\p{Lu}[\\p{L}-]{2,20})?");
    private static final Pattern BUILDING =
            Pattern.compile(
                    "(?<!\\p{L})(?:House|Building|Buildings|Tower|Court|Castle|Hall|Centre|Park|Floor|Block|Room|Campus|Annexe"
                            + "|Yard|Barracks|Mill|Lodge|Villa|Chambers|Exchange|Precinct|Cottage|Mansions|Works|Estate|Bridge|Office Park|Place|PO Box|Tŷ|Plas|Parc|Llys|Canolfan|Adeilad|"
                            + STREET_WORDS
                            + ")(?!\\p{L})");
    private static final Pattern BUILDING_AT_END =
            Pattern.compile(
                    "(?<!\\p{L})(?:\\p{Lu}[\\p{L}'’-]{0,20}\\s){1,3}"
                            + BUILDING.pattern()
                            + "\\s{0,2}$");
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "(?<![\\d.,/:-])\\d{1,4}[A-Za-z]?(?:\\s?[-–]\\s?\\d{1,4})?\\s(?=\\p{Lu})");
    private static final Pattern NO_ADDRESS =
            Pattern.compile(
                    "@|\\d{5,}|://|(?<!\\p{L})(?:Department|Ministry|Head|Profession|Officials?|Director|Team|Division|Directorate"
                            + "|Statistics?|Statistical|Statistician|Agency|Authority|Commission|Council|Committee|Services?|Report|Branch"
                            + "|Unit|Analytical|Analysis|Tel|Telephone|Phone|Email|E-mail|Dr|Mr|Mrs|Ms)(?!\\p{L})");
    private static final int MOST_SEGMENTS = 7;
    private static final int LONGEST_SEGMENT = 70;

    private ContactDetails() {}

    /// Words found.
    ///
    /// @param kind what they are
    /// @param text the words, as written
    /// @param start offset of the first character
    /// @param end offset after the last character
    public record Found(PersonalDatum.Kind kind, String text, int start, int end) {}

    /// Everything found in a text, in order and without overlaps.
    public static List<Found> find(String text) {
        var found = new ArrayList<Found>();
        emails(text, found);
        addresses(text, found);
        phones(text, found);
        found.sort(Comparator.comparingInt(Found::start).thenComparingInt(one -> -one.end()));
        var apart = new ArrayList<Found>();
        var end = 0;
        for (var one : found) {
            if (one.start() >= end) {
                apart.add(one);
                end = one.end();
            } else if (one.end() > end) {
                var part = text.substring(end, one.end()).strip();
                if (!part.isEmpty()) {
                    apart.add(found(one.kind(), text, text.indexOf(part, end), one.end()));
                    end = one.end();
                }
            }
        }
        return List.copyOf(apart);
    }

    private static Found found(PersonalDatum.Kind kind, String text, int start, int end) {
        return new Found(kind, text.substring(start, end), start, end);
    }

    private static void emails(String text, List<Found> found) {
        var last = 0;
        for (var at = nextAt(text, 0); at >= 0; at = nextAt(text, at + 1)) {
            var width = text.charAt(at) == '@' ? 1 : "%40".length();
            var start = localStart(text, at, last);
            var end = domainEnd(text, at + width);
            var host = text.substring(Math.min(end, at + width), end).strip();
            if (start < at && (host.indexOf('.') > 0 || isHost(text, at, width, host))) {
                found.add(found(PersonalDatum.Kind.EMAIL, text, start, end));
                last = end;
            } else {
                last = at + 1;
            }
        }
        if (spellsAt(text)) {
            for (var pattern : List.of(SPELT_EMAIL, SPELT_LOCAL_PART)) {
                var spelt = pattern.matcher(text);
                while (spelt.find()) {
                    found.add(found(PersonalDatum.Kind.EMAIL, text, spelt.start(), spelt.end()));
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

    /// Whether "at" stands in brackets or between spaces, as in an address that is spelt out.
    private static boolean spellsAt(String text) {
        for (var i = 1; i + 2 < text.length(); i++) {
            var c = text.charAt(i);
            if ((c == '@' || ((c == 'a' || c == 'A') && (text.charAt(i + 1) | 0x20) == 't'))
                    && sets(text.charAt(i - 1))
                    && sets(text.charAt(i + (c == '@' ? 1 : 2)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean sets(char c) {
        return Character.isWhitespace(c) || "[](){}<>".indexOf(c) >= 0;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || "._%+'’-&/=".indexOf(c) >= 0;
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
    }

    private static void phones(String text, List<Found> found) {
        var phone = PHONE.matcher(text);
        while (phone.find()) {
            if (!DATE_LIKE.matcher(phone.group()).matches()) {
                var opens =
                        "([".indexOf(phone.group().charAt(0)) >= 0
                                && phone.group().indexOf(')') < 0
                                && phone.group().indexOf(']') < 0;
                var from = opens ? phone.start() + 1 : phone.start();
                found.add(found(PersonalDatum.Kind.PHONE, text, from, phone.end()));
            }
        }
        var extension = BARE_EXTENSION.matcher(text);
        while (extension.find()) {
            found.add(found(PersonalDatum.Kind.PHONE, text, extension.start(), extension.end()));
        }
        var labelled = LABELLED_PHONE.matcher(text);
        while (labelled.find()) {
            var digits = labelled.group(2).chars().filter(Character::isDigit).count();
            var short_ = labelled.group(1).toLowerCase(Locale.ROOT);
            if (digits >= (short_.startsWith("ext") || short_.equals("gtn") ? 3 : 5)) {
                var from = short_.startsWith("ext") ? labelled.start() : labelled.start(2);
                found.add(found(PersonalDatum.Kind.PHONE, text, from, labelled.end(2)));
            }
        }
    }

    private static void addresses(String text, List<Found> found) {
        var last = 0;
        var postcode = POSTCODE.matcher(text);
        while (postcode.find()) {
            var start = addressStart(text, postcode.start(), last);
            found.add(found(PersonalDatum.Kind.ADDRESS, text, start, postcode.end()));
            last = postcode.end();
        }
        var box = BOX.matcher(text);
        while (box.find()) {
            found.add(found(PersonalDatum.Kind.ADDRESS, text, box.start(), box.end()));
        }
        var street = STREET.matcher(text);
        while (street.find()) {
            found.add(found(PersonalDatum.Kind.ADDRESS, text, street.start(), street.end()));
        }
    }

    /// Goes back from a postcode over the town, the street and the building before it.
    private static int addressStart(String text, int postcode, int from) {
        var start = postcode;
        var town = postcode;
        var end = postcode;
        for (var segments = 0; segments < MOST_SEGMENTS && end > from; segments++) {
            var begin = end;
            while (begin > from && !separates(text, begin - 1) && end - begin < LONGEST_SEGMENT) {
                begin--;
            }
            var segment = text.substring(begin, end);
            var number = lastNumber(segment);
            var sign = BUILDING.matcher(segment).find();
            if (number >= 0 && (!segment.substring(0, number).isBlank())) {
                start = begin + number;
                break;
            }
            if (number < 0 && sign && !looksLikeName(segment)) {
                start = begin + buildingAtEnd(segment, start - begin);
                break;
            }
            if (number < 0 && !segment.isBlank() && !sign && NO_ADDRESS.matcher(segment).find()
                    || !looksLikeName(segment)) {
                break;
            }
            var first = begin + leadingSpace(segment);
            if (number >= 0 || sign) {
                start = first;
            } else if (town == postcode && !segment.isBlank()) {
                town = first;
            }
            end = begin - 1;
        }
        return Math.min(start, town);
    }

    /// Where the capitalised words that end a sentence's part start, if they name a building.
    private static int buildingAtEnd(String segment, int otherwise) {
        var building = BUILDING_AT_END.matcher(segment);
        return building.find() ? building.start() : otherwise;
    }

    private static boolean separates(String text, int at) {
        var c = text.charAt(at);
        return c == ','
                || c == '\n'
                || c == ';'
                || c == '|'
                || c == ':'
                || c == '('
                || (c == '.'
                        && at + 1 < text.length()
                        && Character.isWhitespace(text.charAt(at + 1)));
    }

    private static int lastNumber(String segment) {
        var number = NUMBERED.matcher(segment);
        var last = -1;
        while (number.find()) {
            last = number.start();
        }
        return last;
    }

    private static int leadingSpace(String segment) {
        var spaces = 0;
        while (spaces < segment.length() && Character.isWhitespace(segment.charAt(spaces))) {
            spaces++;
        }
        return spaces;
    }

    /// Whether words are few and mostly start with a capital or a digit, as in an address.
    private static boolean looksLikeName(String segment) {
        var words = segment.strip().split("\\s+");
        if (words.length > 8) {
            return false;
        }
        var small = 0;
        for (var word : words) {
            if (!word.isEmpty()
                    && Character.isLowerCase(word.charAt(0))
                    && !word.equals("yr")
                    && !word.equals("y")) {
                small++;
            }
        }
        return small <= 1;
    }
}
