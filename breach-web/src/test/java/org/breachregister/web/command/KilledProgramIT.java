package org.breachregister.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The program as processes that are killed: what was begun is finished by the next start, as if
/// nothing had happened. `-Dbreach.test.reports=5000 -Dbreach.test.kills=20 -Dtest.seed=7` make it
/// longer.
class KilledProgramIT {

    private static final int REPORTS = Integer.getInteger("breach.test.reports", 400);
    private static final int KILLS = Integer.getInteger("breach.test.kills", 3);
    private static final long SEED = Long.getLong("test.seed", 20161003);

    @TempDir Path directory;

    @Test
    void anImportAndAnEditionSurviveBeingKilled() throws Exception {
        System.out.println(
                "KilledProgramIT: %d reports, %d kills each, seed %d"
                        .formatted(REPORTS, KILLS, SEED));
        var reports = directory.resolve("reports");
        GeneratedReports.write(reports, REPORTS, SEED);
        var random = new Random(SEED);

        var quiet = directory.resolve("quiet home");
        var importing = runToEnd(quiet, "import", reports.toString(), "--historic");
        var compiling = runToEnd(quiet, "register", "all");

        var hurt = directory.resolve("hurt home");
        for (var i = 0; i < KILLS; i++) {
            runAndKill(
                    random.nextLong(importing), hurt, "import", reports.toString(), "--historic");
        }
        runToEnd(hurt, "import", reports.toString(), "--historic");
        for (var i = 0; i < KILLS; i++) {
            runAndKill(random.nextLong(compiling), hurt, "register", "all");
        }
        runToEnd(hurt, "register", "all");

        assertThat(editions(hurt)).isEqualTo(editions(quiet)).isNotEmpty();
    }

    private long runToEnd(Path home, String... arguments) throws Exception {
        var start = System.nanoTime();
        var output = directory.resolve("output.txt");
        var process = start(home, output, arguments);
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private void runAndKill(long afterMillis, Path home, String... arguments) throws Exception {
        var process = start(home, directory.resolve("killed.txt"), arguments);
        process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    private static Process start(Path home, Path output, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.breachregister.web.main.BreachRegister"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--home", home.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static Map<String, String> editions(Path home) throws Exception {
        var files = new TreeMap<String, String>();
        var editions = home.resolve("editions");
        try (Stream<Path> tree = Files.walk(editions)) {
            for (var file : tree.filter(Files::isRegularFile).toList()) {
                var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                files.put(editions.relativize(file).toString(), HexFormat.of().formatHex(digest));
            }
        }
        return files;
    }
}
