package org.breachregister.web.command;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.intake.ReportEvaluation;
import org.breachregister.core.intake.ReportReader;
import org.breachregister.core.producer.Producers;

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
import java.util.Locale;
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
                    "Reads DIR's files, compares with DIR's expected.jsonl and prints the accuracy field by field.",
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

        @Option(names = "--bars", description = "Exit with 1 where a field is below its bar.")
        private boolean bars;

        @Option(
                names = "--lower",
                paramLabel = "POINTS",
                description = "Lower the bars by so many points of a hundred.")
        private int lower;

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Override
        public Integer call() {
            if (!Files.isRegularFile(directory.resolve("expected.jsonl"))) {
                throw new UsageProblem("There is no expected.jsonl in %s".formatted(directory));
            }
            var reader =
                    new ReportReader(CodeOfPractice.load(), Producers.load(), Clock.systemUTC());
            var evaluation = evaluate(reader);
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.text(members(evaluation)));
                out.flush();
                return exit(evaluation);
            }
            out.printf(
                    Locale.ROOT,
                    "%d of %d files are in a format that is read%s%n%n",
                    evaluation.read(),
                    evaluation.files(),
                    evaluation.notRead().isEmpty() ? "" : "; not read: " + evaluation.notRead());
            table("Formats that are read", evaluation.rows());
            if (!evaluation.notRead().isEmpty()) {
                table("All files", evaluation.over());
            }
            out.println("Bars");
            ReportEvaluation.table(evaluation.bars(lower))
                    .lines()
                    .forEach(line -> out.println("  " + line));
            if (misses) {
                out.println();
                evaluation.misses().forEach(out::println);
            }
            out.flush();
            return exit(evaluation);
        }

        private int exit(ReportEvaluation evaluation) {
            return !bars
                            || evaluation.bars(lower).stream()
                                    .allMatch(ReportEvaluation.Bar::isReached)
                    ? 0
                    : 1;
        }

        private ReportEvaluation evaluate(ReportReader reader) {
            try {
                return ReportEvaluation.of(directory, reader);
            } catch (UncheckedIOException | IllegalArgumentException e) {
                throw new CommandFailed(e);
            }
        }

        private void table(String title, List<ReportEvaluation.Row> rows) {
            var out = spec.commandLine().getOut();
            out.printf(
                    Locale.ROOT,
                    "%s%n  %-20s %8s %8s %8s %10s %8s %8s%n",
                    title,
                    "field",
                    "right",
                    "expected",
                    "given",
                    "precision",
                    "recall",
                    "F1");
            rows.forEach(row ->
                    out.printf(
                            Locale.ROOT,
                            "  %-20s %8d %8d %8d %10.3f %8.3f %8.3f%n",
                            row.field(),
                            row.right(),
                            row.expected(),
                            row.given(),
                            row.precision(),
                            row.recall(),
                            row.f1()));
            out.println();
        }

        private Map<String, Object> members(ReportEvaluation evaluation) {
            var members = new LinkedHashMap<String, Object>();
            members.put("files", evaluation.files());
            members.put("read", evaluation.read());
            members.put("notRead", evaluation.notRead());
            members.put("formatsRead", rows(evaluation.rows()));
            members.put("all", rows(evaluation.over()));
            members.put("bars", evaluation.bars(lower).stream().map(Reports::members).toList());
            members.put("misses", evaluation.misses());
            return members;
        }

        private static Map<String, Object> members(ReportEvaluation.Bar bar) {
            var members = new LinkedHashMap<String, Object>();
            members.put("field", bar.field());
            members.put("measure", bar.measure());
            members.put("bar", bar.least());
            if (!Double.isNaN(bar.reached())) {
                members.put("reached", bar.reached());
            }
            members.put("isReached", bar.isReached());
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
