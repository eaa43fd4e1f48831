package org.breachregister.api.search;

import org.breachregister.api.Described;
import org.breachregister.search.BreachQuery;
import org.breachregister.search.BreachResults;
import org.breachregister.search.BreachResults.Count;
import org.breachregister.search.Facet;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The answer of the search endpoint.
///
/// @param query the question as it was understood
/// @param total how many breaches there are, exactly
/// @param page the page given
/// @param pages how many pages there are
/// @param counts exact counts by facet, most frequent first
/// @param breaches the breaches of the page: each the published record, with `highlights`
/// @param links addresses of this page and its neighbours
public record SearchAnswer(
        Query query,
        long total,
        int page,
        long pages,
        Map<String, List<Count>> counts,
        @Described("FoundBreach") List<Map<String, @Nullable Object>> breaches,
        Links links) {

    static SearchAnswer of(
            String path,
            BreachQuery query,
            BreachResults results,
            List<Map<String, @Nullable Object>> breaches) {
        var counts = new LinkedHashMap<String, List<Count>>();
        for (var facet : Facet.values()) {
            counts.put(facet.key(), results.counts().getOrDefault(facet, List.of()));
        }
        var pages = (results.total() + query.size() - 1) / query.size();
        return new SearchAnswer(
                Query.of(query),
                results.total(),
                query.page(),
                pages,
                counts,
                breaches,
                Links.of(path, query, pages));
    }

    /// A question, as it was understood.
    public record Query(
            String q,
            Map<String, List<String>> filters,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String sort,
            int page,
            int size) {

        static Query of(BreachQuery query) {
            var filters = new LinkedHashMap<String, List<String>>();
            query.filters().forEach((facet, values) -> filters.put(facet.key(), values));
            return new Query(
                    query.words(),
                    filters,
                    query.from(),
                    query.to(),
                    query.sort().key(),
                    query.page(),
                    query.size());
        }
    }

    /// Addresses of pages; null where there is no such page.
    public record Links(String self, @Nullable String next, @Nullable String prev) {

        static Links of(String path, BreachQuery query, long pages) {
            var page = query.page();
            var deepest = BreachQuery.DEEPEST / query.size();
            return new Links(
                    QuestionAddress.of(path, query),
                    page < pages && page < deepest ? at(path, query, page + 1) : null,
                    page > 1 && page <= pages ? at(path, query, page - 1) : null);
        }

        private static String at(String path, BreachQuery query, int page) {
            return QuestionAddress.of(path, QuestionAddress.onPage(query, page));
        }
    }
}
