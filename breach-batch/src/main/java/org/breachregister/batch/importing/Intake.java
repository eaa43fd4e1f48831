package org.breachregister.batch.importing;

import org.breachregister.core.intake.Reading;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.report.SubmittedReport;

/// How documents become reports and reports become public records. Used by several threads at once.
interface Intake {

    /// Reads a document.
    Reading document(byte[] content, String fileName);

    /// Reads a record of a back catalogue.
    Reading record(long line, String text);

    /// What the public may read of a report.
    PublicRecord publicRecordOf(SubmittedReport report);
}
