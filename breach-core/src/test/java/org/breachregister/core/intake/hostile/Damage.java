package org.breachregister.core.intake.hostile;

import static org.breachregister.core.intake.hostile.Report.bytes;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.breachregister.core.intake.hostile.Packages.Entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Group 6: documents that are locked, broken, empty or too large.
final class Damage {

    private static final String GROUP = "6 damage";

    private Damage() {}

    static Stream<Case> cases() {
        return Stream.of(locked(), sizes(), cut(), scrambled()).flatMap(cases -> cases);
    }

    private static Stream<Case> locked() {
        return Stream.of(
                Case.refused(
                        GROUP,
                        "docx, with a password",
                        () -> compound("EncryptionInfo", "EncryptedPackage"),
                        "encrypted with a password"),
                Case.refused(
                        GROUP,
                        "docx, with a password on each of its parts",
                        () ->
                                Packages.report()
                                        .add(Entry.of("word/a.xml", bytes("<a/>")).flagged(1))
                                        .finish(),
                        "encrypted with a password"),
                Case.refused(
                        GROUP,
                        "odt, with a password",
                        () ->
                                new Packages()
                                        .add(Entry.stored("mimetype", bytes(Packages.MIME_TYPE)))
                                        .add(
                                                "META-INF/manifest.xml",
                                                "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry manifest:full-path=\"content.xml\" manifest:size=\"99\"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>")
                                        .add(Entry.stored("content.xml", new byte[500]))
                                        .finish()),
                Case.refused(
                        GROUP,
                        "pdf, with a password",
                        () -> encrypted("a secret"),
                        "needs a password"),
                Case.read(
                        GROUP,
                        "pdf, that only asks not to be copied",
                        () -> encrypted(""),
                        Report.TITLE,
                        "asks readers not to copy"),
                Case.refused(GROUP, "doc, that is nothing else", () -> compound("WordDocument")),
                Case.refused(
                        GROUP, "an old workbook", () -> compound("Workbook"), "Excel workbook"),
                Case.refused(
                        GROUP,
                        "a message of Outlook",
                        () -> compound("__properties_version1.0"),
                        "Outlook message"));
    }

    private static byte[] compound(String... entries) {
        try (var files = new POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            for (var entry : entries) {
                files.createDocument(new ByteArrayInputStream(new byte[5_000]), entry);
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encrypted(String password) {
        try (var document = Loader.loadPDF(Pdfs.report().finish());
                var out = new ByteArrayOutputStream()) {
            var permission = new AccessPermission();
            permission.setCanExtractContent(false);
            var policy = new StandardProtectionPolicy("the owner's", password, permission);
            policy.setEncryptionKeyLength(256);
            document.protect(policy);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Case> sizes() {
        return Stream.of(
                Case.refused(GROUP, "nothing", () -> new byte[0], "empty (0 bytes)"),
                Case.refused(GROUP, "one zero", () -> new byte[1]),
                Case.answered(GROUP, "a mark and nothing else", () -> bytes("\uFEFF")),
                Case.refused(GROUP, "white space", () -> bytes(" \r\n\t\f ".repeat(1_000))),
                Case.refused(
                        GROUP,
                        "100 MB",
                        () -> new byte[100 << 20],
                        "104,857,600 bytes",
                        "20,971,520"),
                Case.refused(GROUP, "20 MB of zeros", () -> new byte[20 << 20]),
                Case.refused(
                        GROUP,
                        "20 MB of noise",
                        () -> {
                            var noise = new byte[20 << 20];
                            new Random(7).nextBytes(noise);
                            return noise;
                        }),
                Case.refused(
                        GROUP,
                        "20 MB of text",
                        () -> bytes("a line of words\n".repeat((20 << 20) / 16)),
                        "too long"));
    }

    /// Each kind of document, cut off at each tenth of it.
    private static Stream<Case> cut() {
        return IntStream.range(1, 10)
                .boxed()
                .flatMap(tenths ->
                        Stream.of(
                                Case.refused(
                                        GROUP,
                                        "docx, %d tenths of it".formatted(tenths),
                                        () -> cut(Packages.report().finish(), tenths),
                                        "damaged"),
                                Case.refused(
                                        GROUP,
                                        "odt, %d tenths of it".formatted(tenths),
                                        () ->
                                                cut(
                                                        Packages.openDocument(
                                                                        Report.openDocument("", ""))
                                                                .finish(),
                                                        tenths),
                                        "damaged"),
                                Case.answered(
                                        GROUP,
                                        "pdf, %d tenths of it".formatted(tenths),
                                        () -> cut(Pdfs.report().finish(), tenths)),
                                Case.answered(
                                        GROUP,
                                        "rtf, %d tenths of it".formatted(tenths),
                                        () -> cut(bytes(Report.rich("")), tenths)),
                                Case.answered(
                                        GROUP,
                                        "web page, %d tenths of it".formatted(tenths),
                                        () -> cut(bytes(Report.html("", "")), tenths)),
                                Case.refused(
                                        GROUP,
                                        "compound file, %d tenths of it".formatted(tenths),
                                        () -> cut(compound("WordDocument"), tenths))));
    }

    private static byte[] cut(byte[] whole, int tenths) {
        return Arrays.copyOf(whole, whole.length * tenths / 10);
    }

    /// Each kind of document with some of its bytes turned into others.
    private static Stream<Case> scrambled() {
        return IntStream.range(0, 15)
                .boxed()
                .flatMap(seed ->
                        Stream.of(
                                scrambled("docx", seed, Packages.report().finish()),
                                scrambled(
                                        "odt",
                                        seed,
                                        Packages.openDocument(Report.openDocument("", ""))
                                                .finish()),
                                scrambled("pdf", seed, Pdfs.report().finish()),
                                scrambled("rtf", seed, bytes(Report.rich(""))),
                                scrambled("mail", seed, bytes(Report.mail("", ""))),
                                scrambled("compound file", seed, compound("WordDocument"))));
    }

    private static Case scrambled(String kind, int seed, byte[] whole) {
        return Case.answered(
                GROUP,
                "%s, scrambled by %d".formatted(kind, seed),
                () -> {
                    var random = new Random(seed);
                    var content = whole.clone();
                    for (var i = 0; i < 1 + content.length / 200; i++) {
                        content[random.nextInt(content.length)] = (byte) random.nextInt(256);
                    }
                    return content;
                });
    }
}
