package org.breachregister.core.casework;

import org.breachregister.core.publication.BreachId;
import org.breachregister.core.report.Anomaly;

/// That a case looks like another.
///
/// @param of the other case
/// @param confidence from 0 to 1
/// @param message a sentence for whoever has to decide
/// @param strong whether the two should not both be published before a person has decided
public record LikelyDuplicate(BreachId of, double confidence, String message, boolean strong) {

    /// The code of the anomaly.
    public static final String CODE = "likely-duplicate";

    /// It as an anomaly, to be shown with those of the report.
    public Anomaly anomaly() {
        return new Anomaly(CODE, message);
    }
}
