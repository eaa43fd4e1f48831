package org.breachregister.web;

import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Actor;
import org.breachregister.core.database.Home;
import org.breachregister.core.publication.CompiledEdition;
import org.breachregister.core.publication.Editions;
import org.breachregister.core.publication.RegisterLog;
import org.breachregister.search.index.IndexKeeper;
import org.breachregister.web.server.Server;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/// The real server over the example register, started once for all tests of a JVM.
public final class RunningServer {

    /// The edition that it gives out.
    public static final String EDITION = "breach-register-2016-17-v1.0";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;
    private final String address;

    private RunningServer(Path directory) throws IOException {
        var home = new Home(directory);
        context =
                Server.start(
                        home,
                        0,
                        Map.of(
                                "breach.intake.most-a-minute",
                                "100000",
                                "breach.sign-in.most-a-minute",
                                "100000",
                                "breach.sign-in.most-token-requests-a-minute",
                                "1000000"));
        address = "http://127.0.0.1:" + Server.port(context);
        try (var _ = Acting.begin(Actor.PROGRAM)) {
            Examples.publish(
                    context.getBean(RegisterLog.class), context.getBean(Clock.class).instant());
            compileEdition(home);
        }
        while (!context.getBean(IndexKeeper.class).catchUp().inStep()) {
            Thread.onSpinWait();
        }
    }

    private static final class Holder {
        private static final RunningServer RUNNING = started();

        private static RunningServer started() {
            try {
                return new RunningServer(Files.createTempDirectory("breach-server-"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The server.
    public static RunningServer get() {
        return Holder.RUNNING;
    }

    /// Another server, with a home of its own, for a test that changes what is public.
    public static RunningServer another() throws IOException {
        return new RunningServer(Files.createTempDirectory("breach-server-"));
    }

    /// Stops it.
    public void stop() {
        context.close();
    }

    /// Its address without a slash at the end.
    public String address() {
        return address;
    }

    /// Its parts.
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /// One of its parts by name.
    public <T> T part(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /// Asks for an address.
    public HttpResponse<String> get(String path) {
        return send("GET", path);
    }

    /// Asks in some other way.
    public HttpResponse<String> send(String method, String path, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void compileEdition(Home home) throws IOException {
        var directory = Files.createDirectories(home.editions().resolve(EDITION));
        var files = new StringBuilder();
        for (var ending : new String[] {".xlsx", ".csv", "-practices.csv", ".csv-metadata.json"}) {
            var content = ("breach_id\r\n" + ending + "\r\n").getBytes(StandardCharsets.UTF_8);
            Files.write(directory.resolve(EDITION + ending), content);
            files.append(files.isEmpty() ? "" : ",")
                    .append(
                            "{\"name\":\"%s\",\"bytes\":%d,\"sha256\":\"%s\"}"
                                    .formatted(EDITION + ending, content.length, sha256(content)));
        }
        Files.writeString(directory.resolve("manifest.json"), "{\"files\":[" + files + "]}");
        Files.writeString(directory.resolve("notes.csv"), "not in the manifest");
        context.getBean(Editions.class)
                .record(
                        new CompiledEdition(
                                EDITION,
                                "2016-17",
                                "reported",
                                "1.0",
                                Instant.parse("2026-01-01T09:30:00Z"),
                                3,
                                12,
                                Instant.parse("2026-01-01T09:31:00Z")));
    }

    /// The SHA-256 of bytes in lower-case hexadecimal.
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
