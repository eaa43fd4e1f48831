package org.breachregister.core.report;

/// For how long, or how far from the right time, statistics were out.
///
/// @param kind what the amount measures
/// @param amount how much, above 0
/// @param unit what it is counted in
/// @param approximate whether the report says "about" or the like
/// @param computed whether it is the difference of two times that the report gives, and not a
///   length that it states
/// @param asWritten the words that tell it
public record Exposure(
        Kind kind, int amount, Unit unit, boolean approximate, boolean computed, String asWritten) {

    /// What an amount of time measures.
    public enum Kind {
        /// Released, or seen, so long before the right time.
        EARLY("early"),
        /// Released so long after the right time.
        LATE("late"),
        /// Open to those who should not see it for so long.
        OPEN("open");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /// The name of this kind in JSON.
        public String key() {
            return key;
        }
    }

    /// What an amount of time is counted in.
    public enum Unit {
        MINUTES("minutes", 1),
        HOURS("hours", 60),
        DAYS("days", 24 * 60),
        WORKING_DAYS("workingDays", 24 * 60),
        WEEKS("weeks", 7 * 24 * 60);

        private final String key;
        private final int minutes;

        Unit(String key, int minutes) {
            this.key = key;
            this.minutes = minutes;
        }

        /// The name of this unit in JSON.
        public String key() {
            return key;
        }
    }

    /// The amount in minutes, below 0 for what was early.
    public long signedMinutes() {
        var minutes = (long) amount * unit.minutes;
        return kind == Kind.EARLY ? -minutes : minutes;
    }
}
