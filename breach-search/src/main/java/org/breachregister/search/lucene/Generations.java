package org.breachregister.search.lucene;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The generations of an index, each a directory `gen-<n>`, and the file `current` that names the
/// one to be read. It is replaced as a whole, so that a reader sees one generation or the other.
record Generations(Path index) {

    private static final Pattern NAME = Pattern.compile("gen-(\\d{1,9})");

    /// The generation to be read; empty where there is none.
    Optional<String> current() throws IOException {
        try {
            var name = Files.readString(index.resolve("current"), StandardCharsets.UTF_8).strip();
            return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// A name that no generation has had since the oldest on disk.
    String next() throws IOException {
        var highest = all().stream().mapToInt(Generations::number).max().orElse(0);
        var current = current().map(Generations::number).orElse(0);
        return "gen-" + (Math.max(highest, current) + 1);
    }

    /// All generations on disk, finished or not.
    List<String> all() throws IOException {
        try (var files = Files.list(index)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted(Comparator.comparingInt(Generations::number))
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        }
    }

    Path directory(String generation) {
        return index.resolve(generation);
    }

    /// Makes a generation the one to be read, for good.
    void makeCurrent(String generation) throws IOException {
        var part = index.resolve("current.part");
        Files.writeString(part, generation + "\n", StandardCharsets.UTF_8);
        try (var file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(part, index.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static int number(String generation) {
        var name = NAME.matcher(generation);
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }
}
