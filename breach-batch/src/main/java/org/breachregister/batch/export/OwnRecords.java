package org.breachregister.batch.export;

import org.breachregister.api.OwnEvent;
import org.breachregister.api.OwnRecord;
import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseQuery;
import org.breachregister.core.casework.CaseRecords.Author;
import org.breachregister.core.casework.CaseRecords.StepTaken;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// The records of one producer and what happened to them, by number.
///
/// @param producer the producer
/// @param records its records
/// @param events what happened to them, record by record in the order of time
public record OwnRecords(ProducerId producer, List<OwnRecord> records, List<OwnEvent> events) {

    private static final String REGULATOR = "the regulator";

    public OwnRecords {
        records = List.copyOf(records);
        events = List.copyOf(events);
    }

    /// Gathers what an actor may see of a producer's records: a producer's account its own, the
    /// regulator and the program anybody's. They are kept in memory: a producer has hundreds.
    public static OwnRecords of(ProducerId producer, Actor actor, Cases cases) {
        var found = new ArrayList<BreachCase>();
        @Nullable BreachId after = null;
        while (true) {
            var page =
                    cases.list(
                            actor,
                            new CaseQuery(
                                    null, Set.of(), null, producer, null, after, CaseQuery.MOST));
            found.addAll(page);
            if (page.size() < CaseQuery.MOST) {
                break;
            }
            after = page.getLast().id();
        }
        found.sort(
                Comparator.comparing((BreachCase one) -> one.id().year())
                        .thenComparing(one -> one.id().serial()));
        var records = new ArrayList<OwnRecord>();
        var events = new ArrayList<OwnEvent>();
        for (var breach : found) {
            var steps = cases.steps(breach.id());
            var messages = cases.messages(breach.id());
            var commitments = cases.commitments(breach.id());
            records.add(new OwnRecord(breach, commitments, messages, released(steps)));
            events.addAll(events(breach, steps, cases));
        }
        return new OwnRecords(producer, records, events);
    }

    private static @Nullable Instant released(List<StepTaken> steps) {
        return steps.stream()
                .filter(step -> step.state().isPublic())
                .map(StepTaken::at)
                .findFirst()
                .orElse(null);
    }

    private static List<OwnEvent> events(BreachCase breach, List<StepTaken> steps, Cases cases) {
        var id = breach.id();
        var events = new ArrayList<OwnEvent>();
        steps.forEach(step ->
                events.add(
                        new OwnEvent(
                                id,
                                step.at(),
                                step.step(),
                                name(step.by(), breach),
                                step.state().key(),
                                step.reason())));
        cases.corrections(id)
                .forEach(one ->
                        events.add(
                                new OwnEvent(
                                        id,
                                        one.at(),
                                        "correction",
                                        name(one.by(), breach),
                                        one.field().key(),
                                        "%s -> %s"
                                                .formatted(
                                                        String.join("; ", one.before()),
                                                        String.join("; ", one.after())))));
        cases.messages(id)
                .forEach(one -> {
                    var file = one.file();
                    events.add(
                            new OwnEvent(
                                    id,
                                    one.at(),
                                    one.kind().key(),
                                    switch (one.kind()) {
                                        case QUESTION -> REGULATOR;
                                        case ANSWER, SUPPLEMENT -> one.by().name();
                                    },
                                    file == null ? null : file.fileName(),
                                    one.text()));
                });
        for (var commitment : cases.commitments(id)) {
            cases.changes(commitment)
                    .forEach(change ->
                            events.add(
                                    new OwnEvent(
                                            id,
                                            change.at(),
                                            "commitment " + change.status().key(),
                                            name(change.by(), breach),
                                            commitment.text(),
                                            change.evidence())));
        }
        events.sort(Comparator.comparing(OwnEvent::at));
        return events;
    }

    /// People of the producer are named in the producer's own records, those of the regulator are
    /// not.
    private static String name(Author author, BreachCase breach) {
        AccountId account = author.account();
        if (account == null || account.equals(breach.submittedBy())) {
            return author.name();
        }
        return REGULATOR;
    }
}
