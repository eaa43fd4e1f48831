package org.breachregister.batch.importing;

import java.util.List;

/// What an import did, document by document in the order they were taken.
public record ImportSummary(List<ImportResult> results) {

    public ImportSummary {
        results = List.copyOf(results);
    }

    /// How many were read and kept.
    public long read() {
        return results.stream().filter(ImportResult.Read.class::isInstance).count();
    }

    /// How many of those a person should look at.
    public long doubtful() {
        return results.stream()
                .filter(result ->
                        result instanceof ImportResult.Read read && !read.doubts().isEmpty())
                .count();
    }

    /// How many were kept and not published, since they are very likely published already.
    public long heldBack() {
        return results.stream().filter(ImportResult.HeldBack.class::isInstance).count();
    }

    /// How many were there already.
    public long alreadyHeld() {
        return results.stream().filter(ImportResult.AlreadyHeld.class::isInstance).count();
    }

    /// How many were refused.
    public long refused() {
        return results.stream().filter(ImportResult.Refused.class::isInstance).count();
    }
}
