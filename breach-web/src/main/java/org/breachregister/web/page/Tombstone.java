package org.breachregister.web.page;

import org.breachregister.core.publication.PublishedBreach;
import org.jspecify.annotations.Nullable;

/// What stays of a breach that was taken off the register.
record Tombstone(String id, String published, String withdrawn, @Nullable String reason) {

    static Tombstone of(PublishedBreach breach) {
        return new Tombstone(
                breach.id().value(),
                Words.moment(breach.publishedAt()),
                Words.moment(breach.lastChanged()),
                breach.reason());
    }
}
