package org.breachregister.web.producer;

import org.jspecify.annotations.Nullable;

/// A question of the form.
///
/// @param key the key of its answer in a draft
/// @param kind how it is answered
/// @param label the question
/// @param brief what the answer is called beside it
/// @param hint what helps to answer it, or null
record Question(String key, Kind kind, String label, String brief, @Nullable String hint) {

    /// How a question is answered.
    enum Kind {
        /// One line.
        LINE,
        /// Web addresses, one a line.
        LINKS,
        /// A few words, one thing a line.
        LINES,
        /// Name, role and how to reach a person.
        PERSON,
        /// Running text.
        TEXT,
        /// One or more days.
        DAYS,
        /// Elements of the Code.
        PRACTICES
    }

    /// How many rows its box has.
    int rows() {
        return switch (kind) {
            case TEXT -> 12;
            case PERSON -> 4;
            case LINKS, LINES -> 3;
            case LINE, DAYS, PRACTICES -> 1;
        };
    }

    /// The most characters of its answer.
    int longest() {
        return switch (kind) {
            case LINE -> 300;
            case TEXT -> 50_000;
            case LINKS, LINES -> 10_000;
            case PERSON, DAYS, PRACTICES -> 2_000;
        };
    }
}
