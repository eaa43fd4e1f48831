package org.breachregister.batch.edition;

/// Hears how far the compiling of an edition has come.
@FunctionalInterface
public interface EditionProgress {

    /// For those who do not listen.
    EditionProgress NONE = (step, done, total) -> {};

    /// Called from time to time within each step, and at its end with `done` equal to `total`.
    ///
    /// @param step what is being done: `register` (reading the register; the log's entries are
    ///   counted), then writing `csv`, `practices`, `json`, `xlsx`, `manifest`
    /// @param done rows done
    /// @param total rows to do
    void at(String step, long done, long total);
}
