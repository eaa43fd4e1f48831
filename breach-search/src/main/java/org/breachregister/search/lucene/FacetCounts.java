package org.breachregister.search.lucene;

import org.apache.lucene.facet.Facets;
import org.breachregister.search.BreachResults.Count;
import org.breachregister.search.Facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the counts of an answer. Spellings of one value are counted together and shown in the most
/// frequent one.
final class FacetCounts {

    private static final Comparator<Count> FREQUENT_FIRST =
            Comparator.comparingLong(Count::count)
                    .reversed()
                    .thenComparing(Count::label)
                    .thenComparing(Count::value);
    private static final Comparator<Count> NEWEST_FIRST =
            Comparator.comparing(Count::value).reversed();

    private final CodeNumbers numbers;

    FacetCounts(CodeNumbers numbers) {
        this.numbers = numbers;
    }

    static Map<Facet, List<Count>> none() {
        var counts = new EnumMap<Facet, List<Count>>(Facet.class);
        for (var facet : Facet.values()) {
            counts.put(facet, List.of());
        }
        return counts;
    }

    Map<Facet, List<Count>> of(Facets facets) throws IOException {
        var counts = none();
        for (var facet : Facet.values()) {
            var values = facets.getAllChildren(facet.key());
            if (values == null) {
                continue;
            }
            var byKey = new HashMap<String, Value>();
            for (var child : values.labelValues) {
                var count = child.value.longValue();
                if (count > 0) {
                    var end = child.label.indexOf(BreachDocument.SHOWN_AS);
                    var key = end < 0 ? child.label : child.label.substring(0, end);
                    var shown = end < 0 ? key : child.label.substring(end + 1);
                    byKey.computeIfAbsent(key, _ -> new Value()).add(shown, count);
                }
            }
            var sorted = new ArrayList<Count>();
            byKey.forEach((key, value) -> sorted.add(count(facet, key, value)));
            sorted.sort(facet == Facet.YEAR ? NEWEST_FIRST : FREQUENT_FIRST);
            counts.put(facet, sorted);
        }
        return counts;
    }

    private Count count(Facet facet, String key, Value value) {
        return switch (facet) {
            case PRINCIPLE, PRACTICE -> new Count(key, numbers.label(key), value.total);
            case PRODUCER -> {
                var id = Keys.bodyOf(key);
                yield new Count(id != null ? id : value.shown, value.shown, value.total);
            }
            case OUTPUT, KIND, YEAR -> new Count(value.shown, value.shown, value.total);
        };
    }

    /// A value while its spellings are added up.
    private static final class Value {

        private long total;
        private String shown = "";
        private long most;

        void add(String spelling, long count) {
            total += count;
            if (count > most || count == most && spelling.compareTo(shown) < 0) {
                most = count;
                shown = spelling;
            }
        }
    }
}
