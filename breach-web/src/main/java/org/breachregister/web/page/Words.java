package org.breachregister.web.page;

import org.breachregister.core.code.ElementId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.PublicRecord.NamedProducer;
import org.breachregister.core.publication.PublicRecord.NamedReference;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How pages write days, numbers and names.
public final class Words {

    private static final ZoneId READER = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter DAY_AND_MONTH =
            DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mma", Locale.UK);

    private Words() {}

    /// `3 October 2016`.
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// `October 2016`.
    public static String month(LocalDate day) {
        return MONTH.format(day);
    }

    /// `3 October 2016`, or a sentence in its place.
    public static String day(@Nullable LocalDate day, String otherwise) {
        return day == null ? otherwise : day(day);
    }

    /// `30 September to 1 October 2016`.
    public static String days(@Nullable LocalDate from, @Nullable LocalDate to, String otherwise) {
        if (from == null || to == null || from.equals(to)) {
            return day(from == null ? to : from, otherwise);
        }
        var start = from.getYear() == to.getYear() ? DAY_AND_MONTH : DAY;
        return start.format(from) + " to " + day(to);
    }

    /// `3 October 2016 at 9:30am`, UK time.
    public static String moment(Instant moment) {
        var local = moment.atZone(READER);
        return day(local.toLocalDate()) + " at " + TIME.format(local).toLowerCase(Locale.UK);
    }

    /// `1,234`.
    public static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /// `1 breach`, `1,234 breaches`.
    public static String breaches(long number) {
        return number == 1 ? "1 breach" : number(number) + " breaches";
    }

    /// `1 day`, `4 days`.
    public static String dayCount(long number) {
        return number == 1 ? "1 day" : number(number) + " days";
    }

    /// `41 KB`, counted in thousands like file managers and shops do.
    public static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000
                ? number(Math.round(bytes / 1_000.0)) + " KB"
                : String.format(Locale.UK, "%,.1f MB", bytes / 1_000_000.0);
    }

    /// The title of the output, or what stands in its place.
    public static String title(PublicRecord record) {
        var output = record.output();
        return output == null || output.isBlank() ? "Output not stated" : output;
    }

    /// The producers by name.
    public static String producers(PublicRecord record) {
        return record.producers().stream()
                .map(NamedProducer::display)
                .collect(Collectors.joining(", "));
    }

    /// The references in short: `Protocol 2 (edition 1.0)`, or the words of the report.
    public static List<String> references(PublicRecord record) {
        return record.references().stream().map(Words::reference).distinct().toList();
    }

    private static String reference(NamedReference reference) {
        var element = reference.element();
        return element == null ? reference.asReported() : element(element);
    }

    /// `Protocol 2 (edition 1.0)`.
    public static String element(ElementId element) {
        return element.edition().value().equals("PRA")
                ? element.ref()
                : element.ref() + " (edition " + element.edition() + ")";
    }

    /// The words with a capital letter.
    public static String capital(String words) {
        return words.isEmpty()
                ? ""
                : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /// The kind of breach with a capital letter: `Wrongful release`.
    public static @Nullable String kind(@Nullable String kind) {
        if (kind == null || kind.isBlank()) {
            return null;
        }
        return capital(kind);
    }
}
