package org.breachregister.api.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class ClientLimitTest {

    private final AtomicLong now = new AtomicLong();
    private final ClientLimit limit = new ClientLimit(6, 2, now::get);

    @Test
    void letsAClientInSoManyTimesAMinuteAndThenOneByOne() {
        for (var i = 0; i < 6; i++) {
            limit.enter("192.0.2.1").close();
        }
        refuses("192.0.2.1", "11");
        limit.enter("192.0.2.2").close();

        now.addAndGet(Duration.ofSeconds(10).toNanos());
        limit.enter("192.0.2.1").close();
        refuses("192.0.2.1", "11");

        now.addAndGet(Duration.ofDays(1).toNanos());
        for (var i = 0; i < 6; i++) {
            limit.enter("192.0.2.1").close();
        }
        refuses("192.0.2.1", "11");
    }

    @Test
    void boundsWhatAClientHasUnderWay() {
        var first = limit.enter("192.0.2.1");
        var second = limit.enter("192.0.2.1");
        refuses("192.0.2.1", "10");

        second.close();
        limit.enter("192.0.2.1").close();
        first.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "192.0.2.1, 192.0.2.2, false",
        "192.0.2.1, ::ffff:192.0.2.1, true",
        "not an address, not an address, true"
    })
    void countsNetworksOfVersionSixAsOneClient(String one, String other, boolean same) {
        limit.enter(one).close();
        limit.enter(other).close();

        assertThat(limit.clients()).isEqualTo(same ? 1 : 2);
    }

    @Test
    void remembersOnlySoManyClients() {
        for (var i = 0; i < ClientLimit.MOST_CLIENTS + 500; i++) {
            limit.enter("10.%d.%d.1".formatted(i / 250, i % 250)).close();
        }

        assertThat(limit.clients()).isEqualTo(ClientLimit.MOST_CLIENTS);
    }

    private void refuses(String address, String seconds) {
        assertThatExceptionOfType(UploadRefused.class)
                .isThrownBy(() -> limit.enter(address))
                .satisfies(refused ->
                        assertThat(refused.getHeaders().getFirst("Retry-After"))
                                .isEqualTo(seconds));
    }
}
