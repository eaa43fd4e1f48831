package org.breachregister.web.desk;

import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Acting;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.Casework;
import org.breachregister.core.casework.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Arrays;
import java.util.List;

/// Where a caseworker decides whether a case is a breach.
@Controller
class AssessPage {

    private final Casework casework;
    private final Desk desk;

    AssessPage(Casework casework, Desk desk) {
        this.casework = casework;
        this.desk = desk;
    }

    @GetMapping(Desk.CASE + "/assess")
    String ask(@PathVariable String id, Model model) {
        var one = desk.find(id);
        Desk.mustBeCaseworker();
        return page(one, "", "", "", Trouble.NONE, model);
    }

    @PostMapping(Desk.CASE + "/assess")
    @Nullable String assess(
            @PathVariable String id,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String exemption,
            Model model,
            HttpServletResponse response) {
        var one = desk.find(id);
        var chosen =
                Arrays.stream(Outcome.values()).filter(it -> it.key().equals(outcome)).findFirst();
        if (chosen.isEmpty()) {
            return Desk.refuse(
                    Trouble.with("outcome", "Choose what the assessment found"),
                    response,
                    trouble -> page(one, outcome, reason, exemption, trouble, model));
        }
        return Desk.answer(
                casework.assess(
                        Acting.current(),
                        one.id(),
                        revision,
                        chosen.get(),
                        reason,
                        exemption.isBlank() ? null : exemption),
                response,
                chosen.get() == Outcome.COVERED_BY_EXEMPTION && exemption.isBlank()
                        ? "exemption"
                        : "reason",
                Desk.path(one, "?done=assessed"),
                trouble -> page(desk.find(id), outcome, reason, exemption, trouble, model));
    }

    private static String page(
            BreachCase one,
            String outcome,
            String reason,
            String exemption,
            Trouble trouble,
            Model model) {
        model.addAttribute("frame", CaseFrame.of(one, "assess", "Assess").with(trouble));
        model.addAttribute(
                "view",
                new View(
                        Arrays.stream(Outcome.values())
                                .map(it -> new Choice(it.key(), Named.outcome(it), about(it)))
                                .toList(),
                        outcome,
                        reason,
                        exemption));
        return "desk/assess";
    }

    private static String about(Outcome outcome) {
        return switch (outcome) {
            case BREACH -> "It goes on the register once a second person has cleared it.";
            case NOT_A_BREACH ->
                    "It is not published. If it is on the register already, it is withdrawn.";
            case COVERED_BY_EXEMPTION ->
                    "The regulator had approved an exemption beforehand. It is not published.";
        };
    }

    /// An outcome to choose.
    record Choice(String key, String name, String about) {}

    /// What the page shows.
    record View(List<Choice> outcomes, String outcome, String reason, String exemption) {}
}
