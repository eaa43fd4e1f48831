package org.breachregister.core.casework;

import java.util.Arrays;
import java.util.Optional;

/// A field of a report that a person may correct: what was read stands beside it for ever. Every
/// value is a list of texts, empty for none; days are written `2016-09-30`.
public enum CorrectedField {
    /// Identifiers of the producers.
    PRODUCERS("producers"),
    /// One title.
    OUTPUT_TITLE("outputTitle"),
    /// One title of the series that the output belongs to.
    OUTPUT_SERIES("outputSeries"),
    OUTPUT_LINKS("outputLinks"),
    /// One day.
    REPORT_DATE("reportDate"),
    /// Days of occurrence.
    OCCURRENCE_DATES("occurrenceDates"),
    /// Elements of the Code, as `2.0 T3.4`.
    REFERENCES("references"),
    /// One kind of breach of the closed list.
    KIND("kind"),
    /// One key of [org.breachregister.core.report.PlaceOfFailure.Party].
    PLACE_OF_FAILURE("placeOfFailure"),
    STATEMENT_LINKS("statementLinks"),
    /// Words that name earlier breaches.
    PREVIOUS_BREACHES("previousBreaches");

    private final String key;

    CorrectedField(String key) {
        this.key = key;
    }

    /// The word used in the database, in files and answers.
    public String key() {
        return key;
    }

    /// The field of a word, if there is one.
    public static Optional<CorrectedField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
