package org.breachregister.core.casework;

import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/// A producer's promise, followed until it is closed.
///
/// @param id its number
/// @param breach the case
/// @param text the words of the report, or of whoever added it
/// @param owner who has to keep it, or null where nobody is named
/// @param due the day it falls due, or null
/// @param found whether it was found in the report, rather than added
/// @param status where it stands
/// @param evidence the newest words about it, or null
/// @param revision grows with every change, from 1
/// @param at when it was first recorded
public record TrackedCommitment(
        long id,
        BreachId breach,
        String text,
        @Nullable String owner,
        @Nullable LocalDate due,
        boolean found,
        Status status,
        @Nullable String evidence,
        long revision,
        Instant at) {

    /// Whether it is open and its day has passed.
    public boolean isOverdue(LocalDate today) {
        var day = due;
        return status.isOpen() && day != null && day.isBefore(today);
    }

    /// Where a commitment stands.
    public enum Status {
        AWAITING_RESPONSE("awaiting-response", true),
        RESPONSE_ACCEPTABLE("response-acceptable", true),
        RESPONSE_UNACCEPTABLE("response-unacceptable", true),
        DONE("done", false),
        EXCEEDED("exceeded", false),
        SUPERSEDED("superseded", false),
        NOT_DONE("not-done", false);

        private final String key;
        private final boolean open;

        Status(String key, boolean open) {
            this.key = key;
            this.open = open;
        }

        /// The word used in the database, in files and answers.
        public String key() {
            return key;
        }

        /// Whether something is still to be done.
        public boolean isOpen() {
            return open;
        }

        /// The status of a word.
        ///
        /// @throws IllegalArgumentException if there is none
        public static Status of(String key) {
            return Arrays.stream(values())
                    .filter(status -> status.key.equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Not a status: " + key));
        }
    }
}
