package org.breachregister.core.database;

import java.nio.file.Files;
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

    /// Where a home is put back from a backup before it takes its place.
    public Home unfinished() {
        return new Home(directory.resolveSibling(directory.getFileName() + ".restoring"));
    }

    /// @throws DatabaseUnavailable if it was to be put back from a backup, and that broke off
    void refuseUnfinished() {
        if (directory.getFileName() == null) {
            return;
        }
        var name = directory.getFileName().toString();
        var unfinished = name.endsWith(".restoring") ? this : unfinished();
        if (Files.exists(unfinished.directory())) {
            throw new DatabaseUnavailable(
                    "A restore is going on in %s, or broke off there. Let it end, or start it again; it begins anew."
                            .formatted(unfinished.directory()));
        }
    }
}
