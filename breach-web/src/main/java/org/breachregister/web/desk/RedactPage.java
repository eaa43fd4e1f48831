package org.breachregister.web.desk;

import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Acting;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Casework;
import org.breachregister.core.casework.Change;
import org.breachregister.core.casework.Redacted.Decision;
import org.breachregister.core.casework.Redacted.Reason;
import org.breachregister.core.report.Section;
import org.breachregister.web.desk.Spans.Place;
import org.breachregister.web.desk.Spans.SectionView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Arrays;
import java.util.List;

/// Where a caseworker decides which words of a report are not published.
@Controller
class RedactPage {

    private static final String PATH = Desk.CASE + "/redact";
    private static final int MOST_PLACES = 50;

    private final Cases cases;
    private final Casework casework;
    private final Desk desk;

    RedactPage(Cases cases, Casework casework, Desk desk) {
        this.cases = cases;
        this.casework = casework;
        this.desk = desk;
    }

    @GetMapping(PATH)
    String show(
            @PathVariable String id, @RequestParam(defaultValue = "") String done, Model model) {
        return page(desk.find(id), ByHand.EMPTY, Trouble.NONE, Done.words(done), model);
    }

    @PostMapping(PATH)
    @Nullable String decide(
            @PathVariable String id,
            @RequestParam long revision,
            @RequestParam int span,
            @RequestParam String section,
            @RequestParam int from,
            @RequestParam int to,
            @RequestParam String reason,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        var one = desk.find(id);
        return Desk.answer(
                casework.redact(
                        Acting.current(),
                        one.id(),
                        revision,
                        section(section),
                        from,
                        to,
                        reason(reason),
                        decision(decision),
                        note.isBlank() ? null : note),
                response,
                "span-" + span,
                Desk.path(one, "/redact?done=decided#span-" + span),
                trouble -> page(desk.find(id), ByHand.EMPTY, trouble, null, model));
    }

    @PostMapping(PATH + "/all")
    @Nullable String all(
            @PathVariable String id,
            @RequestParam long revision,
            Model model,
            HttpServletResponse response) {
        var one = desk.find(id);
        return Desk.answer(
                casework.redactAsProposed(Acting.current(), one.id(), revision),
                response,
                "proposals",
                Desk.path(one, "/redact?done=decided"),
                trouble -> page(desk.find(id), ByHand.EMPTY, trouble, null, model));
    }

    @PostMapping(PATH + "/undo")
    @Nullable String undo(
            @PathVariable String id,
            @RequestParam long revision,
            @RequestParam int span,
            @RequestParam long redaction,
            Model model,
            HttpServletResponse response) {
        var one = desk.find(id);
        return Desk.answer(
                casework.undoRedaction(Acting.current(), one.id(), revision, redaction),
                response,
                "span-" + span,
                Desk.path(one, "/redact?done=undone"),
                trouble -> page(desk.find(id), ByHand.EMPTY, trouble, null, model));
    }

    /// Removes words that a person gives, wherever they stand or where the person says.
    @PostMapping(PATH + "/words")
    @Nullable String byHand(
            @PathVariable String id,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String which,
            @RequestParam(defaultValue = "person") String reason,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        var one = desk.find(id);
        var entered = words.strip();
        var places =
                entered.isEmpty() ? List.<Place>of() : Spans.find(one.read().sections(), entered);
        var given = new ByHand(words, which, reason, note, places);
        var chosen =
                which.equals("all") || which.isEmpty() && places.size() == 1
                        ? places
                        : places.stream().filter(place -> place.key().equals(which)).toList();
        if (chosen.isEmpty()) {
            var problem =
                    entered.isEmpty()
                            ? new Problem("words", "Enter the words to remove")
                            : places.isEmpty()
                                    ? new Problem(
                                            "words",
                                            "These words do not stand in the report. Copy them from the text above")
                                    : new Problem(
                                            "which",
                                            "These words stand %d times. Choose where they are removed"
                                                    .formatted(places.size()));
            return Desk.refuse(
                    new Trouble(List.of(problem), false),
                    response,
                    trouble -> page(one, given, trouble, null, model));
        }
        return Desk.answer(
                remove(one, revision, chosen, reason(reason), note.isBlank() ? null : note),
                response,
                "words",
                Desk.path(one, "/redact?done=decided"),
                trouble -> page(desk.find(id), given, trouble, null, model));
    }

    private Change remove(
            BreachCase one,
            long revision,
            List<Place> places,
            Reason reason,
            @Nullable String note) {
        Change made = new Change.Done(revision, 0);
        for (var place : places) {
            if (!(made instanceof Change.Done(var seen, _))) {
                return made;
            }
            made =
                    casework.redact(
                            Acting.current(),
                            one.id(),
                            seen,
                            place.section(),
                            place.from(),
                            place.to(),
                            reason,
                            Decision.REMOVED,
                            note);
        }
        return made;
    }

    private static Section section(String key) {
        return Arrays.stream(Section.values())
                .filter(section -> section.key().equals(key))
                .findFirst()
                .orElseThrow(Desk::malformed);
    }

    private static Reason reason(String key) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.key().equals(key))
                .findFirst()
                .orElseThrow(Desk::malformed);
    }

    private static Decision decision(String key) {
        return Arrays.stream(Decision.values())
                .filter(decision -> decision.key().equals(key))
                .findFirst()
                .orElseThrow(Desk::malformed);
    }

    private String page(
            BreachCase one, ByHand byHand, Trouble trouble, @Nullable String done, Model model) {
        var sections = Spans.sections(one.read().sections(), cases.redactions(one.id()));
        model.addAttribute("frame", CaseFrame.of(one, "redact", "Redact").with(trouble).done(done));
        model.addAttribute(
                "view",
                new View(
                        sections,
                        (int)
                                sections.stream()
                                        .flatMap(section -> section.spans().stream())
                                        .filter(span -> span.style().equals("proposed"))
                                        .count(),
                        Arrays.stream(Reason.values())
                                .map(reason -> new Choice(reason.key(), Named.reason(reason)))
                                .toList(),
                        byHand));
        return "desk/redact";
    }

    /// Words that a person wants removed.
    ///
    /// @param which where: `all`, or section, from and to of one place
    /// @param places where they stand
    record ByHand(String words, String which, String reason, String note, List<Place> places) {

        static final ByHand EMPTY = new ByHand("", "", "person", "", List.of());

        ByHand {
            places = places.stream().limit(MOST_PLACES).toList();
        }
    }

    /// A reason to choose.
    record Choice(String key, String name) {}

    /// What the page shows.
    ///
    /// @param undecided how many proposals nobody decided on
    record View(List<SectionView> sections, int undecided, List<Choice> reasons, ByHand byHand) {}
}
