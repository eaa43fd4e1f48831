package org.breachregister.core.intake;

import org.breachregister.core.report.EventsSeen;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Compares which reports of a folder are told to be copies of others with what was expected.
final class Copies {

    private final EventsSeen seen = new EventsSeen();
    private final int[] count = new int[3];
    private final List<String> misses;
    private boolean expected;

    Copies(List<String> misses) {
        this.misses = misses;
    }

    void add(String file, JsonLinesReader.Member wanted, Reading reading) {
        expected |= wanted.names().contains("duplicate_of");
        var want = wanted.text("duplicate_of");
        var told =
                reading instanceof Reading.Report(var report, _, _)
                        ? seen.add(file, report).map(EventsSeen.Again::name).orElse(null)
                        : null;
        count[0] += want != null && want.equals(told) ? 1 : 0;
        count[1] += want == null ? 0 : 1;
        count[2] += told == null ? 0 : 1;
        if (expected && !Objects.equals(want, told)) {
            misses.add("%s: duplicate of: expected '%s', told '%s'".formatted(file, want, told));
        }
    }

    /// How many were right, expected and given; empty where nothing was expected to be told.
    Optional<int[]> count() {
        return expected ? Optional.of(count) : Optional.empty();
    }
}
