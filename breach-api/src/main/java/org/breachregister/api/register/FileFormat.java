package org.breachregister.api.register;

import org.jspecify.annotations.Nullable;

/// The formats that editions are given out in.
public enum FileFormat {
    PRACTICES_CSV(
            "-practices.csv",
            "CSV, one row a breach and practice",
            "text/csv; charset=utf-8; header=present"),
    CSV(".csv", "CSV, one row a breach", "text/csv; charset=utf-8; header=present"),
    CSV_METADATA(
            ".csv-metadata.json",
            "Description of the CSV files (CSV on the Web)",
            "application/csvm+json"),
    MANIFEST("manifest.json", "Manifest with checksums", "application/json"),
    JSON(".json", "JSON, the records as the API gives them", "application/json"),
    XLSX(
            ".xlsx",
            "Excel spreadsheet (XLSX)",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ODS(".ods", "OpenDocument spreadsheet (ODS)", "application/vnd.oasis.opendocument.spreadsheet");

    private final String ending;
    private final String title;
    private final String mediaType;

    FileFormat(String ending, String title, String mediaType) {
        this.ending = ending;
        this.title = title;
        this.mediaType = mediaType;
    }

    /// What it is, for people.
    public String title() {
        return title;
    }

    /// Its media type with parameters.
    public String mediaType() {
        return mediaType;
    }

    /// The format that a file name stands for; the more telling ending wins.
    static @Nullable FileFormat of(String name) {
        for (var format : values()) {
            if (name.endsWith(format.ending)) {
                return format;
            }
        }
        return null;
    }
}
