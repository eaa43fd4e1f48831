package org.breachregister.core.intake.hostile;

import java.util.List;
import java.util.function.Supplier;

/// A document that means harm, or does it by mistake, and what has to come of it.
///
/// @param group which kind of attack it is
/// @param name what it does
/// @param fileName what it is called
/// @param content its bytes, made when they are needed
/// @param outcome what has to come of reading it
record Case(String group, String name, String fileName, Supplier<byte[]> content, Outcome outcome) {

    /// What never comes out of any document: it stands where nobody who reads it on paper or screen
    /// sees it, or in files that the document points to.
    static final String SECRET = "Quillfeather";

    sealed interface Outcome {

        /// Refused, with a sentence that holds these words.
        record Refused(List<String> words) implements Outcome {}

        /// Read as a report that holds these words.
        record Read(List<String> words) implements Outcome {}

        /// Read or refused: both are safe.
        record Answered() implements Outcome {}
    }

    static Case refused(String group, String name, Supplier<byte[]> content, String... words) {
        return new Case(group, name, "report", content, new Outcome.Refused(List.of(words)));
    }

    static Case read(String group, String name, Supplier<byte[]> content, String... words) {
        return new Case(group, name, "report", content, new Outcome.Read(List.of(words)));
    }

    static Case answered(String group, String name, Supplier<byte[]> content) {
        return new Case(group, name, "report", content, new Outcome.Answered());
    }

    Case called(String otherName) {
        return new Case(group, name, otherName, content, outcome);
    }

    @Override
    public String toString() {
        return group + ": " + name;
    }
}
