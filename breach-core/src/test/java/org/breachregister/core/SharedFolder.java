package org.breachregister.core;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of labelled reports that may lie beside the checkout; a lone clone has none.
public final class SharedFolder {

    private static final Path FOLDER = Path.of("..", "..", "shared").toAbsolutePath().normalize();

    private SharedFolder() {}

    /// A file or folder in it. Where it is missing, the test is skipped, saying so on the console.
    public static Path get(String path) {
        var wanted = FOLDER.resolve(path);
        if (!Files.exists(wanted)) {
            System.out.println("SKIPPED: the labelled reports are not here, looked for " + wanted);
        }
        assumeThat(wanted).as("labelled reports beside the checkout").exists();
        return wanted;
    }
}
