package org.breachregister.core.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The seal of a backup: the comment at the end of the ZIP file is the SHA-256 of all bytes before
/// it, so that no byte can be lost or changed unnoticed.
final class Sealed {

    static final int LENGTH = 64;

    /// What stands in the place of the seal until there is one.
    static final String OPEN = "0".repeat(LENGTH);

    private Sealed() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// Seals a file that ends with [#OPEN].
    static void seal(Path file) throws IOException {
        var seal = computed(file).getBytes(StandardCharsets.US_ASCII);
        try (var access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(access.length() - LENGTH);
            access.write(seal);
            access.getFD().sync();
        }
    }

    /// Whether every byte is what it was.
    static boolean isWhole(Path file) throws IOException {
        if (Files.size(file) < LENGTH) {
            return false;
        }
        try (var access = new RandomAccessFile(file.toFile(), "r")) {
            var seal = new byte[LENGTH];
            access.seek(access.length() - LENGTH);
            access.readFully(seal);
            return computed(file).equals(new String(seal, StandardCharsets.US_ASCII));
        }
    }

    private static String computed(Path file) throws IOException {
        var digest = sha256();
        var left = Files.size(file) - LENGTH;
        var buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            while (left > 0) {
                var read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException(file + " became shorter while it was read");
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Counts and digests what goes through it; closing it leaves what is below open.
    static final class Measured extends OutputStream {

        private final OutputStream below;
        private final MessageDigest digest = sha256();
        private long bytes;

        Measured(OutputStream below) {
            this.below = below;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            below.write(buffer, offset, length);
            digest.update(buffer, offset, length);
            bytes += length;
        }

        @Override
        public void close() {}

        Manifest.Kept kept(String path) {
            return new Manifest.Kept(path, bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
