package org.breachregister.core.intake;

import org.breachregister.core.intake.Names.Run;
import org.breachregister.core.intake.Names.Token;
import org.breachregister.core.report.ContactDetails;
import org.breachregister.core.report.PersonalDatum;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the words of a report that tell of a person: names in the rows for contacts, in headers
/// and signatures of e-mails, and of third persons in the text; then every place where they stand.
final class People {

    private static final Set<String> CONTACT_FIELDS =
            Set.of("submitter", "contact", "headOfProfession");
    private static final Set<String> COVERS = Set.of("coveringNote", "closingNote");
    private static final Set<String> NO_PERSONS =
            Set.of(
                    "outputTitle",
                    "producers",
                    "references",
                    "occurrenceDates",
                    "reportDate",
                    "whereItHappened");
    private static final Pattern HEADER =
            Pattern.compile(
                    "^(?:From|To|Cc|Bcc|Sent by|On behalf of|Reply-To|Oddi wrth|At):\\s(.{1,500})$",
                    Pattern.CASE_INSENSITIVE);
    private static final Set<String> CONNECTORS =
            Set.of(
                    "with",
                    "and",
                    "by",
                    "from",
                    "or",
                    "behalf",
                    "is",
                    "a",
                    "name",
                    "contact",
                    "official",
                    "lead",
                    "profession",
                    "hop",
                    "statistician",
                    "statistics",
                    "report",
                    "to",
                    "enw");
    private static final Pattern SURNAME_FIRST =
            Pattern.compile(
                    "^[\"“]?(\\p{Lu}[\\p{L}'’-]{1,30}),\\s(\\p{Lu}[\\p{L}-]{1,20})(?=$|[\"”\\s<(;])");

    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final String titles;
    private final Set<String> names = new LinkedHashSet<>();

    /// A field's text and what was found in it once.
    ///
    /// @param details addresses and numbers
    /// @param masked the text with details and links blotted out, so that no name is read in them
    private record Text(
            String text,
            List<ContactDetails.Found> details,
            String masked,
            List<Token> tokens,
            List<Run> runs) {

        static Text of(String text) {
            var details = ContactDetails.find(text);
            var blotted = new StringBuilder(text);
            details.forEach(one -> blot(blotted, one.start(), one.end()));
            WebLinks.find(text).forEach(one -> blot(blotted, one.start(), one.end()));
            var masked = blotted.toString();
            var tokens = Names.tokens(masked);
            return new Text(text, details, masked, tokens, Names.runs(masked, tokens));
        }
    }

    private People(Map<String, String> fields) {
        fields.forEach((field, text) -> texts.put(field, Text.of(text)));
        this.titles =
                folded(fields.getOrDefault("outputTitle", ""))
                        + " | "
                        + folded(fields.getOrDefault("producers", ""))
                        + " | "
                        + folded(fields.getOrDefault("whereItHappened", ""));
    }

    /// The personal data in a report's fields, in their order. Words of the output's title and the
    /// producers' names are not taken for names of persons.
    static List<PersonalDatum> in(Map<String, String> fields) {
        var people = new People(fields);
        people.collect();
        var found = new ArrayList<PersonalDatum>();
        var places = new NamePlaces(people.names);
        people.texts.forEach((field, text) -> {
            var here = new ArrayList<PersonalDatum>();
            for (var one : text.details()) {
                here.add(new PersonalDatum(one.kind(), one.text(), field, one.start(), one.end()));
            }
            here.addAll(places.in(field, text.text(), text.masked(), text.tokens()));
            if (!NO_PERSONS.contains(field) && !CONTACT_FIELDS.contains(field)) {
                Roles.in(field, text.masked()).stream()
                        .filter(role -> here.stream().noneMatch(one -> overlap(one, role)))
                        .toList()
                        .forEach(here::add);
            }
            here.sort(Comparator.comparingInt(PersonalDatum::start));
            found.addAll(here);
        });
        return found;
    }

