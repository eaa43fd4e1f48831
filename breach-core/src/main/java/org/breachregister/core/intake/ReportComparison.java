package org.breachregister.core.intake;

import org.breachregister.core.report.Anomaly;
import org.breachregister.core.report.PersonalDatum;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;

/// Compares one reading with what a careful reader found. Text is compared after folding white
/// space, marks, quotes, dashes and case.
final class ReportComparison {

    private static final int WORDS = 6;

    private final String file;
    private final List<String> misses;
    private final Map<String, int[]> counts = new LinkedHashMap<>();

    ReportComparison(String file, List<String> misses) {
        this.file = file;
        this.misses = misses;
    }

    /// For each field: values right, expected and given.
    Map<String, int[]> compare(JsonLinesReader.Member wanted, Reading reading) {
        var expected = Objects.requireNonNullElse(wanted.text("outcome"), "report");
        one("outcome", expected, outcome(reading));
        if (!expected.equals("report")) {
            return counts;
        }
        var report = reading instanceof Reading.Report(var read, _, _) ? read : nothing();
        one("form", wanted.text("form"), report.form() == null ? null : report.form().name());
        many(
                "producers as written",
                members(wanted, "producers", "as_written"),
                report.producers().stream().map(one -> one.asWritten()).toList());
        many(
                "producers canonical",
                members(wanted, "producers", "canonical"),
                report.producers().stream()
                        .map(one -> one.canonical())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .toList());
        one("output title", wanted.text("output_title"), report.outputTitle());
        many("output links", wanted.texts("output_links"), report.outputLinks());
        one("report date", wanted.text("report_date"), text(report.reportDate()));
        many(
                "occurrence dates",
                wanted.texts("occurrence_dates"),
                report.occurrenceDates().stream().map(LocalDate::toString).toList());
        many(
                "references",
                references(wanted),
                report.references().stream()
                        .map(one -> one.element())
                        .filter(Objects::nonNull)
                        .map(one -> one.edition() + " " + one.ref())
                        .toList());
        sections(wanted.member("sections"), report);
        personalData(wanted, report);
        commitments(wanted, report);
        match(
                "previous breaches",
                wanted.texts("previous_breaches"),
                report.previousBreaches(),
                (want, given) -> holds(given, want));
        many(
                "anomalies",
                wanted.texts("anomalies"),
                report.anomalies().stream().map(Anomaly::code).distinct().toList());
        return counts;
    }

