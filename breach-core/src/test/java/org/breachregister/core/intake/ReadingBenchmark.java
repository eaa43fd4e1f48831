package org.breachregister.core.intake;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.intake.contained.ContainedReader;
import org.breachregister.core.intake.contained.Limits;
import org.breachregister.core.producer.Producers;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// How many files a second are read, format by format, beside the bare extraction of text by the
/// same library in the same run: `mvn -Pbenchmark-reading -pl breach-core process-test-classes`.
/// Contestants take turns, so that what else the machine does falls on all of them.
final class ReadingBenchmark {

    private static final int THREADS = 2;
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 7);
    private static final Duration WARM_UP =
            Duration.ofMillis(Integer.getInteger("benchmark.warmUpMillis", 3_000));
    private static final Duration ROUND =
            Duration.ofMillis(Integer.getInteger("benchmark.roundMillis", 1_000));
    private static final double LEAST_RATIO = 0.5;
    private static final double LEAST_SHARE_OF_WORDS = 0.98;

    /// What stands around the report on a page is left out on purpose.
    private static final double LEAST_SHARE_OF_A_PAGE = 0.75;

    private static final Labels LABELS = Labels.load();

    /// Reads one document and says how much it read, so that no work can be left out.
    private interface Contestant {
        int read(byte[] content) throws Exception;
    }

    private record Measured(double median, double least, double most) {}

    private ReadingBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var samples = samples(Path.of(arguments[0]));
        var code = CodeOfPractice.load();
        var producers = Producers.load();
        var clock = Clock.systemUTC();
        var whole = new ReportReader(code, producers, clock);
        printMachine();
        System.out.printf(
                Locale.ROOT,
                "%-5s %5s | %20s | %20s | %20s | %20s | %9s %8s%n",
                "",
                "files",
                "peer, files/s",
                "structure, files/s",
                "report, files/s",
                "contained, files/s",
                "structure",
                "report");
        var slow = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(THREADS);
                var contained = new ContainedReader(THREADS, clock, Limits.USUAL)) {
            for (var format : samples.entrySet()) {
                var peer = BarePeer.of(format.getKey());
                var contestants = new ArrayList<Contestant>();
                if (peer != null) {
                    for (var content : format.getValue()) {
                        // POI repeats a link's target between such marks.
                        var words = peer.text(content).replaceAll("\\(\u200B[^)]*\\)", "");
                        checkSameWords(format.getKey(), words, content);
                    }
                    contestants.add(content -> peer.text(content).length());
                }
                contestants.add(content -> DocumentLines.of(content, LABELS).lines().size());
                contestants.add(content -> length(whole.read(content, "report")));
                contestants.add(content -> length(contained.read(content, "report")));
                var figures = compete(threads, contestants, format.getValue());
                var bare = peer == null ? null : figures.removeFirst();
                System.out.printf(
                        Locale.ROOT,
                        "%-5s %5d | %20s | %20s | %20s | %20s | %9s %8s%n",
                        format.getKey(),
                        format.getValue().size(),
                        bare == null ? "none" : shown(bare),
                        shown(figures.get(0)),
                        shown(figures.get(1)),
                        shown(figures.get(2)),
                        bare == null ? "" : ratio(figures.get(0), bare),
                        bare == null ? "" : ratio(figures.get(1), bare));
                if (bare != null && figures.get(0).median() / bare.median() < LEAST_RATIO) {
                    slow.add(format.getKey());
                }
            }
        }
        System.out.println("Medians, with the least and the most of the rounds in brackets.");
        if (!slow.isEmpty()) {
            System.out.println("Structure below " + LEAST_RATIO + " of the peer: " + slow);
            System.exit(1);
        }
    }

    private static void printMachine() {
        var runtime = Runtime.getRuntime();
        var system = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                Locale.ROOT,
                "Java %s, %s, heap of %d MB at most, %d cores, load %.1f, %d threads, %d rounds of %d ms%n",
                Runtime.version(),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(collector -> collector.getName())
                        .collect(Collectors.joining(" and ")),
                runtime.maxMemory() / (1024 * 1024),
                runtime.availableProcessors(),
                system.getSystemLoadAverage(),
                THREADS,
                ROUNDS,
                ROUND.toMillis());
    }

    private static TreeMap<String, List<byte[]>> samples(Path folder) throws IOException {
        var samples = new TreeMap<String, List<byte[]>>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                samples.computeIfAbsent(
                                name.substring(name.lastIndexOf('.') + 1), _ -> new ArrayList<>())
                        .add(Files.readAllBytes(file));
            }
        }
        return samples;
    }

    /// Speed counts for nothing if words are lost.
    private static void checkSameWords(String format, String bare, byte[] content) {
        var ours = new HashMap<String, Integer>();
        for (var line : DocumentLines.of(content, LABELS).lines()) {
            words(line.text()).forEach(word -> ours.merge(word, 1, Integer::sum));
        }
        var peers = words(bare);
        var missing = new ArrayList<String>();
        for (var word : peers) {
            if (ours.merge(word, -1, Integer::sum) < 0) {
                missing.add(word);
            }
        }
        var least = format.equals("html") ? LEAST_SHARE_OF_A_PAGE : LEAST_SHARE_OF_WORDS;
        if (peers.isEmpty() || missing.size() > (1 - least) * peers.size()) {
            throw new IllegalStateException(
                    "Of the %d words in a document of format %s, these were not read: %s"
                            .formatted(peers.size(), format, missing));
        }
    }

    private static List<String> words(String text) {
        return text.toLowerCase(Locale.ROOT)
                .codePoints()
                .mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : " ")
                .collect(Collectors.joining())
                .transform(letters -> List.of(letters.strip().split(" +")));
    }

    private static int length(Reading reading) {
        return switch (reading) {
            case Reading.Report(_, var text, _) -> text.length();
            case Reading.NotAReport(var reason) -> throw new IllegalStateException(reason);
            case Reading.Unreadable(var reason) -> throw new IllegalStateException(reason);
        };
    }

    private static List<Measured> compete(
            ExecutorService threads, List<Contestant> contestants, List<byte[]> documents)
            throws Exception {
        for (var contestant : contestants) {
            filesPerSecond(threads, contestant, documents, WARM_UP);
        }
        var rates = new ArrayList<List<Double>>();
        contestants.forEach(_ -> rates.add(new ArrayList<>()));
        for (var round = 0; round < ROUNDS; round++) {
            for (var i = 0; i < contestants.size(); i++) {
                rates.get(i).add(filesPerSecond(threads, contestants.get(i), documents, ROUND));
            }
        }
        return rates.stream()
                .map(all -> {
                    var sorted = all.stream().sorted().toList();
                    return new Measured(
                            sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static double filesPerSecond(
            ExecutorService threads, Contestant contestant, List<byte[]> documents, Duration time)
            throws Exception {
        var done = new LongAdder();
        var characters = new LongAdder();
        var began = System.nanoTime();
        Callable<Void> work =
                () -> {
                    while (System.nanoTime() - began < time.toNanos()) {
                        for (var document : documents) {
                            characters.add(contestant.read(document));
                            done.increment();
                        }
                    }
                    return null;
                };
        var running = new ArrayList<Future<Void>>();
        for (var i = 0; i < THREADS; i++) {
            running.add(threads.submit(work));
        }
        for (var one : running) {
            one.get();
        }
        if (characters.sum() == 0) {
            throw new IllegalStateException("Nothing was read");
        }
        return done.sum() * 1e9 / (System.nanoTime() - began);
    }

    private static String shown(Measured rate) {
        return String.format(
                Locale.ROOT, "%.0f (%.0f-%.0f)", rate.median(), rate.least(), rate.most());
    }

    private static String ratio(Measured ours, Measured peer) {
        return String.format(Locale.ROOT, "%.2f", ours.median() / peer.median());
    }
}
