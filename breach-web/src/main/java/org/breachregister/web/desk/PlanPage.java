package org.breachregister.web.desk;

import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Acting;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.Casework;
import org.breachregister.core.casework.Change;
import org.breachregister.web.desk.EnteredDay.Read;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// Who works on a case, and what is to be done next.
@Controller
class PlanPage {

    private final Casework casework;
    private final Desk desk;
    private final Staff staff;

    PlanPage(Casework casework, Desk desk, Staff staff) {
        this.casework = casework;
        this.desk = desk;
        this.staff = staff;
    }

    @GetMapping(Desk.CASE + "/plan")
    String ask(@PathVariable String id, Model model) {
        var one = desk.find(id);
        Desk.mustBeCaseworker();
        var now = Objects.requireNonNull(one.regulator());
        var action = now.nextAction();
        return page(
                one,
                now.assignee() == null ? "" : now.assignee().toString(),
                action == null ? "" : action,
                EnteredDay.of(now.nextActionOn()),
                Trouble.NONE,
                model);
    }

    @PostMapping(Desk.CASE + "/plan")
    @Nullable String plan(
            @PathVariable String id,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String assignee,
            @RequestParam(defaultValue = "") String nextAction,
            @RequestParam(defaultValue = "") String onDay,
            @RequestParam(defaultValue = "") String onMonth,
            @RequestParam(defaultValue = "") String onYear,
            Model model,
            HttpServletResponse response) {
        var one = desk.find(id);
        var day = new EnteredDay(onDay, onMonth, onYear);
        LocalDate on = null;
        switch (day.read("The day of the next action")) {
            case Read.Day(var date) -> on = date;
            case Read.None() -> {}
            case Read.Wrong(var sentence) -> {
                return Desk.refuse(
                        Trouble.with("on", sentence),
                        response,
                        trouble -> page(one, assignee, nextAction, day, trouble, model));
            }
        }
        return Desk.answer(
                change(one, revision, assignee, nextAction, on),
                response,
                "nextAction",
                Desk.path(one, "?done=planned"),
                trouble -> page(desk.find(id), assignee, nextAction, day, trouble, model));
    }

    /// Two deeds, each only where it changes something.
    private Change change(
            BreachCase one,
            long revision,
            String assignee,
            String nextAction,
            @Nullable LocalDate on) {
        var now = Objects.requireNonNull(one.regulator());
        var action = nextAction.isBlank() ? null : nextAction.strip();
        Change made = new Change.Done(revision, 0);
        if (!Objects.equals(action, now.nextAction()) || !Objects.equals(on, now.nextActionOn())) {
            made = casework.plan(Acting.current(), one.id(), revision, action, on);
        }
        var wanted = account(assignee);
        if (made instanceof Change.Done(var seen, _) && !Objects.equals(wanted, now.assignee())) {
            made = casework.assign(Acting.current(), one.id(), seen, wanted);
        }
        return made;
    }

    private static @Nullable AccountId account(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return new AccountId(Long.parseLong(text));
        } catch (IllegalArgumentException _) {
            throw Desk.malformed();
        }
    }

    private String page(
            BreachCase one,
            String assignee,
            String nextAction,
            EnteredDay on,
            Trouble trouble,
            Model model) {
        model.addAttribute("frame", CaseFrame.of(one, "plan", "Who does what next").with(trouble));
        model.addAttribute("view", new View(staff.caseworkers(), assignee, nextAction, on));
        return "desk/plan";
    }

    /// What the page shows.
    record View(List<Staff.Person> staff, String assignee, String nextAction, EnteredDay on) {}
}
