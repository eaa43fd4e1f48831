package org.breachregister.core.casework;

import org.breachregister.core.report.PersonalDatum;
import org.breachregister.core.report.Section;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;

/// A span of a section's text, and whether it is published.
///
/// @param id its number; 0 for a proposal of the machine that nobody has looked at
/// @param section the section
/// @param from offset of its first character in the section's text, from 0
/// @param to offset after its last character
/// @param text the words
/// @param reason why it should not be published
/// @param note a remark of whoever decided, or null
/// @param decision what was decided
/// @param by the name of whoever proposed or decided
/// @param at when
public record Redacted(
        long id,
        Section section,
        int from,
        int to,
        String text,
        Reason reason,
        @Nullable String note,
        Decision decision,
        String by,
        Instant at) {

    /// Why words are not published. Each has the marker that stands in their place.
    public enum Reason {
        PERSON(PersonalDatum.Kind.PERSON),
        EMAIL(PersonalDatum.Kind.EMAIL),
        PHONE(PersonalDatum.Kind.PHONE),
        ADDRESS(PersonalDatum.Kind.ADDRESS),
        ROLE(PersonalDatum.Kind.ROLE),
        /// Figures that were not published yet.
        UNPUBLISHED_FIGURES("unpublished-figures", "[figures removed]"),
        /// What would help an attacker.
        SECURITY("security", "[security detail removed]"),
        OTHER("other", "[text removed]");

        private final String key;
        private final String marker;

        Reason(PersonalDatum.Kind kind) {
            this(kind.key(), kind.marker());
        }

        Reason(String key, String marker) {
            this.key = key;
            this.marker = marker;
        }

        /// The word used in the database, in files and answers.
        public String key() {
            return key;
        }

        /// What stands in the place of the words.
        public String marker() {
            return marker;
        }

        /// The reason of a word.
        ///
        /// @throws IllegalArgumentException if there is none
        public static Reason of(String key) {
            return Arrays.stream(values())
                    .filter(reason -> reason.key.equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Not a reason: " + key));
        }
    }

    /// What was decided.
    public enum Decision {
        /// Nothing yet; it is not published as long as that is so.
        PROPOSED("proposed"),
        REMOVED("removed"),
        /// It may be published.
        KEPT("kept");

        private final String key;

        Decision(String key) {
            this.key = key;
        }

        /// The word used in the database, in files and answers.
        public String key() {
            return key;
        }

        /// The decision of a word.
        ///
        /// @throws IllegalArgumentException if there is none
        public static Decision of(String key) {
            return Arrays.stream(values())
                    .filter(decision -> decision.key.equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Not a decision: " + key));
        }
    }
}
