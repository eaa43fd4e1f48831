package org.breachregister.api.register;

import org.breachregister.core.publication.CompiledEdition;
import org.breachregister.core.publication.Editions;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The compiled editions with the files that are given out of each: those that its manifest lists
/// and the manifest itself, nothing else that may lie in the directory.
public final class RegisterFiles {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,150}");

    private final Editions editions;
    private final Path directory;

    /// @param directory holds one directory an edition
    public RegisterFiles(Editions editions, Path directory) {
        this.editions = editions;
        this.directory = directory;
    }

    /// The editions whose files are here, newest first.
    public List<RegisterEdition> all() {
        return editions.all().stream().flatMap(edition -> opened(edition).stream()).toList();
    }

    /// The edition of that name.
    public Optional<RegisterEdition> find(String name) {
        return NAME.matcher(name).matches()
                ? editions.find(name).flatMap(this::opened)
                : Optional.empty();
    }

    private Optional<RegisterEdition> opened(CompiledEdition edition) {
        var place = directory.resolve(edition.name());
        var manifest = place.resolve(Manifest.NAME);
        if (!NAME.matcher(edition.name()).matches() || !Files.isRegularFile(manifest)) {
            return Optional.empty();
        }
        try {
            var content = Files.readAllBytes(manifest);
            return Optional.of(new RegisterEdition(edition, Manifest.files(place, content)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// An edition and its files.
    ///
    /// @param edition what was compiled
    /// @param files the files in the order of the manifest, which comes last
    public record RegisterEdition(CompiledEdition edition, List<RegisterFile> files) {

        public RegisterEdition {
            files = List.copyOf(files);
        }

        /// The file of that name.
        public Optional<RegisterFile> file(String name) {
            return files.stream().filter(file -> file.name().equals(name)).findFirst();
        }
    }

    /// A file of an edition.
    ///
    /// @param name its name
    /// @param path where it lies
    /// @param format what it is, for people
    /// @param size its bytes
    /// @param sha256 their SHA-256 in lower-case hexadecimal, as the manifest has it
    public record RegisterFile(
            String name, Path path, FileFormat format, long size, String sha256) {}

    /// The format that a file name stands for, or null where such files are not given out.
    static @Nullable FileFormat format(String name) {
        return NAME.matcher(name).matches() ? FileFormat.of(name) : null;
    }
}
