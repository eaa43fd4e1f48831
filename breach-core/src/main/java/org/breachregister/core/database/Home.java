package org.breachregister.core.database;

import java.nio.file.Path;

/// The directory that holds everything one installation keeps.
///
/// @param directory its absolute path
public record Home(Path directory) {

    public Home {
        directory = directory.toAbsolutePath().normalize();
    }

    /// The home at a path, absolute or seen from the working directory.
    public static Home at(Path directory) {
        return new Home(directory);
    }

    /// Where the embedded PostgreSQL keeps its data.
    public Path postgres() {
        return directory.resolve("postgres");
    }

    /// Where the search index lives.
    public Path index() {
        return directory.resolve("index");
    }

    /// Where compiled register editions are kept.
    public Path editions() {
        return directory.resolve("editions");
    }
}
