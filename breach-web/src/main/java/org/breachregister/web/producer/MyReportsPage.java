package org.breachregister.web.producer;

import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseQuery;
import org.breachregister.core.casework.CaseRecords.Message;
import org.breachregister.core.casework.CaseState;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Drafts;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A producer's own drafts and cases.
@Controller
class MyReportsPage {

    private static final int PAGE = 25;
    private static final int MOST_WAITING = 50;

    private final Drafts drafts;
    private final Cases cases;
    private final Bodies bodies;
    private final Today today;

    MyReportsPage(Drafts drafts, Cases cases, Bodies bodies, Today today) {
        this.drafts = drafts;
        this.cases = cases;
        this.bodies = bodies;
        this.today = today;
    }

    @GetMapping(Mine.PATH)
    String show(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        var actor = Mine.producer();
        var from = BreachId.parse(after).orElse(null);
        var day = today.day();
        var names = bodies.names(actor);
        var found = cases.list(actor, page(from));
        var more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        model.addAttribute(
                "view",
                new MyReportsView(
                        List.copyOf(names.values()),
                        from == null ? questions(actor, day) : List.of(),
                        from == null
                                ? cases.overdueCommitments(day, MOST_WAITING).stream()
                                        .map(MyReportsView.Promise::of)
                                        .toList()
                                : List.of(),
                        from == null
                                ? drafts.list(actor).stream()
                                        .map(draft -> MyReportsView.Begun.of(draft, names))
                                        .toList()
                                : List.of(),
                        shown.stream().map(MyReportsView.Sent::of).toList(),
                        more ? Mine.PATH + "?after=" + shown.getLast().id() : null,
                        from == null,
                        done.equals("deleted") ? "The draft is deleted." : null));
        return "producer/my-reports";
    }

    private static CaseQuery page(@Nullable BreachId after) {
        return new CaseQuery(null, Set.of(), null, null, null, after, PAGE + 1);
    }

    private List<MyReportsView.Question> questions(Actor actor, LocalDate day) {
        var waiting =
                cases.list(
                        actor,
                        new CaseQuery(
                                null,
                                Set.of(CaseState.WAITING_FOR_PRODUCER),
                                null,
                                null,
                                null,
                                null,
                                MOST_WAITING));
        return waiting.stream().flatMap(one -> question(one, day).stream()).toList();
    }

    private Optional<MyReportsView.Question> question(BreachCase waiting, LocalDate day) {
        return cases.messages(waiting.id()).stream()
                .filter(message -> message.kind() == Message.Kind.QUESTION)
                .reduce((_, later) -> later)
                .map(last -> MyReportsView.Question.of(waiting, last, day));
    }
}
