package org.breachregister.batch.edition;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The place where an edition is put, beside its earlier versions: first as `<name>.part`, then
/// under its name.
final class EditionFolder {

    private final Path out;
    private final String name;
    private final @Nullable Published newest;

    /// @param newest the newest version that is there, or null
    EditionFolder(Path out, String name, @Nullable Published newest) {
        this.out = out;
        this.name = name;
        this.newest = newest;
    }

    Path part() {
        return out.resolve(name + ".part");
    }

    Path directory() {
        return out.resolve(name);
    }

    @Nullable Published newest() {
        return newest;
    }

    /// Whether the edition stands under its name already.
    boolean isPublished() {
        return Files.exists(directory());
    }

    /// Whether a file with that checksum is there.
    boolean holds(String file, String sha256) throws IOException {
        var written = (isPublished() ? directory() : part()).resolve(file);
        return Files.isRegularFile(written) && Checksum.of(written).equals(sha256);
    }

    /// Makes the files last and moves them into place, whole or not at all.
    void publish() throws IOException {
        if (isPublished()) {
            return;
        }
        try (var files = Files.list(part())) {
            for (var file : files.toList()) {
                try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
        Files.move(part(), directory(), StandardCopyOption.ATOMIC_MOVE);
    }

    void discardPart() throws IOException {
        delete(part());
    }

    /// Removes what runs for other versions of the edition have left unfinished.
    static void discardOtherParts(Path out, String baseName, String name) throws IOException {
        var unfinished = Pattern.compile(versionsOf(baseName) + "\\.part");
        try (var files = Files.list(out)) {
            for (var file : files.toList()) {
                var found = String.valueOf(file.getFileName());
                if (unfinished.matcher(found).matches() && !found.equals(name + ".part")) {
                    delete(file);
                }
            }
        }
    }

    /// The versions of an edition in a directory, newest first.
    static List<Published> versionsIn(Path out, String baseName) throws IOException {
        try (var files = Files.list(out)) {
            return files.filter(Files::isDirectory)
                    .map(directory ->
                            new Published(directory, minorVersion(baseName, fileName(directory))))
                    .filter(published -> published.minorVersion() >= 0)
                    .sorted(Comparator.comparingInt(Published::minorVersion).reversed())
                    .toList();
        }
    }

    /// N where the name is that of version 1.N of the edition, else -1.
    static int minorVersion(String baseName, String name) {
        var version = Pattern.compile(versionsOf(baseName)).matcher(name);
        return version.matches() ? Integer.parseInt(version.group(1)) : -1;
    }

    static String name(String baseName, int minorVersion) {
        return baseName + "-v1." + minorVersion;
    }

    private static String versionsOf(String baseName) {
        return Pattern.quote(baseName) + "-v1\\.([0-9]{1,6})";
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// A version that is in place.
    record Published(Path directory, int minorVersion) {

        /// Its manifest; empty where that is damaged.
        Optional<Manifest> manifest() {
            try {
                var bytes = Manifest.bytesIn(directory);
                return Manifest.isSealed(bytes)
                        ? Optional.of(Manifest.read(bytes))
                        : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        /// The SHA-256 of the file with that ending; empty where it has none.
        String sum(String ending) {
            var file = fileName(directory) + ending;
            return manifest().map(Manifest::files).orElse(List.of()).stream()
                    .filter(listed -> listed.name().equals(file))
                    .map(Manifest.Listed::sha256)
                    .findFirst()
                    .orElse("");
        }

        /// Throws unless every byte is as it was.
        void mustBeSound() {
            var findings = EditionVerifier.verify(directory);
            if (!findings.isEmpty()) {
                throw new IllegalStateException(
                        "%s would be the edition asked for, but it was changed since it was compiled: %s Move it away to have it compiled again."
                                .formatted(directory, String.join(" ", findings)));
            }
        }
    }
}
