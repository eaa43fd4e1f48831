package org.breachregister.core.backup;

import java.util.List;

/// What a backup holds.
///
/// @param format of the backup itself
/// @param schema version of the tables
/// @param createdAt the moment that it shows, by the database's clock
/// @param logPosition the last position of the register log, 0 for an empty log
/// @param logDigest the digest there, which covers all entries before it
/// @param tables the tables, in an order in which they can be filled
/// @param sequences where the numbers of the tables go on
/// @param files the files of the home
/// @param missing editions that are on record and whose files are not in the home
public record Manifest(
        int format,
        int schema,
        String createdAt,
        long logPosition,
        String logDigest,
        List<Table> tables,
        List<Sequence> sequences,
        List<Kept> files,
        List<String> missing) {

    static final int FORMAT = 1;

    public Manifest {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        files = List.copyOf(files);
        missing = List.copyOf(missing);
    }

    /// A table.
    ///
    /// @param columns its columns, in the order of each row
    /// @param content its rows
    public record Table(String name, List<String> columns, long rows, Kept content) {

        public Table {
            columns = List.copyOf(columns);
        }
    }

    /// Where a sequence stands.
    ///
    /// @param used whether its last value was given out
    public record Sequence(String name, long last, boolean used) {}

    /// A file in the backup.
    ///
    /// @param path its name in the backup
    /// @param sha256 in lower-case hexadecimal
    public record Kept(String path, long bytes, String sha256) {}

    /// Rows of all tables.
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
