package org.breachregister.batch.importing;

import org.breachregister.core.database.Database;
import org.breachregister.core.database.Home;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// An import as a program of its own, which can be killed.
final class ImportProgram {

    private ImportProgram() {}

    public static void main(String[] arguments) {
        try (var database = Database.open(Home.at(Path.of(arguments[0])))) {
            new Importing(database.dataSource(), new PlainIntake(), Clock.systemUTC())
                    .run(
                            List.of(Path.of(arguments[1])),
                            true,
                            (done, _) -> System.out.println(done));
        }
    }
}
