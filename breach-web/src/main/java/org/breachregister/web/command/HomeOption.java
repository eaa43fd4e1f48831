package org.breachregister.web.command;

import org.breachregister.core.database.Home;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/// Where the data lives: `--home DIR`, else `BREACH_HOME`, else `./data`.
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where the data lives (default: BREACH_HOME, else ./data).")
    private @Nullable Path directory;

    Home home() {
        var given = directory;
        if (given != null) {
            return new Home(given);
        }
        var environment = System.getenv("BREACH_HOME");
        return new Home(
                Path.of(environment == null || environment.isBlank() ? "data" : environment));
    }
}
