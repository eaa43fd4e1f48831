package org.breachregister.web.desk;

import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Role;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Casework;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Instant;

/// Where a publisher sets when a cleared case becomes public.
@Controller
class SchedulePage {

    private final Cases cases;
    private final Casework casework;
    private final Desk desk;

    SchedulePage(Cases cases, Casework casework, Desk desk) {
        this.cases = cases;
        this.casework = casework;
        this.desk = desk;
    }

    @GetMapping(Desk.CASE + "/schedule")
    String ask(@PathVariable String id, Model model) {
        var one = desk.find(id);
        if (!Acting.current().is(Role.PUBLISHER)) {
            throw Desk.unknown();
        }
        return page(one, EnteredRelease.USUAL, null, Trouble.NONE, model);
    }

    @PostMapping(Desk.CASE + "/schedule")
    @Nullable String schedule(
            @PathVariable String id,
            @RequestParam long revision,
            @RequestParam String digest,
            @ModelAttribute("entered") EnteredRelease entered,
            Model model,
            HttpServletResponse response) {
        var one = desk.find(id);
        return switch (entered.read(desk.clock().instant())) {
            case EnteredRelease.Read.Wrong(var problem, var twice) ->
                    Desk.refuse(
                            Trouble.with(problem.field(), problem.sentence()),
                            response,
                            trouble -> page(one, entered, twice, trouble, model));
            case EnteredRelease.Read.At(var moment) ->
                    answer(one, revision, digest, moment, entered, model, response);
        };
    }

    private @Nullable String answer(
            BreachCase one,
            long revision,
            String digest,
            Instant moment,
            EnteredRelease entered,
            Model model,
            HttpServletResponse response) {
        var why = entered.reason();
        return Desk.answer(
                casework.schedule(
                        Acting.current(),
                        one.id(),
                        revision,
                        digest,
                        moment,
                        why.isBlank() ? null : why),
                response,
                "date",
                Desk.path(one, "?done=scheduled"),
                trouble -> page(desk.find(one.id().value()), entered, null, trouble, model));
    }

    private String page(
            BreachCase one,
            EnteredRelease entered,
            ReleaseTime.Read.@Nullable Twice twice,
            Trouble trouble,
            Model model) {
        var preview = cases.preview(one.id()).orElseThrow(Desk::unknown);
        model.addAttribute(
                "frame", CaseFrame.of(one, "schedule", "Schedule the release").with(trouble));
        model.addAttribute(
                "view",
                new View(
                        preview.digest(),
                        PreviewPage.shortForm(preview.digest()),
                        PreviewPage.event(preview.event()),
                        !preview.event().equals("published"),
                        entered,
                        twice == null ? null : Times.moment(twice.earlier()),
                        twice == null ? null : Times.moment(twice.later()),
                        trouble.problems().stream()
                                .anyMatch(problem -> problem.field().equals("weekend"))));
        return "desk/schedule";
    }

    /// What the page shows.
    ///
    /// @param needsReason whether the register changes, which needs a reason that everybody may
    ///   read
    /// @param earlier the first of two moments of the time entered, or null where it is one
    /// @param weekend whether the page asks if a weekend is meant
    record View(
            String digest,
            String digestInShort,
            String event,
            boolean needsReason,
            EnteredRelease entered,
            @Nullable String earlier,
            @Nullable String later,
            boolean weekend) {}
}
