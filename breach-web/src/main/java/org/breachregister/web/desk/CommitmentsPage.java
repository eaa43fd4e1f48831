package org.breachregister.web.desk;

import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Acting;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Casework;
import org.breachregister.core.casework.TrackedCommitment;
import org.breachregister.core.casework.TrackedCommitment.Status;
import org.breachregister.web.desk.EnteredDay.Read;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// What a producer promised in a case, and what came of it.
@Controller
class CommitmentsPage {

    private static final String PATH = Desk.CASE + "/commitments";
    private static final String ONE = PATH + "/{number:\\d{1,18}}";

    private final Cases cases;
    private final Casework casework;
    private final Desk desk;

    CommitmentsPage(Cases cases, Casework casework, Desk desk) {
        this.cases = cases;
        this.casework = casework;
        this.desk = desk;
    }

    @GetMapping(PATH)
    String show(
            @PathVariable String id, @RequestParam(defaultValue = "") String done, Model model) {
        return page(desk.find(id), Entered.EMPTY, Trouble.NONE, Done.words(done), model);
    }

    @PostMapping(PATH)
    @Nullable String add(
            @PathVariable String id,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String dueDay,
            @RequestParam(defaultValue = "") String dueMonth,
            @RequestParam(defaultValue = "") String dueYear,
            Model model,
            HttpServletResponse response) {
        var one = desk.find(id);
        var entered = new Entered(text, owner, new EnteredDay(dueDay, dueMonth, dueYear), "", "");
        LocalDate due = null;
        switch (entered.due().read("The day it falls due")) {
            case Read.Day(var day) -> due = day;
            case Read.None() -> {}
            case Read.Wrong(var sentence) -> {
                return Desk.refuse(
                        Trouble.with("due", sentence),
                        response,
                        trouble -> page(one, entered, trouble, null, model));
            }
        }
        return Desk.answer(
                casework.addCommitment(
                        Acting.current(),
                        one.id(),
                        revision,
                        text,
                        owner.isBlank() ? null : owner,
                        due),
                response,
                "text",
                Desk.path(one, "/commitments?done=promised"),
                trouble -> page(desk.find(id), entered, trouble, null, model));
    }

    @GetMapping(ONE)
    String change(@PathVariable String id, @PathVariable long number, Model model) {
        var one = desk.find(id);
        Desk.mustBeCaseworker();
        var it = find(one, number);
        var owner = it.owner();
        return changePage(
                one,
                it,
                new Entered(
                        "",
                        owner == null ? "" : owner,
                        EnteredDay.of(it.due()),
                        it.status().key(),
                        ""),
                Trouble.NONE,
                model);
    }

    @PostMapping(ONE)
    @Nullable String change(
            @PathVariable String id,
            @PathVariable long number,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String dueDay,
            @RequestParam(defaultValue = "") String dueMonth,
            @RequestParam(defaultValue = "") String dueYear,
            @RequestParam(defaultValue = "") String evidence,
            Model model,
            HttpServletResponse response) {
        var one = desk.find(id);
        var it = find(one, number);
        var entered =
                new Entered("", owner, new EnteredDay(dueDay, dueMonth, dueYear), status, evidence);
        var wanted =
                Arrays.stream(Status.values())
                        .filter(known -> known.key().equals(status))
                        .findFirst()
                        .orElseThrow(Desk::malformed);
        LocalDate due = null;
        switch (entered.due().read("The day it falls due")) {
            case Read.Day(var day) -> due = day;
            case Read.None() -> {}
            case Read.Wrong(var sentence) -> {
                return Desk.refuse(
                        Trouble.with("due", sentence),
                        response,
                        trouble -> changePage(one, it, entered, trouble, model));
            }
        }
        return Desk.answer(
                casework.changeCommitment(
                        Acting.current(),
                        number,
                        revision,
                        wanted,
                        owner.isBlank() ? null : owner,
                        due,
                        evidence.isBlank() ? null : evidence),
                response,
                "evidence",
                Desk.path(one, "/commitments?done=promised"),
                trouble -> changePage(desk.find(id), find(one, number), entered, trouble, model));
    }

    private TrackedCommitment find(BreachCase one, long number) {
        return cases.commitments(one.id()).stream()
                .filter(it -> it.id() == number)
                .findFirst()
                .orElseThrow(Desk::unknown);
    }

    private String page(
            BreachCase one, Entered entered, Trouble trouble, @Nullable String done, Model model) {
        model.addAttribute(
                "frame", CaseFrame.of(one, "commitments", "Commitments").with(trouble).done(done));
        model.addAttribute(
                "view",
                new View(
                        cases.commitments(one.id()).stream()
                                .map(it -> CommitmentView.of(it, desk.today()))
                                .toList(),
                        entered));
        return "desk/commitments";
    }

    private String changePage(
            BreachCase one, TrackedCommitment it, Entered entered, Trouble trouble, Model model) {
        model.addAttribute(
                "frame", CaseFrame.of(one, "commitment", "Change a commitment").with(trouble));
        model.addAttribute(
                "view",
                new ChangeView(
                        CommitmentView.of(it, desk.today()),
                        it.revision(),
                        Arrays.stream(Status.values())
                                .map(status ->
                                        new DeskPage.Choice(status.key(), Named.status(status)))
                                .toList(),
                        entered,
                        cases.changes(it).stream()
                                .map(change ->
                                        new Changed(
                                                Named.status(change.status()),
                                                change.evidence(),
                                                change.by().name(),
                                                Words.moment(change.at())))
                                .toList()));
        return "desk/commitment";
    }

    /// What is entered of a commitment.
    record Entered(String text, String owner, EnteredDay due, String status, String evidence) {

        static final Entered EMPTY = new Entered("", "", EnteredDay.EMPTY, "", "");
    }

    /// What the page shows.
    record View(List<CommitmentView> commitments, Entered entered) {}

    /// An earlier change.
    record Changed(String status, @Nullable String evidence, String by, String at) {}

    /// What the page of one commitment shows.
    record ChangeView(
            CommitmentView commitment,
            long revision,
            List<DeskPage.Choice> statuses,
            Entered entered,
            List<Changed> changes) {}
}
