package org.breachregister.web.command;

import org.breachregister.batch.edition.EditionVerifier;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Checks an edition offline.
@Command(
        name = "verify",
        description =
                "Checks an edition: its manifest, that every file is there and unchanged, that nothing was added.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The edition's directory.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path directory;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        List<String> findings = EditionVerifier.verify(directory);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(Map.of("sound", findings.isEmpty(), "findings", findings)));
        } else if (findings.isEmpty()) {
            out.println(
                    "The edition in %s is sound: every byte is as it was when it was compiled."
                            .formatted(directory));
        } else {
            out.println("The edition in %s is NOT sound:".formatted(directory));
            findings.forEach(finding -> out.println("  " + finding));
        }
        return findings.isEmpty() ? 0 : 1;
    }
}
