package org.breachregister.api;

import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseRecords.Message;
import org.breachregister.core.casework.TrackedCommitment;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// A producer's own record of a breach: what it wrote, unredacted, and what became of it.
///
/// @param breach the case
/// @param commitments what was promised
/// @param messages questions, answers and supplements
/// @param publishedAt when the breach was first public, or null
public record OwnRecord(
        BreachCase breach,
        List<TrackedCommitment> commitments,
        List<Message> messages,
        @Nullable Instant publishedAt) {

    public OwnRecord {
        commitments = List.copyOf(commitments);
        messages = List.copyOf(messages);
    }
}
