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
        PERSON("person"),
        EMAIL("email"),
        PHONE("phone"),
        ADDRESS("address"),
        /// A role that tells who someone is, such as the only holder of a grade in a small team.
        ROLE("role");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /// The name of this kind in JSON.
        public String key() {
            return key;
        }
    }
}
