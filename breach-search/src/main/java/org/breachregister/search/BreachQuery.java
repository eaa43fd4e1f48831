package org.breachregister.search;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A question to the register.
///
/// @param words words to look for; empty for everything
/// @param filters values wanted by facet: a breach must have at least one value of each facet named
/// @param from first day of occurrence (else of report) wanted, or null
/// @param to last day wanted, or null
/// @param sort the order of the hits; ties are broken by breach id
/// @param page page number from 1
/// @param size hits a page, 1 to 100
public record BreachQuery(
        String words,
        Map<Facet, List<String>> filters,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Sort sort,
        int page,
        int size) {

    /// Everything, newest first.
    public static final BreachQuery ALL =
            new BreachQuery("", Map.of(), null, null, Sort.NEWEST, 1, 20);

    /// The deepest hit that can be paged to; beyond it the whole register should be downloaded.
    public static final int DEEPEST = 10_000;

    public BreachQuery {
        var copy = new EnumMap<Facet, List<String>>(Facet.class);
        filters.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, List.copyOf(values));
            }
        });
        filters = Collections.unmodifiableMap(copy);
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The end %s lies before the start %s".formatted(to, from));
        }
        if (page < 1) {
            throw new IllegalArgumentException("Page %d: pages are counted from 1".formatted(page));
        }
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException(
                    "Size %d: a page holds 1 to 100 breaches".formatted(size));
        }
        if ((long) page * size > DEEPEST) {
            throw new IllegalArgumentException(
                    "Page %d of %d lies beyond the %d breaches that can be paged to; download the register instead"
                            .formatted(page, size, DEEPEST));
        }
    }

    /// The order of hits.
    public enum Sort {
        RELEVANCE("relevance"),
        NEWEST("newest"),
        OLDEST("oldest"),
        PRODUCER("producer");

        private final String key;

        Sort(String key) {
            this.key = key;
        }

        /// The name used in addresses.
        public String key() {
            return key;
        }
    }
}
