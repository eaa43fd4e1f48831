package org.breachregister.web.desk;

import org.breachregister.core.account.Acting;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.CommitmentQuery;
import org.breachregister.core.casework.CommitmentQuery.Which;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The commitments of all cases, those that are overdue first.
@Controller
class CommitmentListPage {

    private static final int MOST = 200;

    private final Cases cases;
    private final Desk desk;

    CommitmentListPage(Cases cases, Desk desk) {
        this.cases = cases;
        this.desk = desk;
    }

    @GetMapping("/desk/commitments")
    String list(
            @RequestParam(defaultValue = "overdue") String show,
            @RequestParam(defaultValue = "") String producer,
            Model model) {
        var which =
                Arrays.stream(Which.values())
                        .filter(one -> one.key().equals(show))
                        .findFirst()
                        .orElseThrow(Desk::malformed);
        var found = cases.commitments(new CommitmentQuery(which, desk.today(), MOST + 1));
        var known = new HashMap<BreachId, Parties>();
        var rows =
                found.stream()
                        .limit(MOST)
                        .map(it ->
                                new Row(
                                        CommitmentView.of(it, desk.today()),
                                        known.computeIfAbsent(it.breach(), this::parties)))
                        .toList();
        var bodies = new TreeMap<String, String>();
        rows.forEach(row -> row.parties().ids().forEach((id, name) -> bodies.put(name, id)));
        model.addAttribute(
                "view",
                new View(
                        which.key(),
                        title(which),
                        producer,
                        Arrays.stream(Which.values())
                                .map(one -> new DeskPage.Choice(one.key(), name(one)))
                                .toList(),
                        bodies.entrySet().stream()
                                .map(body -> new DeskPage.Choice(body.getValue(), body.getKey()))
                                .toList(),
                        rows.stream()
                                .filter(row ->
                                        producer.isEmpty()
                                                || row.parties().ids().containsKey(producer))
                                .toList(),
                        found.size() > MOST));
        return "desk/commitment-list";
    }

    private Parties parties(BreachId breach) {
        var found = cases.find(Acting.current(), breach);
        var ids = new TreeMap<String, String>();
        found.ifPresent(one ->
                one.report().producers().stream()
                        .filter(body -> body.id() != null)
                        .forEach(body -> ids.put(id(body), name(body))));
        return new Parties(
                found.map(one -> Named.producers(one.report())).orElse(""), Map.copyOf(ids));
    }

    private static String id(ReportedProducer body) {
        ProducerId id = Objects.requireNonNull(body.id());
        return id.value();
    }

    private static String name(ReportedProducer body) {
        var name = body.canonical();
        return name == null ? body.asWritten() : name;
    }

    private static String name(Which which) {
        return switch (which) {
            case OVERDUE -> "Overdue";
            case OPEN -> "Open";
            case CLOSED -> "Closed";
            case ALL -> "All";
        };
    }

    private static String title(Which which) {
        return which == Which.ALL
                ? "Commitments"
                : "Commitments: " + name(which).toLowerCase(Locale.UK);
    }

    /// The producers of a case.
    ///
    /// @param ids names of those that were recognised, by identifier
    record Parties(String names, Map<String, String> ids) {}

    /// A commitment in the list.
    record Row(CommitmentView commitment, Parties parties) {}

    /// What the page shows.
    record View(
            String show,
            String title,
            @Nullable String producer,
            List<DeskPage.Choice> choices,
            List<DeskPage.Choice> bodies,
            List<Row> rows,
            boolean more) {}
}
