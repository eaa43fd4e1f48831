package org.breachregister.batch.edition;

import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Checks an edition's directory against its manifest, offline: every byte of every file, the
/// manifest included. It tells damage and carelessness; whoever means to deceive can make a new
/// manifest, and is found by comparing the log digest with the publisher's register.
public final class EditionVerifier {

    private EditionVerifier() {}

    /// What is wrong, each in a sentence; empty for a sound edition.
    public static List<String> verify(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of("%s is not a directory.".formatted(directory));
        }
        byte[] bytes;
        try {
            bytes = Manifest.bytesIn(directory);
        } catch (IOException e) {
            return List.of("There is no readable %s in %s.".formatted(Manifest.FILE, directory));
        }
        if (!Manifest.isSealed(bytes)) {
            return List.of("%s is not what it was when it was sealed.".formatted(Manifest.FILE));
        }
        try {
            return findings(directory, Manifest.read(bytes));
        } catch (IllegalArgumentException e) {
            return List.of("%s cannot be understood: %s".formatted(Manifest.FILE, e.getMessage()));
        }
    }

    private static List<String> findings(Path directory, Manifest manifest) {
        if (manifest.format() != Manifest.FORMAT) {
            return List.of(
                    "%s has the format %s, and this program knows %s."
                            .formatted(Manifest.FILE, manifest.format(), Manifest.FORMAT));
        }
        var findings = new ArrayList<String>();
        var expected = new HashSet<String>();
        expected.add(Manifest.FILE);
        for (var listed : manifest.files()) {
            expected.add(listed.name());
            check(directory, listed, findings);
        }
        others(directory, expected, findings);
        if (findings.isEmpty()) {
            count(directory, manifest.edition() + ".csv", manifest.counts().breaches(), findings);
            count(
                    directory,
                    manifest.edition() + "-practices.csv",
                    manifest.counts().practices(),
                    findings);
        }
        return List.copyOf(findings);
    }

    private static void check(Path directory, Manifest.Listed listed, List<String> findings) {
        if (!listed.name().equals(String.valueOf(Path.of(listed.name()).getFileName()))) {
            findings.add("%s is not the name of a file in the directory.".formatted(listed.name()));
            return;
        }
        var file = directory.resolve(listed.name());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            findings.add("%s is missing.".formatted(listed.name()));
            return;
        }
        try {
            long size = Files.size(file);
            if (size != listed.bytes()) {
                findings.add(
                        "%s has %s bytes instead of %s."
                                .formatted(listed.name(), size, listed.bytes()));
            } else if (!Checksum.of(file).equals(listed.sha256())) {
                findings.add(
                        "%s has another content than when it was compiled: its SHA-256 is wrong."
                                .formatted(listed.name()));
            }
        } catch (IOException e) {
            findings.add("%s cannot be read: %s".formatted(listed.name(), e.getMessage()));
        }
    }

    private static void others(Path directory, HashSet<String> expected, List<String> findings) {
        try (var files = Files.list(directory)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !expected.contains(name))
                    .sorted()
                    .forEach(name ->
                            findings.add("%s does not belong to the edition.".formatted(name)));
        } catch (IOException e) {
            findings.add("%s cannot be listed: %s".formatted(directory, e.getMessage()));
        }
    }

    private static void count(Path directory, String name, long expected, List<String> findings) {
        try (var in = Files.newBufferedReader(directory.resolve(name), StandardCharsets.UTF_8);
                var csv =
                        new CSVReaderBuilder(in)
                                .withCSVParser(new RFC4180ParserBuilder().build())
                                .withSkipLines(1)
                                .build()) {
            long rows = 0;
            while (csv.readNext() != null) {
                rows++;
            }
            if (rows != expected) {
                findings.add("%s has %s rows instead of %s.".formatted(name, rows, expected));
            }
        } catch (IOException | CsvValidationException e) {
            findings.add("%s cannot be read: %s".formatted(name, e.getMessage()));
        }
    }
}
