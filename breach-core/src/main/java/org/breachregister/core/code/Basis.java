package org.breachregister.core.code;

/// How sure a fact of the Code is.
public enum Basis {
    /// Read in an official publication.
    OFFICIAL,
    /// Concluded from texts that were read.
    INFERRED,
    /// Concluded with little to go on.
    INFERRED_WEAK,
    /// From memory; to be checked before anyone relies on it.
    FROM_MEMORY
}
