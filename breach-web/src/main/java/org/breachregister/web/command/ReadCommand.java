package org.breachregister.web.command;

import org.breachregister.api.ReadingRepresentation;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.intake.Reading;
import org.breachregister.core.intake.ReportReader;
import org.breachregister.core.producer.Producers;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;

/// Reads reports and prints what was understood; needs no database and stores nothing.
@Command(
        name = "read",
        description = "Reads reports and prints what it understood, with evidence; stores nothing.",
        mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Reports as text, Markdown or HTML.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Print one JSON object per file.")
    private boolean json;

    @Override
    public Integer call() {
        var code = CodeOfPractice.load();
        var reader = new ReportReader(code, Producers.load(), Clock.systemUTC());
        var out = spec.commandLine().getOut();
        var reports = 0;
        for (var file : files) {
            var reading = read(reader, file);
            if (reading instanceof Reading.Report) {
                reports++;
            }
            out.println(
                    json
                            ? Json.line(ReadingRepresentation.of(file.toString(), reading))
                            : ReadingText.of(file, reading));
        }
        out.flush();
        return reports > 0 ? 0 : 1;
    }

    static Reading read(ReportReader reader, Path file) {
        try {
            if (Files.isDirectory(file)) {
                return new Reading.Unreadable("It is a directory; name the files in it.");
            }
            var size = Files.size(file);
            if (size > ReportReader.MOST_BYTES) {
                return new Reading.Unreadable(
                        "It is %,d MB large; a breach report is at most 20 MB."
                                .formatted(size / 1024 / 1024));
            }
            return reader.read(Files.readAllBytes(file), file.getFileName().toString());
        } catch (NoSuchFileException _) {
            return new Reading.Unreadable("There is no such file.");
        } catch (IOException e) {
            return new Reading.Unreadable("It cannot be opened: " + e.getMessage());
        }
    }
}
