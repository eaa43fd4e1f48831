package org.breachregister.web.producer;

import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.Change;
import org.breachregister.core.casework.Drafts;
import org.breachregister.core.casework.Drafts.Draft;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.web.page.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;

/// A report that is being written: the list of its parts, and a page for each.
@Controller
class DraftPages {

    private final Drafts drafts;
    private final CodeOfPractice code;
    private final Bodies bodies;
    private final Today today;

    DraftPages(Drafts drafts, CodeOfPractice code, Bodies bodies, Today today) {
        this.drafts = drafts;
        this.code = code;
        this.bodies = bodies;
        this.today = today;
    }

    @GetMapping(Mine.DRAFTS + "{id}")
    String tasks(@PathVariable String id, Model model) {
        var actor = Mine.producer();
        var sent = drafts.sentAs(actor, id);
        if (sent.isPresent()) {
            return "redirect:" + Mine.report(sent.get());
        }
        var draft = find(actor, id);
        var check = drafts.check(actor, id).orElseThrow(Mine::notFound);
        model.addAttribute("view", TaskListView.of(draft, check, bodies.name(draft.body())));
        return "producer/tasks";
    }

    @GetMapping(Mine.DRAFTS + "{id}/{slug}")
    String part(
            @PathVariable String id,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String back,
            Model model) {
        var part = FormPart.of(slug).orElseThrow(Mine::notFound);
        var draft = find(Mine.producer(), id);
        var form = PartForm.of(part, Answers.of(draft), code);
        return show(draft, form, draft.revision(), List.of(), false, back, model);
    }

    @PostMapping(Mine.DRAFTS + "{id}/{slug}")
    String save(
            @PathVariable String id,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> given,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String revision,
            @RequestParam(defaultValue = "") String action,
            HttpServletResponse response,
            Model model) {
        var part = FormPart.of(slug).orElseThrow(Mine::notFound);
        var actor = Mine.producer();
        var draft = find(actor, id);
        var form = PartForm.typed(part, given);
        var seen = Mine.revision(revision);
        if (action.equals("add-day")) {
            return show(draft, form.withOneMoreDay(), seen, List.of(), false, back, model);
        }
        var problems = form.problems();
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return show(draft, form, seen, problems, false, back, model);
        }
        return switch (drafts.save(actor, id, seen, form.answers())) {
            case Change.Done _ -> "redirect:" + after(id, back);
            case Change.Stale _ -> stale(find(actor, id), form, back, response, model);
            case Change.Refused(_, var sentence) -> {
                response.setStatus(422);
                var first = part.questions().getFirst().key();
                yield show(
                        draft,
                        form,
                        seen,
                        List.of(new Problem(first, sentence)),
                        false,
                        back,
                        model);
            }
            case Change.Unknown _ -> throw Mine.notFound();
        };
    }

    /// Where the page was sent twice, it is saved already.
    private String stale(
            Draft now, PartForm form, String back, HttpServletResponse response, Model model) {
        var answers = Answers.of(now);
        var same =
                form.answers().entrySet().stream()
                        .allMatch(answer -> answers.of(answer.getKey()).equals(answer.getValue()));
        if (same) {
            return "redirect:" + after(now.id(), back);
        }
        response.setStatus(409);
        return show(now, form, now.revision(), List.of(), true, back, model);
    }

    private static String after(String id, String back) {
        return back.equals("check") ? Mine.draft(id) + "/check" : Mine.draft(id);
    }

    private String show(
            Draft draft,
            PartForm form,
            long revision,
            List<Problem> problems,
            boolean stale,
            String back,
            Model model) {
        model.addAttribute(
                "view",
                PartView.of(draft, form, revision, problems, stale, back, code, today.day()));
        return "producer/part";
    }

    @GetMapping(Mine.DRAFTS + "{id}/delete")
    String askToDelete(@PathVariable String id, Model model) {
        return deleting(find(Mine.producer(), id), false, model);
    }

    @PostMapping(Mine.DRAFTS + "{id}/delete")
    String delete(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String revision,
            HttpServletResponse response,
            Model model) {
        var actor = Mine.producer();
        return switch (drafts.delete(actor, id, Mine.revision(revision))) {
            case Change.Done _ -> "redirect:" + Mine.PATH + "?done=deleted";
            case Change.Stale _ -> {
                response.setStatus(409);
                yield deleting(find(actor, id), true, model);
            }
            case Change.Refused _ -> throw Mine.notFound();
            case Change.Unknown _ -> throw Mine.notFound();
        };
    }

    private static String deleting(Draft draft, boolean stale, Model model) {
        model.addAttribute(
                "view",
                new DeleteView(
                        Answers.of(draft).title(),
                        Mine.draft(draft.id()),
                        draft.revision(),
                        stale));
        return "producer/delete";
    }

    private Draft find(Actor actor, String id) {
        return drafts.find(actor, id).orElseThrow(Mine::notFound);
    }

    /// What the page before deleting shows.
    ///
    /// @param stale whether somebody changed the draft after its page was asked for
    record DeleteView(String title, String path, long revision, boolean stale) {}
}
