package org.breachregister.core.report;

/// Words of a report that tell of a person, and where they stand.
///
/// @param kind what they are
/// @param text the words, as written
/// @param field the field that holds them: a section's key, or `submitter`, `contact`,
///   `headOfProfession`, ...
/// @param start offset of the first character in that field's text, from 0
/// @param end offset after the last character
public record PersonalDatum(Kind kind, String text, String field, int start, int end) {

    /// What personal data is.
    public enum Kind {
        PERSON("person", "[name removed]"),
        EMAIL("email", "[email address removed]"),
        PHONE("phone", "[telephone number removed]"),
        ADDRESS("address", "[address removed]"),
        /// A role that tells who someone is, such as the only holder of a grade in a small team.
        ROLE("role", "[role removed]");

        private final String key;
        private final String marker;

        Kind(String key, String marker) {
            this.key = key;
            this.marker = marker;
        }

        /// The name of this kind in JSON.
        public String key() {
            return key;
        }

        /// What stands in its place in what is published.
        public String marker() {
            return marker;
        }
    }
}
