package org.breachregister.core.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Builds packages, and shows what was read from them.
public final class Packages {

    private Packages() {}

    /// A package of files: a name, its text, the next name, and so on.
    public static byte[] zip(String... namesAndTexts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// What is in the document "lamps", which LibreOffice saved in several formats; its note may
    /// stand behind its line or at the end.
    public static final List<String> LAMPS =
            List.of(
                    "H Harbour lamps",
                    "H All of it bold",
                    "T The keeper lit ten lamps.",
                    "T List of lamps https://lamps.example.org/list ",
                    "T A noted line with a comment",
                    "T  Words of the note",
                    "I First of a list",
                    "I Second of a list",
                    "[Name of lamp|Old Meg/second line][Colour|green][^|and grey]"
                            + "[White on dark|[inner one|inner two]/after it]",
                    "T The last line.");

    /// What is said of that document.
    public static final List<String> REMARKS_ON_LAMPS =
            List.of(
                    "The document has tracked changes: words that were deleted were left out, words that were inserted were kept",
                    "The document has hidden text, which was left out",
                    "The document has white text on white, which was left out",
                    "The document has comments, which were left out");

    /// The document "lamps" in a format.
    public static byte[] lamps(String format) {
        try (var in = Packages.class.getResourceAsStream("lamps." + format)) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Blocks in one line each: the style's first letter and the text; tables as `[cell|cell]`, a
    /// cell that goes on marked `^`, one that spans columns with their number.
    public static List<String> shown(StructuredDocument document) {
        return document.blocks().stream().map(Packages::shown).toList();
    }

    private static String shown(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph ->
                    paragraph.style().name().charAt(0) + " " + paragraph.text();
            case Block.Table table ->
                    table.rows().stream()
                            .map(row ->
                                    row.cells().stream()
                                            .map(Packages::shown)
                                            .reduce((a, b) -> a + "|" + b)
                                            .orElse(""))
                            .map(row -> "[" + row + "]")
                            .reduce("", String::concat);
        };
    }

    private static String shown(Block.Cell cell) {
        return (cell.columns() > 1 ? cell.columns() + ":" : "")
                + (cell.goesOn() ? "^" : "")
                + cell.blocks().stream()
                        .map(Packages::shown)
                        .map(text -> text.startsWith("[") ? text : text.substring(2))
                        .reduce((a, b) -> a + "/" + b)
                        .orElse("");
    }

    /// Reads copies of a document with some bytes changed: each is read or refused with a sentence.
    ///
    /// @return how many were refused
    public static int readDamaged(byte[] good, Function<byte[], StructuredDocument> reader) {
        var seed = Long.getLong("test.seed", 11);
        var random = new Random(seed);
        var refused = 0;
        for (var i = 0; i < 300; i++) {
            var bad = good.clone();
            for (var j = 0; j < 1 + random.nextInt(8); j++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                reader.apply(bad);
            } catch (UnreadableDocument e) {
                refused++;
                if (!isSentence(e.getMessage())) {
                    throw new AssertionError("seed %d: %s".formatted(seed, e.getMessage()));
                }
            } catch (RuntimeException e) {
                throw new AssertionError("seed %d, document %d".formatted(seed, i), e);
            }
        }
        return refused;
    }

    private static boolean isSentence(String message) {
        return message.startsWith("The ")
                && Stream.of("Exception", "java.", "org.").noneMatch(message::contains);
    }
}
