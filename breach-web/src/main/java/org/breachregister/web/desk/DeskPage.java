package org.breachregister.web.desk;

import org.breachregister.core.account.Acting;
import org.breachregister.core.casework.CaseQuery;
import org.breachregister.core.casework.CaseQuery.Queue;
import org.breachregister.core.casework.CaseState;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The regulator's work: the queues, and lists of cases.
@Controller
class DeskPage {

    private static final int NEWEST = 10;
    private static final int A_PAGE = 50;
    private static final int LONGEST_WORDS = 500;

    private final Cases cases;
    private final Desk desk;

    DeskPage(Cases cases, Desk desk) {
        this.cases = cases;
        this.desk = desk;
    }

    @GetMapping("/desk")
    String work(Model model) {
        var actor = Acting.current();
        model.addAttribute(
                "view",
                new Work(
                        QueueView.all(cases.queueLengths(actor)),
                        CaseRow.all(cases.list(actor, CaseQuery.all(NEWEST)), desk.today())));
        return "desk/work";
    }

    @GetMapping(Desk.CASES)
    String list(
            @RequestParam(defaultValue = "") String queue,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String cursor,
            Model model) {
        var wanted = queue.isEmpty() ? null : QueueView.queue(queue).orElseThrow(Desk::malformed);
        var in = state.isEmpty() ? null : state(state);
        var after = cursor.isEmpty() ? null : BreachId.parse(cursor).orElseThrow(Desk::malformed);
        var words = q.strip();
        if (words.length() > LONGEST_WORDS) {
            throw Desk.malformed();
        }
        var actor = Acting.current();
        var found =
                new ArrayList<>(
                        cases.list(
                                actor,
                                new CaseQuery(
                                        wanted,
                                        in == null ? Set.of() : Set.of(in),
                                        null,
                                        null,
                                        words.isEmpty() ? null : words,
                                        after,
                                        A_PAGE + 1)));
        String next = null;
        if (found.size() > A_PAGE) {
            found.removeLast();
            next = address(queue, state, words, found.getLast().id());
        }
        model.addAttribute(
                "view",
                new Listed(
                        title(wanted, in),
                        queue,
                        state,
                        words,
                        Arrays.stream(Queue.values())
                                .map(one -> new Choice(one.key(), QueueView.name(one)))
                                .toList(),
                        Arrays.stream(CaseState.values())
                                .filter(one -> one != CaseState.DRAFT)
                                .map(one -> new Choice(one.key(), StateTag.of(one).words()))
                                .toList(),
                        CaseRow.all(found, desk.today()),
                        after == null ? null : address(queue, state, words, null),
                        next));
        return "desk/cases";
    }

    private static CaseState state(String key) {
        return Arrays.stream(CaseState.values())
                .filter(state -> state != CaseState.DRAFT && state.key().equals(key))
                .findFirst()
                .orElseThrow(Desk::malformed);
    }

    private static String title(@Nullable Queue queue, @Nullable CaseState state) {
        if (queue != null) {
            return "Cases: " + QueueView.name(queue).toLowerCase(Locale.UK);
        }
        return state == null
                ? "All cases"
                : "Cases: " + StateTag.of(state).words().toLowerCase(Locale.UK);
    }

    private static String address(
            String queue, String state, String words, @Nullable BreachId cursor) {
        var address = UriComponentsBuilder.fromPath(Desk.CASES);
        if (!queue.isEmpty()) {
            address.queryParam("queue", queue);
        }
        if (!state.isEmpty()) {
            address.queryParam("state", state);
        }
        if (!words.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (cursor != null) {
            address.queryParam("cursor", cursor.value());
        }
        return words.isEmpty()
                ? address.build().toUriString()
                : address.encode().buildAndExpand(words).toUriString();
    }

    /// What the first page shows.
    record Work(List<QueueView> queues, List<CaseRow> newest) {}

    /// A choice of a list.
    record Choice(String key, String name) {}

    /// What a list shows.
    ///
    /// @param first address of the first page, or null where that is shown
    /// @param next address of the next page, or null
    record Listed(
            String title,
            String queue,
            String state,
            String words,
            List<Choice> queues,
            List<Choice> states,
            List<CaseRow> rows,
            @Nullable String first,
            @Nullable String next) {}
}
