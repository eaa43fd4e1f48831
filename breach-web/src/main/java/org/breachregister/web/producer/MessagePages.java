package org.breachregister.web.producer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.api.report.SentFile;
import org.breachregister.api.report.SentForm;
import org.breachregister.api.report.Submissions;
import org.breachregister.api.report.UploadRefused;
import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseRecords.Message;
import org.breachregister.core.casework.CaseState;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Casework;
import org.breachregister.core.casework.Change;
import org.breachregister.core.casework.Document;
import org.breachregister.core.publication.BreachId;
import org.breachregister.web.page.Problem;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import java.util.List;
import java.util.Objects;

/// Words from a producer to the regulator: answers to questions, and supplements to the report.
@Controller
class MessagePages {

    private static final String ANY_TYPE = "application/octet-stream";

    private final Cases cases;
    private final Casework casework;
    private final Submissions submissions;
    private final Today today;

    MessagePages(Cases cases, Casework casework, Submissions submissions, Today today) {
        this.cases = cases;
        this.casework = casework;
        this.submissions = submissions;
        this.today = today;
    }

    @GetMapping(Mine.PATH + "/{id}/answer")
    String askForAnswer(@PathVariable String id, Model model) {
        return show(find(id), Message.Kind.ANSWER, "", List.of(), false, model);
    }

    @GetMapping(Mine.PATH + "/{id}/supplement")
    String askForSupplement(@PathVariable String id, Model model) {
        return show(find(id), Message.Kind.SUPPLEMENT, "", List.of(), false, model);
    }

    @PostMapping(Mine.PATH + "/{id}/answer")
    @Nullable String answer(
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return take(id, Message.Kind.ANSWER, request, response, model);
    }

    @PostMapping(Mine.PATH + "/{id}/supplement")
    @Nullable String supplement(
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return take(id, Message.Kind.SUPPLEMENT, request, response, model);
    }

    private @Nullable String take(
            String id,
            Message.Kind kind,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var found = find(id);
        try {
            return submissions.takeSigned(request, form -> say(found, kind, form, response, model));
        } catch (UploadRefused refused) {
            if (response.isCommitted()) {
                return null; // the client has gone away
            }
            response.setStatus(refused.getStatusCode().value());
            refused.getHeaders()
                    .forEach((name, values) -> response.setHeader(name, values.getFirst()));
            return show(
                    found,
                    kind,
                    "",
                    List.of(new Problem("file", refused.sentence())),
                    false,
                    model);
        }
    }

    private String say(
            BreachCase found,
            Message.Kind kind,
            SentForm form,
            HttpServletResponse response,
            Model model) {
        var text = PartForm.clean(form.text("text")).strip();
        var file = form.file();
        var problem = problem(kind, text, file);
        if (problem != null) {
            response.setStatus(422);
            return show(found, kind, form.text("text"), List.of(problem), false, model);
        }
        var document = file == null ? null : submissions.document(file, ANY_TYPE);
        var actor = Mine.producer();
        var last = Mine.revision(form.text("last"));
        var seen = Mine.revision(form.text("revision"));
        if (saidAlready(actor, found.id(), kind, text, last)) {
            return "redirect:" + done(found.id(), kind);
        }
        var change = change(actor, found.id(), kind, seen, text, document);
        if (change instanceof Change.Stale(var now)) {
            if (saidAlready(actor, found.id(), kind, text, last)) {
                return "redirect:" + done(found.id(), kind);
            }
            if (stillFits(kind, form, found.id())) {
                change = change(actor, found.id(), kind, now, text, document);
            }
        }
        return switch (change) {
            case Change.Done _ -> "redirect:" + done(found.id(), kind);
            case Change.Unknown _ -> throw Mine.notFound();
            case Change.Stale _ -> {
                response.setStatus(409);
                yield show(find(found.id().value()), kind, text, List.of(), true, model);
            }
            case Change.Refused(_, var sentence) -> {
                response.setStatus(422);
                yield show(
                        find(found.id().value()),
                        kind,
                        text,
                        List.of(new Problem("text", sentence)),
                        false,
                        model);
            }
        };
    }

