package org.breachregister.api.report;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How many documents each address may send, kept for the addresses that asked last. Addresses of
/// version 6 count by their network, since one household has more of them than could be kept.
final class ClientLimit {

    static final int MOST_CLIENTS = 10_000;

    private final int mostAMinute;
    private final int mostAtOnce;
    private final long nanosEach;
    private final LongSupplier nanoTime;
    private final Map<String, Client> clients =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Client> eldest) {
                    return size() > MOST_CLIENTS;
                }
            };

    ClientLimit(int mostAMinute, int mostAtOnce, LongSupplier nanoTime) {
        this.mostAMinute = mostAMinute;
        this.mostAtOnce = mostAtOnce;
        this.nanosEach = Duration.ofMinutes(1).toNanos() / mostAMinute;
        this.nanoTime = nanoTime;
    }

    /// Lets a client in until the visit is closed.
    ///
    /// @throws UploadRefused where it asks too often, or has too many documents under way
    synchronized Visit enter(String address) {
        var now = nanoTime.getAsLong();
        var client = clients.computeIfAbsent(key(address), _ -> new Client(now));
        client.refill(now);
        if (client.left < 1) {
            throw UploadRefused.tooMany(Duration.ofNanos(nanosEach).plusSeconds(1));
        }
        if (client.atOnce >= mostAtOnce) {
            throw UploadRefused.tooMany(Duration.ofSeconds(10));
        }
        client.left--;
        client.atOnce++;
        return () -> leave(client);
    }

    synchronized int clients() {
        return clients.size();
    }

    private synchronized void leave(Client client) {
        client.atOnce--;
    }

    private static String key(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes.length > 4 ? Arrays.copyOf(bytes, 8) : bytes);
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    /// A client that is being served.
    @FunctionalInterface
    interface Visit extends AutoCloseable {

        @Override
        void close();
    }

    private final class Client {

        private int left = mostAMinute;
        private int atOnce;
        private long since;

        private Client(long now) {
            this.since = now;
        }

        private void refill(long now) {
            var earned = (now - since) / nanosEach;
            if (earned > 0) {
                left = (int) Math.min(mostAMinute, left + earned);
                since += earned * nanosEach;
            }
        }
    }
}
