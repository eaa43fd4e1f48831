package org.breachregister.web.desk;

import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseStep;
import org.breachregister.core.casework.Casework;
import org.breachregister.core.casework.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Arrays;

/// The steps that need a reason and nothing else.
@Controller
class ReasonPage {

    private static final String PATH = Desk.CASE + "/{step:reopen|go-on|unschedule|revise}";

    private final Casework casework;
    private final Desk desk;

    ReasonPage(Casework casework, Desk desk) {
        this.casework = casework;
        this.desk = desk;
    }

    @GetMapping(PATH)
    String ask(@PathVariable String id, @PathVariable String step, Model model) {
        var one = desk.find(id);
        if (!step(step).allowedTo(Acting.current())) {
            throw Desk.unknown();
        }
        return page(one, Words.of(step(step)), "", Trouble.NONE, model);
    }

    @PostMapping(PATH)
    @Nullable String take(
            @PathVariable String id,
            @PathVariable String step,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        var one = desk.find(id);
        var words = Words.of(step(step));
        return Desk.answer(
                change(Acting.current(), one, step(step), revision, reason),
                response,
                "reason",
                Desk.path(one, "?done=" + words.done()),
                trouble -> page(desk.find(id), words, reason, trouble, model));
    }

    private Change change(Actor actor, BreachCase one, CaseStep step, long revision, String why) {
        return switch (step) {
            case REOPEN -> casework.reopen(actor, one.id(), revision, why);
            case GO_ON -> casework.goOn(actor, one.id(), revision, why);
            case UNSCHEDULE -> casework.unschedule(actor, one.id(), revision, why);
            case REVISE -> casework.revise(actor, one.id(), revision, why);
            case SUBMIT, TAKE_UP, ASK, ANSWER, ASSESS, CLEAR, SCHEDULE, VOID, RELEASE ->
                    throw Desk.unknown();
        };
    }

    private static CaseStep step(String key) {
        return Arrays.stream(CaseStep.values())
                .filter(step -> step.key().equals(key))
                .findFirst()
                .orElseThrow(Desk::unknown);
    }

    private static String page(
            BreachCase one, Words words, String reason, Trouble trouble, Model model) {
        model.addAttribute("frame", CaseFrame.of(one, "step", words.heading()).with(trouble));
        model.addAttribute("view", new View(words, reason));
        return "desk/reason";
    }

    /// What the page shows.
    record View(Words words, String reason) {}

    /// What a step is called.
    record Words(String key, String heading, String about, String button, String done) {

        static Words of(CaseStep step) {
            return switch (step) {
                case REOPEN ->
                        new Words(
                                step.key(),
                                "Open the assessment again",
                                "The outcome is taken back, and with it whatever was approved. The case is assessed and cleared anew.",
                                "Open it again",
                                "reopened");
                case GO_ON ->
                        new Words(
                                step.key(),
                                "Go on without the answer",
                                "The question stays on record. The producer can still add to the report.",
                                "Go on",
                                "gone-on");
                case UNSCHEDULE ->
                        new Words(
                                step.key(),
                                "Take it off the schedule",
                                "Nothing is released at the set time. The case stays cleared as long as nothing of it changes.",
                                "Take it off",
                                "unscheduled");
                case REVISE ->
                        new Words(
                                step.key(),
                                "Revise or withdraw",
                                "Opens the case again. What is public stays so until the new version is assessed, cleared and released. To withdraw it, assess it as not a breach; a note that it was withdrawn stays on the register.",
                                "Open it again",
                                "revised");
                default -> throw Desk.unknown();
            };
        }
    }
}