    private Change change(
            Actor actor,
            BreachId id,
            Message.Kind kind,
            long revision,
            String text,
            @Nullable Document document) {
        return kind == Message.Kind.ANSWER
                ? casework.answer(actor, id, revision, text, document)
                : casework.supplement(actor, id, revision, text, document);
    }

    /// Whether the page was sent twice: the same words stand there since it was asked for.
    ///
    /// @param last number of the last message when the page was asked for
    private boolean saidAlready(
            Actor actor, BreachId id, Message.Kind kind, String text, long last) {
        return cases.messages(id).stream()
                .anyMatch(message ->
                        message.id() > last
                                && message.kind() == kind
                                && message.text().strip().equals(text)
                                && Objects.equals(message.by().account(), actor.id()));
    }

    /// Whether what was written still fits a case that somebody changed in the meantime. A
    /// supplement takes nothing from anybody; an answer must be to the question that was read.
    private boolean stillFits(Message.Kind kind, SentForm form, BreachId id) {
        if (kind == Message.Kind.SUPPLEMENT) {
            return true;
        }
        var open = open(find(id.value()));
        return open != null && Long.toString(open.id()).equals(form.text("question"));
    }

    private CaseView.@Nullable Open open(BreachCase found) {
        return found.state() == CaseState.WAITING_FOR_PRODUCER
                ? CaseView.Open.of(cases.messages(found.id()), today.day())
                : null;
    }

    private static @Nullable Problem problem(
            Message.Kind kind, String text, @Nullable SentFile file) {
        if (text.isEmpty() && file == null) {
            return new Problem(
                    "text",
                    kind == Message.Kind.ANSWER
                            ? "Write your answer, or choose a file"
                            : "Write what you want to add, or choose a file");
        }
        if (text.length() > Casework.LONGEST_TEXT) {
            return new Problem(
                    "text",
                    "The text must have %s characters or fewer. It has %s"
                            .formatted(
                                    Words.number(Casework.LONGEST_TEXT),
                                    Words.number(text.length())));
        }
        return file != null && file.content().length == 0
                ? new Problem("file", "The file is empty. Choose another one")
                : null;
    }

    private static String done(BreachId id, Message.Kind kind) {
        return Mine.report(id)
                + "?done="
                + (kind == Message.Kind.ANSWER ? "answered" : "supplemented");
    }

    private String show(
            BreachCase found,
            Message.Kind kind,
            String text,
            List<Problem> problems,
            boolean stale,
            Model model) {
        var question = kind == Message.Kind.ANSWER ? open(found) : null;
        model.addAttribute(
                "view",
                new MessageView(
                        found.id().value(),
                        Answers.of(found.read()).title(),
                        Mine.report(found.id()),
                        kind == Message.Kind.ANSWER,
                        question,
                        found.revision(),
                        cases.messages(found.id()).stream().mapToLong(Message::id).max().orElse(0),
                        text,
                        Submissions.MOST_BYTES / (1024 * 1024),
                        problems,
                        stale));
        return "producer/message";
    }

    private BreachCase find(String id) {
        return BreachId.parse(id)
                .flatMap(breach -> cases.find(Mine.producer(), breach))
                .orElseThrow(Mine::notFound);
    }

    /// What the page for an answer or a supplement shows.
    ///
    /// @param path the address of the case
    /// @param answer whether it is for an answer
    /// @param question the question to answer; null for a supplement, and where none is open
    /// @param last number of the last message
    /// @param text what was typed
    /// @param stale whether somebody changed the case in the meantime
    record MessageView(
            String id,
            String title,
            String path,
            boolean answer,
            CaseView.@Nullable Open question,
            long revision,
            long last,
            String text,
            int mostMegabytes,
            List<Problem> problems,
            boolean stale) {

        /// Whether there is something to write: a question that is open, or a supplement.
        public boolean open() {
            return !answer || question != null;
        }

        /// The address that the form goes to.
        public String action() {
            return path + (answer ? "/answer" : "/supplement");
        }

        /// What is wrong with a box, or null.
        public @Nullable String problem(String field) {
            return Problems.of(problems, field);
        }
    }
}
