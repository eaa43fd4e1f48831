package org.breachregister.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reports that go by, each compared with those before it that share a sign with it. Not safe for
/// several threads at once.
public final class EventsSeen {

    private static final int CANDIDATES = 12;

    private final List<Seen> seen = new ArrayList<>();
    private final Map<Long, List<Integer>> bySign = new HashMap<>();

    private record Seen(String name, SubmittedReport report) {}

    /// That a report looks like one that went by before.
    ///
    /// @param name what the earlier one was called
    public record Again(String name, Likeness likeness) {

        /// It as an anomaly of the later one.
        public Anomaly anomaly() {
            return new Anomaly(
                    "likely-duplicate",
                    "Looks like the report in %s: %s; check before it is counted as a breach of its own."
                            .formatted(name, likeness.inShort()));
        }
    }

    /// Lets a report go by, and tells which of the earlier ones it looks like most.
    public Optional<Again> add(String name, SubmittedReport report) {
        var signs = EventSigns.of(report);
        var shared = new HashMap<Integer, Integer>();
        for (var sign : signs) {
            var bearers = bySign.getOrDefault(sign, List.of());
            if (bearers.size() < EventSigns.COMMON) {
                bearers.forEach(one -> shared.merge(one, 1, Integer::sum));
            }
        }
        var again =
                shared.entrySet().stream()
                        .sorted(
                                Map.Entry.<Integer, Integer>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .limit(CANDIDATES)
                        .map(candidate -> seen.get(candidate.getKey()))
                        .flatMap(earlier ->
                                SameEvent.of(report, earlier.report())
                                        .map(likeness -> new Again(earlier.name(), likeness))
                                        .stream())
                        .max(Comparator.comparingDouble(one -> one.likeness().confidence()));
        signs.forEach(
                sign -> bySign.computeIfAbsent(sign, _ -> new ArrayList<>()).add(seen.size()));
        seen.add(new Seen(name, slim(report)));
        return again;
    }

    /// What [SameEvent] looks at.
    private static SubmittedReport slim(SubmittedReport report) {
        return new SubmittedReport(
                report.form(),
                report.producers(),
                report.outputTitle(),
                List.of(),
                report.reportDate(),
                report.occurrenceDates(),
                report.references(),
                null,
                null,
                report.sections(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }
}
