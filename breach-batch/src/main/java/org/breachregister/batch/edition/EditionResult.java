package org.breachregister.batch.edition;

import java.nio.file.Path;
import java.time.Instant;

/// What came of a request for an edition.
///
/// @param outcome whether the edition was made now or was there already
/// @param directory the edition's directory
/// @param version its version
/// @param title its title
/// @param asAt the moment whose register it shows
/// @param breaches rows of the main table
/// @param practices rows of the practices table
/// @param undated breaches left out because the deciding day is not known
public record EditionResult(
        Outcome outcome,
        Path directory,
        String version,
        String title,
        Instant asAt,
        long breaches,
        long practices,
        long undated) {

    /// Whether anything had to be done.
    public enum Outcome {
        COMPILED,
        UNCHANGED
    }

    EditionResult(Outcome outcome, Path directory, Manifest manifest) {
        this(
                outcome,
                directory,
                manifest.version(),
                manifest.title(),
                manifest.asAt(),
                manifest.counts().breaches(),
                manifest.counts().practices(),
                manifest.counts().undated());
    }

    /// The result in a few sentences for people.
    public String inWords() {
        var words =
                new StringBuilder(
                        switch (outcome) {
                            case COMPILED ->
                                    "Compiled %s: %s."
                                            .formatted(
                                                    directory,
                                                    plural(breaches, "breach", "breaches"));
                            case UNCHANGED ->
                                    "Nothing has changed since %s was compiled (%s). It stays as it is."
                                            .formatted(
                                                    directory,
                                                    plural(breaches, "breach", "breaches"));
                        });
        if (breaches == 0) {
            words.append(" No breach on the register falls into this period.");
        }
        if (undated > 0) {
            words.append(
                    " Left out, for the deciding day is not known: %s; the period 'all' has them."
                            .formatted(plural(undated, "breach", "breaches")));
        }
        return words.toString();
    }

    private static String plural(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
