package org.breachregister.web.command;

import org.breachregister.core.intake.ReportEvaluation;
import org.breachregister.core.intake.contained.ContainedReader;
import org.breachregister.core.intake.contained.Limits;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Measures the product against labelled examples.
@Command(
        name = "evaluate",
        description = "Measures how well reports are read, against labelled examples.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = EvaluateCommand.Reports.class)
final class EvaluateCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to evaluate: reports.");
    }

    /// Compares readings with a folder's `expected.jsonl`.
    @Command(
            name = "reports",
            description =
                    "Reads DIR's files, compares with DIR's expected.jsonl and prints the accuracy field by field. Fails when a figure is below its bar.",
            mixinStandardHelpOptions = true)
    static final class Reports implements Callable<Integer> {

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Parameters(paramLabel = "DIR", description = "A folder of reports with an expected.jsonl.")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private Path directory;

        @Option(names = "--misses", description = "Also print every difference.")
        private boolean misses;

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Override
        public Integer call() {
            if (!Files.isRegularFile(directory.resolve("expected.jsonl"))) {
                throw new UsageProblem("There is no expected.jsonl in %s".formatted(directory));
            }
            var evaluation = evaluate();
            var reached = evaluation.bars().stream().allMatch(ReportEvaluation.Bar::isReached);
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.text(members(evaluation)));
            } else {
                out.print(evaluation.table());
                if (misses || !reached) {
                    evaluation.misses().forEach(out::println);
                }
            }
            out.flush();
            return reached ? 0 : 1;
        }

        private ReportEvaluation evaluate() {
            try (var reader = new ContainedReader(1, Clock.systemDefaultZone(), Limits.USUAL)) {
                return ReportEvaluation.of(directory, reader);
            } catch (UncheckedIOException | IllegalArgumentException e) {
                throw new CommandFailed(e);
            }
        }

        private static Map<String, Object> members(ReportEvaluation evaluation) {
            var members = new LinkedHashMap<String, Object>();
            members.put("files", evaluation.files());
            members.put("fields", rows(evaluation.rows()));
            members.put("bars", evaluation.bars());
            members.put("misses", evaluation.misses());
            return members;
        }

        private static List<Map<String, Object>> rows(List<ReportEvaluation.Row> rows) {
            var list = new ArrayList<Map<String, Object>>();
            for (var row : rows) {
                var members = new LinkedHashMap<String, Object>();
                members.put("field", row.field());
                members.put("right", row.right());
                members.put("expected", row.expected());
                members.put("given", row.given());
                members.put("precision", row.precision());
                members.put("recall", row.recall());
                members.put("f1", row.f1());
                list.add(members);
            }
            return list;
        }
    }
}
