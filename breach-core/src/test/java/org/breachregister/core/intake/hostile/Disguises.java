package org.breachregister.core.intake.hostile;

import static org.breachregister.core.intake.hostile.Report.bytes;

import org.breachregister.core.intake.hostile.Packages.Entry;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/// Group 5: documents that are not what they look like, by content or by name.
final class Disguises {

    private static final String GROUP = "5 disguise";

    private Disguises() {}

    static Stream<Case> cases() {
        return Stream.of(twoInOne(), otherTypes(), names()).flatMap(cases -> cases);
    }

    private static byte[] together(byte[]... pieces) {
        var all = new ByteArrayOutputStream();
        for (var piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    private static Stream<Case> twoInOne() {
        var package_ =
                new Packages()
                        .add("[Content_Types].xml", Packages.TYPES)
                        .add("_rels/.rels", Packages.RELATIONS)
                        .add("word/document.xml", Report.word(Report.wordParagraph(Case.SECRET)));
        return Stream.of(
                Case.read(
                        GROUP,
                        "a PDF that is a package too",
                        () -> together(Pdfs.report().finish(), package_.finish()),
                        Report.TITLE,
                        "application/pdf"),
                Case.answered(
                        GROUP,
                        "a web page that is a package too",
                        () -> together(bytes(Report.html("", "")), Packages.report().finish())),
                Case.answered(
                        GROUP,
                        "a picture that is a package too",
                        () -> together(bytes("GIF89a;"), Packages.report().finish())),
                Case.answered(
                        GROUP,
                        "a package with a PDF in front of its text",
                        () ->
                                new Packages()
                                        .add(Entry.stored("a.pdf", Pdfs.report().finish()))
                                        .add("[Content_Types].xml", Packages.TYPES)
                                        .add("_rels/.rels", Packages.RELATIONS)
                                        .add("word/document.xml", Report.word(""))
                                        .finish()),
                Case.answered(
                        GROUP,
                        "a package that is two kinds of document",
                        () ->
                                Packages.openDocument(Report.openDocument("", ""))
                                        .add("[Content_Types].xml", Packages.TYPES)
                                        .add("_rels/.rels", Packages.RELATIONS)
                                        .add("word/document.xml", Report.word(""))
                                        .finish()),
                Case.answered(
                        GROUP,
                        "a text that begins as a PDF does",
                        () -> bytes("%PDF-1.7\n" + Report.text())),
                Case.answered(
                        GROUP,
                        "a text that begins as rich text does",
                        () -> bytes("{\\rtf" + Report.text())),
                Case.read(
                        GROUP,
                        "a text that begins as a message does",
                        () -> bytes("Title: a\nAuthor: b\n\n" + Report.text()),
                        Report.TITLE,
                        "text/plain"));
    }

    private static Stream<Case> otherTypes() {
        return Stream.concat(
                Stream.of(
                                "\u0089PNG\r\n\u001A\n\0\0\0\rIHDR",
                                "\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF",
                                "MZ\u0090\0\3\0\0\0",
                                "\u007FELF\2\1\1\0",
                                "\u00CA\u00FE\u00BA\u00BE\0\0\0\u0045",
                                "\u00AC\u00ED\0\5sr\0",
                                "Rar!\u001A\7\1\0",
                                "7z\u00BC\u00AF\u0027\u001C\0\4",
                                "\u001F\u008B\b\0\0\0\0\0",
                                "PK\3\4",
                                "PK\5\6",
                                "PK\3\4PK\5\6",
                                "SQLite format 3\0",
                                "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1",
                                "\0asm\1\0\0\0")
                        .map(magic ->
                                Case.refused(
                                                GROUP,
                                                "bytes that begin with "
                                                        + magic.replaceAll("[^!-~]", "."),
                                                () ->
                                                        together(
                                                                magic.getBytes(
                                                                        StandardCharsets
                                                                                .ISO_8859_1),
                                                                new byte[600]))
                                        .called("report.docx")),
                Stream.of(
                        Case.read(
                                        GROUP,
                                        "a Word document called .pdf",
                                        () -> Packages.report().finish(),
                                        Report.TITLE,
                                        "wordprocessingml")
                                .called("report.pdf"),
                        Case.read(
                                        GROUP,
                                        "a text called .docx",
                                        () -> bytes(Report.text()),
                                        Report.TITLE,
                                        "text/plain")
                                .called("report.docx"),
                        Case.read(
                                        GROUP,
                                        "a PDF called .txt",
                                        () -> Pdfs.report().finish(),
                                        Report.TITLE,
                                        "application/pdf")
                                .called("report.txt")));
    }

    private static Stream<Case> names() {
        return Stream.of(
                        "report.docx.exe",
                        "report\u202Excod.exe",
                        "report\u2066\u2069.docx",
                        "../../etc/passwd",
                        "..\\..\\boot.ini",
                        "C:\\report.docx",
                        "CON",
                        "report.docx.",
                        "report.docx ",
                        " ",
                        "",
                        ".",
                        "a".repeat(255) + ".docx",
                        "\u00E9".repeat(200_000),
                        "re\u0301port.docx",
                        "report\u200B.docx",
                        "report\r\nX-Header: 1.docx",
                        "report\u001B[2J.docx",
                        "report\0.docx",
                        "<img src=x onerror=alert(1)>.docx",
                        "%s%n%x.docx",
                        "$(touch a).docx",
                        "\uD83D.docx")
                .flatMap(name -> {
                    var shown =
                            name.length() > 40
                                    ? "a name of %d characters".formatted(name.length())
                                    : "the name " + name.replaceAll("[^ -~]", "?");
                    return Stream.of(
                            Case.read(GROUP, shown, () -> Packages.report().finish(), Report.TITLE)
                                    .called(name),
                            Case.refused(GROUP, shown + " of an empty file", () -> new byte[0])
                                    .called(name));
                });
    }
}
