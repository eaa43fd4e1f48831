package org.breachregister.web.producer;

import org.breachregister.api.report.SentDocument;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseRecords.StoredFile;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Objects;
import java.util.stream.Stream;

/// A report that was sent: where it stands, what was sent, and what came since.
@Controller
class CasePages {

    private final Cases cases;
    private final CodeOfPractice code;
    private final Today today;

    CasePages(Cases cases, CodeOfPractice code, Today today) {
        this.cases = cases;
        this.code = code;
        this.today = today;
    }

    @GetMapping(Mine.PATH + "/{id}")
    String show(
            @PathVariable String id, @RequestParam(defaultValue = "") String done, Model model) {
        var actor = Mine.producer();
        var found = find(id);
        var breach = found.id();
        var gathered =
                new CaseView.Gathered(
                        cases.steps(breach),
                        cases.messages(breach),
                        cases.files(breach),
                        cases.commitments(breach));
        model.addAttribute(
                "view", CaseView.of(found, gathered, actor, code, today.day(), done(done)));
        return "producer/case";
    }

    private static @Nullable String done(String what) {
        return switch (what) {
            case "answered" -> "Your answer is with the regulator.";
            case "supplemented" -> "Your supplement is part of the report now.";
            case "reported" -> "What you reported is with the regulator.";
            default -> null;
        };
    }

    @GetMapping(Mine.PATH + "/{id}/sent")
    String sent(@PathVariable String id, Model model) {
        model.addAttribute("view", copy(find(id)));
        return "producer/sent";
    }

    @GetMapping(Mine.PATH + "/{id}/copy")
    String copy(@PathVariable String id, Model model) {
        model.addAttribute("view", copy(find(id)));
        return "producer/copy";
    }

    private ReportCopy copy(BreachCase found) {
        return ReportCopy.of(found, cases.original(found.id()).orElse(null), code);
    }

    /// The document that was sent, byte for byte.
    @GetMapping(Mine.PATH + "/{id}/document")
    ResponseEntity<Resource> document(@PathVariable String id) {
        return cases.original(find(id).id())
                .map(SentDocument::download)
                .orElseThrow(Mine::notFound);
    }

    /// A document that came with a message or stands beside the report.
    @GetMapping(Mine.PATH + "/{id}/files/{number}")
    ResponseEntity<Resource> file(@PathVariable String id, @PathVariable String number) {
        var breach = find(id).id();
        var ofCase =
                Stream.concat(
                                cases.messages(breach).stream()
                                        .map(message -> message.file())
                                        .filter(Objects::nonNull),
                                cases.files(breach).stream()
                                        .filter(file -> file.forProducer())
                                        .map(file -> file.file()))
                        .map(StoredFile::document)
                        .filter(document -> Long.toString(document).equals(number))
                        .findFirst();
        return ofCase.flatMap(cases::document)
                .map(SentDocument::download)
                .orElseThrow(Mine::notFound);
    }

    private BreachCase find(String id) {
        return BreachId.parse(id)
                .flatMap(breach -> cases.find(Mine.producer(), breach))
                .orElseThrow(Mine::notFound);
    }
}
