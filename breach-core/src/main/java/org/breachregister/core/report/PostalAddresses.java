package org.breachregister.core.report;

import org.breachregister.core.report.ContactDetails.Found;
import org.breachregister.core.text.Places;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds postal addresses: back from a postcode, streets by their names, boxes.
final class PostalAddresses {

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

    private PostalAddresses() {}

    static void find(String text, List<Found> found) {
        var last = new int[1];
        Places.each(
                POSTCODE,
                text,
                PostalAddresses::mayStartPostcode,
                code -> {
                    add(text, addressStart(text, code.start(), last[0]), code.end(), found);
                    last[0] = code.end();
                });
        Places.each(
                BOX,
                text,
                (words, at) -> (words.charAt(at) | 0x20) == 'p',
                box -> add(text, box.start(), box.end(), found));
        Places.each(
                STREET,
                text,
                Places::isNumber,
                street -> add(text, street.start(), street.end(), found));
    }

    /// One or two letters that start a word, and a digit.
    private static boolean mayStartPostcode(String text, int at) {
        return at + 4 < text.length()
                && Character.isLetter(text.charAt(at))
                && (isDigit(text.charAt(at + 1)) || isDigit(text.charAt(at + 2)))
                && (at == 0 || !Character.isLetter(text.charAt(at - 1)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void add(String text, int start, int end, List<Found> found) {
        found.add(ContactDetails.found(PersonalDatum.Kind.ADDRESS, text, start, end));
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
