package org.breachregister.batch.importing;

/// Hears how far an import has come.
@FunctionalInterface
public interface ImportProgress {

    /// For those who do not listen.
    ImportProgress NONE = (_, _) -> {};

    /// Called after each document or record.
    ///
    /// @param done how many were looked at
    /// @param total how many there are
    void at(long done, long total);

    /// Called when another import works on the same database, and this one waits for its end.
    default void waiting() {}
}
