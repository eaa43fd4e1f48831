package org.breachregister.web.command;

import org.breachregister.api.ReadingRepresentation;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.intake.ReportReader;
import org.breachregister.core.producer.Producers;

import picocli.CommandLine.Command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;

/// Loads what most commands load, so that the build can keep a cache of it.
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        var reader = new ReportReader(CodeOfPractice.load(), Producers.load(), Clock.systemUTC());
        for (var text :
                new String[] {
                    "Title and link to statistical output: Example\nDate of breach report: 1 May 2021\n",
                    "<p>Name of Producer Organisation</p><p>Ministry of Justice</p>",
                    "# Breach report\n\nName | Answer\n---|---\nDate of occurrence of breach | 1/5/2021\n"
                }) {
            var reading = reader.read(text.getBytes(StandardCharsets.UTF_8), "warm-up.txt");
            Json.line(ReadingRepresentation.of("warm-up.txt", reading));
            ReadingText.of(Path.of("warm-up.txt"), reading);
        }
        return 0;
    }
}
