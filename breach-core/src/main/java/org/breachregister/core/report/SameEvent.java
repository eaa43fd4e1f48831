package org.breachregister.core.report;

import org.breachregister.core.producer.ReportedProducer;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells whether two reports are one: the same event on the same form in another rendering, or sent
/// again. Two breaches alike are not one event, however alike their words: a day that differs, or
/// an output that differs, speaks against it.
public final class SameEvent {

    /// Below this nobody needs to look.
    private static final double LEAST = 0.6;

    private static final double FEWEST_SHARED = 0.6;
    private static final double NEARLY_ALL = 0.95;
    private static final int FEWEST_WORDS = 8;
    private static final int FAR_APART = 31;

    private SameEvent() {}

    /// What makes two reports look like one, if they do. The order of the two does not matter.
    public static Optional<Likeness> of(SubmittedReport one, SubmittedReport other) {
        var days = days(one, other);
        if (days != Match.SAME && !sameDay(one, other)) {
            return Optional.empty();
        }
        var told = PlainWords.told(one);
        var otherTold = PlainWords.told(other);
        var words =
                told.size() < FEWEST_WORDS || otherTold.size() < FEWEST_WORDS
                        ? null
                        : PlainWords.shared(told, otherTold);
        return weighed(
                new Facts(
                        producers(one, other),
                        outputs(one.outputTitle(), other.outputTitle()),
                        days,
                        words,
                        PlainWords.numbers(told).equals(PlainWords.numbers(otherTold))),
                one,
                other);
    }

    private enum Match {
        SAME,
        /// The same series, and nothing tells the parts apart.
        ALIKE,
        /// The same series, and different parts of it.
        OTHER_PART,
        UNKNOWN,
        DIFFERENT
    }

    /// @param words the share of words that both have, or null where too few are told
    /// @param sameNumbers whether all days, times and amounts told are the same
    private record Facts(
            Match producer,
            Match output,
            Match days,
            @Nullable Double words,
            boolean sameNumbers) {}

    private static Optional<Likeness> weighed(
            Facts facts, SubmittedReport one, SubmittedReport other) {
        var words = facts.words();
        if (words == null) {
            return bare(facts) && sameDay(one, other)
                    ? Optional.of(likeness(0.7, facts, one, other))
                    : Optional.empty();
        }
        if (words < needed(facts)) {
            return Optional.empty();
        }
        var confidence = 0.55 + 0.4 * words + (sameDay(one, other) ? 0.04 : 0);
        confidence -=
                switch (facts.producer()) {
                    case SAME, ALIKE, OTHER_PART -> 0;
                    case UNKNOWN -> 0.12;
                    case DIFFERENT -> 0.25;
                };
        confidence -=
                switch (facts.output()) {
                    case SAME, ALIKE -> 0;
                    case UNKNOWN -> 0.12;
                    case OTHER_PART, DIFFERENT -> 0.15;
                };
        confidence -=
                switch (facts.days()) {
                    case SAME, ALIKE, OTHER_PART -> 0;
                    case UNKNOWN -> 0.12;
                    case DIFFERENT -> 0.3;
                };
        confidence -= farApart(one, other) ? 0.15 : 0;
        return confidence < LEAST
                ? Optional.empty()
                : Optional.of(likeness(Math.min(confidence, 0.99), facts, one, other));
    }

    /// Whether two records that tell no story are one by their facts.
    private static boolean bare(Facts facts) {
        return facts.producer() == Match.SAME
                && facts.output() == Match.SAME
                && facts.days() == Match.SAME;
    }

    /// The share of words without which two reports are not one: the more the facts differ, the
    /// higher.
    private static double needed(Facts facts) {
        if (facts.output() == Match.DIFFERENT) {
            return Double.POSITIVE_INFINITY;
        }
        if (facts.days() == Match.DIFFERENT) {
            return facts.producer() == Match.SAME
                            && facts.output() == Match.SAME
                            && facts.sameNumbers()
                    ? NEARLY_ALL
                    : Double.POSITIVE_INFINITY;
        }
        if (facts.output() == Match.OTHER_PART) {
            return facts.producer() == Match.SAME && facts.sameNumbers()
                    ? NEARLY_ALL
                    : Double.POSITIVE_INFINITY;
        }
        if (facts.producer() == Match.DIFFERENT || facts.output() == Match.UNKNOWN) {
            return NEARLY_ALL;
        }
        return FEWEST_SHARED;
    }

    private static Match producers(SubmittedReport one, SubmittedReport other) {
        if (one.producers().isEmpty() || other.producers().isEmpty()) {
            return Match.UNKNOWN;
        }
        var shared = keys(one.producers());
        shared.retainAll(keys(other.producers()));
        return shared.isEmpty() ? Match.DIFFERENT : Match.SAME;
    }