    private static boolean overlap(PersonalDatum one, PersonalDatum other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private void collect() {
        var addressed = new HashSet<String>();
        texts.values().forEach(text -> addressed.addAll(namesInAddresses(text)));
        texts.forEach((field, text) -> {
            if (CONTACT_FIELDS.contains(field)) {
                contacts(text.masked());
            } else if (COVERS.contains(field)) {
                cover(text.masked(), field.equals("closingNote"));
            }
            if (!NO_PERSONS.contains(field)) {
                mentions(text, addressed);
            }
        });
        fullNames();
    }

    /// Where "Mr Roe" is known, "John Roe" is a name as well.
    private void fullNames() {
        var surnames = new HashSet<String>();
        for (var name : names) {
            var words = Names.tokens(name);
            if (!words.isEmpty() && words.getFirst().title()) {
                surnames.add(words.getLast().bare());
            }
        }
        texts.forEach((field, text) -> {
            if (!NO_PERSONS.contains(field)) {
                text.runs().stream()
                        .filter(run -> surnames.contains(text.tokens().get(run.last()).bare()))
                        .forEach(run -> names.add(run.text()));
            }
        });
    }

    private static void blot(StringBuilder text, int start, int end) {
        for (var i = start; i < end; i++) {
            text.setCharAt(i, '|');
        }
    }

    private void contacts(String text) {
        var tokens = Names.tokens(text);
        for (var run : Names.runs(text, tokens)) {
            if (run.titled() || (isContact(text, tokens, run) && !isTitle(run))) {
                names.add(run.text());
            }
        }
    }

    private boolean isTitle(Run run) {
        return titles.contains(folded(run.text()));
    }

    private static boolean isContact(String text, List<Token> tokens, Run run) {
        var opens =
                run.first() == 0
                        || Mentions.boundary(text, tokens.get(run.first() - 1).end(), run.start());
        var next = run.last() + 1;
        var closes =
                next >= tokens.size()
                        || Mentions.boundary(text, run.end(), tokens.get(next).start());
        var before =
                run.first() == 0 ? "" : tokens.get(run.first() - 1).word().toLowerCase(Locale.ROOT);
        var ofNobody =
                Set.of("of", "the", "in", "at", "for").contains(before)
                        && !opens
                        && !behalf(tokens, run);
        if (ofNobody) {
            return false;
        }
        if (!closes) {
            var word = tokens.get(next);
            var organisation =
                    word.capital() && Words.noName(word.word()) && !Words.role(word.word());
            if (organisation && run.first() > 0) {
                return false;
            }
        }
        return opens || closes || CONNECTORS.contains(before) || Words.role(before);
    }

    private static boolean behalf(List<Token> tokens, Run run) {
        return run.first() > 1 && tokens.get(run.first() - 2).word().equalsIgnoreCase("behalf");
    }

    private void cover(String text, boolean closing) {
        for (var line : text.split("\n")) {
            var header = HEADER.matcher(line);
            if (header.matches()) {
                contacts(header.group(1));
                surnameFirst(header.group(1));
            } else if (closing && line.length() < 60) {
                contacts(line);
            }
        }
    }

    /// `From: Roe, Jane` names Jane Roe.
    private void surnameFirst(String header) {
        var parts = SURNAME_FIRST.matcher(header);
        if (parts.find()) {
            var surname = parts.group(1);
            var given = parts.group(2);
            if (!Words.noName(surname) && !Words.noName(given)) {
                names.add(surname + ", " + given);
                names.add(given + " " + surname);
            }
        }
    }

    /// Names that the words around them, or an e-mail address, give away.
    private void mentions(Text text, Set<String> addressed) {
        for (var run : text.runs()) {
            if (run.titled()
                    || (!addressed.isEmpty() && addressed.contains(folded(run.text())))
                    || (Mentions.isMentioned(text.masked(), text.tokens(), run) && !isTitle(run))
                    || (run.last() > run.first()
                            && Mentions.isReachable(text.masked(), run)
                            && !isTitle(run))) {
                names.add(run.text());
            }
        }
    }

    /// `jane.roe@…` names "jane roe".
    private static Set<String> namesInAddresses(Text text) {
        var found = new HashSet<String>();
        for (var one : text.details()) {
            if (one.kind() == PersonalDatum.Kind.EMAIL && one.text().indexOf('@') > 0) {
                var parts = one.text().substring(0, one.text().indexOf('@')).split("[._]");
                if (parts.length >= 2) {
                    found.add(folded(String.join(" ", parts)));
                }
            }
        }
        return found;
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\d]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
