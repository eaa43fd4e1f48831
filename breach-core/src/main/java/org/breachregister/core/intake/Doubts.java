package org.breachregister.core.intake;

import org.breachregister.core.code.CitedReference;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.report.Anomaly;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a person should look at in a report.
///
/// @param producerField words of the producer field
/// @param title title of the output, or null
/// @param reported day of the report, or null
/// @param occurred days of occurrence
/// @param occurrenceField words of the occurrence field
/// @param producers the producers read
/// @param references the references read
/// @param referenceField words of the reference field
/// @param inForce the edition of the Code in force on the day of the breach, or null
/// @param narrative the running text
/// @param today the day of reading
record Doubts(
        String producerField,
        @Nullable String title,
        @Nullable LocalDate reported,
        List<LocalDate> occurred,
        String occurrenceField,
        List<ReportedProducer> producers,
        List<CitedReference> references,
        String referenceField,
        @Nullable EditionId inForce,
        String narrative,
        LocalDate today) {

    private static final Pattern NUMBERED_PRINCIPLE =
            Pattern.compile("\\b(?:principle|protocol)\\s\\d", Pattern.CASE_INSENSITIVE);
    private static final Pattern LETTERED = Pattern.compile("\\b[TQV]\\d");
    private static final int LONG_AGO = 300;
    private static final int LONGEST_ACCOUNT = 100_000;

    List<Anomaly> all() {
        var found = new ArrayList<Anomaly>();
        missing(found);
        dates(found);
        yearTypo(found);
        producers(found);
        references(found);
        return found;
    }

    private void missing(List<Anomaly> found) {
        if (producers.isEmpty()) {
            found.add(
                    new Anomaly(
                            "missing-producer",
                            "The report names no producer. Ask who produced the statistics, or read it from the address and signature"));
        }
        if (reported == null) {
            found.add(
                    new Anomaly(
                            "missing-date",
                            "The report bears no date that can be read. Take it from the e-mail it came with, or ask"));
        }
        // A month without a day is a date of sorts: the form's own guidance allows it.
        if (occurred.isEmpty() && !OccurrenceDates.namesMonth(occurrenceField)) {
            found.add(
                    new Anomaly(
                            "missing-date",
                            occurrenceField.isBlank()
                                    ? "The date of occurrence is not given. Ask for it"
                                    : "The date of occurrence '%s' names no day, month and year. Ask for it"
                                            .formatted(shortened(occurrenceField))));
        }
        if (references.isEmpty()) {
            found.add(
                    new Anomaly(
                            "missing-reference",
                            referenceField.isBlank()
                                    ? "The report cites no principle or practice of the Code. Decide which one was breached"
                                    : "No principle or practice could be read from '%s'. Decide which one is meant"
                                            .formatted(shortened(referenceField))));
        }
    }

    private void dates(List<Anomaly> found) {
        if (occurred.size() > 1) {
            found.add(
                    new Anomaly(
                            "multiple-occurrences",
                            "The report gives %d dates of occurrence: %s. Check whether this is one breach or several"
                                    .formatted(
                                            occurred.size(),
                                            occurred.stream()
                                                    .map(LocalDate::toString)
                                                    .collect(Collectors.joining(", ")))));
        }
        var report = reported;
        if (report != null) {
            occurred.stream()
                    .filter(report::isBefore)
                    .findFirst()
                    .ifPresent(day ->
                            found.add(
                                    new Anomaly(
                                            "report-before-occurrence",
                                            "The report is dated %s, before the occurrence on %s. One of the two is wrong"
                                                    .formatted(report, day))));
            if (report.isAfter(today)) {
                found.add(
                        new Anomaly(
                                "future-date",
                                "The report is dated %s, which is still to come (today is %s)"
                                        .formatted(report, today)));
            }
        }
        occurred.stream()
                .filter(today::isBefore)
                .findFirst()
                .ifPresent(day ->
                        found.add(
                                new Anomaly(
                                        "future-date",
                                        "The date of occurrence %s is still to come (today is %s)"
                                                .formatted(day, today))));
    }

    /// The occurrence is in one year, and the account tells of the same or a near day in another.
    private void yearTypo(List<Anomaly> found) {
        if (occurred.isEmpty()) {
            return;
        }
        var account = narrative.substring(0, Math.min(narrative.length(), LONGEST_ACCOUNT));
        var told = Dates.find(account).stream().map(Dates.Found::date).distinct().toList();
        for (var day : occurred) {
            var sameDay =
                    told.stream()
                            .filter(other ->
                                    other.getYear() != day.getYear()
                                            && other.getMonth() == day.getMonth()
                                            && other.getDayOfMonth() == day.getDayOfMonth())
                            .findFirst();
            var yearTold = told.stream().anyMatch(other -> other.getYear() == day.getYear());
            if (sameDay.isPresent() && told.stream().noneMatch(day::equals)) {
                found.add(
                        new Anomaly(
                                "year-typo-suspected",
                                "The date of occurrence is %s, but the account says %s. Check the year"
                                        .formatted(day, sameDay.get())));
                return;
            }
            var report = reported;
            if (report != null && !yearTold && isFarFrom(report, day)) {
                var near = told.stream().filter(other -> !isFarFrom(report, other)).findFirst();
                if (near.isPresent() || seasonFits(report, day)) {
                    found.add(
                            new Anomaly(
                                    "year-typo-suspected",
                                    "The date of occurrence is %s, the report is dated %s%s. Check the year"
                                            .formatted(
                                                    day,
                                                    report,
                                                    near.map(other ->
                                                                    " and its account tells of "
                                                                            + other)
                                                            .orElse(""))));
                    return;
                }
            }
        }
    }

    private static boolean isFarFrom(LocalDate report, LocalDate day) {
        var days = java.time.temporal.ChronoUnit.DAYS.between(day, report);
        return days > LONG_AGO || days < -LONG_AGO;
    }

    /// Whether the day would lie shortly before the report in another year.
    private static boolean seasonFits(LocalDate report, LocalDate day) {
        var moved = day.plusYears((long) report.getYear() - day.getYear());
        var days = java.time.temporal.ChronoUnit.DAYS.between(moved, report);
        return days >= 0 && days < 60;
    }

    private void producers(List<Anomaly> found) {
        var name = title;
        if (name != null
                && !producerField.isBlank()
                && repeats(letters(producerField), letters(name))
                && producers.stream().allMatch(producer -> producer.id() == null)) {
            found.add(
                    new Anomaly(
                            "producer-is-output",
                            "The producer field holds the title of the output ('%s'). Read the producer from addresses and links, or ask"
                                    .formatted(shortened(producerField))));
        }
        for (var producer : producers) {
            if (producer.rule().equals("ambiguous abbreviation")
                    || producer.rule().equals("abbreviation in context")) {
                var meant = producer.canonical();
                found.add(
                        new Anomaly(
                                "ambiguous-abbreviation",
                                "'%s' may mean %s; %s"
                                        .formatted(
                                                producer.asWritten(),
                                                producer.candidates().isEmpty()
                                                        ? "more than one body"
                                                        : producer.candidates().stream()
                                                                .map(Object::toString)
                                                                .collect(
                                                                        Collectors.joining(" or ")),
                                                meant == null
                                                        ? "decide which"
                                                        : "other words of the report point to "
                                                                + meant)));
            }
        }
    }

    private static boolean repeats(String field, String title) {
        return field.equals(title)
                || (field.length() > 12 && title.contains(field))
                || (title.length() > 12 && field.contains(title));
    }

    /// A reference of another edition than that of the day, or in another edition's notation, where
    /// no reference of the day's own edition stands beside it.
    private void references(List<Anomaly> found) {
        var current = inForce;
        @Nullable CitedReference doubtful = null;
        for (var reference : references) {
            var element = reference.element();
            if (element != null && element.edition().equals(EditionId.PRA)) {
                continue;
            }
            if (element != null && element.edition().equals(current)) {
                if (!isOfAnotherStyle(reference)) {
                    return;
                }
                doubtful = doubtful == null ? reference : doubtful;
            }
            var editions =
                    reference.candidates().stream().map(one -> one.edition()).distinct().count();
            var other = element != null && current != null;
            if (doubtful == null && (editions > 1 || other)) {
                doubtful = reference;
            }
        }
        if (doubtful != null) {
            found.add(new Anomaly("ambiguous-edition", ambiguity(doubtful, current)));
        }
    }

    /// "Principle 3: Orderly release, Practice 6" of an edition that numbers it T3.6.
    private boolean isOfAnotherStyle(CitedReference reference) {
        var element = reference.element();
        return element != null
                && element.ref().matches("[TQV]\\d.*")
                && NUMBERED_PRINCIPLE.matcher(reference.asWritten()).find()
                && !LETTERED.matcher(reference.asWritten()).find();
    }

    private static String ambiguity(CitedReference reference, @Nullable EditionId current) {
        var element = reference.element();
        var words = shortened(reference.asWritten());
        if (element == null || current == null) {
            var doubt = reference.doubt();
            return doubt != null
                    ? doubt
                    : "'%s' may belong to more than one edition of the Code; decide which"
                            .formatted(words);
        }
        return element.edition().equals(current)
                ? "'%s' is written as edition 1.0 numbers it, but edition %s was in force and it was read as %s. Check which practice is meant"
                        .formatted(words, current, element.ref())
                : "'%s' is of edition %s, but edition %s was in force on the day of the breach. Check the date and which practice is meant"
                        .formatted(words, element.edition(), current);
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]", "");
    }

    private static String shortened(String text) {
        var line = text.replace('\n', ' ').strip();
        return line.length() <= 120 ? line : line.substring(0, 117) + "...";
    }
}
