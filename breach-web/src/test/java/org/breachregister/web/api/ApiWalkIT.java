package org.breachregister.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.web.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Runs every command of `docs/api.md`, in the order of the page, with curl against the server.
class ApiWalkIT {

    private static final Path PAGE = Path.of("../docs/api.md");
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final String MARK = "=== block ";

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.another();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void everyCommandOfThePageDoesWhatThePageSays(@TempDir Path directory) throws Exception {
        if (!isInstalled("curl") || !isInstalled("bash")) {
            System.out.println("ApiWalkIT: skipped, since curl or bash is missing");
            Assumptions.abort("curl or bash is missing");
        }
        var team = Team.on(server);
        Files.write(directory.resolve("breach-report.md"), Program.report());
        var blocks = blocks();

        var output = run(directory, team, blocks);

        System.out.println("ApiWalkIT: ran %d blocks of commands".formatted(blocks.size()));
        var parts = output.split(MARK);
        assertThat(parts).as(output).hasSize(blocks.size() + 2);
        assertThat(parts[2]).contains("\"id\":\"" + Team.BODY + "\"");
        assertThat(output).contains("\"missing\":[]").contains("The reference is BR-");
        var breach = output.replaceAll("(?s).*The reference is (BR-\\d+-\\d+).*", "$1");
        assertThat(Files.readAllBytes(directory.resolve("copy-of-what-was-sent")))
                .isEqualTo(Files.readAllBytes(directory.resolve("breach-report.md")));
        assertThat(output).contains("At 9.55am, twenty-five minutes after the planned time.");
        var published = server.get("/api/v1/breaches/" + breach);
        assertThat(published.statusCode()).isEqualTo(200);
        assertThat(published.body())
                .contains("[text removed]")
                .doesNotContain("Barnabas Quill")
                .doesNotContain("01632");
        assertThat(output).contains(published.body());
        assertThat(Files.readString(directory.resolve("cases.csv"))).contains(breach);
        assertThat(output.strip()).endsWith("412\n" + MARK + "end");
    }

    private static List<String> blocks() throws IOException {
        var blocks = new ArrayList<String>();
        var matcher = BLOCK.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        assertThat(blocks).hasSizeGreaterThan(8);
        return blocks;
    }

    private String run(Path directory, Team team, List<String> blocks)
            throws IOException, InterruptedException {
        var script = new StringBuilder("set -euo pipefail\n");
        for (var i = 0; i < blocks.size(); i++) {
            script.append("echo; echo '").append(MARK).append(i).append("'\n");
            script.append(blocks.get(i));
        }
        script.append("echo '").append(MARK).append("end'\n");
        Files.writeString(directory.resolve("walk.sh"), script);
        var builder = new ProcessBuilder("bash", "walk.sh").directory(directory.toFile());
        builder.environment().put("REGISTER", server.address());
        builder.environment().put("PRODUCER_TOKEN", team.producer().token());
        builder.environment().put("CASEWORKER_TOKEN", team.second().token());
        builder.environment().put("PUBLISHER_TOKEN", team.publisher().token());
        var output = directory.resolve("output");
        var process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        var ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        var said = Files.readString(output);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static boolean isInstalled(String program) {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
