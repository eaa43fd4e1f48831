package org.breachregister.web.command;

import org.breachregister.api.RegisterRows;
import org.breachregister.api.search.RepeatLookup;
import org.breachregister.api.search.SearchAnswers;
import org.breachregister.core.publication.PublishedBreach;
import org.breachregister.search.BreachQuery;
import org.breachregister.search.BreachResults;
import org.breachregister.search.BreachSearch;
import org.breachregister.search.Facet;
import org.breachregister.search.pattern.RepeatBreaches;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// Searches the published breaches and prints hits and counts.
@Command(
        name = "search",
        description = "Searches the published breaches, with counts.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./breach search leaked --principle T3",
            "  ./breach search \"press office\" --producer \"Ministry of Justice\" --from 2015-01-01"
        })
final class SearchCommand implements Callable<Integer> {

    private static final int COUNTS_SHOWN = 5;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private HomeOption where = new HomeOption();

    @Parameters(
            arity = "0..*",
            paramLabel = "QUERY",
            description = "Words, \"a phrase\", -not, prefix*.")
    private List<String> words = List.of();

    @Option(
            names = "--principle",
            description = "Of any edition: T3, \"Protocol 2\", \"Standard 3\".")
    private List<String> principles = new ArrayList<>();

    @Option(names = "--practice", description = "Of any edition: T3.4, \"Protocol 2.8\", 3.4.")
    private List<String> practices = new ArrayList<>();

    @Option(
            names = "--producer",
            description = "Name, abbreviation or id; predecessors and successors are included.")
    private List<String> producers = new ArrayList<>();

    @Option(names = "--output", description = "Title of an output series.")
    private List<String> outputs = new ArrayList<>();

    @Option(names = "--kind", description = "Kind of breach.")
    private List<String> kinds = new ArrayList<>();

    @Option(names = "--year", description = "Year of occurrence.")
    private List<String> years = new ArrayList<>();

    @Option(names = "--from", description = "First day of occurrence, as 2016-09-30.")
    private @Nullable String from;

    @Option(names = "--to", description = "Last day of occurrence.")
    private @Nullable String to;

    @Option(
            names = "--sort",
            description = "relevance, newest, oldest or producer (default: ${DEFAULT-VALUE}).")
    private BreachQuery.Sort sort = BreachQuery.Sort.RELEVANCE;

    @Option(names = "--page", description = "Page, from 1 (default: ${DEFAULT-VALUE}).")
    private int page = 1;

    @Option(
            names = "--size",
            description = "Breaches a page, 1 to 100 (default: ${DEFAULT-VALUE}).")
    private int size = 20;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        var query = query();
        try (var installation = Installation.open(where.home());
                var search = installation.search()) {
            var progress = installation.keeper().catchUp();
            if (!progress.inStep()) {
                spec.commandLine()
                        .getErr()
                        .println(
                                "breach: another process keeps the index and is behind; the newest breaches may be missing");
            }
            if (json) {
                spec.commandLine()
                        .getOut()
                        .println(Json.text(answers(installation, search).answer(query)));
            } else {
                print(search.find(query));
            }
        }
        return 0;
    }

    private BreachQuery query() {
        var filters = new EnumMap<Facet, List<String>>(Facet.class);
        filters.putAll(
                Map.of(
                        Facet.PRINCIPLE, principles,
                        Facet.PRACTICE, practices,
                        Facet.PRODUCER, producers,
                        Facet.OUTPUT, outputs,
                        Facet.YEAR, years,
                        Facet.KIND, kinds));
        try {
            return new BreachQuery(
                    String.join(" ", words),
                    filters,
                    Days.parse("--from", from),
                    Days.parse("--to", to),
                    sort,
                    page,
                    size);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(e);
        }
    }

    static SearchAnswers answers(Installation installation, BreachSearch search) {
        var code = installation.code();
        var repeats = new RepeatLookup(search, new RepeatBreaches(code, installation.producers()));
        return new SearchAnswers(search, new RegisterRows(code), repeats);
    }

    private void print(BreachResults results) {
        var out = spec.commandLine().getOut();
        var pages = Math.max(1, (results.total() + size - 1) / size);
        out.printf(
                Locale.ROOT,
                "%,d %s, page %d of %d%n%n",
                results.total(),
                results.total() == 1 ? "breach" : "breaches",
                page,
                pages);
        results.hits().forEach(hit -> hit(out, hit));
        results.counts().forEach((facet, counts) -> counts(out, facet, counts));
        out.flush();
    }

    private static void hit(PrintWriter out, BreachResults.Hit hit) {
        PublishedBreach breach = hit.breach();
        var record = breach.record();
        LocalDate day = record.occurredFrom() != null ? record.occurredFrom() : record.reportedOn();
        out.printf(
                Locale.ROOT,
                "%s  %s  %s%n    %s%n    %s%n",
                breach.id(),
                day == null ? "no date   " : day,
                record.producers().stream()
                        .map(producer -> producer.display())
                        .collect(Collectors.joining("; ")),
                record.output() == null ? "(no output named)" : record.output(),
                record.references().stream()
                        .map(reference ->
                                reference.element() == null
                                        ? reference.asReported()
                                        : reference.element().toString())
                        .collect(Collectors.joining("; ")));
        hit.highlights().stream()
                .limit(2)
                .forEach(passage ->
                        out.println(
                                "    … "
                                        + passage.pieces().stream()
                                                .map(piece ->
                                                        piece.marked()
                                                                ? "[" + piece.text() + "]"
                                                                : piece.text())
                                                .collect(Collectors.joining())
                                                .strip()
                                                .replaceAll("\\s+", " ")));
        out.println();
    }

    private static void counts(PrintWriter out, Facet facet, List<BreachResults.Count> counts) {
        if (counts.isEmpty()) {
            return;
        }
        var shown =
                counts.stream()
                        .limit(COUNTS_SHOWN)
                        .map(count -> "%s (%d)".formatted(count.label(), count.count()))
                        .collect(Collectors.joining(", "));
        out.println(
                "by %s: %s%s"
                        .formatted(
                                facet.key(),
                                shown,
                                counts.size() > COUNTS_SHOWN
                                        ? ", and %d more".formatted(counts.size() - COUNTS_SHOWN)
                                        : ""));
    }
}
