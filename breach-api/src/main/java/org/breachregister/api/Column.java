package org.breachregister.api;

import java.util.Optional;

/// A column of what leaves the system. Files, answers and pages take names, types, descriptions and
/// values from here and nowhere else.
///
/// @param <R> what a row is made from
public sealed interface Column<R>
        permits RegisterColumn, PracticeColumn, OwnRecordColumn, OwnEventColumn {

    /// Its name in files and answers, in lower case with underscores. It never changes.
    String key();

    /// Its name for people.
    String label();

    /// What its cells hold.
    ColumnType type();

    /// What it says, in a sentence or two.
    String description();

    /// What an empty cell means; empty for a column that is always filled.
    Optional<String> whenEmpty();

    /// The value in a row.
    ColumnValue of(R row);
}
