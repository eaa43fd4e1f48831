package org.breachregister.web.command;

import org.breachregister.core.casework.Casebook;
import org.breachregister.core.casework.Document;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Callable;

/// Writes the document that a breach was reported by, byte for byte as it was received.
@Command(
        name = "original",
        description = "Writes the document that a breach was reported by, as it was received.",
        mixinStandardHelpOptions = true)
final class OriginalCommand implements Callable<Integer> {

    private static final int LONGEST_NAME = 150;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private HomeOption where = new HomeOption();

    @Parameters(paramLabel = "BREACH-ID", description = "The breach: BR-2016-0001.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String breach;

    @Option(
            names = "--out",
            paramLabel = "FILE|DIR",
            description = "Where to (default: here, under its own name).")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        var id =
                BreachId.parse(breach)
                        .orElseThrow(() ->
                                new UsageProblem(
                                        "Not a breach id: '%s'. It looks like BR-2016-0001"
                                                .formatted(breach)));
        try (var installation = Installation.open(where.home())) {
            var document =
                    new Casebook(installation.database().dataSource())
                            .document(id)
                            .orElseThrow(() ->
                                    new CommandFailed(
                                            "There is no breach %s in this home.".formatted(id)));
            var digest = sha256(document.content());
            if (!digest.equals(document.sha256())) {
                throw new CommandFailed(
                        "The document of %s is not what was received: its SHA-256 is %s, and was %s."
                                .formatted(id, digest, document.sha256()));
            }
            var file =
                    Files.isDirectory(out.toAbsolutePath())
                            ? out.resolve(cleaned(document.fileName(), id))
                            : out;
            write(file, document);
            spec.commandLine()
                    .getOut()
                    .println(
                            "%s  (%s, %,d bytes, SHA-256 %s, as received)"
                                    .formatted(
                                            file,
                                            document.mediaType(),
                                            document.content().length,
                                            digest));
            return 0;
        }
    }

    private static void write(Path file, Document document) {
        try {
            Files.write(file, document.content(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException _) {
            throw new CommandFailed(
                    "%s exists already and is left alone. Name another with --out."
                            .formatted(file));
        } catch (NoSuchFileException _) {
            throw new CommandFailed("There is no folder for %s.".formatted(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The last part of a name, without what could lead elsewhere or look like something else.
    static String cleaned(@Nullable String name, BreachId breach) {
        var last = name == null ? "" : name.substring(name.lastIndexOf('/') + 1);
        last = last.substring(last.lastIndexOf('\\') + 1);
        var kept = new StringBuilder();
        last.codePoints()
                .filter(character ->
                        switch (Character.getType(character)) {
                            case Character.CONTROL,
                                    Character.FORMAT,
                                    Character.SURROGATE,
                                    Character.PRIVATE_USE,
                                    Character.LINE_SEPARATOR,
                                    Character.PARAGRAPH_SEPARATOR,
                                    Character.UNASSIGNED ->
                                    false;
                            default -> "<>:\"|?*".indexOf(character) < 0;
                        })
                .forEach(kept::appendCodePoint);
        var clean = kept.toString().strip().replaceFirst("^[.\\-]{1,200}", "");
        if (clean.length() > LONGEST_NAME) {
            clean = clean.substring(clean.length() - LONGEST_NAME);
        }
        return clean.isBlank() ? breach.value() : breach.value() + " " + clean;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
