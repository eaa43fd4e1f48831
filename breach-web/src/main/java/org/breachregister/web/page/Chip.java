package org.breachregister.web.page;

import org.breachregister.api.search.QuestionAddress;
import org.breachregister.search.BreachQuery;
import org.breachregister.search.BreachResults;
import org.breachregister.search.BreachResults.Count;
import org.breachregister.search.Facet;

import java.util.ArrayList;
import java.util.List;

/// A filter that is applied, with the address of the same search without it.
record Chip(String name, String value, String href) {

    static List<Chip> all(String path, BreachQuery query, BreachResults results) {
        var chips = new ArrayList<Chip>();
        query.filters()
                .forEach((facet, values) -> {
                    for (var value : values) {
                        var others = values.stream().filter(other -> !other.equals(value)).toList();
                        var without = QuestionAddress.with(query, facet, others);
                        chips.add(
                                new Chip(
                                        FilterGroup.legend(facet),
                                        label(facet, value, results),
                                        QuestionAddress.of(path, without)));
                    }
                });
        var from = query.from();
        if (from != null) {
            chips.add(
                    new Chip(
                            "From",
                            Words.day(from),
                            QuestionAddress.of(path, between(query, false, true))));
        }
        var to = query.to();
        if (to != null) {
            chips.add(
                    new Chip(
                            "Until",
                            Words.day(to),
                            QuestionAddress.of(path, between(query, true, false))));
        }
        return chips;
    }

    private static String label(Facet facet, String value, BreachResults results) {
        return results.counts().getOrDefault(facet, List.of()).stream()
                .filter(count -> count.value().equals(value))
                .map((Count count) -> FilterGroup.label(facet, count))
                .findFirst()
                .orElse(value);
    }

    private static BreachQuery between(BreachQuery query, boolean from, boolean to) {
        return new BreachQuery(
                query.words(),
                query.filters(),
                from ? query.from() : null,
                to ? query.to() : null,
                query.sort(),
                1,
                query.size());
    }
}
