package org.breachregister.core.intake.contained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ConfinementIT {

    @TempDir private static Path directory;

    private static List<String> attempts = List.of();

    @BeforeAll
    static void tryEverything() throws Exception {
        assumeThat(System.getProperty("os.name"))
                .as("confinement is known for Linux")
                .isEqualTo("Linux");
        var existing = Files.writeString(directory.resolve("secret.txt"), "secret");
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var command =
                    ReaderCommand.of(ConfinementProbe.class.getName(), Limits.USUAL).command();
            command.set(command.size() - 1, Integer.toString(server.getLocalPort()));
            command.add(existing.toString());
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            attempts =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
            assertThat(process.waitFor()).as(attempts.toString()).isZero();
        }
        assertThat(existing).hasContent("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socket",
                "channel",
                "name",
                "address",
                "program",
                "write",
                "create",
                "temporary",
                "delete"
            })
    void keepsAReadingProcessFrom(String what) {
        assertThat(attempts).contains(what + " refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "class"})
    void leavesAReadingProcessWhatItNeeds(String what) {
        assertThat(attempts).contains(what + " done");
    }

    @Test
    void saysWhatItKeepsFrom() {
        var sentence = attempts.getFirst();

        assertThat(sentence).contains("the network", "starting programs", "writing to files");
        assertThat(attempts)
                .contains(
                        sentence.contains("files beyond its own program")
                                ? "read refused"
                                : "read done");
    }
}
