package org.breachregister.web.desk;

import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.core.account.Acting;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Casework;
import org.breachregister.core.casework.CorrectedField;
import org.breachregister.core.producer.Producers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where a caseworker puts something else in the place of what was read in a field.
@Controller
class ChangeFieldPage {

    private static final int MOST_FOUND = 20;

    private final Cases cases;
    private final Casework casework;
    private final Desk desk;
    private final FieldValues values;
    private final CodeChoices choices;
    private final Producers producers;

    ChangeFieldPage(
            Cases cases,
            Casework casework,
            Desk desk,
            FieldValues values,
            CodeChoices choices,
            Producers producers) {
        this.cases = cases;
        this.casework = casework;
        this.desk = desk;
        this.values = values;
        this.choices = choices;
        this.producers = producers;
    }

    @GetMapping(Desk.CASE + "/fields/{key}")
    String ask(
            @PathVariable String id,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String edition,
            Model model) {
        var one = desk.find(id);
        var field = CorrectedField.of(key).orElseThrow(Desk::unknown);
        Desk.mustBeCaseworker();
        var now = FieldValues.now(one.read(), cases.corrections(one.id()), field);
        return page(one, field, EnteredField.of(field, now), "", edition, Trouble.NONE, model);
    }

    @PostMapping(Desk.CASE + "/fields/{key}")
    @Nullable String change(
            @PathVariable String id,
            @PathVariable String key,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response) {
        var one = desk.find(id);
        var field = CorrectedField.of(key).orElseThrow(Desk::unknown);
        var entered = EnteredField.of(field, form);
        if (action.equals("find")) {
            return page(one, field, entered, reason, edition, Trouble.NONE, model);
        }
        var read = entered.read(field);
        if (!read.problems().isEmpty()) {
            return Desk.refuse(
                    new Trouble(read.problems(), false),
                    response,
                    trouble -> page(one, field, entered, reason, edition, trouble, model));
        }
        return Desk.answer(
                casework.correct(
                        Acting.current(),
                        one.id(),
                        revision,
                        field,
                        read.value(),
                        reason.isBlank() ? null : reason.strip()),
                response,
                "reason",
                Desk.path(one, "?done=corrected#field-" + key),
                trouble -> page(desk.find(id), field, entered, reason, edition, trouble, model));
    }

    private String page(
            BreachCase one,
            CorrectedField field,
            EnteredField entered,
            String reason,
            String edition,
            Trouble trouble,
            Model model) {
        var heading = "Change: " + Named.field(field).toLowerCase(Locale.UK);
        model.addAttribute("frame", CaseFrame.of(one, "field", heading).with(trouble));
        model.addAttribute(
                "view",
                new View(
                        field.key(),
                        Named.field(field),
                        EnteredField.shape(field),
                        FieldView.of(one, cases.corrections(one.id()), field, values),
                        entered,
                        reason,
                        field == CorrectedField.PRODUCERS ? bodies(entered) : List.of(),
                        field == CorrectedField.PRODUCERS && !entered.search().isBlank(),
                        field == CorrectedField.REFERENCES
                                ? choices.of(one, entered.chosen(), edition)
                                : null,
                        EnteredField.options(field, entered)));
        return "desk/field";
    }

    /// The bodies chosen, then those that the words searched for name.
    private List<Option> bodies(EnteredField entered) {
        var bodies = new ArrayList<Option>();
        entered.chosen()
                .forEach(id ->
                        bodies.add(
                                new Option(
                                        id,
                                        values.shown(CorrectedField.PRODUCERS, id),
                                        null,
                                        true)));
        if (!entered.search().isBlank()) {
            BodySearch.find(producers, entered.search()).stream()
                    .filter(body -> !entered.chosen().contains(body.id().value()))
                    .limit(MOST_FOUND)
                    .map(body ->
                            new Option(
                                    body.id().value(), body.name(), BodySearch.about(body), false))
                    .forEach(bodies::add);
        }
        return List.copyOf(bodies);
    }

    /// A choice.
    record Option(String value, String label, @Nullable String hint, boolean chosen) {}

    /// What the page shows.
    ///
    /// @param shape how the field is entered: `line`, `lines`, `day`, `days`, `options`, `bodies`
    ///   or `elements`
    record View(
            String key,
            String name,
            String shape,
            FieldView field,
            EnteredField entered,
            String reason,
            List<Option> bodies,
            boolean searched,
            CodeChoices.@Nullable View code,
            List<Option> options) {}
}
