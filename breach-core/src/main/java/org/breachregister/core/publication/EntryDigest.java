package org.breachregister.core.publication;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// The digest that chains an entry of the register log to the one before: SHA-256 in hexadecimal.
final class EntryDigest {

    /// The digest before the first entry.
    static final String START = "0".repeat(64);

    private EntryDigest() {}

    /// The digest of an entry, given the one before. Every field goes in with its length or at a
    /// fixed one, so that no two different entries give the same bytes.
    static String of(
            String previous,
            String breach,
            int version,
            String event,
            Instant publicFrom,
            @Nullable String reason,
            String record) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(HexFormat.of().parseHex(previous));
            update(sha256, breach);
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(version).flip());
            update(sha256, event);
            sha256.update(
                    ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                            .putLong(publicFrom.getEpochSecond())
                            .putInt(publicFrom.getNano())
                            .flip());
            update(sha256, reason);
            update(sha256, record);
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, @Nullable String text) {
        var bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        var length = text == null ? -1 : bytes.length;
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
        digest.update(bytes);
    }
}
