package org.breachregister.api.casework;

import org.breachregister.api.Operation;
import org.breachregister.api.answer.Listing;
import org.breachregister.api.casework.CaseAnswers.Approval;
import org.breachregister.api.casework.CaseAnswers.CaseFile;
import org.breachregister.api.casework.CaseAnswers.CaseLink;
import org.breachregister.api.casework.CaseAnswers.Commitment;
import org.breachregister.api.casework.CaseAnswers.Correction;
import org.breachregister.api.casework.CaseAnswers.Message;
import org.breachregister.api.casework.CaseAnswers.Note;
import org.breachregister.api.casework.CaseAnswers.Preview;
import org.breachregister.api.casework.CaseAnswers.Redaction;
import org.breachregister.api.casework.CaseAnswers.StepTaken;
import org.breachregister.api.change.Changes;
import org.breachregister.api.change.Revision;
import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.publication.BreachId;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.LocalDate;

/// What cases gather, to read. The lists that only the regulator sees do not exist for a producer.
@RestController
@RequestMapping(
        path = CasesEndpoint.PATH + "/{id}",
        produces = {MediaType.APPLICATION_JSON_VALUE, Listing.CSV})
class CaseRecordsEndpoint {

    private final Cases cases;
    private final CaseLookup lookup;
    private final Clock clock;

    CaseRecordsEndpoint(Cases cases, CaseLookup lookup, Clock clock) {
        this.cases = cases;
        this.lookup = lookup;
        this.clock = clock;
    }

    @GetMapping("/history")
    @Operation("The steps that a case took")
    ResponseEntity<Listing<StepTaken>> history(Actor actor, @PathVariable BreachId id) {
        lookup.find(actor, id);
        return Listing.whole(cases.steps(id).stream().map(CaseAnswers::step).toList());
    }

    @GetMapping("/corrections")
    @Operation("What persons corrected in what was read")
    ResponseEntity<Listing<Correction>> corrections(Actor actor, @PathVariable BreachId id) {
        lookup.find(actor, id);
        return Listing.whole(cases.corrections(id).stream().map(CaseAnswers::correction).toList());
    }

    @GetMapping("/messages")
    @Operation("Questions, answers and supplements of a case")
    ResponseEntity<Listing<Message>> messages(Actor actor, @PathVariable BreachId id) {
        lookup.find(actor, id);
        return Listing.whole(
                cases.messages(id).stream()
                        .map(message -> CaseAnswers.message(id, message))
                        .toList());
    }

    @GetMapping("/notes")
    @Operation("The regulator's notes on a case")
    ResponseEntity<Listing<Note>> notes(Actor actor, @PathVariable BreachId id) {
        lookup.findForRegulator(actor, id);
        return Listing.whole(cases.notes(id).stream().map(CaseAnswers::note).toList());
    }

    @GetMapping("/files")
    @Operation("The files beside the report of a case")
    ResponseEntity<Listing<CaseFile>> files(Actor actor, @PathVariable BreachId id) {
        lookup.find(actor, id);
        return Listing.whole(
                cases.files(id).stream().map(file -> CaseAnswers.file(id, file)).toList());
    }

    @GetMapping("/links")
    @Operation("The links of a case to others")
    ResponseEntity<Listing<CaseLink>> links(Actor actor, @PathVariable BreachId id) {
        lookup.findForRegulator(actor, id);
        return Listing.whole(cases.links(id).stream().map(CaseAnswers::link).toList());
    }

    @GetMapping("/redactions")
    @Operation("The spans of a case's text that are not published, and those proposed")
    ResponseEntity<Listing<Redaction>> redactions(Actor actor, @PathVariable BreachId id) {
        lookup.findForRegulator(actor, id);
        return Listing.whole(cases.redactions(id).stream().map(CaseAnswers::redaction).toList());
    }

    @GetMapping("/approvals")
    @Operation("Who approved what of a case")
    ResponseEntity<Listing<Approval>> approvals(Actor actor, @PathVariable BreachId id) {
        lookup.findForRegulator(actor, id);
        return Listing.whole(cases.approvals(id).stream().map(CaseAnswers::approval).toList());
    }

    @GetMapping("/commitments")
    @Operation("The commitments of a case")
    ResponseEntity<Listing<Commitment>> commitments(Actor actor, @PathVariable BreachId id) {
        lookup.find(actor, id);
        var today = LocalDate.ofInstant(clock.instant(), CommitmentsEndpoint.ZONE);
        return Listing.whole(
                cases.commitments(id).stream()
                        .map(each -> CaseAnswers.commitment(each, today))
                        .toList());
    }

    @GetMapping(path = "/preview", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation("Exactly what would be public, and its digest for an approval")
    ResponseEntity<Preview> preview(Actor actor, @PathVariable BreachId id) {
        var found = lookup.findForRegulator(actor, id);
        var preview = cases.preview(id).orElseThrow(Changes::unknown);
        return ResponseEntity.ok()
                .eTag(Revision.tag(found.revision()))
                .cacheControl(CacheControl.noStore())
                .body(
                        new Preview(
                                preview.record(),
                                preview.digest(),
                                preview.undecided(),
                                preview.event()));
    }
}
