package org.breachregister.batch.importing;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.database.Database;
import org.breachregister.core.database.Home;
import org.breachregister.core.intake.contained.ContainedReader;
import org.breachregister.core.producer.Producers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Imports many files of all formats and watches the memory: `mvn -Pbenchmark-import -pl
/// breach-batch -am process-test-classes`.
final class ImportBenchmark {

    private static final int FILES = Integer.getInteger("benchmark.files", 10_000);
    private static final int STEP = Integer.getInteger("benchmark.step", Math.max(1, FILES / 10));

    /// What the heap may grow between the second tenth and the last: a line of the summary and of
    /// the log for each file, and no documents.
    private static final long MOST_BYTES_A_FILE = 2_048;

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private ImportBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("breach-benchmark-");
        try {
            var reports = Files.createDirectory(folder.resolve("reports"));
            new GeneratedFiles(Path.of(arguments[0])).write(reports, FILES);
            importAll(reports, folder.resolve("home"));
        } finally {
            delete(folder);
        }
    }

    private static void importAll(Path reports, Path home) {
        System.out.printf(
                Locale.ROOT,
                "Java %s, heap of %d MB at most, %d cores, load %.1f, %d files of all formats%n",
                Runtime.version(),
                Runtime.getRuntime().maxMemory() / (1024 * 1024),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                FILES);
        var clock = Clock.systemUTC();
        var code = CodeOfPractice.load();
        var producers = Producers.load();
        var heap = new ArrayList<Long>();
        try (var database = Database.open(Home.at(home));
                var reader = new ContainedReader(clock)) {
            var importing = new Importing(database.dataSource(), code, producers, reader, clock);
            var began = System.nanoTime();
            var summary =
                    importing.run(
                            List.of(reports),
                            true,
                            (done, _) -> {
                                if (done % STEP == 0) {
                                    heap.add(measure(done, began));
                                }
                            });
            var seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%d files in %.0f s: %.1f a second; %d read, %d held back, %d refused%n",
                    FILES,
                    seconds,
                    FILES / seconds,
                    summary.read(),
                    summary.heldBack(),
                    summary.refused());
            summary.results().stream()
                    .filter(ImportResult.Refused.class::isInstance)
                    .limit(5)
                    .forEach(System.out::println);
            if (summary.refused() > 0) {
                throw new IllegalStateException("Every file is a report, and some were refused");
            }
        }
        var grown = heap.getLast() - heap.get(1);
        var files = (heap.size() - 2L) * STEP;
        System.out.printf(
                Locale.ROOT,
                "The heap grew by %d bytes a file from the second measure to the last%n",
                grown / Math.max(1, files));
        if (grown > files * MOST_BYTES_A_FILE) {
            throw new IllegalStateException("The import keeps what it has read");
        }
    }

    private static long measure(long done, long began) {
        System.gc();
        var used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                Locale.ROOT,
                "%6d files, %5.0f s, heap %.1f MB, resident %d MB, reading processes %s MB%n",
                done,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) / 1e3,
                used / (1024.0 * 1024),
                resident(ProcessHandle.current()),
                ProcessHandle.current()
                        .descendants()
                        .filter(child -> child.info().command().orElse("").endsWith("java"))
                        .map(ImportBenchmark::resident)
                        .toList());
        return used;
    }

    /// Megabytes, where the system tells; otherwise 0.
    private static long resident(ProcessHandle process) {
        try {
            var status =
                    RESIDENT.matcher(
                            Files.readString(Path.of("/proc/" + process.pid() + "/status")));
            return status.find() ? Long.parseLong(status.group(1)) / 1024 : 0;
        } catch (IOException _) {
            return 0;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a))
                    .forEach(file -> {
                        try {
                            Files.delete(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }
}
