package org.breachregister.core.report;

import java.util.List;

/// That two reports look like one event told twice.
///
/// @param confidence from 0 to 1
/// @param inShort what they share, to be put behind a colon: `the same producer, output and day of
///   occurrence, and 96% of its words`
/// @param reasons what speaks for it and what against, as sentences
public record Likeness(double confidence, String inShort, List<String> reasons) {

    /// From here on it is safer to hold a report back than to publish it beside the other.
    public static final double STRONG = 0.9;

    public Likeness {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "Not a confidence from 0 to 1: '%s'".formatted(confidence));
        }
        reasons = List.copyOf(reasons);
    }

    /// Whether a person should decide before both are made public.
    public boolean isStrong() {
        return confidence >= STRONG;
    }
}
