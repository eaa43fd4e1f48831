package org.breachregister.api.search;

import jakarta.servlet.http.HttpServletRequest;

import org.breachregister.api.BreachRepresentation;
import org.breachregister.api.RegisterRows;
import org.breachregister.api.search.RepeatLookup.Neighbourhood;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.core.publication.PublishedBreach.Status;
import org.breachregister.core.publication.RegisterLog;
import org.breachregister.search.BreachResults.Hit;
import org.breachregister.search.BreachSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The published breaches as JSON.
@RestController
@RequestMapping(BreachesEndpoint.PATH)
class BreachesEndpoint {

    static final String PATH = "/api/v1/breaches";

    private final Questions questions;
    private final BreachSearch search;
    private final RegisterLog register;
    private final RegisterRows rows;
    private final RepeatLookup repeats;
    private final Clock clock;

    BreachesEndpoint(
            Questions questions,
            BreachSearch search,
            RegisterLog register,
            RegisterRows rows,
            RepeatLookup repeats,
            Clock clock) {
        this.questions = questions;
        this.search = search;
        this.register = register;
        this.rows = rows;
        this.repeats = repeats;
        this.clock = clock;
    }

    @GetMapping
    SearchAnswer find(HttpServletRequest request) {
        var question = questions.read(request.getParameterMap());
        if (!question.problems().isEmpty()) {
            throw new BadQuestion(question.problems());
        }
        var results = search.find(question.query());
        var neighbourhood = repeats.around(results.hits().stream().map(Hit::breach).toList());
        var breaches = results.hits().stream().map(hit -> found(hit, neighbourhood)).toList();
        return SearchAnswer.of(PATH, question.query(), results, breaches);
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, @Nullable Object>> one(@PathVariable String id) {
        var breach = published(id).orElseThrow(BreachesEndpoint::unknown);
        if (breach.status() == Status.WITHDRAWN) {
            throw withdrawn(breach);
        }
        return ResponseEntity.ok(representation(breach, repeats.around(List.of(breach))));
    }

    /// A malformed id is as unknown as one that was never given.
    private Optional<PublishedBreach> published(String id) {
        return BreachId.parse(id).flatMap(breach -> register.find(breach, clock.instant()));
    }

    private Map<String, @Nullable Object> representation(PublishedBreach breach, Neighbourhood neighbourhood) {
        return BreachRepresentation.of(rows.of(breach, neighbourhood.earlier(breach.id())));
    }

    private Map<String, @Nullable Object> found(Hit hit, Neighbourhood neighbourhood) {
        var members = new LinkedHashMap<String, @Nullable Object>(representation(hit.breach(), neighbourhood));
        members.put("highlights", hit.highlights());
        return members;
    }

    private static ErrorResponseException unknown() {
        var detail =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.NOT_FOUND, "There is no breach of that identifier on the register.");
        return new ErrorResponseException(HttpStatus.NOT_FOUND, detail, null);
    }

    private ErrorResponseException withdrawn(PublishedBreach breach) {
        var detail =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.GONE,
                        "Breach %s was taken off the register.".formatted(breach.id()));
        detail.setProperty("breach", BreachRepresentation.of(rows.of(breach, List.of())));
        return new ErrorResponseException(HttpStatus.GONE, detail, null);
    }
}
