package org.breachregister.web.command;

import org.breachregister.core.backup.Backup;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

/// Writes a backup, while the server runs or not.
@Command(
        name = "backup",
        description =
                "Writes everything that cannot be made anew into one file; the server may run meanwhile.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private HomeOption where = new HomeOption();

    @Parameters(paramLabel = "FILE", description = "The file to write; there must be none yet.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        var progress = new Progress(spec.commandLine().getErr());
        try (var installation = Installation.open(where.home())) {
            var manifest =
                    new Backup(installation.database(), installation.home(), progress::show)
                            .write(file);
            progress.end();
            for (var edition : manifest.missing()) {
                progress.say(
                        "The files of edition %s are not in this home, and not in the backup."
                                .formatted(edition));
            }
            spec.commandLine()
                    .getOut()
                    .println(
                            json
                                    ? Json.text(manifest)
                                    : String.format(
                                            Locale.ROOT,
                                            "%s holds the register as of %s: %,d rows, %,d files, the log up to position %,d.",
                                            file,
                                            manifest.createdAt(),
                                            manifest.rows(),
                                            manifest.files().size(),
                                            manifest.logPosition()));
        }
        return 0;
    }
}
