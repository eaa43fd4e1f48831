package org.breachregister.api.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class PacedStreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void passesOnWhatComesInTime() throws IOException {
        var sent = new byte[100_000];
        sent[99_999] = 7;

        assertThat(paced(sent, 100_000).readAllBytes()).isEqualTo(sent);
    }

    @Test
    void bearsWithASlowStartAndWithAConstantPace() throws IOException {
        var stream = paced(new byte[1_000_000], 1_000_000);
        now.addAndGet(Duration.ofSeconds(9).toNanos());
        stream.read();
        for (var second = 0; second < 30; second++) {
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            stream.readNBytes((int) PacedStream.BYTES_A_SECOND);
        }

        assertThat(stream.read()).isZero();
    }

    @Test
    void givesUpAClientThatSendsByteAfterByte() {
        var stream = paced(new byte[1_000], 1_000);

        assertThatExceptionOfType(PacedStream.TooSlow.class)
                .isThrownBy(() -> {
                    for (var i = 0; i < 12; i++) {
                        now.addAndGet(Duration.ofSeconds(1).toNanos());
                        stream.read();
                    }
                });
        assertThat(now.get() - (Long.MAX_VALUE - 5)).isEqualTo(Duration.ofSeconds(11).toNanos());
    }

    @Test
    void givesUpAClientThatSendsTooMuch() {
        assertThatExceptionOfType(PacedStream.TooMuch.class)
                .isThrownBy(() -> paced(new byte[1_001], 1_000).readAllBytes());
    }

    private PacedStream paced(byte[] sent, long most) {
        return new PacedStream(new ByteArrayInputStream(sent), PATIENCE, most, now::get);
    }
}
