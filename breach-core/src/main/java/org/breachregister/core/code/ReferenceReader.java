package org.breachregister.core.code;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// Reads references to the Code as reports write them.
public final class ReferenceReader {

    public ReferenceReader(CodeOfPractice code) {}

    /// The references in a field, in the order written.
    ///
    /// @param occurred the day of the breach, which decides the edition; null where it is unknown
    public List<CitedReference> read(String field, @Nullable LocalDate occurred) {
        throw new UnsupportedOperationException();
    }
}
