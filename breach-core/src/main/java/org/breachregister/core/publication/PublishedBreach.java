package org.breachregister.core.publication;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A breach as the register shows it at some moment: the newest version of its record that was
/// public then.
///
/// @param id the breach
/// @param version version of the record, from 1
/// @param status what the newest log entry made of it
/// @param publishedAt when the breach was first public
/// @param lastChanged when this version became public
/// @param reason why it was revised or withdrawn; null for a first publication
/// @param record the record; of a withdrawn breach, the last one before withdrawal
public record PublishedBreach(
        BreachId id,
        int version,
        Status status,
        Instant publishedAt,
        Instant lastChanged,
        @Nullable String reason,
        PublicRecord record) {

    /// Where a breach stands on the register.
    public enum Status {
        PUBLISHED("published"),
        REVISED("revised"),
        WITHDRAWN("withdrawn");

        private final String key;

        Status(String key) {
            this.key = key;
        }

        /// The word used in files and answers.
        public String key() {
            return key;
        }
    }
}
