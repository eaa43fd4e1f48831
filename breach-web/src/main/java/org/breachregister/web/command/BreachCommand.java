package org.breachregister.web.command;

import org.breachregister.core.backup.BackupFailed;
import org.breachregister.core.database.DatabaseUnavailable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/// The command line as a whole. Every command exits with 0 for success, 1 for a failure that it
/// explained and 2 for wrong usage.
@Command(
        name = "breach",
        description =
                "Takes in reports of breaches of the Code of Practice for Statistics and publishes the register.",
        mixinStandardHelpOptions = true,
        versionProvider = BreachCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ReadCommand.class,
            ImportCommand.class,
            OriginalCommand.class,
            RegisterCommand.class,
            VerifyCommand.class,
            SearchCommand.class,
            ExportCommand.class,
            ReindexCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            EvaluateCommand.class,
            UserCommand.class,
            WarmUpCommand.class
        })
public final class BreachCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private BreachCommand() {}

    /// Runs the command that the arguments name.
    ///
    /// @return the exit code
    public static int run(String... arguments) {
        return new CommandLine(new BreachCommand())
                .setOut(new PrintWriter(System.out, true))
                .setErr(new PrintWriter(System.err, true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(BreachCommand::explain)
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what to do: a command is missing.");
    }

    private static int explain(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        return switch (failure) {
            case UsageProblem problem -> {
                command.getErr().println("breach: " + problem.getMessage());
                yield CommandLine.ExitCode.USAGE;
            }
            case CommandFailed failed -> {
                command.getErr().println("breach: " + failed.getMessage());
                yield CommandLine.ExitCode.SOFTWARE;
            }
            case DatabaseUnavailable unavailable -> {
                command.getErr().println("breach: " + unavailable.getMessage());
                yield CommandLine.ExitCode.SOFTWARE;
            }
            case BackupFailed failed -> {
                command.getErr().println("breach: " + failed.getMessage());
                yield CommandLine.ExitCode.SOFTWARE;
            }
            case UncheckedIOException files -> {
                command.getErr().println("breach: " + files.getMessage());
                yield CommandLine.ExitCode.SOFTWARE;
            }
            default -> {
                command.getErr()
                        .println(
                                "breach: this should not have happened; please report it with these words:");
                failure.printStackTrace(command.getErr());
                yield CommandLine.ExitCode.SOFTWARE;
            }
        };
    }

    /// The version that the build wrote into the program's manifest.
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return Stream.ofNullable(BreachCommand.class.getPackage().getImplementationVersion())
                    .map("breach "::concat)
                    .toArray(String[]::new);
        }
    }
}
