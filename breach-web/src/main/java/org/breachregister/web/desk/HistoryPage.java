package org.breachregister.web.desk;

import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseRecords.Approval;
import org.breachregister.core.casework.CaseRecords.Author;
import org.breachregister.core.casework.CaseStep;
import org.breachregister.core.casework.Cases;
import org.breachregister.web.page.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Everything that happened to a case, the newest first.
@Controller
class HistoryPage {

    private final Cases cases;
    private final Desk desk;
    private final FieldValues values;

    HistoryPage(Cases cases, Desk desk, FieldValues values) {
        this.cases = cases;
        this.desk = desk;
        this.values = values;
    }

    @GetMapping(Desk.CASE + "/history")
    String show(@PathVariable String id, Model model) {
        var one = desk.find(id);
        model.addAttribute("frame", CaseFrame.of(one, "history", "History"));
        model.addAttribute("view", new View(events(one)));
        return "desk/history";
    }

    private List<Event> events(BreachCase one) {
        var id = one.id();
        var events = new ArrayList<Event>();
        var steps = cases.steps(id);
        if (steps.stream().noneMatch(step -> step.step().equals(CaseStep.SUBMIT.key()))) {
            events.add(new Event(one.receivedAt(), "Received", null, null, null));
        }
        steps.forEach(step ->
                events.add(event(step.at(), Named.step(step.step()), step.by(), step.reason())));
        cases.corrections(id)
                .forEach(made -> {
                    var same = made.before().equals(made.after());
                    var after = String.join("; ", values.shown(made.field(), made.after()));
                    var before = String.join("; ", values.shown(made.field(), made.before()));
                    var reason = made.reason();
                    events.add(
                            event(
                                    made.at(),
                                    Named.field(made.field()) + (same ? " confirmed" : " changed"),
                                    made.by(),
                                    (same
                                                    ? "“%s”".formatted(after)
                                                    : "From “%s” to “%s”".formatted(before, after))
                                            + (reason == null ? "" : "\nReason: " + reason)));
                });
        cases.messages(id)
                .forEach(message -> {
                    var view = MessageView.of(message, one);
                    events.add(event(message.at(), view.kind(), message.by(), message.text()));
                });
        cases.notes(id)
                .forEach(note -> events.add(event(note.at(), "Note", note.by(), note.text())));
        cases.files(id)
                .forEach(file ->
                        events.add(
                                event(
                                        file.at(),
                                        "File attached",
                                        file.by(),
                                        file.file().fileName())));
        cases.links(id)
                .forEach(link ->
                        events.add(
                                event(
                                        link.at(),
                                        "Linked to " + link.other(),
                                        link.by(),
                                        Named.relation(link.relation()))));
        cases.redactions(id).stream()
                .filter(span -> span.id() != 0)
                .forEach(span ->
                        events.add(
                                new Event(
                                        span.at(),
                                        "Words "
                                                + Named.decision(span.decision())
                                                        .toLowerCase(Locale.UK),
                                        span.by(),
                                        "%s, in “%s”"
                                                .formatted(
                                                        Named.reason(span.reason()),
                                                        Named.section(span.section())),
                                        null)));
        cases.approvals(id).forEach(approval -> approved(approval, events));
        events.sort(Comparator.comparing(Event::moment).reversed());
        return List.copyOf(events);
    }

    private static void approved(Approval approval, List<Event> events) {
        var digest = "Content " + PreviewPage.shortForm(approval.contentDigest());
        var ended = approval.voidSince();
        events.add(
                event(
                        approval.at(),
                        approval.kind().equals("clear")
                                ? "Approved for publication"
                                : "Approved for release",
                        approval.by(),
                        digest));
        if (ended != null) {
            events.add(new Event(ended, "Approval ended", null, approval.voidReason(), digest));
        }
    }

    private static Event event(Instant at, String title, Author by, @Nullable String text) {
        return new Event(at, title, by.name(), text, null);
    }

    /// Something that happened.
    record Event(
            Instant moment,
            String title,
            @Nullable String by,
            @Nullable String text,
            @Nullable String more) {

        public String at() {
            return Words.moment(moment);
        }
    }

    /// What the page shows.
    record View(List<Event> events) {}
}
