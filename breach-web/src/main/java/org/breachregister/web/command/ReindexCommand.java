package org.breachregister.web.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.Locale;
import java.util.concurrent.Callable;

/// Rebuilds the search index from the register log; searches are answered all the while.
@Command(
        name = "reindex",
        description = "Rebuilds the search index from the register log, without a gap in service.",
        mixinStandardHelpOptions = true)
final class ReindexCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private HomeOption where = new HomeOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try (var installation = Installation.open(where.home())) {
            var progress = installation.keeper().rebuild();
            spec.commandLine()
                    .getOut()
                    .println(
                            json
                                    ? Json.text(progress)
                                    : String.format(
                                            Locale.ROOT,
                                            "The index was rebuilt: %,d in it, up to position %,d of the register log.",
                                            progress.breaches(),
                                            progress.position()));
        }
        return 0;
    }
}
