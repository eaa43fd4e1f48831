package org.breachregister.api.casework;

import org.breachregister.api.Operation;
import org.breachregister.api.change.Changed;
import org.breachregister.api.change.Changes;
import org.breachregister.api.change.Once;
import org.breachregister.api.change.Revision;
import org.breachregister.api.input.Body;
import org.breachregister.api.input.Bounds;
import org.breachregister.api.input.Given;
import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.Casework;
import org.breachregister.core.casework.Change;
import org.breachregister.core.casework.CorrectedField;
import org.breachregister.core.casework.Document;
import org.breachregister.core.casework.Redacted;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.report.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/// What can be changed of a case besides its steps.
@RestController
@RequestMapping(path = CasesEndpoint.PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class CaseChangesEndpoint {

    private final Casework casework;

    CaseChangesEndpoint(Casework casework) {
        this.casework = casework;
    }

    /// @param value the value that holds from now on; empty for none
    /// @param reason why; needed unless the value is what stands there already
    record FieldValue(
            List<String> value,
            @Bounds(most = Casework.LONGEST_TEXT, lines = true) @Nullable String reason) {}

    /// @param assignee the account, or null for nobody
    record Assignee(@Given @Nullable AccountId assignee) {}

    /// @param nextAction what is to be done next, or null for nothing
    record Plan(
            @Given @Bounds(most = 500) @Nullable String nextAction,
            @Given @Nullable LocalDate nextActionOn) {}

    record Text(@Bounds(most = Casework.LONGEST_TEXT, lines = true) String text) {}

    record Supplement(
            @Bounds(most = Casework.LONGEST_TEXT, lines = true) @Nullable String text,
            @Nullable Document file) {

        /// A document alone is a supplement too.
        String words() {
            var words = text;
            return words == null ? "" : words;
        }
    }

    /// @param forProducer whether the producer sees the file
    record Attachment(boolean forProducer, Document file) {}

    /// What a case has to do with another.
    enum Relation {
        SAME_EVENT("same-event"),
        REPEAT("repeat"),
        RELATED("related"),
        NOT_RELATED("not-related");

        private final String key;

        Relation(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    record Link(
            BreachId other,
            Relation relation,
            @Bounds(most = Casework.LONGEST_TEXT, lines = true) @Nullable String reason) {}

    /// @param from offset of the first character in the section's text, from 0
    /// @param to offset after the last character
    record Span(
            Section section,
            @Bounds(least = 0, most = Integer.MAX_VALUE) int from,
            @Bounds(least = 1, most = Integer.MAX_VALUE) int to,
            Redacted.Reason reason,
            Redacted.Decision decision,
            @Bounds(most = Casework.LONGEST_TEXT, lines = true) @Nullable String note) {}

    /// @param owner who has to keep it
    record Promise(
            @Bounds(most = Casework.LONGEST_TEXT, lines = true) String text,
            @Bounds(most = 500) @Nullable String owner,
            @Nullable LocalDate due) {}

    @PutMapping("/fields/{field}")
    @Operation("Correct or confirm a field; what was read stays beside it")
    ResponseEntity<Changed> correct(
            Actor actor,
            @PathVariable BreachId id,
            @PathVariable String field,
            Revision seen,
            @Body FieldValue body) {
        var corrected = CorrectedField.of(field).orElseThrow(Changes::unknown);
        return changed(
                actor,
                id,
                () ->
                        casework.correct(
                                actor, id, seen.number(), corrected, body.value(), body.reason()));
    }

    @PutMapping("/assignee")
    @Operation("Give a case to a caseworker, or to nobody")
    ResponseEntity<Changed> assign(
            Actor actor, @PathVariable BreachId id, Revision seen, @Body Assignee body) {
        return changed(actor, id, () -> casework.assign(actor, id, seen.number(), body.assignee()));
    }

    @PutMapping("/plan")
    @Operation("Set what is to be done next, and by when")
    ResponseEntity<Changed> plan(
            Actor actor, @PathVariable BreachId id, Revision seen, @Body Plan body) {
        return changed(
                actor,
                id,
                () ->
                        casework.plan(
                                actor, id, seen.number(), body.nextAction(), body.nextActionOn()));
    }

    @PostMapping("/notes")
    @Operation(value = "Write a note that only the regulator sees", status = 201)
    ResponseEntity<Changed> note(
            Actor actor, @PathVariable BreachId id, Revision seen, @Body Text body, Once once) {
        return once.answer(() ->
                added(
                        actor,
                        id,
                        "notes",
                        () -> casework.note(actor, id, seen.number(), body.text())));
    }

    @PostMapping("/supplements")
    @Operation(value = "Add a later part of the report", status = 201)
    ResponseEntity<Changed> supplement(
            Actor actor,
            @PathVariable BreachId id,
            Revision seen,
            @Body Supplement body,
            Once once) {
        return once.answer(() ->
                added(
                        actor,
                        id,
                        "messages",
                        () ->
                                casework.supplement(
                                        actor, id, seen.number(), body.words(), body.file())));
    }

    @PostMapping("/files")
    @Operation(value = "Attach a file", status = 201)
    ResponseEntity<Changed> attach(
            Actor actor,
            @PathVariable BreachId id,
            Revision seen,
            @Body Attachment body,
            Once once) {
        return once.answer(() ->
                added(
                        actor,
                        id,
                        "files",
                        () ->
                                casework.attach(
                                        actor,
                                        id,
                                        seen.number(),
                                        body.file(),
                                        body.forProducer())));
    }

    @PostMapping("/links")
    @Operation(value = "Say what a case has to do with another", status = 201)
    ResponseEntity<Changed> link(
            Actor actor, @PathVariable BreachId id, Revision seen, @Body Link body, Once once) {
        return once.answer(() ->
                added(
                        actor,
                        id,
                        "links",
                        () ->
                                casework.link(
                                        actor,
                                        id,
                                        seen.number(),
                                        body.other(),
                                        body.relation().key(),
                                        body.reason())));
    }

    @DeleteMapping("/links/{other}")
    @Operation("Take a link back")
    ResponseEntity<Changed> unlink(
            Actor actor, @PathVariable BreachId id, @PathVariable BreachId other, Revision seen) {
        return changed(actor, id, () -> casework.unlink(actor, id, seen.number(), other));
    }

    @PostMapping("/redactions")
    @Operation(value = "Decide whether a span of text is published", status = 201)
    ResponseEntity<Changed> redact(
            Actor actor, @PathVariable BreachId id, Revision seen, @Body Span body, Once once) {
        return once.answer(() ->
                added(
                        actor,
                        id,
                        "redactions",
                        () ->
                                casework.redact(
                                        actor,
                                        id,
                                        seen.number(),
                                        body.section(),
                                        body.from(),
                                        body.to(),
                                        body.reason(),
                                        body.decision(),
                                        body.note())));
    }

    @PostMapping("/redactions/as-proposed")
    @Operation("Take all proposals that nobody has decided on")
    ResponseEntity<Changed> redactAsProposed(
            Actor actor, @PathVariable BreachId id, Revision seen) {
        return changed(actor, id, () -> casework.redactAsProposed(actor, id, seen.number()));
    }

    @DeleteMapping("/redactions/{number}")
    @Operation("Forget a decision on a span of text")
    ResponseEntity<Changed> undoRedaction(
            Actor actor, @PathVariable BreachId id, @PathVariable long number, Revision seen) {
        return changed(actor, id, () -> casework.undoRedaction(actor, id, seen.number(), number));
    }

    @PostMapping("/commitments")
    @Operation(value = "Add a commitment", status = 201)
    ResponseEntity<Changed> addCommitment(
            Actor actor, @PathVariable BreachId id, Revision seen, @Body Promise body, Once once) {
        return once.answer(() ->
                added(
                        actor,
                        id,
                        "commitments",
                        () ->
                                casework.addCommitment(
                                        actor,
                                        id,
                                        seen.number(),
                                        body.text(),
                                        body.owner(),
                                        body.due())));
    }

    private static ResponseEntity<Changed> changed(
            Actor actor, BreachId id, Supplier<Change> deed) {
        CaseLookup.admit(actor);
        return Changes.changed(deed.get(), CasesEndpoint.PATH + "/" + id);
    }

    private static ResponseEntity<Changed> added(
            Actor actor, BreachId id, String list, Supplier<Change> deed) {
        CaseLookup.admit(actor);
        var record = CasesEndpoint.PATH + "/" + id;
        return Changes.added(deed.get(), record, record + "/" + list);
    }
}
