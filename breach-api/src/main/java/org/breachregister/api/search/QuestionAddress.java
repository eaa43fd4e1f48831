package org.breachregister.api.search;

import org.breachregister.search.BreachQuery;
import org.breachregister.search.BreachQuery.Sort;
import org.breachregister.search.Facet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Writes questions as addresses, each question in one way only.
public final class QuestionAddress {

    private QuestionAddress() {}

    /// The address of a question under a path; what is as usual is left out.
    public static String of(String path, BreachQuery query) {
        var parts = new ArrayList<String>();
        if (!query.words().isEmpty()) {
            parts.add(part("q", query.words()));
        }
        query.filters()
                .forEach((facet, values) ->
                        values.forEach(value -> parts.add(part(facet.key(), value))));
        var from = query.from();
        if (from != null) {
            parts.add(part("from", from.toString()));
        }
        var to = query.to();
        if (to != null) {
            parts.add(part("to", to.toString()));
        }
        if (query.sort() != (query.words().isEmpty() ? Sort.NEWEST : Sort.RELEVANCE)) {
            parts.add(part("sort", query.sort().key()));
        }
        if (query.page() > 1) {
            parts.add(part("page", Integer.toString(query.page())));
        }
        if (query.size() != BreachQuery.ALL.size()) {
            parts.add(part("size", Integer.toString(query.size())));
        }
        return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }

    /// The question with another page.
    public static BreachQuery onPage(BreachQuery query, int page) {
        return new BreachQuery(
                query.words(),
                query.filters(),
                query.from(),
                query.to(),
                query.sort(),
                page,
                query.size());
    }

    /// The question with other values of one facet, from its first page.
    public static BreachQuery with(BreachQuery query, Facet facet, List<String> values) {
        Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        filters.putAll(query.filters());
        filters.put(facet, values);
        return new BreachQuery(
                query.words(), filters, query.from(), query.to(), query.sort(), 1, query.size());
    }

    private static String part(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
