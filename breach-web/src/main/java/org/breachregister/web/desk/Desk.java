package org.breachregister.web.desk;

import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Role;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseStep;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Change;
import org.breachregister.core.casework.Outcome;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;

/// What the regulator's pages have in common: finding a case, and answering a change.
@Component
final class Desk {

    static final String CASES = "/desk/cases";
    static final String CASE = CASES + "/{id}";

    private final Cases cases;
    private final Clock clock;

    Desk(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /// The case of an identifier.
    ///
    /// @throws ResponseStatusException 404 where there is none that the reader may know of
    BreachCase find(String id) {
        return BreachId.parse(id)
                .flatMap(breach -> cases.find(Acting.current(), breach))
                .filter(one -> one.regulator() != null)
                .orElseThrow(Desk::unknown);
    }

    /// Whether there is nothing to publish of a case: it is none of a breach, and it never was on
    /// the register, so that there is nothing to withdraw.
    boolean nothingToPublish(BreachCase one) {
        var outcome = one.outcome();
        return outcome != null
                && outcome != Outcome.BREACH
                && !one.state().isPublic()
                && cases.steps(one.id()).stream()
                        .noneMatch(step -> step.step().equals(CaseStep.REVISE.key()));
    }

    static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static ResponseStatusException malformed() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }

    /// What only a caseworker does has no page for others.
    static void mustBeCaseworker() {
        if (!Acting.current().is(Role.CASEWORKER)) {
            throw unknown();
        }
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ReleaseTime.LONDON);
    }

    Clock clock() {
        return clock;
    }

    /// Answers a change: leads on where it was made, and shows the form again where it was not.
    ///
    /// @param field identifier of the element that a refusal is shown at
    /// @param next where to go on
    /// @param again shows the form again with the reason
    static @Nullable String answer(
            Change change,
            HttpServletResponse response,
            String field,
            String next,
            Function<Trouble, String> again) {
        return switch (change) {
            case Change.Done _ -> goTo(next, response);
            case Change.Stale _ -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                yield again.apply(Trouble.STALE);
            }
            case Change.Refused(var reason, var sentence) -> {
                response.setStatus(
                        switch (reason) {
                            case NOT_ALLOWED -> HttpServletResponse.SC_FORBIDDEN;
                            case ILLEGAL_STEP, SECOND_PERSON_NEEDED, CONTENT_CHANGED ->
                                    HttpServletResponse.SC_CONFLICT;
                            case INVALID -> 422;
                        });
                yield again.apply(Trouble.with(field, sentence));
            }
            case Change.Unknown() -> throw unknown();
        };
    }

    /// Shows a form again that cannot be right.
    static String refuse(
            Trouble trouble, HttpServletResponse response, Function<Trouble, String> again) {
        response.setStatus(422);
        return again.apply(trouble);
    }

    static @Nullable String goTo(String path, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, path);
        return null;
    }

    static String path(BreachCase one, String rest) {
        return CASES + "/" + one.id() + rest;
    }
}
