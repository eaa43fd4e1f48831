package org.breachregister.batch.edition;

import org.breachregister.api.RegisterRow;

import java.util.function.Consumer;

/// The rows of an edition, by breach id. They can be gone through again and again and are the same
/// every time.
@FunctionalInterface
public interface RowSource {

    /// Hands over the rows one at a time.
    ///
    /// @param looked told from time to time how many breaches of how many were looked at
    void each(Looked looked, Consumer<RegisterRow> row);

    /// Hears how far a pass has come.
    @FunctionalInterface
    interface Looked {
        void at(long done, long total);
    }
}
