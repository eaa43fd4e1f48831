package org.breachregister.core.casework;

import java.time.LocalDate;

/// Which commitments are wanted, of all cases that the actor may see.
///
/// @param which where they stand
/// @param today the day that tells which are overdue
/// @param limit how many
public record CommitmentQuery(Which which, LocalDate today, int limit) {

    /// Where a commitment stands.
    public enum Which {
        /// Open, and its day has passed.
        OVERDUE("overdue"),
        OPEN("open"),
        CLOSED("closed"),
        ALL("all");

        private final String key;

        Which(String key) {
            this.key = key;
        }

        /// The word used in addresses.
        public String key() {
            return key;
        }
    }
}
