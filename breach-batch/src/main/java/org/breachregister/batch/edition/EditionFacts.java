package org.breachregister.batch.edition;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What an edition is, before its rows.
///
/// @param name name of its directory and start of its files' names
/// @param version `1.0`, `1.1`, ...
/// @param period the time it covers
/// @param basis the day that decides which period a breach belongs to
/// @param asAt the moment whose register it shows; [Instant#EPOCH] for an empty register
/// @param logPosition the last entry of the register log that was public then
/// @param logDigest the digest of that entry, which covers all before it; empty for an empty
///   register
public record EditionFacts(
        String name,
        String version,
        Period period,
        DateBasis basis,
        Instant asAt,
        long logPosition,
        String logDigest) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm:ss '(UTC)'", Locale.UK)
                    .withZone(ZoneOffset.UTC);

    /// The title for people: what, where, when.
    public String title() {
        return "Register of breaches of the Code of Practice for Statistics, United Kingdom, %s, version %s"
                .formatted(periodAndBasis(), version);
    }

    /// The period in words, and how a breach comes to be in it.
    public String periodAndBasis() {
        if (period.takesEverything()) {
            return period.title();
        }
        return "%s by date of %s"
                .formatted(
                        period.title(),
                        switch (basis) {
                            case REPORTED -> "report";
                            case OCCURRED -> "occurrence";
                            case PUBLISHED -> "publication";
                        });
    }

    /// The moment in words.
    public String asAtInWords() {
        return MOMENT.format(asAt);
    }
}
