package org.breachregister.web.command;

import org.breachregister.batch.edition.DateBasis;
import org.breachregister.batch.edition.EditionCompiler;
import org.breachregister.batch.edition.EditionRequest;
import org.breachregister.batch.edition.EditionResult;
import org.breachregister.batch.edition.Period;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Callable;

/// Compiles a register edition.
@Command(
        name = "register",
        description =
                "Compiles a register edition: spreadsheet, CSV, JSON and a manifest of checksums.",
        mixinStandardHelpOptions = true,
        footer = {"", Period.FORMS})
final class RegisterCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private HomeOption where = new HomeOption();

    @Parameters(paramLabel = "PERIOD", description = "The period, in one of the forms below.")
    private String period = "";

    @Option(
            names = "--basis",
            description =
                    "The day that decides: reported, occurred or published (default: ${DEFAULT-VALUE}).")
    private String basis = "reported";

    @Option(
            names = "--as-at",
            paramLabel = "INSTANT",
            description =
                    "Show the register as it was then, as 2026-01-31T09:30:00Z (default: its last change).")
    private @Nullable String asAt;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to put it (default: editions in the home).")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        var home = where.home();
        var directory = out;
        var request = request(directory == null ? home.editions() : directory);
        var progress = new Progress(spec.commandLine().getErr());
        try (var installation = Installation.open(home)) {
            var result = compile(installation, request, progress);
            progress.end();
            spec.commandLine()
                    .getOut()
                    .println(json ? Json.text(members(result)) : result.inWords());
        }
        return 0;
    }

    static EditionResult compile(
            Installation installation, EditionRequest request, Progress progress) {
        try {
            return new EditionCompiler(
                            installation.database().dataSource(),
                            installation.code(),
                            installation.producers(),
                            installation.clock())
                    .compile(request, progress::show);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(e);
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new CommandFailed(e);
        }
    }

    private EditionRequest request(Path directory) {
        try {
            return new EditionRequest(
                    Period.parse(period), DateBasis.parse(basis), moment(), directory);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(e);
        }
    }

    private @Nullable Instant moment() {
        var given = asAt;
        if (given == null) {
            return null;
        }
        try {
            return Instant.parse(given);
        } catch (DateTimeException _) {
            throw new UsageProblem(
                    "--as-at '%s' is not a moment; write it as 2026-01-31T09:30:00Z"
                            .formatted(given));
        }
    }

    private static LinkedHashMap<String, Object> members(EditionResult result) {
        var members = new LinkedHashMap<String, Object>();
        members.put("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
        members.put("directory", result.directory().toString());
        members.put("version", result.version());
        members.put("asAt", result.asAt().toString());
        members.put("breaches", result.breaches());
        members.put("practices", result.practices());
        members.put("undated", result.undated());
        return members;
    }
}
