package org.breachregister.web.producer;

import org.breachregister.core.casework.Drafts.Draft;
import org.breachregister.core.code.CitedReference;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The answers of a report: those that were given, and what was read in its document where none
/// was.
///
/// @param lines the lines of each answer by the key of its question
record Answers(Map<String, List<String>> lines) {

    Answers {
        lines = Map.copyOf(lines);
    }

    static Answers of(Draft draft) {
        var read = draft.read();
        var lines = new HashMap<>(read == null ? Map.of() : of(read).lines);
        lines.putAll(draft.answers());
        return new Answers(lines);
    }

    /// What a report says.
    static Answers of(SubmittedReport report) {
        var lines = new HashMap<String, List<String>>();
        lines.put("outputTitle", Stream.ofNullable(report.outputTitle()).toList());
        lines.put("outputLinks", report.outputLinks());
        lines.put(
                "occurrenceDates",
                report.occurrenceDates().stream().map(LocalDate::toString).toList());
        lines.put("references", report.references().stream().map(Answers::reference).toList());
        lines.put("previousBreaches", report.previousBreaches());
        lines.put("statementLinks", report.statementLinks());
        report.sections()
                .forEach((section, text) -> lines.put(section.key(), text.lines().toList()));
        var narrative = report.sections().get(Section.NARRATIVE);
        if (narrative != null) {
            lines.putIfAbsent(Section.ACCOUNT.key(), narrative.lines().toList());
        }
        for (var person : List.of("submitter", "contact", "headOfProfession")) {
            var evidence = report.evidence().get(person);
            if (evidence != null) {
                lines.put(person, evidence.text().lines().toList());
            }
        }
        return new Answers(lines);
    }

    private static String reference(CitedReference reference) {
        var element = reference.element();
        return element == null ? reference.asWritten() : element.toString();
    }

    /// The lines of an answer that are not blank at its ends; empty for none.
    List<String> of(String key) {
        return lines.getOrDefault(key, List.of());
    }

    /// An answer as one text.
    String text(String key) {
        return String.join("\n", of(key));
    }

    boolean has(String key) {
        return of(key).stream().anyMatch(line -> !line.isBlank());
    }

    /// The title of the output, or what stands in its place.
    String title() {
        var title = text("outputTitle").strip();
        return title.isEmpty() ? "Output not given yet" : title;
    }

    /// The days of occurrence that are days.
    List<LocalDate> days() {
        return of("occurrenceDates").stream().map(Answers::day).filter(Objects::nonNull).toList();
    }

    static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// The element of the Code that a line names as a draft names it: `2.0 T3.4`.
    static Optional<ElementId> element(String line, CodeOfPractice code) {
        var space = line.indexOf(' ');
        if (space < 1) {
            return Optional.empty();
        }
        var edition = line.substring(0, space);
        var ref = line.substring(space + 1).strip();
        return Stream.concat(
                        code.editions().stream().map(known -> known.id()), Stream.of(EditionId.PRA))
                .filter(known -> known.value().equals(edition))
                .filter(_ -> !ref.isEmpty())
                .map(known -> new ElementId(known, ref))
                .filter(element ->
                        code.element(element).isPresent() || code.principleOf(element).isPresent())
                .findFirst();
    }

    /// Lines of a text as a draft holds them.
    static List<String> split(String text) {
        var lines = text.stripTrailing();
        return lines.isBlank() ? List.of() : Arrays.asList(lines.split("\n", -1));
    }
}
