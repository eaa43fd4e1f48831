package org.breachregister.api.casework;

import org.breachregister.api.Operation;
import org.breachregister.api.change.Changed;
import org.breachregister.api.change.Changes;
import org.breachregister.api.change.Once;
import org.breachregister.api.change.Revision;
import org.breachregister.api.input.Body;
import org.breachregister.api.input.Bounds;
import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.Casework;
import org.breachregister.core.casework.Change;
import org.breachregister.core.casework.Document;
import org.breachregister.core.casework.Outcome;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;

/// The steps of a case. Each is an address of its own, with a body of its own.
@RestController
@RequestMapping(
        path = CasesEndpoint.PATH + "/{id}/steps",
        produces = MediaType.APPLICATION_JSON_VALUE)
class StepsEndpoint {

    private final Casework casework;

    StepsEndpoint(Casework casework) {
        this.casework = casework;
    }

    record Reason(@Bounds(most = Casework.LONGEST_TEXT, lines = true) String reason) {}

    /// @param due the day by which an answer is expected
    record Question(
            @Bounds(most = Casework.LONGEST_TEXT, lines = true) String question,
            @Nullable LocalDate due) {}

    record Answer(
            @Bounds(most = Casework.LONGEST_TEXT, lines = true) @Nullable String answer,
            @Nullable Document file) {

        /// A document alone is an answer too.
        String text() {
            var words = answer;
            return words == null ? "" : words;
        }
    }

    /// @param exemption the approved exemption; for that outcome alone
    record Assessment(
            Outcome outcome,
            @Bounds(most = Casework.LONGEST_TEXT, lines = true) String reason,
            @Bounds(most = Casework.LONGEST_TEXT, lines = true) @Nullable String exemption) {}

    /// @param contentDigest the digest of the preview that was looked at
    record Clearance(@Bounds(least = 64, most = 64) String contentDigest) {}

    /// @param contentDigest the digest of the preview that was looked at
    /// @param at the moment of the release
    /// @param reason why the register changes; for a revision or a withdrawal
    record Schedule(
            @Bounds(least = 64, most = 64) String contentDigest,
            Instant at,
            @Bounds(most = Casework.LONGEST_TEXT, lines = true) @Nullable String reason) {}

    @PostMapping("/take-up")
    @Operation("Take a submitted case up and become its assignee")
    ResponseEntity<Changed> takeUp(Actor actor, @PathVariable BreachId id, Revision seen) {
        return step(actor, id, () -> casework.takeUp(actor, id, seen.number()));
    }

    @PostMapping("/ask")
    @Operation("Ask the producer something")
    ResponseEntity<Changed> ask(
            Actor actor, @PathVariable BreachId id, Revision seen, @Body Question body, Once once) {
        return once.answer(() ->
                step(
                        actor,
                        id,
                        () -> casework.ask(actor, id, seen.number(), body.question(), body.due())));
    }

    @PostMapping("/answer")
    @Operation("Answer the regulator's question, with a document if you like")
    ResponseEntity<Changed> answer(
            Actor actor, @PathVariable BreachId id, Revision seen, @Body Answer body, Once once) {
        return once.answer(() ->
                step(
                        actor,
                        id,
                        () -> casework.answer(actor, id, seen.number(), body.text(), body.file())));
    }

    @PostMapping("/go-on")
    @Operation("Go on without an answer")
    ResponseEntity<Changed> goOn(
            Actor actor, @PathVariable BreachId id, Revision seen, @Body Reason body) {
        return step(actor, id, () -> casework.goOn(actor, id, seen.number(), body.reason()));
    }

    @PostMapping("/assess")
    @Operation("Decide whether it is a breach")
    ResponseEntity<Changed> assess(
            Actor actor, @PathVariable BreachId id, Revision seen, @Body Assessment body) {
        return step(
                actor,
                id,
                () ->
                        casework.assess(
                                actor,
                                id,
                                seen.number(),
                                body.outcome(),
                                body.reason(),
                                body.exemption()));
    }

    @PostMapping("/reopen")
    @Operation("Take an assessment back")
    ResponseEntity<Changed> reopen(
            Actor actor, @PathVariable BreachId id, Revision seen, @Body Reason body) {
        return step(actor, id, () -> casework.reopen(actor, id, seen.number(), body.reason()));
    }

    @PostMapping("/clear")
    @Operation("Approve exactly what has a digest for publication, as a second person")
    ResponseEntity<Changed> clear(
            Actor actor, @PathVariable BreachId id, Revision seen, @Body Clearance body) {
        return step(
                actor, id, () -> casework.clear(actor, id, seen.number(), body.contentDigest()));
    }

    @PostMapping("/schedule")
    @Operation("Set the moment at which it becomes public, as a second person")
    ResponseEntity<Changed> schedule(
            Actor actor, @PathVariable BreachId id, Revision seen, @Body Schedule body) {
        return step(
                actor,
                id,
                () ->
                        casework.schedule(
                                actor,
                                id,
                                seen.number(),
                                body.contentDigest(),
                                body.at(),
                                body.reason()));
    }

    @PostMapping("/unschedule")
    @Operation("Take the moment of release back")
    ResponseEntity<Changed> unschedule(
            Actor actor, @PathVariable BreachId id, Revision seen, @Body Reason body) {
        return step(actor, id, () -> casework.unschedule(actor, id, seen.number(), body.reason()));
    }

    @PostMapping("/revise")
    @Operation("Open a public case again, to revise or withdraw it")
    ResponseEntity<Changed> revise(
            Actor actor, @PathVariable BreachId id, Revision seen, @Body Reason body) {
        return step(actor, id, () -> casework.revise(actor, id, seen.number(), body.reason()));
    }

    private static ResponseEntity<Changed> step(Actor actor, BreachId id, Supplier<Change> deed) {
        CaseLookup.admit(actor);
        return Changes.changed(deed.get(), CasesEndpoint.PATH + "/" + id);
    }
}
