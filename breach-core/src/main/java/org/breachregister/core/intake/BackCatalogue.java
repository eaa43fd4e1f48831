package org.breachregister.core.intake;

import org.breachregister.core.code.CitedReference;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.ReferenceReader;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.report.Evidence;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// Reads a back catalogue of breaches: records as JSON objects, one a line, with the members `id`,
/// `producer`, `output`, `occurred`, `reported`, `references` (a list or a text), `kind`, `where`
/// and `account`; others are passed over. Safe for many threads.
public final class BackCatalogue {

    private static final int LONGEST_LINE = 1_000_000;

    private final CodeOfPractice code;
    private final Producers producers;
    private final Clock clock;
    private final ReferenceReader references;
    private final Suggestions suggestions = Suggestions.load();

    public BackCatalogue(CodeOfPractice code, Producers producers, Clock clock) {
        this.code = code;
        this.producers = producers;
        this.clock = clock;
        this.references = new ReferenceReader(code);
    }

    /// What came of a line.
    public sealed interface Result {

        /// The number of the line, from 1.
        long line();

        /// The line holds a record.
        ///
        /// @param id the record's own id, or null
        /// @param json the line, as written
        record Held(long line, @Nullable String id, String json, SubmittedReport report)
                implements Result {}

        /// The line holds none.
        ///
        /// @param reason a sentence saying what is wrong with it
        record Refused(long line, String reason) implements Result {}
    }

    /// The records of a catalogue, in order and one at a time; empty lines are passed over.
    public Stream<Result> read(BufferedReader catalogue) {
        var number = new AtomicLong();
        return catalogue
                .lines()
                .map(line -> Map.entry(number.incrementAndGet(), line))
                .filter(line -> !line.getValue().isBlank())
                .map(line -> read(line.getKey(), line.getValue()));
    }

    /// The record on one line.
    public Result read(long number, String json) {
        if (json.length() > LONGEST_LINE) {
            return new Result.Refused(
                    number, "The line is too long: %,d characters".formatted(json.length()));
        }
        try {
            var line = json.startsWith("\uFEFF") ? json.substring(1) : json;
            var record = JsonLinesReader.read(line);
            return new Result.Held(number, record.text("id"), json, report(record));
        } catch (JsonLinesReader.NotAnObject | NotARecord e) {
            var reason = e.getMessage();
            return new Result.Refused(number, reason == null ? "It cannot be read" : reason);
        }
    }

    private SubmittedReport report(JsonLinesReader.Member record) {
        var producer = record.text("producer");
        var output = record.text("output");
        var account = record.text("account");
        if (producer == null && output == null && account == null) {
            throw new NotARecord("It names neither producer nor output nor account");
        }
        var occurred = dates(record, "occurred");
        var reportedDays = dates(record, "reported");
        var reported = reportedDays.isEmpty() ? null : reportedDays.getFirst();
        var first = occurred.isEmpty() ? null : occurred.getFirst();
        var day = first != null ? first : reported;
        var cited = new ArrayList<CitedReference>();
        for (var words : record.texts("references")) {
            addReferences(words, day, cited);
        }
        var field = OutputField.of(output == null ? "" : output);
        var title = field.title() != null ? field.title() : output;
        var context =
                "%s\n%s".formatted(output == null ? "" : output, account == null ? "" : account);
        var named =
                producer == null
                        ? List.<org.breachregister.core.producer.ReportedProducer>of()
                        : producers.match(producer, context, day);
        var sections = new EnumMap<Section, String>(Section.class);
        if (account != null) {
            sections.put(Section.ACCOUNT, account.strip());
        }
        var fields = new LinkedHashMap<String, String>();
        put(fields, "outputTitle", output);
        put(fields, "producers", producer);
        put(fields, "references", String.join("\n", record.texts("references")));
        put(fields, "occurrenceDates", record.text("occurred"));
        put(fields, "reportDate", record.text("reported"));
        put(fields, "whereItHappened", record.text("where"));
        var evidence = new LinkedHashMap<String, Evidence>();
        fields.forEach(
                (name, text) -> evidence.put(name, new Evidence(label(name), text, null, 1)));
        var inForce = day == null ? null : code.editionOn(day).orElse(null);
        var doubts =
                new Doubts(
                        fields.getOrDefault("producers", ""),
                        title,
                        reported,
                        occurred,
                        fields.getOrDefault("occurrenceDates", ""),
                        named,
                        cited,
                        fields.getOrDefault("references", ""),
                        inForce,
                        account == null ? "" : account,
                        LocalDate.now(clock));
        var circumstances = Circumstances.of("", sections, suggestions);
        circumstances.evidence().forEach(evidence::putIfAbsent);
        var texts = new LinkedHashMap<>(fields);
        sections.forEach((section, text) -> texts.put(section.key(), text));
        return new SubmittedReport(
                null,
                named,
                title,
                field.links(),
                reported,
                occurred,
                cited,
                record.text("kind"),
                record.text("where"),
                sections,
                People.in(texts),
                Promises.in(sections, reported != null ? reported : first),
                EarlierBreaches.in(sections, day),
                doubts.all(),
                evidence,
                Occurrences.in(
                        fields.getOrDefault("occurrenceDates", ""), occurred, _ -> List.of()),
                circumstances.exposure(),
                circumstances.reached(),
                circumstances.place(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private void addReferences(String words, @Nullable LocalDate day, List<CitedReference> cited) {
        var read = references.read(words, day);
        if (read.isEmpty()) {
            cited.add(
                    new CitedReference(
                            words, null, List.of(), 0, "No principle or practice could be read"));
        }
        for (var reference : read) {
            var element = reference.element();
            if (element == null
                    || cited.stream().noneMatch(held -> element.equals(held.element()))) {
                cited.add(reference);
            }
        }
    }

    private static String label(String field) {
        return switch (field) {
            case "outputTitle" -> "output";
            case "producers" -> "producer";
            case "occurrenceDates" -> "occurred";
            case "reportDate" -> "reported";
            case "whereItHappened" -> "where";
            default -> field;
        };
    }

    private static void put(Map<String, String> fields, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            fields.put(name, text);
        }
    }

    private static List<LocalDate> dates(JsonLinesReader.Member record, String member) {
        var written = record.text(member);
        if (written == null) {
            return List.of();
        }
        var dates = Dates.find(written);
        if (dates.isEmpty()) {
            throw new NotARecord(
                    "'%s' is no date: '%s'. It looks like 2016-10-03".formatted(member, written));
        }
        return dates.stream().map(Dates.Found::date).distinct().toList();
    }

    /// A line whose object is no record of a breach.
    private static final class NotARecord extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotARecord(String message) {
            super(message);
        }
    }
}
