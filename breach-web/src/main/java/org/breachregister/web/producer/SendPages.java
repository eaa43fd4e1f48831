package org.breachregister.web.producer;

import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Change;
import org.breachregister.core.casework.Drafts;
import org.breachregister.core.casework.Drafts.SelfCheck;
import org.breachregister.core.casework.Drafts.Sent;
import org.breachregister.core.casework.LikelyDuplicate;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Set;
import java.util.stream.Collectors;

/// The check of a report before it is sent, and the sending.
@Controller
class SendPages {

    private final Drafts drafts;
    private final Cases cases;
    private final CodeOfPractice code;
    private final Bodies bodies;

    SendPages(Drafts drafts, Cases cases, CodeOfPractice code, Bodies bodies) {
        this.drafts = drafts;
        this.cases = cases;
        this.code = code;
        this.bodies = bodies;
    }

    @GetMapping(Mine.DRAFTS + "{id}/check")
    String check(@PathVariable String id, Model model) {
        var actor = Mine.producer();
        var sent = drafts.sentAs(actor, id);
        return sent.isPresent()
                ? "redirect:" + sent(sent.get())
                : show(actor, id, null, false, model);
    }

    @PostMapping(Mine.DRAFTS + "{id}/send")
    String send(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String revision,
            HttpServletResponse response,
            Model model) {
        var actor = Mine.producer();
        return switch (drafts.submit(actor, id, Mine.revision(revision))) {
            case Sent.Done(var receipt) -> "redirect:" + sent(receipt.breach());
            case Sent.Not(var why) ->
                    switch (why) {
                        case Change.Refused(_, var sentence) -> {
                            response.setStatus(422);
                            yield show(actor, id, sentence, false, model);
                        }
                        case Change.Stale _ -> {
                            response.setStatus(409);
                            yield show(actor, id, null, true, model);
                        }
                        case Change.Done _ -> "redirect:" + Mine.PATH;
                        case Change.Unknown _ ->
                                drafts.sentAs(actor, id)
                                        .map(breach -> "redirect:" + sent(breach))
                                        .orElseThrow(Mine::notFound);
                    };
        };
    }

    static String sent(BreachId id) {
        return Mine.report(id) + "/sent";
    }

    private String show(
            Actor actor, String id, @Nullable String problem, boolean stale, Model model) {
        var draft = drafts.find(actor, id).orElseThrow(Mine::notFound);
        var check = drafts.check(actor, id).orElseThrow(Mine::notFound);
        model.addAttribute(
                "view",
                CheckView.of(
                        draft,
                        check,
                        bodies.name(draft.body()),
                        own(actor, check),
                        code,
                        problem,
                        stale));
        return "producer/check";
    }

    private Set<BreachId> own(Actor actor, SelfCheck check) {
        return check.likely().stream()
                .map(LikelyDuplicate::of)
                .filter(likely -> cases.find(actor, likely).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }
}
