package org.breachregister.api.report;

import org.breachregister.core.casework.ReceiptKey;

/// What came of a document that somebody sent.
public sealed interface Submission {

    /// It is a report, and was taken in.
    record Received(ReceiptKey receipt) implements Submission {}

    /// It is no report, or cannot be read. Nothing of it is kept.
    ///
    /// @param code `not-a-report` or `unreadable`
    /// @param sentence what is wrong with it and what to do instead
    record Refused(String code, String sentence) implements Submission {}
}
