package org.breachregister.api.report;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/// What a client sends, given up where it sends too slowly or too much. The server's own time limit
/// starts anew with every byte, so it does not stop a client that sends one byte after another.
final class PacedStream extends FilterInputStream {

    static final long BYTES_A_SECOND = 16 * 1024;

    private final long patience;
    private final long most;
    private final LongSupplier nanoTime;
    private final long start;
    private long count;

    /// @param patience how long it may be slower than [#BYTES_A_SECOND]
    /// @param most how many bytes it may send
    PacedStream(InputStream in, Duration patience, long most, LongSupplier nanoTime) {
        super(in);
        this.patience = patience.toNanos();
        this.most = most;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        if (one >= 0) {
            counted(1);
        }
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var more = super.read(into, from, length);
        if (more > 0) {
            counted(more);
        }
        return more;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void counted(int more) throws IOException {
        count += more;
        if (count > most) {
            throw new TooMuch();
        }
        var fairly = count * 1_000_000_000L / BYTES_A_SECOND;
        if (nanoTime.getAsLong() - start > patience + fairly) {
            throw new TooSlow();
        }
    }

    /// It sent more bytes than it may.
    static final class TooMuch extends IOException {}

    /// It sent too slowly.
    static final class TooSlow extends IOException {}
}