    private static Set<String> keys(List<ReportedProducer> producers) {
        return producers.stream()
                .map(SameEvent::key)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// What a producer goes by when reports are compared: the body recognised, else its name.
    static String key(ReportedProducer producer) {
        var id = producer.id();
        return id != null ? id.value() : String.join(" ", PlainWords.of(producer.asWritten()));
    }

    private static Match outputs(@Nullable String one, @Nullable String other) {
        var first = PlainWords.of(one);
        var second = PlainWords.of(other);
        if (first.isEmpty() || second.isEmpty()) {
            return Match.UNKNOWN;
        }
        if (first.equals(second)) {
            return Match.SAME;
        }
        var series = series(one);
        var otherSeries = series(other);
        var differing = PlainWords.differing(first, second);
        var neitherIsPart = !differing.getKey().isEmpty() && !differing.getValue().isEmpty();
        if (series.equals(otherSeries)) {
            return neitherIsPart ? Match.OTHER_PART : Match.ALIKE;
        }
        return neitherIsPart || PlainWords.alike(series, otherSeries) < 0.7
                ? Match.DIFFERENT
                : Match.ALIKE;
    }

    /// The words of the title of the series that an output belongs to.
    static List<String> series(@Nullable String outputTitle) {
        return outputTitle == null ? List.of() : PlainWords.of(OutputSeries.titleOf(outputTitle));
    }

    private static Match days(SubmittedReport one, SubmittedReport other) {
        if (one.occurrenceDates().isEmpty() || other.occurrenceDates().isEmpty()) {
            return Match.UNKNOWN;
        }
        return one.occurrenceDates().stream().anyMatch(other.occurrenceDates()::contains)
                ? Match.SAME
                : Match.DIFFERENT;
    }

    private static boolean sameDay(SubmittedReport one, SubmittedReport other) {
        var reported = one.reportDate();
        return reported != null && reported.equals(other.reportDate());
    }

    private static boolean farApart(SubmittedReport one, SubmittedReport other) {
        var reported = one.reportDate();
        var otherwise = other.reportDate();
        return reported != null
                && otherwise != null
                && Math.abs(ChronoUnit.DAYS.between(reported, otherwise)) > FAR_APART;
    }

    private static Likeness likeness(
            double confidence, Facts facts, SubmittedReport one, SubmittedReport other) {
        var same = new ArrayList<String>();
        var reasons = new ArrayList<String>();
        switch (facts.producer()) {
            case SAME, ALIKE, OTHER_PART -> {
                same.add("producer");
                reasons.add("They name the same producer.");
            }
            case UNKNOWN -> reasons.add("One of them names no producer.");
            case DIFFERENT -> reasons.add("They name different producers.");
        }
        switch (facts.output()) {
            case SAME -> {
                same.add("output");
                reasons.add("They name the same output.");
            }
            case ALIKE -> {
                same.add("output");
                reasons.add("They name the same output in slightly different words.");
            }
            case UNKNOWN -> reasons.add("One of them names no output.");
            case OTHER_PART, DIFFERENT ->
                    reasons.add("They name different issues of the same output.");
        }
        switch (facts.days()) {
            case SAME, ALIKE, OTHER_PART -> {
                same.add("day of occurrence");
                reasons.add(
                        "They share the day of occurrence, %s.".formatted(sharedDay(one, other)));
            }
            case UNKNOWN -> reasons.add("One of them names no day of occurrence.");
            case DIFFERENT -> reasons.add("Their days of occurrence differ.");
        }
        if (sameDay(one, other)) {
            if (facts.days() != Match.SAME) {
                same.add("day of the report");
            }
            reasons.add("Both were reported on %s.".formatted(one.reportDate()));
        }
        if (citesTheSame(one, other)) {
            reasons.add("They cite the same part of the Code.");
        }
        var words = facts.words();
        var percent =
                words == null
                        ? null
                        : String.format(Locale.ROOT, "%.0f%%", Math.floor(words * 100));
        reasons.add(
                percent == null
                        ? "Too few words are told to compare them."
                        : "%s of their words are the same.".formatted(percent));
        return new Likeness(Math.round(confidence * 100) / 100.0, inShort(same, percent), reasons);
    }

    private static String inShort(List<String> same, @Nullable String percent) {
        var facts =
                same.size() < 2
                        ? String.join("", same)
                        : String.join(", ", same.subList(0, same.size() - 1))
                                + " and "
                                + same.getLast();
        if (facts.isEmpty()) {
            return "%s of its words".formatted(percent);
        }
        return "the same "
                + facts
                + (percent == null ? "" : ", and %s of its words".formatted(percent));
    }

    private static LocalDate sharedDay(SubmittedReport one, SubmittedReport other) {
        return one.occurrenceDates().stream()
                .filter(other.occurrenceDates()::contains)
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    private static boolean citesTheSame(SubmittedReport one, SubmittedReport other) {
        var cited = cited(one);
        cited.retainAll(cited(other));
        return !cited.isEmpty();
    }

    private static Set<Object> cited(SubmittedReport report) {
        var cited = new HashSet<>();
        report.references()
                .forEach(reference -> {
                    if (reference.element() != null) {
                        cited.add(reference.element());
                    }
                });
        return cited;
    }
}
