package org.breachregister.web.account;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often each of many may do something in a minute, kept for the 10,000 that came last. Each
/// server process counts by itself.
final class Buckets {

    private static final int MOST_KEPT = 10_000;

    private final int mostAMinute;
    private final Map<String, Bucket> buckets =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    Buckets(int mostAMinute) {
        this.mostAMinute = mostAMinute;
    }

    /// Counts once more.
    ConsumptionProbe take(String key) {
        return bucket(key).tryConsumeAndReturnRemaining(1);
    }

    int mostAMinute() {
        return mostAMinute;
    }

    private synchronized Bucket bucket(String key) {
        return buckets.computeIfAbsent(
                key,
                _ ->
                        Bucket.builder()
                                .addLimit(limit ->
                                        limit.capacity(mostAMinute)
                                                .refillGreedy(mostAMinute, Duration.ofMinutes(1)))
                                .build());
    }

    /// What counts as one client: an address, or a network of version 6.
    static String client(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes.length > 4 ? Arrays.copyOf(bytes, 8) : bytes);
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    /// Seconds to wait, rounded up, at least one.
    static long seconds(long nanos) {
        return Math.max(1, Duration.ofNanos(nanos).plusNanos(999_999_999).toSeconds());
    }
}
