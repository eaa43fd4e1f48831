package org.breachregister.web.command;

import org.breachregister.api.ReadingRepresentation;
import org.breachregister.core.intake.DocumentReader;
import org.breachregister.core.intake.Reading;
import org.breachregister.core.intake.contained.ContainedReader;
import org.breachregister.core.intake.contained.Limits;
import org.breachregister.core.report.EventsSeen;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reads reports and prints what was understood; needs no database and stores nothing.
@Command(
        name = "read",
        description = "Reads reports and prints what it understood, with evidence; stores nothing.",
        mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {

    private static final List<String> NO_REPORTS = List.of(".jsonl", ".tsv", ".csv", ".json");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "Reports, and folders of them: Word, OpenDocument, PDF, rich text, e-mail, web pages, Markdown, text.")
    private List<Path> paths = List.of();

    @Option(names = "--json", description = "Print one JSON object per file.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        var files = new ArrayList<Path>();
        paths.forEach(path -> collect(path, files));
        var processes =
                Math.clamp(
                        files.size(), 1, Math.min(4, Runtime.getRuntime().availableProcessors()));
        var progress = new Progress(spec.commandLine().getErr());
        var reports = 0;
        var seen = new EventsSeen();
        try (var reader = new ContainedReader(processes, Clock.systemDefaultZone(), Limits.USUAL);
                var readers = Executors.newFixedThreadPool(processes)) {
            var ahead = new ArrayDeque<Future<Reading>>();
            var next = 0;
            for (var done = 0; done < files.size(); done++) {
                while (next < files.size() && ahead.size() < 2 * processes) {
                    var file = files.get(next++);
                    ahead.add(readers.submit(() -> read(reader, file)));
                }
                var reading = ahead.remove().get();
                if (reading instanceof Reading.Report) {
                    reports++;
                }
                if (files.size() > 1) {
                    progress.show("read", done + 1L, files.size());
                }
                print(files.get(done), reading, seen);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A reader promised to fail on nothing", e);
        } finally {
            progress.end();
            spec.commandLine().getOut().flush();
        }
        return reports > 0 ? 0 : 1;
    }

    private void print(Path file, Reading reading, EventsSeen seen) {
        var again =
                reading instanceof Reading.Report(var report, _, _)
                        ? seen.add(file.toString(), report)
                        : Optional.<EventsSeen.Again>empty();
        var out = spec.commandLine().getOut();
        if (json) {
            var object = ReadingRepresentation.of(file.toString(), reading);
            out.println(
                    Json.line(
                            reading instanceof Reading.Report
                                    ? ReadingRepresentation.withCopy(object, again.orElse(null))
                                    : object));
        } else {
            out.println(ReadingText.of(file, reading, again.orElse(null)));
        }
    }

    /// A path that was named is always read; in a folder, what cannot be a report is left out.
    private void collect(Path path, List<Path> files) {
        if (!Files.isDirectory(path)) {
            files.add(path);
            return;
        }
        try (var tree = Files.walk(path)) {
            tree.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(path.relativize(file)))
                    .sorted()
                    .forEach(file -> {
                        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                        if (NO_REPORTS.stream().anyMatch(name::endsWith)) {
                            spec.commandLine().getErr().println("breach: left out " + file);
                        } else {
                            files.add(file);
                        }
                    });
        } catch (IOException e) {
            throw new CommandFailed(new UncheckedIOException(e));
        } catch (UncheckedIOException e) {
            throw new CommandFailed(e);
        }
    }

    private static boolean isHidden(Path file) {
        for (var part : file) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    static Reading read(DocumentReader reader, Path file) {
        try {
            var size = Files.size(file);
            if (size > ContainedReader.MOST_BYTES) {
                return new Reading.Unreadable(
                        String.format(
                                Locale.ROOT,
                                "%s: It is %,d MB large; a breach report is at most %,d MB. Send the report without attachments",
                                file.getFileName(),
                                size >> 20,
                                ContainedReader.MOST_BYTES >> 20));
            }
            return reader.read(Files.readAllBytes(file), String.valueOf(file.getFileName()));
        } catch (NoSuchFileException _) {
            return new Reading.Unreadable("There is no such file.");
        } catch (IOException e) {
            return new Reading.Unreadable("It cannot be opened: " + e.getMessage());
        }
    }
}
