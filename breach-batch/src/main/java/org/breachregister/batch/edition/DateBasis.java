package org.breachregister.batch.edition;

import org.breachregister.core.publication.PublishedBreach;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The day of a breach that decides which period it belongs to.
public enum DateBasis {
    /// The day of the report.
    REPORTED("reported"),
    /// The first day of occurrence.
    OCCURRED("occurred"),
    /// The day of first publication, in the United Kingdom.
    PUBLISHED("published");

    private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

    private final String key;

    DateBasis(String key) {
        this.key = key;
    }

    /// The word used on the command line, in file names and in the manifest.
    public String key() {
        return key;
    }

    /// The basis of that name; other names throw, saying which there are.
    public static DateBasis parse(String word) {
        var wanted = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(basis -> basis.key.equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "Not a basis: '%s'. There are: %s"
                                        .formatted(
                                                word,
                                                Arrays.stream(values())
                                                        .map(DateBasis::key)
                                                        .collect(Collectors.joining(", ")))));
    }

    /// The deciding day; empty where it is not known.
    Optional<LocalDate> dayOf(PublishedBreach breach) {
        return Optional.ofNullable(
                switch (this) {
                    case REPORTED -> breach.record().reportedOn();
                    case OCCURRED -> breach.record().occurredFrom();
                    case PUBLISHED -> breach.publishedAt().atZone(UNITED_KINGDOM).toLocalDate();
                });
    }
}
