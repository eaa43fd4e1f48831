package org.breachregister.web.command;

import org.breachregister.batch.importing.ImportFailed;
import org.breachregister.batch.importing.ImportProgress;
import org.breachregister.batch.importing.ImportResult;
import org.breachregister.batch.importing.ImportSummary;
import org.breachregister.batch.importing.Importing;
import org.breachregister.core.intake.contained.ContainedReader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/// Takes reports into the casebook.
@Command(
        name = "import",
        description =
                "Takes reports into the casebook: files, folders of them, or .jsonl back catalogues.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private HomeOption where = new HomeOption();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
    private List<Path> paths = List.of();

    @Option(
            names = "--historic",
            description = "Also publish them as of their report date: they were public already.")
    private boolean historic;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try (var installation = Installation.open(where.home())) {
            var summary =
                    run(installation, paths, historic, new Progress(spec.commandLine().getErr()));
            if (historic) {
                installation.keeper().catchUp();
            }
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.text(members(summary)));
            } else {
                print(out, summary);
            }
            out.flush();
            return summary.read() + summary.heldBack() + summary.alreadyHeld() > 0 ? 0 : 1;
        }
    }

    static ImportSummary run(
            Installation installation, List<Path> paths, boolean historic, Progress progress) {
        try (var reader = new ContainedReader(installation.clock())) {
            return new Importing(
                            installation.database().dataSource(),
                            installation.code(),
                            installation.producers(),
                            reader,
                            installation.clock())
                    .run(
                            paths,
                            historic,
                            new ImportProgress() {
                                @Override
                                public void at(long done, long total) {
                                    progress.show("import", done, total);
                                }

                                @Override
                                public void waiting() {
                                    progress.say(
                                            "breach: another import is running in this home; waiting for its end");
                                }
                            });
        } catch (ImportFailed e) {
            throw new CommandFailed(e);
        } finally {
            progress.end();
        }
    }

    private static void print(PrintWriter out, ImportSummary summary) {
        for (var result : summary.results()) {
            switch (result) {
                case ImportResult.Read(var source, var breach, var doubts) -> {
                    out.println("%s  %s".formatted(breach, source));
                    doubts.forEach(doubt -> out.println("              look at: " + doubt));
                }
                case ImportResult.HeldBack(var source, var breach, var doubts) -> {
                    out.println(
                            "%s  %s (kept, and held back: not published)"
                                    .formatted(breach, source));
                    doubts.forEach(doubt -> out.println("              look at: " + doubt));
                }
                case ImportResult.AlreadyHeld(var source, var breach) ->
                        out.println("%s  %s (held already)".formatted(breach, source));
                case ImportResult.Refused(var source, var reason) ->
                        out.println("refused       %s: %s".formatted(source, reason));
            }
        }
        out.println(inWords(summary));
    }

    static String inWords(ImportSummary summary) {
        return String.format(
                Locale.ROOT,
                "%,d read (%,d to look at), %s%,d held already, %,d refused",
                summary.read(),
                summary.doubtful(),
                summary.heldBack() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "%,d kept and held back from publication, ",
                                summary.heldBack()),
                summary.alreadyHeld(),
                summary.refused());
    }

    private static Map<String, Object> members(ImportSummary summary) {
        var members = new LinkedHashMap<String, Object>();
        members.put("read", summary.read());
        members.put("doubtful", summary.doubtful());
        members.put("heldBack", summary.heldBack());
        members.put("alreadyHeld", summary.alreadyHeld());
        members.put("refused", summary.refused());
        members.put("results", summary.results().stream().map(ImportCommand::members).toList());
        return members;
    }

    private static Map<String, Object> members(ImportResult result) {
        var members = new LinkedHashMap<String, Object>();
        members.put("source", result.source());
        switch (result) {
            case ImportResult.Read(_, var breach, var doubts) -> {
                members.put("outcome", "read");
                members.put("breach", breach.value());
                members.put("doubts", doubts);
            }
            case ImportResult.HeldBack(_, var breach, var doubts) -> {
                members.put("outcome", "held-back");
                members.put("breach", breach.value());
                members.put("doubts", doubts);
            }
            case ImportResult.AlreadyHeld(_, var breach) -> {
                members.put("outcome", "held-already");
                members.put("breach", breach.value());
            }
            case ImportResult.Refused(_, var reason) -> {
                members.put("outcome", "refused");
                members.put("reason", reason);
            }
        }
        return members;
    }
}
