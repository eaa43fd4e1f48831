package org.breachregister.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.breachregister.core.database.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// How the server starts, and how it says why it does not.
@ExtendWith(OutputCaptureExtension.class)
class ServerIT {

    @TempDir Path directory;

    @Test
    void startsSilentlyAndLetsGoOfItsHomeWhenClosed(CapturedOutput output) {
        var home = new Home(directory);
        try (var server = Server.start(home, 0, Map.of())) {
            assertThat(Server.port(server)).isPositive();
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> Server.start(home, 0, Map.of()))
                    .withMessageContaining("in use by another server (process ")
                    .withMessageContaining(directory.toString());
        }
        Server.start(home, 0, Map.of()).close();

        assertThat(output.getAll()).isEmpty();
    }

    @Test
    void saysThatAPortIsInUse(CapturedOutput output) throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(
                            () -> Server.start(new Home(directory), other.getLocalPort(), Map.of()))
                    .withMessageStartingWith("Port " + other.getLocalPort() + " cannot be used")
                    .withMessageContaining("choose another port");
        }

        assertThat(output.getAll()).isEmpty();
    }

    @Test
    void saysThatADatabaseDoesNotAnswer(CapturedOutput output) {
        var database =
                Map.of(
                        "spring.datasource.url",
                        "jdbc:postgresql://127.0.0.1:1/none?password=secret");

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Server.start(new Home(directory), 0, database))
                .withMessageContaining("jdbc:postgresql://127.0.0.1:1/none")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("secret"));

        assertThat(output.getAll()).isEmpty();
    }

    @Test
    void saysThatAHomeCannotBeWritten() throws IOException {
        var file = Files.createFile(directory.resolve("file"));

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Server.start(new Home(file.resolve("home")), 0, Map.of()))
                .withMessageContaining("cannot be written");
    }
}
