package org.breachregister.api.casework;

import org.breachregister.api.Operation;
import org.breachregister.api.answer.Listing;
import org.breachregister.api.change.Changes;
import org.breachregister.api.change.Revision;
import org.breachregister.api.input.Asked;
import org.breachregister.api.report.SentDocument;
import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.publication.BreachId;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Objects;
import java.util.stream.Stream;

/// Cases to read.
@RestController
@RequestMapping(path = CasesEndpoint.PATH)
class CasesEndpoint {

    static final String PATH = "/api/v1/cases";

    private final Cases cases;
    private final CaseLookup lookup;

    CasesEndpoint(Cases cases, CaseLookup lookup) {
        this.cases = cases;
        this.lookup = lookup;
    }

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Listing.CSV})
    @Operation("The cases that you may see, page by page")
    ResponseEntity<Listing<CaseItem>> list(Actor actor, @Asked CaseFilter filter) {
        CaseLookup.admit(actor);
        var found = cases.list(actor, filter.query(actor));
        var page = found.stream().limit(filter.size()).toList();
        var next = found.size() > page.size() ? filter.next(page.getLast().id()) : null;
        return Listing.answer(new Listing<>(page.stream().map(CaseItem::of).toList(), next));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation("A case: what was read, what was made of it, where it stands")
    ResponseEntity<CaseDetail> one(Actor actor, @PathVariable BreachId id) {
        var found = lookup.find(actor, id);
        var release = actor.isRegulator() ? cases.release(id).orElse(null) : null;
        return ResponseEntity.ok()
                .eTag(Revision.tag(found.revision()))
                .cacheControl(CacheControl.noStore())
                .body(CaseDetail.of(actor, found, release));
    }

    @GetMapping(path = "/{id}/original", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation("The document that the case was reported by, byte for byte")
    ResponseEntity<Resource> original(Actor actor, @PathVariable BreachId id) {
        lookup.find(actor, id);
        return SentDocument.download(cases.original(id).orElseThrow(Changes::unknown));
    }

    @GetMapping(
            path = "/{id}/documents/{number}",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation("A document that came with a message or was attached, byte for byte")
    ResponseEntity<Resource> document(
            Actor actor, @PathVariable BreachId id, @PathVariable long number) {
        lookup.find(actor, id);
        var ofCase =
                Stream.concat(
                                cases.messages(id).stream().map(message -> message.file()),
                                cases.files(id).stream().map(file -> file.file()))
                        .filter(Objects::nonNull)
                        .anyMatch(file -> file.document() == number);
        if (!ofCase) {
            throw Changes.unknown();
        }
        return SentDocument.download(cases.document(number).orElseThrow(Changes::unknown));
    }
}
