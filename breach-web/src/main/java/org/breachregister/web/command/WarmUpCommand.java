package org.breachregister.web.command;

import org.breachregister.api.ReadingRepresentation;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.database.Home;
import org.breachregister.core.intake.ReportReader;
import org.breachregister.core.producer.Producers;
import org.breachregister.search.BreachQuery;
import org.springframework.util.FileSystemUtils;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;

/// Loads what most commands load, so that the build can keep a cache of it.
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        read();
        var directory = Files.createTempDirectory("breach-warm-up");
        try (var installation = Installation.open(new Home(directory));
                var search = installation.search()) {
            installation.keeper().catchUp();
            Json.text(SearchCommand.answers(installation, search).answer(BreachQuery.ALL));
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
        return 0;
    }

    private static void read() {
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
    }
}
