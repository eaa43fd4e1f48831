package org.breachregister.core.casework;

/// What came of asking for a change. Where it is not [Done], nothing was changed.
public sealed interface Change {

    /// It was made.
    ///
    /// @param revision the case's revision now
    /// @param made number of the message, note, file, redaction or commitment that it made; 0 where
    ///   it made none
    record Done(long revision, long made) implements Change {}

    /// Somebody else changed the case in the meantime.
    ///
    /// @param revision the case's revision now
    record Stale(long revision) implements Change {}

    /// It is not allowed now, or not to this actor, or what was given cannot be right.
    ///
    /// @param reason which of these
    /// @param sentence what is wrong and what would be right, for a person
    record Refused(Reason reason, String sentence) implements Change {}

    /// There is no such record, or none that the actor may know of.
    record Unknown() implements Change {}

    /// Why a change was refused.
    enum Reason {
        /// The actor's roles do not allow it.
        NOT_ALLOWED("not-allowed"),
        /// The state of the case does not allow it.
        ILLEGAL_STEP("illegal-step"),
        /// It needs another person than the one who prepared it.
        SECOND_PERSON_NEEDED("second-person-needed"),
        /// What was approved is not what stands there now.
        CONTENT_CHANGED("content-changed"),
        /// Something given cannot be right.
        INVALID("invalid");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /// The word used in answers.
        public String key() {
            return key;
        }
    }
}
