package org.breachregister.api.search;

import jakarta.servlet.http.HttpServletRequest;

import org.breachregister.api.BreachRepresentation;
import org.breachregister.api.Operation;
import org.breachregister.api.RegisterRows;
import org.breachregister.api.input.Bounds;
import org.breachregister.api.input.Requests;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.core.publication.PublishedBreach.Status;
import org.breachregister.core.publication.RegisterLog;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The published breaches as JSON.
@RestController
@RequestMapping(SearchAnswers.PATH)
class BreachesEndpoint {

    private final Questions questions;
    private final SearchAnswers answers;
    private final RegisterLog register;
    private final RegisterRows rows;
    private final Clock clock;

    BreachesEndpoint(
            Questions questions,
            SearchAnswers answers,
            RegisterLog register,
            RegisterRows rows,
            Clock clock) {
        this.questions = questions;
        this.answers = answers;
        this.register = register;
        this.rows = rows;
        this.clock = clock;
    }

    @GetMapping
    @Operation(value = "Find published breaches, with exact counts", parameters = Asking.class)
    SearchAnswer find(HttpServletRequest request) {
        var question = questions.read(Requests.parameters(request));
        if (!question.problems().isEmpty()) {
            throw new BadQuestion(question.problems());
        }
        return answers.answer(question.query());
    }

    @GetMapping("/{id}")
    @Operation(
            value = "The published record of a breach",
            schema = "PublishedBreach",
            problems = {410})
    ResponseEntity<Map<String, @Nullable Object>> one(@PathVariable String id) {
        var breach = published(id).orElseThrow(BreachesEndpoint::unknown);
        if (breach.status() == Status.WITHDRAWN) {
            throw withdrawn(breach);
        }
        return ResponseEntity.ok(answers.record(breach));
    }

    /// A malformed id is as unknown as one that was never given.
    private Optional<PublishedBreach> published(String id) {
        return BreachId.parse(id).flatMap(breach -> register.find(breach, clock.instant()));
    }

    private static ErrorResponseException unknown() {
        var detail =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.NOT_FOUND,
                        "There is no breach of that identifier on the register.");
        return new ErrorResponseException(HttpStatus.NOT_FOUND, detail, null);
    }

    /// The parameters as [Questions] reads them.
    ///
    /// @param q words
    /// @param principle principles of the Code, in the numbers of any edition
    /// @param practice practices of the Code, in the numbers of any edition
    /// @param from a day, month or year
    /// @param to a day, month or year
    record Asking(
            @Bounds(least = 0, most = 500) @Nullable String q,
            @Nullable List<String> principle,
            @Nullable List<String> practice,
            @Nullable List<String> producer,
            @Nullable List<String> output,
            @Nullable List<String> year,
            @Nullable List<String> kind,
            @Nullable String from,
            @Nullable String to,
            @Nullable String sort,
            @Nullable Integer page,
            @Bounds(most = 100) @Nullable Integer size) {}

    private ErrorResponseException withdrawn(PublishedBreach breach) {
        var detail =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.GONE,
                        "Breach %s was taken off the register.".formatted(breach.id()));
        detail.setProperty("breach", BreachRepresentation.of(rows.of(breach, List.of())));
        return new ErrorResponseException(HttpStatus.GONE, detail, null);
    }
}
