package org.breachregister.core.intake.contained;

import org.breachregister.core.intake.Reading;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reading processes that misbehave as the name of the document says: `loop`, `heap`, `flood`,
/// `exit`, `error`; any other is read well.
final class BadReaders {

    private BadReaders() {}

    public static void main(String[] args) throws IOException {
        var in = new DataInputStream(System.in);
        var out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        new Answer.Ready("test").write(out);
        while (true) {
            var request = Request.read(in);
            switch (request.fileName()) {
                case "loop" -> {
                    while (true) {
                        Thread.onSpinWait();
                    }
                }
                case "heap" -> fill();
                case "flood" -> {
                    out.writeByte(Answer.UNREADABLE);
                    out.writeByte(1);
                    out.writeInt(Integer.MAX_VALUE);
                    while (true) {
                        out.write(new byte[8192]);
                    }
                }
                case "exit" -> System.exit(0);
                case "error" -> new Answer.Failed("java.lang.Error").write(out);
                default -> new Answer.Read(new Reading.NotAReport(request.fileName())).write(out);
            }
        }
    }

    private static void fill() {
        List<byte[]> kept = new ArrayList<>();
        while (true) {
            kept.add(new byte[1 << 20]);
        }
    }
}
