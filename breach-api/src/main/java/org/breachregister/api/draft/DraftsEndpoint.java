package org.breachregister.api.draft;

import org.breachregister.api.ApiProblem;
import org.breachregister.api.Operation;
import org.breachregister.api.ProblemType;
import org.breachregister.api.answer.Listing;
import org.breachregister.api.change.Changed;
import org.breachregister.api.change.Changes;
import org.breachregister.api.change.Once;
import org.breachregister.api.change.Revision;
import org.breachregister.api.draft.DraftAnswers.DraftDetail;
import org.breachregister.api.draft.DraftAnswers.DraftItem;
import org.breachregister.api.draft.DraftAnswers.SelfCheck;
import org.breachregister.api.input.Body;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Role;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Document;
import org.breachregister.core.casework.Drafts;
import org.breachregister.core.intake.DocumentReader;
import org.breachregister.core.intake.Reading;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reports that producers have begun: written, checked and sent.
@RestController
@RequestMapping(path = DraftsEndpoint.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class DraftsEndpoint {

    static final String PATH = "/api/v1/drafts";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final Drafts drafts;
    private final Cases cases;
    private final DocumentReader reader;

    DraftsEndpoint(Drafts drafts, Cases cases, DocumentReader reader) {
        this.drafts = drafts;
        this.cases = cases;
        this.reader = reader;
    }

    /// @param body the body that the report is for
    /// @param file the filled form, to be read
    record Beginning(ProducerId body, @Nullable Document file) {}

    /// @param answers the answers to save, by the keys of the form's fields; others stay
    record Answers(Map<String, List<String>> answers) {}

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Listing.CSV})
    @Operation("The drafts of your bodies, the last changed first")
    ResponseEntity<Listing<DraftItem>> list(Actor actor) {
        admit(actor);
        return Listing.whole(drafts.list(actor).stream().map(DraftItem::of).toList());
    }

    @PostMapping
    @Operation(
            value = "Begin a report, empty or with a filled form",
            status = 201,
            needsKey = true,
            problems = {422})
    ResponseEntity<Changed> begin(Actor actor, @Body Beginning body, Once once) {
        admit(actor);
        if (!actor.bodies().contains(body.body())) {
            throw new ApiProblem(
                    ProblemType.NOT_ALLOWED, "Your account does not speak for that body.");
        }
        return once.answerToKey(() -> begun(actor, body));
    }

    private ResponseEntity<Changed> begun(Actor actor, Beginning body) {
        var file = body.file();
        var draft =
                file == null
                        ? drafts.begin(actor, body.body())
                        : begunWith(actor, body.body(), file);
        var address = PATH + "/" + draft.id();
        return ResponseEntity.created(URI.create(address))
                .eTag(Revision.tag(draft.revision()))
                .cacheControl(CacheControl.noStore())
                .body(new Changed(address, draft.revision(), null));
    }

    private Drafts.Draft begunWith(Actor actor, ProducerId body, Document file) {
        return switch (reader.read(file.content(), file.fileName())) {
            case Reading.Report(var report, _, var mediaType) ->
                    drafts.begin(
                            actor,
                            body,
                            new Document(
                                    file.fileName(),
                                    mediaType,
                                    file.content(),
                                    file.sha256(),
                                    file.receivedAt()),
                            report);
            case Reading.NotAReport(var reason) ->
                    throw new ApiProblem(ProblemType.NOT_A_REPORT, reason);
            case Reading.Unreadable(var reason) ->
                    throw new ApiProblem(ProblemType.UNREADABLE, reason);
        };
    }

    @GetMapping("/{id}")
    @Operation("A draft with its answers")
    ResponseEntity<DraftDetail> one(Actor actor, @PathVariable String id) {
        admit(actor);
        var draft = drafts.find(actor, known(id)).orElseThrow(Changes::unknown);
        return ResponseEntity.ok()
                .eTag(Revision.tag(draft.revision()))
                .cacheControl(CacheControl.noStore())
                .body(DraftDetail.of(draft));
    }

    @PatchMapping("/{id}")
    @Operation("Save answers: those given replace what stood there, others stay")
    ResponseEntity<Changed> save(
            Actor actor, @PathVariable String id, Revision seen, @Body Answers body) {
        admit(actor);
        return Changes.changed(
                drafts.save(actor, known(id), seen.number(), body.answers()), PATH + "/" + id);
    }

    @DeleteMapping("/{id}")
    @Operation("Throw a draft away")
    ResponseEntity<Changed> delete(Actor actor, @PathVariable String id, Revision seen) {
        admit(actor);
        return Changes.changed(drafts.delete(actor, known(id), seen.number()), PATH + "/" + id);
    }

    @PostMapping("/{id}/check")
    @Operation("What to mend before sending; changes nothing")
    ResponseEntity<SelfCheck> check(Actor actor, @PathVariable String id) {
        admit(actor);
        var check = drafts.check(actor, known(id)).orElseThrow(Changes::unknown);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(SelfCheck.of(check));
    }

    @PostMapping("/{id}/submit")
    @Operation(value = "Send a report: it becomes a case", status = 201, needsKey = true)
    ResponseEntity<Changed> submit(Actor actor, @PathVariable String id, Revision seen, Once once) {
        admit(actor);
        known(id);
        return once.answerToKey(() ->
                switch (drafts.submit(actor, id, seen.number())) {
                    case Drafts.Sent.Done(var receipt) -> sent(actor, receipt.breach());
                    case Drafts.Sent.Not(var why) -> Changes.changed(why, PATH + "/" + id);
                });
    }

    private ResponseEntity<Changed> sent(Actor actor, BreachId breach) {
        var address = "/api/v1/cases/" + breach;
        var revision = cases.find(actor, breach).map(BreachCase::revision).orElse(1L);
        return ResponseEntity.created(URI.create(address))
                .eTag(Revision.tag(revision))
                .cacheControl(CacheControl.noStore())
                .body(new Changed(address, revision, null));
    }

    private static void admit(Actor actor) {
        if (!actor.is(Role.PRODUCER)) {
            throw new ApiProblem(
                    ProblemType.NOT_ALLOWED, "Only accounts of producers have drafts.");
        }
    }

    private static String known(String id) {
        if (!ID.matcher(id).matches()) {
            throw Changes.unknown();
        }
        return id;
    }
}
