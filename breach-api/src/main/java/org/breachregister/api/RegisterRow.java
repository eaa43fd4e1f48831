package org.breachregister.api;

import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.PublishedBreach;

import java.util.List;

/// A published breach with what is derived from it and from the register around it. [RegisterRows]
/// makes them.
///
/// @param breach the breach
/// @param repeatOf earlier breaches that it repeats, newest first
/// @param practices its references to the Code, in the order reported; none of a withdrawn breach
public record RegisterRow(
        PublishedBreach breach, List<BreachId> repeatOf, List<PracticeRow> practices) {

    public RegisterRow {
        repeatOf = List.copyOf(repeatOf);
        practices = List.copyOf(practices);
    }

    /// The public record.
    PublicRecord record() {
        return breach.record();
    }

    /// Whether the breach was taken off the register, so that only a tombstone is shown.
    public boolean withdrawn() {
        return breach.status() == PublishedBreach.Status.WITHDRAWN;
    }
}
