package org.breachregister.batch.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// A kind of file that records are exported as.
public enum ExportFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ODS("application/vnd.oasis.opendocument.spreadsheet"),
    /// A table of records alone; their history is a table of its own.
    CSV("text/csv; charset=utf-8"),
    JSON("application/json");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /// Its type, as in `Content-Type`.
    public String mediaType() {
        return mediaType;
    }

    /// The end of file names and the word on the command line.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The format of a word.
    ///
    /// @throws IllegalArgumentException if there is none, naming those that there are
    public static ExportFormat of(String key) {
        return Arrays.stream(values())
                .filter(format -> format.key().equals(key.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "Not a format: '%s'. It is one of %s"
                                        .formatted(
                                                key,
                                                Arrays.stream(values())
                                                        .map(ExportFormat::key)
                                                        .collect(Collectors.joining(", ")))));
    }
}