    private static SubmittedReport nothing() {
        return new SubmittedReport(
                null, List.of(), null, List.of(), null, List.of(), List.of(), null, null, Map.of(),
                List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    private static String outcome(Reading reading) {
        return switch (reading) {
            case Reading.Report _ -> "report";
            case Reading.NotAReport _ -> "not-a-report";
            case Reading.Unreadable _ -> "unreadable";
        };
    }

    private static List<String> members(JsonLinesReader.Member wanted, String list, String name) {
        return wanted.members(list).stream()
                .map(one -> one.text(name))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }

    private static List<String> references(JsonLinesReader.Member wanted) {
        return wanted.members("references").stream()
                .map(one -> one.text("edition") + " " + one.text("ref"))
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private void sections(JsonLinesReader.Member wanted, SubmittedReport report) {
        var expected = new LinkedHashMap<Section, JsonLinesReader.Member>();
        for (var name : wanted.names()) {
            for (var section : Section.values()) {
                if (section.key().equals(name)
                        || section.name().toLowerCase(Locale.ROOT).equals(name)) {
                    expected.put(section, wanted.member(name));
                }
            }
        }
        for (var section : Section.values()) {
            var want = expected.get(section);
            var text = report.sections().get(section);
            if (want == null && text == null) {
                continue;
            }
            var right =
                    want != null
                            && text != null
                            && fold(first(text)).equals(fold(want.text("first")))
                            && fold(last(text)).equals(fold(want.text("last")));
            count("sections", right ? 1 : 0, want == null ? 0 : 1, text == null ? 0 : 1);
            if (!right) {
                misses.add(
                        "%s: section %s: expected '%s ... %s', read '%s ... %s'"
                                .formatted(
                                        file,
                                        section.key(),
                                        want == null ? "nothing" : want.text("first"),
                                        want == null ? "" : want.text("last"),
                                        text == null ? "nothing" : first(text),
                                        text == null ? "" : last(text)));
            }
        }
    }

    private void personalData(JsonLinesReader.Member wanted, SubmittedReport report) {
        for (var kind : PersonalDatum.Kind.values()) {
            if (kind == PersonalDatum.Kind.ROLE) {
                continue; // labelled reports list no roles
            }
            var want =
                    wanted.members("personal_data").stream()
                            .filter(one -> kind.key().equals(one.text("kind")))
                            .map(one -> Objects.requireNonNullElse(one.text("text"), ""))
                            .toList();
            var given =
                    report.personalData().stream()
                            .filter(one -> one.kind() == kind)
                            .map(PersonalDatum::text)
                            .distinct()
                            .toList();
            // A part of an expected name ("Vellacott" alone) is neither right nor wrong.
            var counted =
                    given.stream()
                            .filter(text ->
                                    want.stream().anyMatch(one -> fold(one).equals(fold(text)))
                                            || want.stream()
                                                    .noneMatch(one ->
                                                            fold(one).contains(fold(text))
                                                                    || isTitled(text, one)))
                            .toList();
            many("personal data: " + kind.key(), want, counted);
        }
    }

    /// "Dr Roe" beside "Jane Roe".
    private static boolean isTitled(String text, String name) {
        var words = text.split("\\s+");
        return words.length > 1 && fold(name).endsWith(" " + fold(words[words.length - 1]));
    }

    private void commitments(JsonLinesReader.Member wanted, SubmittedReport report) {
        var want = wanted.members("commitments");
        var texts =
                want.stream()
                        .map(one -> Objects.requireNonNullElse(one.text("text_contains"), ""))
                        .toList();
        match(
                "commitments",
                texts,
                report.commitments().stream().map(one -> one.text()).toList(),
                (words, given) -> holds(given, words));
        for (var one : want) {
            var words = Objects.requireNonNullElse(one.text("text_contains"), "");
            report.commitments().stream()
                    .filter(given -> holds(given.text(), words))
                    .findFirst()
                    .ifPresent(given -> one("commitments due", one.text("due"), text(given.due())));
        }
    }

    private void one(String field, @Nullable String wanted, @Nullable String given) {
        var right = fold(wanted).equals(fold(given));
        count(field, right ? 1 : 0, 1, 1);
        if (!right) {
            misses.add("%s: %s: expected '%s', read '%s'".formatted(file, field, wanted, given));
        }
    }

    private void many(String field, List<String> wanted, List<String> given) {
        match(field, wanted, given, (want, one) -> fold(want).equals(fold(one)));
    }

    private void match(
            String field,
            List<String> wanted,
            List<String> given,
            BiPredicate<String, String> same) {
        var left = new ArrayList<>(given);
        var right = 0;
        for (var want : wanted) {
            var found = left.stream().filter(one -> same.test(want, one)).findFirst();
            if (found.isPresent()) {
                left.remove(found.get());
                right++;
            } else {
                misses.add("%s: %s: expected '%s'".formatted(file, field, want));
            }
        }
        left.forEach(
                one -> misses.add("%s: %s: read '%s', not expected".formatted(file, field, one)));
        count(field, right, wanted.size(), given.size());
    }

    private void count(String field, int right, int expected, int given) {
        var count = counts.computeIfAbsent(field, _ -> new int[3]);
        count[0] += right;
        count[1] += expected;
        count[2] += given;
    }

    private static boolean holds(String text, String part) {
        return fold(text).contains(fold(part));
    }

    private static String first(String text) {
        var words = words(text);
        return String.join(" ", words.subList(0, Math.min(WORDS, words.size())));
    }

    private static String last(String text) {
        var words = words(text);
        return String.join(" ", words.subList(Math.max(0, words.size() - WORDS), words.size()));
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var line : text.split("\n")) {
            var bare = line.strip().substring(Lines.mark(line.strip(), true));
            for (var word : bare.split("\\s+")) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    /// Text as it is compared.
    static String fold(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var folded = new StringBuilder(text.length());
        for (var c : Marks.strip(text).toCharArray()) {
            if (c >= '\uE000' && c <= '\uF8FF' || c == '\u00AD' || c == '>') {
                continue;
            }
            switch (c) {
                case '‘', '’', '´', '`' -> folded.append('\'');
                case '“', '”' -> folded.append('"');
                case '–', '—', '‑', '‐', '−' -> folded.append('-');
                default -> folded.append(Character.isSpaceChar(c) ? ' ' : c);
            }
        }
        return folded.toString().replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
