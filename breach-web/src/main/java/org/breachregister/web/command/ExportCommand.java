package org.breachregister.web.command;

import org.breachregister.batch.export.ExportFormat;
import org.breachregister.batch.export.OwnRecords;
import org.breachregister.batch.export.RecordExport;
import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.producer.Producer;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.Producers;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// Writes a producer's own records, with the history of each.
@Command(
        name = "export",
        description = "Writes a producer's own records, with the history of each, unredacted.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private HomeOption where = new HomeOption();

    @Option(
            names = "--producer",
            paramLabel = "NAME",
            required = true,
            description = "The producer: its name, a former name, a short form or its identifier.")
    private String producer = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "xlsx, ods, csv or json (default: ${DEFAULT-VALUE}).")
    private String format = "xlsx";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to put the file, or the two files of CSV (default: here).")
    private Path out = Path.of("");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        var kind = format();
        var folder = out.toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            throw new UsageProblem("--out '%s' is not a directory".formatted(out));
        }
        try (var installation = Installation.open(where.home())) {
            var body = body(installation.producers());
            var cases =
                    new Cases(
                            installation.database().dataSource(),
                            installation.code(),
                            installation.producers());
            var own = OwnRecords.of(body.id(), Actor.PROGRAM, cases);
            var export = new RecordExport(own, body.name(), installation.clock().instant());
            var file = folder.resolve(export.fileName(kind));
            write(file, to -> export.write(kind, to));
            var files = new ArrayList<>(List.of(file));
            if (kind == ExportFormat.CSV) {
                var history = folder.resolve(export.historyFileName());
                write(history, export::writeHistory);
                files.add(history);
            }
            say(body, own, files);
        }
        return 0;
    }

    private ExportFormat format() {
        try {
            return ExportFormat.of(format);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(e);
        }
    }

    /// The one body that the words name.
    private Producer body(Producers producers) {
        var words = producer.strip();
        if (words.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            var found = producers.find(new ProducerId(words));
            if (found.isPresent()) {
                return found.get();
            }
        }
        var named = producers.named(words);
        return switch (named.size()) {
            case 0 ->
                    throw new UsageProblem(
                            "No producer is known as '%s'. Try its full name".formatted(words));
            case 1 -> producers.find(named.getFirst()).orElseThrow();
            default ->
                    throw new UsageProblem(
                            "'%s' may be several producers; name one of %s"
                                    .formatted(
                                            words,
                                            named.stream()
                                                    .map(ProducerId::value)
                                                    .collect(Collectors.joining(", "))));
        };
    }

    /// A file is there whole or not at all.
    private static void write(Path file, Content content) {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.writeTo(to);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw new UncheckedIOException(e);
        }
    }

    private void say(Producer body, OwnRecords own, List<Path> files) {
        var to = spec.commandLine().getOut();
        if (json) {
            var members = new LinkedHashMap<String, Object>();
            members.put("producer", body.id().value());
            members.put("records", own.records().size());
            members.put("events", own.events().size());
            members.put("files", files.stream().map(Path::toString).toList());
            to.println(Json.text(members));
            return;
        }
        files.forEach(to::println);
        to.println(
                "%d %s of %s, with %d %s in their history. They are not redacted."
                        .formatted(
                                own.records().size(),
                                own.records().size() == 1 ? "record" : "records",
                                body.name(),
                                own.events().size(),
                                own.events().size() == 1 ? "event" : "events"));
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
