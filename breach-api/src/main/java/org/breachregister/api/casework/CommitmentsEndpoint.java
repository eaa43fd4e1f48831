package org.breachregister.api.casework;

import org.breachregister.api.ApiProblem;
import org.breachregister.api.ApiProblem.Fault;
import org.breachregister.api.Operation;
import org.breachregister.api.ProblemType;
import org.breachregister.api.answer.Listing;
import org.breachregister.api.casework.CaseAnswers.Commitment;
import org.breachregister.api.change.Changed;
import org.breachregister.api.change.Changes;
import org.breachregister.api.change.Revision;
import org.breachregister.api.input.Asked;
import org.breachregister.api.input.Body;
import org.breachregister.api.input.Bounds;
import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Casework;
import org.breachregister.core.casework.TrackedCommitment.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// The promises of producers.
@RestController
@RequestMapping(path = CommitmentsEndpoint.PATH)
class CommitmentsEndpoint {

    static final String PATH = "/api/v1/commitments";

    /// Where days begin and end.
    static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final int USUAL = 100;

    private final Cases cases;
    private final Casework casework;
    private final Clock clock;

    CommitmentsEndpoint(Cases cases, Casework casework, Clock clock) {
        this.cases = cases;
        this.casework = casework;
        this.clock = clock;
    }

    /// @param overdue has to be true: only overdue commitments are listed across cases
    record Filter(boolean overdue, @Bounds(most = 1_000) @Nullable Integer limit) {}

    /// What is absent stays as it is.
    ///
    /// @param status where it stands; only the regulator sets it
    /// @param evidence words about what was done
    record CommitmentPatch(
            @Nullable Status status,
            @Bounds(most = 500) @Nullable String owner,
            @Nullable LocalDate due,
            @Bounds(most = Casework.LONGEST_TEXT, lines = true) @Nullable String evidence) {}

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Listing.CSV})
    @Operation("Open commitments whose day has passed, the longest overdue first")
    ResponseEntity<Listing<Commitment>> overdue(Actor actor, @Asked Filter filter) {
        CaseLookup.admit(actor);
        if (!filter.overdue()) {
            throw ApiProblem.of(
                    ProblemType.INVALID_PARAMETER,
                    List.of(
                            Fault.in(
                                    "overdue",
                                    "Only overdue commitments are listed here",
                                    "true; those of a case are at /api/v1/cases/{id}/commitments")));
        }
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        var limit = filter.limit();
        return Listing.whole(
                cases.overdueCommitments(today, limit == null ? USUAL : limit).stream()
                        .map(each -> CaseAnswers.commitment(each, today))
                        .toList());
    }

    @PatchMapping(path = "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation("Change a commitment, or say what was done about it")
    ResponseEntity<Changed> change(
            Actor actor, @PathVariable long number, Revision seen, @Body CommitmentPatch body) {
        CaseLookup.admit(actor);
        return Changes.changed(
                casework.changeCommitment(
                        actor,
                        number,
                        seen.number(),
                        body.status(),
                        body.owner(),
                        body.due(),
                        body.evidence()),
                PATH + "/" + number);
    }
}
