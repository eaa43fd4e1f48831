package org.breachregister.core.intake;

import org.breachregister.core.report.SubmittedReport;

import java.util.stream.IntStream;

/// What came of reading a document.
public sealed interface Reading {

    /// The most characters of a document's name that a sentence about it begins with.
    int LONGEST_NAME = 200;

    /// A sentence about a document, its name in front: without characters that would break the line
    /// or turn it around, whatever the name or what the sentence quotes holds.
    static String about(String fileName, String sentence) {
        var shown = new StringBuilder();
        IntStream.concat(fileName.codePoints().limit(LONGEST_NAME), (": " + sentence).codePoints())
                .map(c -> isShown(c) ? c : '\uFFFD')
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    /// The document is a breach report.
    ///
    /// @param report what was read in it
    /// @param text the words of the report as plain text, without the furniture of page or e-mail
    ///   around it
    /// @param mediaType the type of the document, told from its content
    record Report(SubmittedReport report, String text, String mediaType) implements Reading {}

    /// The document can be read and is something else.
    ///
    /// @param reason a sentence saying why it was not taken for a breach report
    record NotAReport(String reason) implements Reading {}

    /// The document cannot be read.
    ///
    /// @param reason a sentence saying what is wrong with it and what to do instead
    record Unreadable(String reason) implements Reading {}
}
