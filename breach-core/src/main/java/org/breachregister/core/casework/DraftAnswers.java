package org.breachregister.core.casework;

import org.breachregister.core.code.CitedReference;
import org.breachregister.core.report.Anomaly;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The answers of a draft by field, with what was read in its document where nobody answered.
///
/// @param given what was answered
/// @param read what was read in the document, or null
record DraftAnswers(Map<String, List<String>> given, @Nullable SubmittedReport read) {

    /// Persons to contact.
    static final List<String> PEOPLE = List.of("headOfProfession", "contact", "submitter");

    /// All fields, in the order of the form.
    static final Set<String> KEYS = keys();

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

    static DraftAnswers of(Drafts.Draft draft) {
        return new DraftAnswers(draft.answers(), draft.read());
    }

    private static Set<String> keys() {
        var keys = new LinkedHashSet<String>();
        Arrays.stream(CorrectedField.values()).forEach(field -> keys.add(field.key()));
        Arrays.stream(Section.values()).forEach(section -> keys.add(section.key()));
        keys.addAll(PEOPLE);
        return keys;
    }

    static Optional<Section> section(String key) {
        return Arrays.stream(Section.values())
                .filter(section -> section.key().equals(key))
                .findFirst();
    }

    /// What is wrong with answers that should be saved, or null.
    static @Nullable String problem(Map<String, List<String>> answers) {
        for (var answer : answers.entrySet()) {
            var key = answer.getKey();
            if (!KEYS.contains(key)) {
                return "There is no field '%s'. The fields are: %s."
                        .formatted(shortened(key), String.join(", ", KEYS));
            }
            var text = String.join("\n", answer.getValue());
            var longest =
                    key.equals(CorrectedField.OUTPUT_TITLE.key())
                            ? Drafts.LONGEST_TITLE
                            : section(key).isPresent()
                                    ? Drafts.LONGEST_SECTION
                                    : Drafts.LONGEST_ANSWER;
            if (text.length() > longest) {
                return "The field '%s' is too long: %,d characters, and %,d at most."
                        .formatted(key, text.length(), longest);
            }
            if (!text.isBlank()) {
                var problem = Given.text("The field '%s'".formatted(key), text);
                if (problem != null) {
                    return problem;
                }
            }
        }
        return null;
    }

    private static String shortened(String key) {
        return key.length() <= 40 ? key : key.substring(0, 40) + "…";
    }

    /// The lines of a field.
    List<String> lines(String key) {
        var answer = given.get(key);
        if (answer != null) {
            return answer;
        }
        var report = read;
        return report == null ? List.of() : lines(report, key);
    }

    /// What a report says in a field.
    static List<String> lines(SubmittedReport report, String key) {
        var section = section(key);
        if (section.isPresent()) {
            return report.sections().getOrDefault(section.get(), "").lines().toList();
        }
        var field = CorrectedField.of(key);
        if (field.isEmpty()) {
            var words = report.evidence().get(key);
            return words == null ? List.of() : words.text().lines().toList();
        }
        return field.get() == CorrectedField.REFERENCES
                ? report.references().stream().map(DraftAnswers::reference).distinct().toList()
                : Corrections.value(report, field.get());
    }

    private static String reference(CitedReference reference) {
        var element = reference.element();
        return element == null ? reference.asWritten() : element.toString();
    }

    /// The lines of a field without those that are blank.
    List<String> filled(String key) {
        return lines(key).stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /// The text of a field.
    String text(String key) {
        return String.join("\n", lines(key)).strip();
    }

    /// Sections and persons that the producer wrote otherwise than they were read. What happened is
    /// one text to a producer, whether the form has it as an account or as free text.
    Map<String, String> rewritten() {
        var changed = new LinkedHashMap<String, String>();
        var report = read;
        if (report == null) {
            return changed;
        }
        var free =
                report.sections().containsKey(Section.NARRATIVE)
                        && !report.sections().containsKey(Section.ACCOUNT);
        given.forEach((key, _) -> {
            var isOne = section(key).isPresent() || PEOPLE.contains(key);
            var field = free && key.equals(Section.ACCOUNT.key()) ? Section.NARRATIVE.key() : key;
            if (isOne && !same(text(key), String.join("\n", lines(report, field)))) {
                changed.put(field, text(key));
            }
        });
        return changed;
    }

    private static boolean same(String one, String other) {
        return one.strip().replaceAll("\\s+", " ").equals(other.strip().replaceAll("\\s+", " "));
    }

    /// Fields that have to be filled in and are not.
    List<String> missing() {
        var missing = new ArrayList<String>();
        for (var field :
                List.of(
                        CorrectedField.OUTPUT_TITLE,
                        CorrectedField.OCCURRENCE_DATES,
                        CorrectedField.REFERENCES)) {
            if (filled(field.key()).isEmpty()) {
                missing.add(field.key());
            }
        }
        if (Stream.of(Section.ACCOUNT, Section.NARRATIVE)
                .allMatch(section -> filled(section.key()).isEmpty())) {
            missing.add(Section.ACCOUNT.key());
        }
        if (PEOPLE.stream().allMatch(key -> filled(key).isEmpty())) {
            missing.add(PEOPLE.getFirst());
        }
        return missing;
    }

    /// Days that cannot be right.
    List<Anomaly> impossibleDays(LocalDate today) {
        var found = new ArrayList<Anomaly>();
        var occurred = days(CorrectedField.OCCURRENCE_DATES, "occurrence", today, found);
        var reported = days(CorrectedField.REPORT_DATE, "report", today, found);
        for (var report : reported) {
            occurred.stream()
                    .filter(report::isBefore)
                    .findFirst()
                    .ifPresent(day ->
                            found.add(
                                    new Anomaly(
                                            "report-before-occurrence",
                                            "The report is dated %s, before the occurrence on %s. One of the two is wrong."
                                                    .formatted(report, day))));
        }
        return found;
    }

    private List<LocalDate> days(
            CorrectedField field, String what, LocalDate today, List<Anomaly> found) {
        var days = new ArrayList<LocalDate>();
        for (var line : filled(field.key())) {
            var day = day(line);
            if (day == null) {
                found.add(
                        new Anomaly(
                                "not-a-date",
                                "The date of %s '%s' is not a day. Write it as 2016-09-30."
                                        .formatted(what, shortened(line))));
                continue;
            }
            days.add(day);
            if (day.isAfter(today)) {
                found.add(
                        new Anomaly(
                                "future-date",
                                "The date of %s %s is still to come (today is %s)."
                                        .formatted(what, day, today)));
            } else if (day.isBefore(FIRST)) {
                found.add(
                        new Anomaly(
                                "impossible-date",
                                "The date of %s %s is too long ago. Check its year."
                                        .formatted(what, day)));
            }
        }
        return days;
    }

    static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
