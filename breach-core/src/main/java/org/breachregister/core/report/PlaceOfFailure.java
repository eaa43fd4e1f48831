package org.breachregister.core.report;

/// Whose hands a breach happened in.
///
/// @param party who it was
/// @param because the words that suggest it, as written
/// @param confidence from 0 to 1
public record PlaceOfFailure(Party party, String because, double confidence) {

    /// Those who can fail.
    public enum Party {
        /// The producer's own staff.
        PRODUCER("producer"),
        PRESS_OFFICE("pressOffice"),
        /// A minister's private office, or a special adviser.
        MINISTER("minister"),
        /// A body that received the statistics, or has access to them before release.
        RECIPIENT("recipient"),
        SUPPLIER("supplier"),
        /// Those who run the web site or the channel of publication.
        PUBLISHER("publisher");

        private final String key;

        Party(String key) {
            this.key = key;
        }

        /// The name of this party in JSON.
        public String key() {
            return key;
        }
    }
}
