package org.breachregister.web.page;

import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.core.publication.PublishedBreach.Status;
import org.breachregister.search.BreachResults.Hit;
import org.breachregister.search.BreachResults.Passage;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// A breach in a list.
record BreachCard(
        String id,
        String href,
        String title,
        String producers,
        @Nullable String occurred,
        @Nullable String reported,
        @Nullable String kind,
        List<String> references,
        boolean revised,
        List<Passage> passages) {

    private static final int MOST_PASSAGES = 3;

    static BreachCard of(Hit hit) {
        var passages = hit.highlights();
        return of(hit.breach(), passages.subList(0, Math.min(MOST_PASSAGES, passages.size())));
    }

    static BreachCard of(PublishedBreach breach) {
        return of(breach, List.of());
    }

    private static BreachCard of(PublishedBreach breach, List<Passage> passages) {
        var record = breach.record();
        var occurred = Words.days(record.occurredFrom(), record.occurredTo(), "");
        return new BreachCard(
                breach.id().value(),
                "/breaches/" + breach.id(),
                Words.title(record),
                Words.producers(record),
                occurred.isEmpty() ? null : occurred,
                record.reportedOn() == null ? null : Words.day(record.reportedOn(), ""),
                Words.kind(record.kind()),
                Words.references(record),
                breach.status() == Status.REVISED,
                passages);
    }
}
