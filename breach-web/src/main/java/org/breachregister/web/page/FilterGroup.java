package org.breachregister.web.page;

import org.breachregister.search.BreachQuery;
import org.breachregister.search.BreachResults;
import org.breachregister.search.BreachResults.Count;
import org.breachregister.search.Facet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The filters by one facet: a choice for each value, those ticked first.
///
/// @param name the parameter
/// @param legend its name for people
/// @param shown the choices shown at once
/// @param more those behind "show more"
/// @param left how many further values there are, which only a search by words reaches
record FilterGroup(String name, String legend, List<Choice> shown, List<Choice> more, int left) {

    private static final int AT_ONCE = 6;
    private static final int MOST = 60;

    static List<FilterGroup> all(BreachQuery query, BreachResults results) {
        var groups = new ArrayList<FilterGroup>();
        for (var facet : Facet.values()) {
            var group =
                    of(
                            facet,
                            query.filters().getOrDefault(facet, List.of()),
                            counts(facet, results));
            if (!group.shown().isEmpty()) {
                groups.add(group);
            }
        }
        return groups;
    }

    private static List<Count> counts(Facet facet, BreachResults results) {
        var counts = results.counts().getOrDefault(facet, List.of());
        return facet == Facet.YEAR
                ? counts.stream().sorted(Comparator.comparing(Count::value).reversed()).toList()
                : counts;
    }

    private static FilterGroup of(Facet facet, List<String> ticked, List<Count> counts) {
        var choices = new ArrayList<Choice>();
        for (var value : ticked) {
            var count =
                    counts.stream()
                            .filter(candidate -> candidate.value().equals(value))
                            .findFirst();
            choices.add(
                    new Choice(
                            id(facet, choices.size()),
                            value,
                            count.map(found -> label(facet, found)).orElse(value),
                            count.map(found -> Words.number(found.count())).orElse(""),
                            true));
        }
        for (var count : counts) {
            if (!ticked.contains(count.value())) {
                choices.add(
                        new Choice(
                                id(facet, choices.size()),
                                count.value(),
                                label(facet, count),
                                Words.number(count.count()),
                                false));
            }
        }
        var atOnce = Math.min(choices.size(), Math.max(AT_ONCE, ticked.size()));
        var most = Math.min(choices.size(), Math.max(MOST, ticked.size()));
        return new FilterGroup(
                facet.key(),
                legend(facet),
                List.copyOf(choices.subList(0, atOnce)),
                List.copyOf(choices.subList(atOnce, most)),
                choices.size() - most);
    }

    static String legend(Facet facet) {
        return switch (facet) {
            case PRINCIPLE -> "Principle";
            case PRACTICE -> "Practice";
            case PRODUCER -> "Producer";
            case OUTPUT -> "Output series";
            case YEAR -> "Year";
            case KIND -> "Kind of breach";
        };
    }

    static String label(Facet facet, Count count) {
        var kind = facet == Facet.KIND ? Words.kind(count.label()) : null;
        return kind == null ? count.label() : kind;
    }

    private static String id(Facet facet, int index) {
        return "filter-" + facet.key() + "-" + index;
    }

    /// A value to tick.
    ///
    /// @param id the id of its box on the page
    /// @param count how many breaches have it, or empty where that is not counted
    record Choice(String id, String value, String label, String count, boolean ticked) {}
}
