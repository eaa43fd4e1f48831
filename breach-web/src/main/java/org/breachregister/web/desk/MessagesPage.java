package org.breachregister.web.desk;

import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Acting;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseState;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Casework;
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

/// Words between the regulator and the producer of a case.
@Controller
class MessagesPage {

    private final Cases cases;
    private final Casework casework;
    private final Desk desk;

    MessagesPage(Cases cases, Casework casework, Desk desk) {
        this.cases = cases;
        this.casework = casework;
        this.desk = desk;
    }

    @GetMapping(Desk.CASE + "/messages")
    String show(
            @PathVariable String id, @RequestParam(defaultValue = "") String done, Model model) {
        return page(desk.find(id), "", EnteredDay.EMPTY, Trouble.NONE, Done.words(done), model);
    }

    @PostMapping(Desk.CASE + "/messages")
    @Nullable String ask(
            @PathVariable String id,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String dueDay,
            @RequestParam(defaultValue = "") String dueMonth,
            @RequestParam(defaultValue = "") String dueYear,
            Model model,
            HttpServletResponse response) {
        var one = desk.find(id);
        var day = new EnteredDay(dueDay, dueMonth, dueYear);
        LocalDate due = null;
        switch (day.read("The day to answer by")) {
            case Read.Day(var date) -> due = date;
            case Read.None() -> {}
            case Read.Wrong(var sentence) -> {
                return Desk.refuse(
                        Trouble.with("due", sentence),
                        response,
                        trouble -> page(one, question, day, trouble, null, model));
            }
        }
        return Desk.answer(
                casework.ask(Acting.current(), one.id(), revision, question, due),
                response,
                "question",
                Desk.path(one, "/messages?done=asked"),
                trouble -> page(desk.find(id), question, day, trouble, null, model));
    }

    private String page(
            BreachCase one,
            String question,
            EnteredDay due,
            Trouble trouble,
            @Nullable String done,
            Model model) {
        var frame = CaseFrame.of(one, "messages", "Messages").with(trouble).done(done);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new View(
                        cases.messages(one.id()).stream()
                                .map(message -> MessageView.of(message, one))
                                .toList(),
                        frame.caseworker()
                                && (one.state() == CaseState.UNDER_ASSESSMENT
                                        || !question.isEmpty()),
                        frame.caseworker() && one.state() == CaseState.WAITING_FOR_PRODUCER,
                        one.bodies().isEmpty(),
                        question,
                        due));
        return "desk/messages";
    }

    /// What the page shows.
    ///
    /// @param canAsk whether the form is shown
    /// @param waiting whether the reader can go on without the answer
    /// @param nobody whether no body's accounts see the case, so that nobody would read a question
    record View(
            List<MessageView> messages,
            boolean canAsk,
            boolean waiting,
            boolean nobody,
            String question,
            EnteredDay due) {}
}
