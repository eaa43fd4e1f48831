package org.breachregister.core.intake.contained;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The command that starts a reading process: this program's own Java and classes, little memory,
/// and nothing of this process's environment.
final class ReaderCommand {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final String CACHE = "-XX:AOTCache=";
    private static final String LAUNCHER =
            "org.springframework.boot.loader.launch.PropertiesLauncher";

    private ReaderCommand() {}

    static ProcessBuilder of(String mainClass, Limits limits) {
        var java = Path.of(System.getProperty("java.home"));
        var command = new ArrayList<String>();
        command.add(java.resolve("bin").resolve("java").toString());
        command.addAll(
                List.of(
                        "-Xms32m",
                        "-Xmx%dm".formatted(limits.heapMegabytes()),
                        "-Xss1m",
                        "-XX:MaxMetaspaceSize=160m",
                        "-XX:MaxDirectMemorySize=16m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:-UsePerfData",
                        "-XX:+DisableAttachMechanism",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xlog:disable",
                        "-Djava.awt.headless=true",
                        "-XX:+DisplayVMOutputToStderr",
                        "-Djava.io.tmpdir=" + java,
                        "-Duser.timezone=UTC",
                        "-Dfile.encoding=UTF-8"));
        cache().forEach(command::add);
        command.addAll(List.of("-cp", classPath()));
        if (isInOneFile()) {
            command.addAll(List.of("-Dloader.main=" + mainClass, LAUNCHER));
        } else {
            command.add(mainClass);
        }
        command.add(Long.toString(limits.time().plus(GRACE).toMillis()));
        var builder = new ProcessBuilder(command).directory(java.toFile());
        builder.environment().clear();
        builder.environment().put("LANG", "C.UTF-8");
        // What libraries print may tell of a person.
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder;
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(part -> !part.isEmpty())
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// Whether this program's classes are in jars inside one jar.
    private static boolean isInOneFile() {
        var place = ReaderCommand.class.getResource("ReaderCommand.class");
        return place != null && place.toString().startsWith("jar:nested:");
    }

    /// The cache of loaded classes that this process was started with.
    private static List<String> cache() {
        return ProcessHandle.current().info().arguments().stream()
                .flatMap(Arrays::stream)
                .filter(argument -> argument.startsWith(CACHE))
                .limit(1)
                .toList();
    }
}
