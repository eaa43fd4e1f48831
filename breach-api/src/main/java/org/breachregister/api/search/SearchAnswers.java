package org.breachregister.api.search;

import org.breachregister.api.BreachRepresentation;
import org.breachregister.api.RegisterRows;
import org.breachregister.api.search.RepeatLookup.Neighbourhood;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.search.BreachQuery;
import org.breachregister.search.BreachResults.Hit;
import org.breachregister.search.BreachSearch;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Answers questions about the public breaches, for programs.
public final class SearchAnswers {

    /// Where the answers are found on the web.
    static final String PATH = "/api/v1/breaches";

    private final BreachSearch search;
    private final RegisterRows rows;
    private final RepeatLookup repeats;

    public SearchAnswers(BreachSearch search, RegisterRows rows, RepeatLookup repeats) {
        this.search = search;
        this.rows = rows;
        this.repeats = repeats;
    }

    /// The answer to a question.
    public SearchAnswer answer(BreachQuery query) {
        var results = search.find(query);
        var neighbourhood = repeats.around(results.hits().stream().map(Hit::breach).toList());
        var breaches = results.hits().stream().map(hit -> found(hit, neighbourhood)).toList();
        return SearchAnswer.of(PATH, query, results, breaches);
    }

    /// The published record of one breach.
    Map<String, @Nullable Object> record(PublishedBreach breach) {
        return record(breach, repeats.around(List.of(breach)));
    }

    private Map<String, @Nullable Object> record(
            PublishedBreach breach, Neighbourhood neighbourhood) {
        return BreachRepresentation.of(rows.of(breach, neighbourhood.earlier(breach.id())));
    }

    private Map<String, @Nullable Object> found(Hit hit, Neighbourhood neighbourhood) {
        var members =
                new LinkedHashMap<String, @Nullable Object>(record(hit.breach(), neighbourhood));
        members.put("highlights", hit.highlights());
        return members;
    }
}
