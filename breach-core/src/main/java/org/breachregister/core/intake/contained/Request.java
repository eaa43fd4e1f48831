package org.breachregister.core.intake.contained;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;

/// A document to read, as it goes to a reading process.
///
/// @param fileName the document's name, for messages
/// @param content its bytes
/// @param now the moment that counts as now
/// @param zone the zone that tells which day that is
record Request(String fileName, byte[] content, Instant now, ZoneId zone) {

    private static final int LONGEST_NAME = 4096;

    void write(DataOutputStream out) throws IOException {
        writeText(out, fileName.substring(0, Math.min(fileName.length(), LONGEST_NAME)));
        out.writeLong(now.getEpochSecond());
        writeText(out, zone.getId());
        out.writeInt(content.length);
        out.write(content);
        out.flush();
    }

    /// The next request.
    ///
    /// @throws java.io.EOFException if there are no more
    static Request read(DataInputStream in) throws IOException {
        var fileName = readText(in);
        var now = Instant.ofEpochSecond(in.readLong());
        var zone = ZoneId.of(readText(in));
        return new Request(fileName, in.readNBytes(in.readInt()), now, zone);
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
