package org.breachregister.web.producer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.api.report.Submissions;
import org.breachregister.api.report.UploadRefused;
import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.Drafts;
import org.breachregister.core.intake.Reading;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.web.page.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where a producer begins a report: with the form or with a document.
@Controller
class BeginPage {

    private final Drafts drafts;
    private final Submissions submissions;
    private final Bodies bodies;

    BeginPage(Drafts drafts, Submissions submissions, Bodies bodies) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.bodies = bodies;
    }

    @GetMapping(Mine.BEGIN)
    String ask(Model model) {
        return form(Mine.producer(), "", "", List.of(), model);
    }

    @PostMapping(Mine.BEGIN)
    String begin(
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String how,
            HttpServletResponse response,
            Model model) {
        var actor = Mine.producer();
        var names = bodies.names(actor);
        var given = body.isEmpty() && names.size() == 1 ? names.keySet().iterator().next() : body;
        var problems = new ArrayList<Problem>();
        if (given.isEmpty()) {
            problems.add(new Problem("body", "Choose the body that the report is for"));
        }
        if (!how.equals("form") && !how.equals("document")) {
            problems.add(new Problem("how", "Choose how you want to report"));
        }
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return form(actor, given, how, problems, model);
        }
        var chosen = Bodies.chosen(actor, given).orElseThrow(Mine::notFound);
        return how.equals("form")
                ? "redirect:" + Mine.draft(drafts.begin(actor, chosen).id())
                : "redirect:" + Mine.UPLOAD + "?body=" + chosen;
    }

    private String form(Actor actor, String body, String how, List<Problem> problems, Model model) {
        model.addAttribute("view", new BeginView(bodies.names(actor), body, how, problems));
        return "producer/begin";
    }

    @GetMapping(Mine.UPLOAD)
    String askForDocument(@RequestParam(defaultValue = "") String body, Model model) {
        var actor = Mine.producer();
        var names = bodies.names(actor);
        var given = body.isEmpty() && names.size() == 1 ? names.keySet().iterator().next() : body;
        if (!names.containsKey(given)) {
            return "redirect:" + Mine.BEGIN;
        }
        return upload(given, null, model);
    }

    @PostMapping(Mine.UPLOAD)
    @Nullable String upload(
            @RequestParam(defaultValue = "") String body,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var actor = Mine.producer();
        var chosen = Bodies.chosen(actor, body).orElseThrow(Mine::notFound);
        try {
            return submissions.takeSigned(
                    request,
                    form -> {
                        var file = form.file();
                        if (file == null) {
                            response.setStatus(422);
                            return upload(body, "Choose the report that you want to send.", model);
                        }
                        return switch (submissions.read(file)) {
                            case Reading.Report(var report, _, var mediaType) ->
                                    "redirect:"
                                            + Mine.draft(
                                                    drafts.begin(
                                                                    actor,
                                                                    chosen,
                                                                    submissions.document(
                                                                            file, mediaType),
                                                                    report)
                                                            .id())
                                            + "/check";
                            case Reading.NotAReport(var reason) ->
                                    refused(body, reason, response, model);
                            case Reading.Unreadable(var reason) ->
                                    refused(body, reason, response, model);
                        };
                    });
        } catch (UploadRefused refused) {
            if (response.isCommitted()) {
                return null; // the client has gone away
            }
            response.setStatus(refused.getStatusCode().value());
            refused.getHeaders()
                    .forEach((name, values) -> response.setHeader(name, values.getFirst()));
            return upload(body, refused.sentence(), model);
        }
    }

    private String refused(String body, String reason, HttpServletResponse response, Model model) {
        response.setStatus(422);
        return upload(body, reason, model);
    }

    private String upload(String body, @Nullable String problem, Model model) {
        model.addAttribute(
                "view",
                new UploadView(
                        body,
                        bodies.name(new ProducerId(body)),
                        Submissions.MOST_BYTES / (1024 * 1024),
                        problem == null ? null : problem.replaceFirst("(?<=[^.?!])$", ".")));
        return "producer/upload";
    }

    /// What the first page shows.
    ///
    /// @param bodies the names of the reader's bodies by their identifiers
    /// @param body the body that is chosen
    /// @param how the way that is chosen
    record BeginView(Map<String, String> bodies, String body, String how, List<Problem> problems) {

        /// Whether there is a body to choose.
        public boolean several() {
            return bodies.size() > 1;
        }

        /// What is wrong with a question, or null.
        public @Nullable String problem(String field) {
            return Problems.of(problems, field);
        }
    }

    /// What the page for a document shows.
    record UploadView(String body, String bodyName, int mostMegabytes, @Nullable String problem) {}
}
