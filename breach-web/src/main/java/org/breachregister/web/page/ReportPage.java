package org.breachregister.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.api.report.SentDocument;
import org.breachregister.api.report.Submission;
import org.breachregister.api.report.Submissions;
import org.breachregister.api.report.UploadRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import java.io.IOException;

/// Where a producer sends a report, and sees what was understood of it.
@Controller
class ReportPage {

    static final String PATH = "/report-a-breach";
    private static final String RECEIVED = PATH + "/received/";

    private final Submissions submissions;
    private final SentDocument documents;

    ReportPage(Submissions submissions, SentDocument documents) {
        this.submissions = submissions;
        this.documents = documents;
    }

    @GetMapping(PATH)
    @Nullable String ask(Model model, HttpServletResponse response) throws IOException {
        if (!submissions.open()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return null;
        }
        return form(null, model, response);
    }

    @PostMapping(PATH)
    @Nullable String receive(HttpServletRequest request, HttpServletResponse response, Model model)
            throws IOException {
        try {
            switch (submissions.takeForm(request)) {
                case Submission.Received(var receipt) -> {
                    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                    response.setHeader(HttpHeaders.LOCATION, RECEIVED + receipt.value());
                    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                    return null;
                }
                case Submission.Refused(_, var sentence) -> {
                    response.setStatus(422);
                    return form(sentence, model, response);
                }
            }
        } catch (UploadRefused refused) {
            if (response.isCommitted()) {
                return null; // the client has gone away
            }
            if (!submissions.open()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return null;
            }
            response.setStatus(refused.getStatusCode().value());
            refused.getHeaders()
                    .forEach((name, values) -> response.setHeader(name, values.getFirst()));
            return form(refused.sentence(), model, response);
        }
    }

    @GetMapping(RECEIVED + "{receipt}")
    @Nullable String received(
            @PathVariable String receipt, Model model, HttpServletResponse response)
            throws IOException {
        var sent = submissions.find(receipt);
        if (sent.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return null;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("view", ReceivedView.of(sent.get(), RECEIVED + receipt + "/document"));
        return "received";
    }

    @GetMapping(RECEIVED + "{receipt}/document")
    @Nullable ResponseEntity<Resource> document(
            @PathVariable String receipt, HttpServletResponse response) throws IOException {
        var sent = submissions.find(receipt);
        if (sent.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return null;
        }
        return documents.download(sent.get());
    }

    /// Without an origin of its own, a form would look like one of another site.
    private static String form(
            @Nullable String problem, Model model, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "same-origin");
        if (problem != null) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        model.addAttribute(
                "view",
                new View(
                        problem == null ? null : problem.replaceFirst("(?<=[^.?!])$", "."),
                        Submissions.MOST_BYTES / (1024 * 1024)));
        return "report";
    }

    /// What the form shows.
    ///
    /// @param problem a sentence saying why the document was not taken, or null
    /// @param mostMegabytes the most that a document may have
    record View(@Nullable String problem, int mostMegabytes) {}
}
