package org.breachregister.core.intake.contained;

import org.breachregister.core.database.Sql;
import org.breachregister.core.intake.Reading;
import org.breachregister.core.report.SubmittedReport;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What a reading process answers with: a kind and its parts, each a text with its length before
/// it. The reader of an answer trusts no length.
sealed interface Answer {

    int REPORT = 1;
    int NOT_A_REPORT = 2;
    int UNREADABLE = 3;
    int FAILED = 4;
    int READY = 5;

    /// The process is ready for its first document.
    ///
    /// @param confinement a sentence saying what keeps it in
    record Ready(String confinement) implements Answer {}

    /// The document was read.
    record Read(Reading reading) implements Answer {}

    /// Reading ended in an error that no document should cause.
    ///
    /// @param error the name of the error's class
    record Failed(String error) implements Answer {}

    /// An answer broke the rules of this protocol.
    final class Malformed extends IOException {

        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    default void write(DataOutputStream out) throws IOException {
        switch (this) {
            case Ready(var confinement) -> write(out, READY, confinement);
            case Failed(var error) -> write(out, FAILED, error);
            case Read(Reading.Report(var report, var text, var mediaType)) ->
                    write(out, REPORT, Sql.Json.of(report).text(), text, mediaType);
            case Read(Reading.NotAReport(var reason)) -> write(out, NOT_A_REPORT, reason);
            case Read(Reading.Unreadable(var reason)) -> write(out, UNREADABLE, reason);
        }
    }

    private static void write(DataOutputStream out, int kind, String... parts) throws IOException {
        out.writeByte(kind);
        out.writeByte(parts.length);
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        out.flush();
    }

    /// Reads an answer.
    ///
    /// @param most the most bytes that it may have
    /// @throws Malformed if it has more, or is none
    static Answer read(DataInputStream in, int most) throws IOException {
        var kind = in.readUnsignedByte();
        var parts = parts(in, in.readUnsignedByte(), most);
        var wanted = kind == REPORT ? 3 : 1;
        if (parts.size() != wanted) {
            throw new Malformed("An answer of kind %d has %d parts".formatted(kind, parts.size()));
        }
        var first = parts.getFirst();
        return switch (kind) {
            case READY -> new Ready(first);
            case FAILED -> new Failed(first);
            case NOT_A_REPORT -> new Read(new Reading.NotAReport(first));
            case UNREADABLE -> new Read(new Reading.Unreadable(first));
            case REPORT -> new Read(new Reading.Report(report(first), parts.get(1), parts.get(2)));
            default -> throw new Malformed("There is no answer of kind %d".formatted(kind));
        };
    }

    private static SubmittedReport report(String json) throws Malformed {
        try {
            return new Sql.Json(json).as(SubmittedReport.class);
        } catch (RuntimeException e) {
            throw new Malformed("A report in an answer is none: " + e.getClass().getName());
        }
    }

    private static List<String> parts(DataInputStream in, int count, int most) throws IOException {
        var left = most;
        var parts = new ArrayList<String>(count);
        for (var i = 0; i < count; i++) {
            var length = in.readInt();
            if (length < 0 || length > left) {
                throw new Malformed("An answer has more than %d bytes".formatted(most));
            }
            left -= length;
            parts.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }
        return parts;
    }
}
