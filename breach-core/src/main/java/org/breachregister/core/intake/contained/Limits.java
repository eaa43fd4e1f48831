package org.breachregister.core.intake.contained;

import java.time.Duration;

/// What the reading of one document may cost.
///
/// @param time how long it may take, by the clock on the wall
/// @param heapMegabytes the most memory that the reading process may use for objects
/// @param answerBytes the most bytes that it may answer with
public record Limits(Duration time, int heapMegabytes, int answerBytes) {

    /// Enough for any report, with room on a busy machine.
    public static final Limits USUAL = new Limits(Duration.ofSeconds(30), 256, 16 * 1024 * 1024);
}
