package org.breachregister.search.pattern;

import org.breachregister.core.code.CodeElement;
import org.breachregister.core.code.CodeElement.Kind;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.core.publication.PublishedBreach.Status;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Finds repeat breaches at the same output: an earlier breach by the same producer (its
/// predecessors and successors included) at the same output series, against the same practice or
/// its counterpart in another edition. Where one of the two cites only principles, the principles
/// are compared. Earlier means a day of occurrence (of the report, where that is unknown) before
/// the other's.
public final class RepeatBreaches {

    private static final Comparator<Candidate> NEWEST_FIRST =
            Comparator.comparing(Candidate::day).reversed().thenComparing(Candidate::id);

    private final CodeOfPractice code;
    private final Producers producers;

    public RepeatBreaches(CodeOfPractice code, Producers producers) {
        this.code = code;
        this.producers = producers;
    }

    /// The earlier breaches that each breach repeats, newest first; a breach that repeats none is
    /// absent, and a withdrawn one is passed over.
    public Map<BreachId, List<BreachId>> among(Collection<PublishedBreach> breaches) {
        var bySeries = new TreeMap<String, List<Candidate>>();
        for (var breach : breaches) {
            var candidate = breach.status() == Status.WITHDRAWN ? null : candidate(breach);
            if (candidate != null) {
                bySeries.computeIfAbsent(candidate.series(), _ -> new ArrayList<>()).add(candidate);
            }
        }
        var repeats = new TreeMap<BreachId, List<BreachId>>();
        bySeries.forEach((series, breachesOfSeries) -> {
            var lines = new Lines(series);
            breachesOfSeries.sort(NEWEST_FIRST);
            for (var later : breachesOfSeries) {
                var repeated =
                        breachesOfSeries.stream()
                                .filter(earlier -> earlier.day().isBefore(later.day()))
                                .filter(later::isAgainstSame)
                                .filter(earlier -> lines.join(earlier, later))
                                .map(Candidate::id)
                                .toList();
                if (!repeated.isEmpty()) {
                    repeats.put(later.id(), repeated);
                }
            }
        });
        return Collections.unmodifiableMap(repeats);
    }

    /// Which producers of one output series are one line of work.
    private final class Lines {

        private final String series;
        private final Map<List<ProducerId>, Boolean> known = new HashMap<>();

        Lines(String series) {
            this.series = series;
        }

        boolean join(Candidate one, Candidate other) {
            return !Collections.disjoint(one.unknownProducers(), other.unknownProducers())
                    || one.producers().stream()
                            .anyMatch(body ->
                                    other.producers().stream()
                                            .anyMatch(another -> join(body, another)));
        }

        private boolean join(ProducerId one, ProducerId other) {
            return known.computeIfAbsent(
                    List.of(one, other), _ -> producers.sameLine(one, series, other, series));
        }
    }

    /// What decides whether a breach repeats another.
    ///
    /// @param producers its producers
    /// @param unknownProducers the words for those that were not recognised
    /// @param practices the practices cited and their counterparts in edition 2.1
    /// @param principles the same of principles, of the practices' own too
    private record Candidate(
            BreachId id,
            String series,
            LocalDate day,
            Set<ProducerId> producers,
            Set<String> unknownProducers,
            Set<ElementId> practices,
            Set<ElementId> principles) {

        boolean isAgainstSame(Candidate other) {
            return practices.isEmpty() || other.practices.isEmpty()
                    ? !Collections.disjoint(principles, other.principles)
                    : !Collections.disjoint(practices, other.practices);
        }
    }

    private @Nullable Candidate candidate(PublishedBreach breach) {
        var record = breach.record();
        var series = record.outputSeries();
        var day = day(record);
        if (series == null || series.isBlank() || day == null) {
            return null;
        }
        var bodies = new HashSet<ProducerId>();
        var unknown = new HashSet<String>();
        for (var producer : record.producers()) {
            var id = producer.id();
            if (id != null) {
                bodies.add(id);
            } else {
                unknown.add(folded(producer.asReported()));
            }
        }
        var practices = new HashSet<ElementId>();
        var principles = new HashSet<ElementId>();
        for (var reference : record.references()) {
            var element = reference.element();
            if (element == null || code.element(element).isEmpty()) {
                continue;
            }
            var counterparts = comparable(element);
            var kind = kind(element);
            if (kind == Kind.PRACTICE || kind == Kind.ORDER) {
                practices.addAll(counterparts);
            }
            for (var counterpart : counterparts) {
                code.principleOf(counterpart).map(CodeElement::id).ifPresent(principles::add);
            }
        }
        return new Candidate(
                breach.id(), folded(series), day, bodies, unknown, practices, principles);
    }

    /// The element and its counterparts in edition 2.1.
    private Set<ElementId> comparable(ElementId element) {
        var comparable =
                code.counterparts(element).stream()
                        .filter(counterpart -> counterpart.edition().equals(EditionId.E2_1))
                        .collect(Collectors.toCollection(HashSet::new));
        comparable.add(element);
        return comparable;
    }

    private @Nullable Kind kind(ElementId element) {
        return code.element(element).map(CodeElement::kind).orElse(null);
    }

    private static @Nullable LocalDate day(PublicRecord record) {
        var from = record.occurredFrom();
        if (from != null) {
            return from;
        }
        var to = record.occurredTo();
        return to != null ? to : record.reportedOn();
    }

    private static String folded(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
