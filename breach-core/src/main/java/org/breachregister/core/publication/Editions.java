package org.breachregister.core.publication;

import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

/// The register editions that were compiled.
public final class Editions {

    public Editions(DataSource database) {}

    /// Records an edition; one of the same name is replaced only by itself.
    public void record(CompiledEdition edition) {
        throw new UnsupportedOperationException();
    }

    /// All editions, newest first.
    public List<CompiledEdition> all() {
        throw new UnsupportedOperationException();
    }

    /// The edition of that name.
    public Optional<CompiledEdition> find(String name) {
        throw new UnsupportedOperationException();
    }
}
