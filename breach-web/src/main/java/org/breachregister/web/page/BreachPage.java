package org.breachregister.web.page;

import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.api.search.RepeatLookup;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublishedBreach.Status;
import org.breachregister.core.publication.RegisterLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.io.IOException;
import java.time.Clock;
import java.util.List;

/// The page of one breach, for ever at its address; of a withdrawn one a tombstone stays.
@Controller
class BreachPage {

    private final RegisterLog register;
    private final RepeatLookup repeats;
    private final CodeOfPractice code;
    private final Clock clock;

    BreachPage(RegisterLog register, RepeatLookup repeats, CodeOfPractice code, Clock clock) {
        this.register = register;
        this.repeats = repeats;
        this.code = code;
        this.clock = clock;
    }

    @GetMapping("/breaches/{id}")
    @Nullable String show(@PathVariable String id, Model model, HttpServletResponse response)
            throws IOException {
        var found = BreachId.parse(id).flatMap(breach -> register.find(breach, clock.instant()));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return null;
        }
        var breach = found.get();
        if (breach.status() == Status.WITHDRAWN) {
            response.setStatus(HttpServletResponse.SC_GONE);
            model.addAttribute("view", Tombstone.of(breach));
            return "withdrawn";
        }
        model.addAttribute("view", BreachView.of(breach, repeats.around(List.of(breach)), code));
        return "breach";
    }
}
