package org.breachregister.core.intake;

import org.breachregister.core.report.SameEvent;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Compares which reports of a folder are told to be copies of others with what was expected.
final class Copies {

    private record Read(String file, @Nullable String copyOf, @Nullable SubmittedReport report) {}

    private final List<Read> files = new ArrayList<>();
    private final List<String> misses;
    private boolean expected;

    Copies(List<String> misses) {
        this.misses = misses;
    }

    void add(String file, JsonLinesReader.Member wanted, Reading reading) {
        expected |= wanted.names().contains("duplicate_of");
        files.add(
                new Read(
                        file,
                        wanted.text("duplicate_of"),
                        reading instanceof Reading.Report(var report, _, _) ? report : null));
    }

    /// How many were right, expected and given; empty where nothing was expected to be told.
    Optional<int[]> count() {
        if (!expected) {
            return Optional.empty();
        }
        var count = new int[3];
        for (var i = 0; i < files.size(); i++) {
            var file = files.get(i);
            var given = copyOf(file.report(), files.subList(0, i));
            var right = file.copyOf() != null && file.copyOf().equals(given);
            count[0] += right ? 1 : 0;
            count[1] += file.copyOf() == null ? 0 : 1;
            count[2] += given == null ? 0 : 1;
            if (!Objects.equals(file.copyOf(), given)) {
                misses.add(
                        "%s: duplicate of: expected '%s', told '%s'"
                                .formatted(file.file(), file.copyOf(), given));
            }
        }
        return Optional.of(count);
    }

    private static @Nullable String copyOf(@Nullable SubmittedReport report, List<Read> before) {
        if (report == null) {
            return null;
        }
        var best = 0.0;
        String found = null;
        for (var other : before) {
            if (other.report() == null) {
                continue;
            }
            var likeness = SameEvent.of(report, other.report());
            if (likeness.isPresent() && likeness.get().confidence() > best) {
                best = likeness.get().confidence();
                found = other.file();
            }
        }
        return found;
    }
}
