package org.breachregister.web.command;

import org.breachregister.core.backup.Restore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

/// Puts a backup back into an empty home.
@Command(
        name = "restore",
        description = "Puts a backup back into a home that holds nothing, and checks it.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private HomeOption where = new HomeOption();

    @Parameters(paramLabel = "FILE", description = "The backup.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        var home = where.home();
        var progress = new Progress(spec.commandLine().getErr());
        var manifest = new Restore(home, Installation::fresh, progress::show).from(file);
        progress.end();
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? Json.text(manifest)
                                : String.format(
                                        Locale.ROOT,
                                        "%s holds the register as of %s again: %,d rows, %,d files; the log was computed anew up to position %,d and is sound.",
                                        home.directory(),
                                        manifest.createdAt(),
                                        manifest.rows(),
                                        manifest.files().size(),
                                        manifest.logPosition()));
        return 0;
    }
}
