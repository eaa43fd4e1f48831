package org.breachregister.core.casework;

import org.breachregister.core.casework.CaseRecords.StoredFile;
import org.breachregister.core.database.Sql;
import org.jspecify.annotations.Nullable;

/// Documents as they are kept: each content once, whoever sent it and under whatever name.
final class Documents {

    private final Sql sql;

    Documents(Sql sql) {
        this.sql = sql;
    }

    /// Keeps a document, unless its content is held already, and tells its number.
    long keep(Document document) {
        return sql.only(
                row -> row.number("id"),
                "select keep_document(?, ?, ?, ?, ?) as id",
                document.sha256(),
                document.fileName(),
                document.mediaType(),
                document.content(),
                document.receivedAt());
    }

    /// What is wrong with a document's name, or null.
    static @Nullable String problem(Document document) {
        return Given.singleLine("The name of the file", document.fileName());
    }

    /// The columns of a stored file, for [#stored].
    static final String COLUMNS =
            "d.id as document, d.media_type, d.sha256, length(d.content) as bytes";

    /// @param row one with [#COLUMNS] and `file_name`
    static StoredFile stored(Sql.Row row) {
        return new StoredFile(
                row.number("document"),
                row.text("file_name"),
                row.text("media_type"),
                row.number("bytes"),
                row.text("sha256"));
    }
}
