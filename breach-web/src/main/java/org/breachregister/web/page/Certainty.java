package org.breachregister.web.page;

import org.breachregister.core.report.Evidence;

import java.util.Locale;

/// How sure the reading is.
///
/// @param words `Sure`, `Fairly sure` or `Not sure`
/// @param number from 0 to 1
public record Certainty(String words, String number) {

    private static final double SURE = 0.9;
    private static final double FAIRLY_SURE = 0.7;

    static Certainty of(Evidence evidence) {
        return of(evidence.confidence());
    }

    /// @param confidence from 0 to 1
    public static Certainty of(double confidence) {
        return new Certainty(
                confidence >= SURE
                        ? "Sure"
                        : confidence >= FAIRLY_SURE ? "Fairly sure" : "Not sure",
                String.format(Locale.UK, "%.2f", confidence));
    }

    /// Whether a person should look.
    public boolean doubtful() {
        return words.equals("Not sure");
    }
}
