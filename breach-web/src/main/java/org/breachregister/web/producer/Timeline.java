package org.breachregister.web.producer;

import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseRecords.Author;
import org.breachregister.core.casework.CaseRecords.Message;
import org.breachregister.core.casework.CaseRecords.StepTaken;
import org.breachregister.core.casework.CaseState;
import org.breachregister.web.page.Words;
import org.breachregister.web.producer.CaseView.Attached;
import org.breachregister.web.producer.CaseView.Event;
import org.breachregister.web.producer.CaseView.Gathered;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What happened with a case, the newest first, as its producer is told: what the regulator does
/// inside is left out, and nobody of it is named.
final class Timeline {

    private static final String REGULATOR = "The regulator";

    private Timeline() {}

    static List<Event> of(BreachCase theCase, Gathered gathered, Actor reader, String path) {
        var events = new ArrayList<Timed>();
        events.add(
                new Timed(
                        theCase.receivedAt(),
                        new Event(
                                "Report received",
                                theCase.submittedBy() == null
                                        ? "Your organisation"
                                        : whose(new Author(theCase.submittedBy(), ""), reader),
                                Words.moment(theCase.receivedAt()),
                                null,
                                null)));
        gathered.steps()
                .forEach(step -> {
                    var title = title(step);
                    if (title != null) {
                        events.add(new Timed(step.at(), event(title, REGULATOR, step.at())));
                    }
                });
        gathered.messages()
                .forEach(message ->
                        events.add(new Timed(message.at(), said(message, reader, path))));
        return events.stream()
                .sorted(Comparator.comparing(Timed::at).reversed())
                .map(Timed::event)
                .toList();
    }

    private record Timed(Instant at, Event event) {}

    private static Event event(String title, String by, Instant at) {
        return new Event(title, by, Words.moment(at), null, null);
    }

    private static @Nullable String title(StepTaken step) {
        return switch (step.step()) {
            case "take-up" -> "Assessment began";
            case "go-on" -> "Assessment went on without an answer";
            case "assess" -> "Assessment finished";
            case "reopen" -> "Assessment opened again";
            case "revise" -> "Opened again after publication";
            case "release" ->
                    step.state() == CaseState.WITHDRAWN
                            ? "Withdrawn from the public register"
                            : step.state() == CaseState.REVISED
                                    ? "Revised version published"
                                    : "Published";
            default -> null;
        };
    }

    private static Event said(Message message, Actor reader, String path) {
        var file = message.file();
        var attached = file == null ? null : Attached.of(file, path);
        var when = Words.moment(message.at());
        return switch (message.kind()) {
            case QUESTION -> new Event("Question", REGULATOR, when, message.text(), attached);
            case ANSWER ->
                    new Event(
                            "Answer", whose(message.by(), reader), when, message.text(), attached);
            case SUPPLEMENT ->
                    new Event(
                            "Supplement to the report",
                            whose(message.by(), reader),
                            when,
                            message.text(),
                            attached);
        };
    }

    private static String whose(Author author, Actor reader) {
        var account = author.account();
        if (account == null) {
            return REGULATOR;
        }
        return account.equals(reader.id()) ? "You" : "Your organisation";
    }
}
