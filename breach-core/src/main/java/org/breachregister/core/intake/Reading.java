package org.breachregister.core.intake;

import org.breachregister.core.report.SubmittedReport;

/// What came of reading a document.
public sealed interface Reading {

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
