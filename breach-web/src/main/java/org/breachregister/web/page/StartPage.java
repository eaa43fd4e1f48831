package org.breachregister.web.page;

import org.breachregister.api.register.RegisterFiles;
import org.breachregister.api.search.QuestionAddress;
import org.breachregister.search.BreachQuery;
import org.breachregister.search.BreachQuery.Sort;
import org.breachregister.search.BreachResults.Count;
import org.breachregister.search.BreachSearch;
import org.breachregister.search.Facet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import java.util.List;
import java.util.Map;

/// The start page.
@Controller
class StartPage {

    private static final BreachQuery NEWEST =
            new BreachQuery("", Map.of(), null, null, Sort.NEWEST, 1, 5);
    private static final int MOST_BARS = 8;

    private final BreachSearch search;
    private final RegisterFiles registers;

    StartPage(BreachSearch search, RegisterFiles registers) {
        this.search = search;
        this.registers = registers;
    }

    @GetMapping("/")
    String show(Model model) {
        var results = search.find(NEWEST);
        model.addAttribute(
                "view",
                new View(
                        results.total(),
                        Words.number(results.total()),
                        results.hits().stream().map(BreachCard::of).toList(),
                        bars(
                                Facet.PRINCIPLE,
                                results.counts().getOrDefault(Facet.PRINCIPLE, List.of())),
                        bars(
                                Facet.PRODUCER,
                                results.counts().getOrDefault(Facet.PRODUCER, List.of())),
                        registers.all().stream().findFirst().map(EditionView::of).orElse(null)));
        return "start";
    }

    private static List<Bar> bars(Facet facet, List<Count> counts) {
        var most = counts.stream().mapToLong(Count::count).max().orElse(1);
        return counts.stream().limit(MOST_BARS).map(count -> Bar.of(facet, count, most)).toList();
    }

    /// What the page shows.
    record View(
            long breaches,
            String total,
            List<BreachCard> newest,
            List<Bar> principles,
            List<Bar> producers,
            @Nullable EditionView edition) {}

    /// A count drawn as a bar.
    ///
    /// @param percent its length, the longest being 100
    record Bar(String label, String count, long percent, String href) {

        static Bar of(Facet facet, Count count, long most) {
            var filter = QuestionAddress.with(BreachQuery.ALL, facet, List.of(count.value()));
            return new Bar(
                    FilterGroup.label(facet, count),
                    Words.number(count.count()),
                    Math.max(1, Math.round(100.0 * count.count() / Math.max(1, most))),
                    QuestionAddress.of(SearchPage.PATH, filter));
        }
    }
}
