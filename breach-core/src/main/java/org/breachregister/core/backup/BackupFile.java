package org.breachregister.core.backup;

import org.breachregister.core.database.Database;
import org.breachregister.core.database.Sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/// A backup that was found to be whole.
final class BackupFile implements AutoCloseable {

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /// Opens a backup and looks at every byte of it.
    ///
    /// @throws BackupFailed where it is not whole, not a backup, or of a newer program
    static BackupFile open(Path file, Progress progress) {
        if (!Files.isRegularFile(file)) {
            throw new BackupFailed("There is no file %s.".formatted(file));
        }
        try {
            progress.show("checking", 0, 0);
            if (!Sealed.isWhole(file)) {
                throw damaged(file, "its checksum is not that of its content");
            }
            var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
            try {
                var backup = new BackupFile(zip, manifest(zip, file));
                backup.check(file, progress);
                return backup;
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (IOException e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        var entry = zip.getEntry(Backup.MANIFEST);
        if (entry == null) {
            throw new BackupFailed("%s is not a backup of a register.".formatted(file));
        }
        try (var content = zip.getInputStream(entry)) {
            var text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            var manifest = new Sql.Json(text).as(Manifest.class);
            if (manifest.format() > Manifest.FORMAT || manifest.schema() > Database.SCHEMA) {
                throw new BackupFailed(
                        "%s was written by a newer program (tables of version %d; this one knows them up to %d). Use that one."
                                .formatted(file, manifest.schema(), Database.SCHEMA));
            }
            return manifest;
        }
    }

    private void check(Path file, Progress progress) throws IOException {
        var parts =
                Stream.concat(
                                manifest.tables().stream().map(Manifest.Table::content),
                                manifest.files().stream())
                        .toList();
        var done = 0;
        for (var part : parts) {
            progress.show("checking", done++, parts.size());
            var digest = Sealed.sha256();
            var buffer = new byte[1 << 16];
            try (var in = content(part)) {
                for (int read; (read = in.read(buffer)) >= 0; ) {
                    digest.update(buffer, 0, read);
                }
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
                throw damaged(file, part.path() + " is not what was written");
            }
            if (part.path().startsWith("files/")) {
                target(Path.of(""), part);
            }
        }
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream content(Manifest.Kept part) throws IOException {
        var entry = zip.getEntry(part.path());
        if (entry == null) {
            throw new IOException(part.path() + " is missing");
        }
        return zip.getInputStream(entry);
    }

    /// Writes a file of the home to its place.
    void unpack(Manifest.Kept part, Path home) throws IOException {
        var target = target(home, part);
        Files.createDirectories(target.getParent());
        try (var in = content(part);
                OutputStream out = Files.newOutputStream(target)) {
            in.transferTo(out);
        }
    }

    private static Path target(Path home, Manifest.Kept part) throws IOException {
        var base = home.toAbsolutePath().normalize();
        var target = base.resolve(part.path().substring("files/".length())).normalize();
        if (!target.startsWith(base) || target.equals(base)) {
            throw new IOException(part.path() + " leads out of the home");
        }
        return target;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static BackupFailed damaged(Path file, String how) {
        return new BackupFailed(
                "%s is damaged: %s. Nothing was put back; use another copy.".formatted(file, how));
    }
}
