package org.breachregister.batch.edition;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;

/// An edition that is wanted.
///
/// @param period the time it covers
/// @param basis the day that decides which period a breach belongs to
/// @param asAt the moment whose register to show, or null for the moment of the register's last
///   change
/// @param out the directory to put the edition's directory into
public record EditionRequest(Period period, DateBasis basis, @Nullable Instant asAt, Path out) {

    /// The name of the edition without its version.
    String baseName() {
        return "breach-register-"
                + period.forFileName()
                + (basis == DateBasis.REPORTED ? "" : "-" + basis.key());
    }
}
