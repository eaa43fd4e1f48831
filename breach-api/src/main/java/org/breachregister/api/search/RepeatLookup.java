package org.breachregister.api.search;

import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord.NamedProducer;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.search.BreachQuery;
import org.breachregister.search.BreachQuery.Sort;
import org.breachregister.search.BreachResults.Hit;
import org.breachregister.search.BreachSearch;
import org.breachregister.search.Facet;
import org.breachregister.search.pattern.RepeatBreaches;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Finds the public breaches that a breach repeats, or that repeat it.
public final class RepeatLookup {

    private static final int MOST_PAGES = 10;

    private final BreachSearch search;
    private final RepeatBreaches patterns;

    public RepeatLookup(BreachSearch search, RepeatBreaches patterns) {
        this.search = search;
        this.patterns = patterns;
    }

    /// The repeats among some breaches and all others at the same output series of the same
    /// producers.
    public Neighbourhood around(Collection<PublishedBreach> breaches) {
        var all = new TreeMap<BreachId, PublishedBreach>();
        breaches.forEach(breach -> all.put(breach.id(), breach));
        var asked = new HashSet<BreachQuery>();
        for (var breach : breaches) {
            var series = breach.record().outputSeries();
            var producers = producers(breach);
            if (series == null || producers.isEmpty()) {
                continue;
            }
            var question = question(producers, series, 1);
            if (asked.add(question)) {
                collect(question, all);
            }
        }
        return new Neighbourhood(patterns.among(all.values()), all);
    }

    private void collect(BreachQuery first, Map<BreachId, PublishedBreach> found) {
        for (int page = 1; page <= MOST_PAGES; page++) {
            var results = search.find(QuestionAddress.onPage(first, page));
            results.hits().stream()
                    .map(Hit::breach)
                    .forEach(breach -> found.putIfAbsent(breach.id(), breach));
            if ((long) page * first.size() >= results.total()) {
                return;
            }
        }
    }

    private static List<String> producers(PublishedBreach breach) {
        return breach.record().producers().stream()
                .map(NamedProducer::id)
                .filter(Objects::nonNull)
                .map(ProducerId::value)
                .sorted()
                .toList();
    }

    private static BreachQuery question(List<String> producers, String series, int page) {
        return new BreachQuery(
                "",
                Map.of(Facet.PRODUCER, producers, Facet.OUTPUT, List.of(series)),
                null,
                null,
                Sort.NEWEST,
                page,
                100);
    }

    /// Breaches with their repeats.
    ///
    /// @param repeats the earlier breaches that a breach repeats, newest first
    /// @param breaches the breaches that took part
    public record Neighbourhood(
            Map<BreachId, List<BreachId>> repeats, Map<BreachId, PublishedBreach> breaches) {

        /// The earlier breaches that a breach repeats, newest first.
        public List<BreachId> earlier(BreachId breach) {
            return repeats.getOrDefault(breach, List.of());
        }

        /// The later breaches that repeat a breach, oldest first.
        public List<BreachId> later(BreachId breach) {
            return repeats.entrySet().stream()
                    .filter(repeat -> repeat.getValue().contains(breach))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
    }
}
