package org.breachregister.web.page;

import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.core.publication.PublishedBreach.Status;
import org.breachregister.search.BreachQuery;
import org.breachregister.search.BreachResults;
import org.breachregister.search.BreachResults.Count;
import org.breachregister.search.BreachResults.Hit;
import org.breachregister.search.BreachResults.Passage;
import org.breachregister.search.BreachResults.Piece;
import org.breachregister.search.BreachSearch;
import org.breachregister.search.Facet;
import org.breachregister.web.Examples;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Looks through the example register from end to end.
public final class ExampleSearch implements BreachSearch {

    private static final Instant THEN = Instant.parse("2020-01-06T09:30:00Z");

    @Override
    public BreachResults find(BreachQuery query) {
        var found = new ArrayList<PublishedBreach>();
        Examples.records()
                .forEach((id, record) -> {
                    if (matches(query, record)) {
                        found.addFirst(published(id, record));
                    }
                });
        var hits =
                found.stream()
                        .skip((long) (query.page() - 1) * query.size())
                        .limit(query.size())
                        .map(breach -> new Hit(breach, passages(query, breach.record())))
                        .toList();
        var counts = new EnumMap<Facet, List<Count>>(Facet.class);
        for (var facet : Facet.values()) {
            var byValue = new TreeMap<String, Long>();
            found.forEach(breach ->
                    values(facet, breach.record())
                            .forEach(value -> byValue.merge(value, 1L, Long::sum)));
            counts.put(
                    facet,
                    byValue.entrySet().stream()
                            .map(entry ->
                                    new Count(entry.getKey(), entry.getKey(), entry.getValue()))
                            .sorted((a, b) -> Long.compare(b.count(), a.count()))
                            .toList());
        }
        return new BreachResults(found.size(), hits, counts);
    }

    static PublishedBreach published(BreachId id, PublicRecord record) {
        return new PublishedBreach(id, 1, Status.PUBLISHED, THEN, THEN, null, record);
    }

    private static boolean matches(BreachQuery query, PublicRecord record) {
        return (query.words().isEmpty()
                        || text(record).contains(query.words().toLowerCase(Locale.ROOT)))
                && query.filters().entrySet().stream()
                        .allMatch(filter ->
                                values(filter.getKey(), record).stream()
                                        .anyMatch(filter.getValue()::contains));
    }

    private static String text(PublicRecord record) {
        return (record.output() + " " + record.account()).toLowerCase(Locale.ROOT);
    }

    private static List<Passage> passages(BreachQuery query, PublicRecord record) {
        var account = String.valueOf(record.account());
        var at =
                query.words().isEmpty()
                        ? -1
                        : account.toLowerCase(Locale.ROOT).indexOf(query.words());
        return at < 0
                ? List.of()
                : List.of(
                        new Passage(
                                "account",
                                List.of(
                                        new Piece(account.substring(0, at), false),
                                        new Piece(query.words(), true),
                                        new Piece(
                                                account.substring(at + query.words().length()),
                                                false))));
    }

    private static List<String> values(Facet facet, PublicRecord record) {
        return switch (facet) {
            case PRINCIPLE ->
                    record.references().stream()
                            .map(r -> r.asReported())
                            .filter(r -> !r.contains("."))
                            .toList();
            case PRACTICE ->
                    record.references().stream()
                            .map(r -> r.asReported())
                            .filter(r -> r.contains("."))
                            .toList();
            case PRODUCER ->
                    record.producers().stream()
                            .flatMap(p -> Stream.ofNullable(p.id()))
                            .map(Object::toString)
                            .toList();
            case OUTPUT -> Stream.ofNullable(record.outputSeries()).toList();
            case YEAR ->
                    Stream.ofNullable(record.occurredFrom()).map(d -> "" + d.getYear()).toList();
            case KIND -> Stream.ofNullable(record.kind()).toList();
        };
    }
}
