package org.breachregister.web.producer;

import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Casework;
import org.breachregister.core.casework.Change;
import org.breachregister.core.casework.TrackedCommitment;
import org.breachregister.core.publication.BreachId;
import org.breachregister.web.page.Problem;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;

/// Where a producer reports what came of a commitment.
@Controller
class CommitmentPage {

    private static final String ADDRESS = Mine.PATH + "/{id}/commitments/{number}";

    private final Cases cases;
    private final Casework casework;
    private final Today today;

    CommitmentPage(Cases cases, Casework casework, Today today) {
        this.cases = cases;
        this.casework = casework;
        this.today = today;
    }

    @GetMapping(ADDRESS)
    String ask(@PathVariable String id, @PathVariable String number, Model model) {
        var found = find(id);
        return show(found, commitment(found, number), "", null, false, model);
    }

    @PostMapping(ADDRESS)
    String report(
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(defaultValue = "") String revision,
            HttpServletResponse response,
            Model model) {
        var actor = Mine.producer();
        var found = find(id);
        var commitment = commitment(found, number);
        var text = PartForm.clean(evidence).strip();
        var problem = problem(text);
        if (problem != null) {
            response.setStatus(422);
            return show(found, commitment, text, problem, false, model);
        }
        var change =
                casework.changeCommitment(
                        actor, commitment.id(), Mine.revision(revision), null, null, null, text);
        return switch (change) {
            case Change.Done _ -> "redirect:" + Mine.report(found.id()) + "?done=reported";
            case Change.Unknown _ -> throw Mine.notFound();
            case Change.Refused(_, var sentence) -> {
                response.setStatus(422);
                yield show(found, commitment, text, sentence, false, model);
            }
            case Change.Stale _ -> {
                var now = commitment(found, number);
                if (text.equals(now.evidence())) {
                    yield "redirect:" + Mine.report(found.id()) + "?done=reported";
                }
                response.setStatus(409);
                yield show(found, now, text, null, true, model);
            }
        };
    }

    private static @Nullable String problem(String text) {
        if (text.isEmpty()) {
            return "Write what was done";
        }
        return text.length() > Casework.LONGEST_TEXT
                ? "The text must have %s characters or fewer. It has %s"
                        .formatted(Words.number(Casework.LONGEST_TEXT), Words.number(text.length()))
                : null;
    }

    private BreachCase find(String id) {
        return BreachId.parse(id)
                .flatMap(breach -> cases.find(Mine.producer(), breach))
                .orElseThrow(Mine::notFound);
    }

    private TrackedCommitment commitment(BreachCase found, String number) {
        return cases.commitments(found.id()).stream()
                .filter(commitment -> Long.toString(commitment.id()).equals(number))
                .findFirst()
                .orElseThrow(Mine::notFound);
    }

    private String show(
            BreachCase found,
            TrackedCommitment commitment,
            String text,
            @Nullable String problem,
            boolean stale,
            Model model) {
        model.addAttribute(
                "view",
                new CommitmentView(
                        found.id().value(),
                        Mine.report(found.id()),
                        Mine.report(found.id()) + "/commitments/" + commitment.id(),
                        CaseView.Promise.of(commitment, today.day()),
                        commitment.revision(),
                        text,
                        problem == null ? List.of() : List.of(new Problem("evidence", problem)),
                        stale));
        return "producer/commitment";
    }

    /// What the page shows.
    ///
    /// @param path the address of the case
    /// @param action the address that the form goes to
    /// @param text what was typed
    /// @param stale whether somebody changed the commitment in the meantime
    record CommitmentView(
            String id,
            String path,
            String action,
            CaseView.Promise promise,
            long revision,
            String text,
            List<Problem> problems,
            boolean stale) {}
}
