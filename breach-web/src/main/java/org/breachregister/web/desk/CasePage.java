package org.breachregister.web.desk;

import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Acting;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Casework;
import org.breachregister.core.casework.CorrectedField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A case: what was reported, what was read, and what can be done with it now.
@Controller
class CasePage {

    private final Cases cases;
    private final Casework casework;
    private final Desk desk;
    private final FieldValues values;

    CasePage(Cases cases, Casework casework, Desk desk, FieldValues values) {
        this.cases = cases;
        this.casework = casework;
        this.desk = desk;
        this.values = values;
    }

    @GetMapping(Desk.CASE)
    String show(
            @PathVariable String id, @RequestParam(defaultValue = "") String done, Model model) {
        return page(desk.find(id), Trouble.NONE, Done.words(done), model);
    }

    /// The fields stand on the case's own page.
    @GetMapping(Desk.CASE + "/fields")
    @Nullable String fields(@PathVariable String id, HttpServletResponse response) {
        return Desk.goTo(Desk.path(desk.find(id), "#fields"), response);
    }

    @PostMapping(Desk.CASE + "/take-up")
    @Nullable String takeUp(
            @PathVariable String id,
            @RequestParam long revision,
            Model model,
            HttpServletResponse response) {
        var one = desk.find(id);
        return Desk.answer(
                casework.takeUp(Acting.current(), one.id(), revision),
                response,
                "steps",
                Desk.path(one, "?done=taken-up"),
                trouble -> page(desk.find(id), trouble, null, model));
    }

    @PostMapping(Desk.CASE + "/fields/{key}/confirm")
    @Nullable String confirm(
            @PathVariable String id,
            @PathVariable String key,
            @RequestParam long revision,
            Model model,
            HttpServletResponse response) {
        var one = desk.find(id);
        var field = CorrectedField.of(key).orElseThrow(Desk::unknown);
        return Desk.answer(
                casework.correct(
                        Acting.current(),
                        one.id(),
                        revision,
                        field,
                        FieldValues.now(one.read(), cases.corrections(one.id()), field),
                        null),
                response,
                "field-" + key,
                Desk.path(one, "?done=confirmed#field-" + key),
                trouble -> page(desk.find(id), trouble, null, model));
    }

    private String page(BreachCase one, Trouble trouble, @Nullable String done, Model model) {
        model.addAttribute(
                "frame",
                CaseFrame.of(one, "case", Named.output(one.report())).with(trouble).done(done));
        model.addAttribute("view", CaseView.of(one, cases, values, desk));
        return "desk/case";
    }
}
