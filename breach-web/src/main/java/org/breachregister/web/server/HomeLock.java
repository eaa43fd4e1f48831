package org.breachregister.web.server;

import org.breachregister.core.database.Home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a second server away from a home. The lock dies with its process; other commands do not
/// mind it.
final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the lock, leaving word in it of who holds it.
    ///
    /// @throws CannotStart where another server holds it, or the home cannot be written
    static HomeLock take(Home home, int port) {
        var file = home.directory().resolve("server.lock");
        try {
            Files.createDirectories(home.directory());
            var channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new CannotStart(
                        "The home %s is in use by another server%s. Stop it, or choose another home with --home."
                                .formatted(home.directory(), holder(file)));
            }
            var word = "process %d, port %d".formatted(ProcessHandle.current().pid(), port);
            channel.truncate(0).write(ByteBuffer.wrap(word.getBytes(StandardCharsets.UTF_8)));
            return new HomeLock(channel);
        } catch (IOException failure) {
            throw new CannotStart(
                    "The home %s cannot be written: %s."
                            .formatted(home.directory(), failure.getMessage()),
                    failure);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // the lock is gone all the same
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false; // held by this process
        }
    }

    private static String holder(Path file) throws IOException {
        var word = Files.readString(file, StandardCharsets.UTF_8);
        return word.isBlank() ? "" : " (" + word + ")";
    }
}
