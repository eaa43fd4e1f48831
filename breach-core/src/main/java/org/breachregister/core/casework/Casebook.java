package org.breachregister.core.casework;

import org.breachregister.core.publication.BreachId;
import org.breachregister.core.report.SubmittedReport;

import java.util.Optional;

import javax.sql.DataSource;

/// The cases: every report received, with its document, under the breach's identifier.
public final class Casebook {

    public Casebook(DataSource database) {}

    /// Whether a document of that content was received before.
    public boolean holds(String sha256) {
        throw new UnsupportedOperationException();
    }

    /// Takes a report in. A document that is held already changes nothing.
    public Receipt receive(Document document, SubmittedReport report) {
        throw new UnsupportedOperationException();
    }

    /// The report of a breach.
    public Optional<SubmittedReport> report(BreachId breach) {
        throw new UnsupportedOperationException();
    }

    /// The document that a breach was reported by.
    public Optional<Document> document(BreachId breach) {
        throw new UnsupportedOperationException();
    }

    /// What came of receiving a report.
    ///
    /// @param breach the breach's identifier
    /// @param alreadyHeld whether the same document was received before
    public record Receipt(BreachId breach, boolean alreadyHeld) {}
}
