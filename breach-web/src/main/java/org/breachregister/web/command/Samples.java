package org.breachregister.web.command;

import org.breachregister.core.database.Home;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/// The sample reports that come with the program, and the mark of a home that holds them.
final class Samples {

    private Samples() {}

    /// Whether a home holds the samples; a home that holds anything else must never get them.
    static boolean markedIn(Home home) {
        return Files.exists(home.directory().resolve("demo"));
    }

    /// Marks a home as holding samples, and puts the reports there for people to try things with.
    ///
    /// @return what to import
    static List<Path> unpackInto(Home home) {
        var folder = home.directory().resolve("samples");
        try {
            Files.createDirectories(folder.resolve("reports"));
            Files.writeString(
                    home.directory().resolve("demo"), "This home holds invented sample reports.\n");
            var resolver = new PathMatchingResourcePatternResolver(Samples.class.getClassLoader());
            for (var resource : resolver.getResources("classpath:samples/reports/*")) {
                try (var content = resource.getInputStream()) {
                    var name = Objects.requireNonNull(resource.getFilename());
                    Files.copy(
                            content,
                            folder.resolve("reports").resolve(name),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
            try (var content =
                    resolver.getResource("classpath:samples/history.jsonl").getInputStream()) {
                Files.copy(
                        content,
                        folder.resolve("history.jsonl"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(folder.resolve("reports"), folder.resolve("history.jsonl"));
    }
}
