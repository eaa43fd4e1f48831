package org.breachregister.core.backup;

import org.breachregister.core.database.Database;
import org.breachregister.core.database.Home;
import org.breachregister.core.database.Sql;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a backup: all tables as they are at one moment, and the files of the home that cannot be
/// made anew. The server and commands may go on working meanwhile.
public final class Backup {

    static final String MANIFEST = "manifest.json";

    /// What a home holds besides editions and cannot make anew.
    private static final List<String> OTHERS = List.of("demo");

    private final Database database;
    private final Home home;
    private final Progress progress;

    public Backup(Database database, Home home, Progress progress) {
        this.database = database;
        this.home = home;
        this.progress = progress;
    }

    /// Writes the backup to a file that only its owner may read: whole or not at all.
    ///
    /// @throws BackupFailed where it cannot be written, or there is such a file
    public Manifest write(Path file) {
        var target = file.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new BackupFailed(
                    "%s exists already and is left alone. Name another file.".formatted(target));
        }
        var part = target.resolveSibling(target.getFileName() + ".part");
        try (var channel = opened(part)) {
            try {
                var manifest = write(channel);
                Sealed.seal(part);
                Files.move(part, target);
                makeLast(target);
                return manifest;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (SQLException e) {
            throw new BackupFailed("The database could not be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new BackupFailed("%s could not be written: %s".formatted(target, e), e);
        } catch (UncheckedIOException e) {
            throw new BackupFailed(
                    "%s could not be written: %s".formatted(target, e.getCause()), e);
        }
    }

    private static FileChannel opened(Path part) throws IOException {
        var channel =
                FileChannel.open(
                        part,
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        if (channel.tryLock() == null) {
            channel.close();
            throw new BackupFailed("Another process is writing %s.".formatted(part));
        }
        // One that was killed may have left some of it.
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        channel.truncate(0);
        return channel;
    }

    private static void makeLast(Path file) throws IOException {
        try (var folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private Manifest write(FileChannel channel) throws SQLException, IOException {
        var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        zip.setComment(Sealed.OPEN);
        Manifest manifest;
        try (var snapshot = new Snapshot(database.owner())) {
            var moment = snapshot.moment();
            var head = snapshot.logHead();
            var tables = tables(snapshot, zip);
            var missing = new ArrayList<String>();
            manifest =
                    new Manifest(
                            Manifest.FORMAT,
                            snapshot.schema(),
                            moment,
                            head.isEmpty() ? 0 : Long.parseLong(head.get(0)),
                            head.isEmpty() ? "" : head.get(1),
                            tables,
                            snapshot.sequences(),
                            files(snapshot.editions(), zip, missing),
                            missing);
        }
        zip.putNextEntry(entry(MANIFEST));
        zip.write(Sql.Json.of(manifest).text().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        out.flush();
        channel.force(true);
        return manifest;
    }

    private List<Manifest.Table> tables(Snapshot snapshot, ZipOutputStream zip)
            throws SQLException, IOException {
        var names = snapshot.tables();
        var tables = new ArrayList<Manifest.Table>();
        for (var name : names) {
            progress.show("tables", tables.size(), names.size());
            var path = "tables/%s.csv".formatted(name);
            var columns = snapshot.columns(name);
            zip.putNextEntry(entry(path));
            var content = new Sealed.Measured(zip);
            var rows = snapshot.copy(name, columns, content);
            zip.closeEntry();
            tables.add(new Manifest.Table(name, columns, rows, content.kept(path)));
        }
        progress.show("tables", names.size(), names.size());
        return tables;
    }

    private List<Manifest.Kept> files(
            List<String> editions, ZipOutputStream zip, List<String> missing) throws IOException {
        var paths = new ArrayList<Path>();
        for (var edition : editions) {
            var folder = home.editions().resolve(edition);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> tree = Files.walk(folder)) {
                    tree.filter(Files::isRegularFile).sorted().forEach(paths::add);
                }
            } else {
                missing.add(edition);
            }
        }
        OTHERS.stream()
                .map(home.directory()::resolve)
                .filter(Files::isRegularFile)
                .forEach(paths::add);
        var kept = new ArrayList<Manifest.Kept>();
        for (var path : paths) {
            progress.show("files", kept.size(), paths.size());
            var name =
                    "files/"
                            + home.directory()
                                    .relativize(path)
                                    .toString()
                                    .replace(path.getFileSystem().getSeparator(), "/");
            zip.putNextEntry(entry(name));
            var content = new Sealed.Measured(zip);
            Files.copy(path, content);
            zip.closeEntry();
            kept.add(content.kept(name));
        }
        return kept;
    }

    private static ZipEntry entry(String name) {
        return new ZipEntry(name);
    }
}
