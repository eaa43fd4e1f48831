package org.breachregister.batch.importing;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes invented reports as files of all formats in turn.
final class GeneratedFiles {

    private static final List<String> FORMATS =
            List.of("txt", "md", "html", "eml", "rtf", "docx", "odt", "pdf", "doc");
    private static final String DOC = "2012-11-isd-dental-registration.doc";
    private static final int LINE = 90;

    private final byte[] doc;

    /// @param samples the folder of sample reports; Word's old format is made from one of them
    GeneratedFiles(Path samples) throws IOException {
        doc = Files.readAllBytes(samples.resolve(DOC));
    }

    void write(Path folder, int count) throws IOException {
        for (var number = 0; number < count; number++) {
            var format = FORMATS.get(number % FORMATS.size());
            var file =
                    folder.resolve("%02d".formatted(number / 1_000))
                            .resolve("%05d.%s".formatted(number, format));
            Files.createDirectories(file.getParent());
            Files.write(file, bytes(format, number));
        }
    }

    private byte[] bytes(String format, int number) throws IOException {
        var report = GeneratedReport.number(number);
        return switch (format) {
            case "txt" -> utf8(plain(report));
            case "md" -> utf8(markdown(report));
            case "html" -> utf8(html(report));
            case "eml" -> utf8(mail(report, number));
            case "rtf" -> rtf(report).getBytes(StandardCharsets.US_ASCII);
            case "docx" -> docx(report);
            case "odt" -> odt(report);
            case "pdf" -> pdf(report);
            case "doc" -> doc(number);
            default -> throw new IllegalArgumentException(format);
        };
    }

    private static String plain(GeneratedReport report) {
        return report.answers().entrySet().stream()
                        .map(row -> row.getKey() + "\n" + row.getValue() + "\n")
                        .collect(Collectors.joining("\n"))
                + "\n"
                + GeneratedReport.ASKED_FOR_ACCOUNT
                + "\n\n"
                + String.join("\n\n", report.account())
                + "\n";
    }

    private static String markdown(GeneratedReport report) {
        return report.answers().entrySet().stream()
                        .map(row -> "| %s | %s |%n".formatted(row.getKey(), row.getValue()))
                        .collect(
                                Collectors.joining(
                                        "",
                                        "| Information needed | Response |\n| --- | --- |\n",
                                        "\n"))
                + String.join("\n\n", report.account())
                + "\n";
    }

    private static String html(GeneratedReport report) {
        return "<!DOCTYPE html><html><head><title>Report</title></head><body><table>"
                + rows(report, "<tr><td>%s</td><td>%s</td></tr>")
                + "</table>"
                + paragraphs(report, "<p>%s</p>")
                + "</body></html>";
    }

    private static String mail(GeneratedReport report, int number) {
        return """
        From: Perpetua <perpetua@statistics.example.gov.uk>
        To: Breach reports <breaches@stats.example.gov.uk>
        Subject: Breach report
        Date: Wed, 24 Nov 2021 09:12:00 +0000
        Message-ID: <%d@statistics.example.gov.uk>
        MIME-Version: 1.0
        Content-Type: text/plain; charset="utf-8"
        Content-Transfer-Encoding: 8bit

        """
                        .formatted(number)
                + plain(report);
    }

    private static String rtf(GeneratedReport report) {
        return "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\n"
                + rows(
                        report,
                        "\\trowd\\cellx4000\\cellx9000\\pard\\intbl %s\\cell %s\\cell\\row\n")
                + "\\pard "
                + paragraphs(report, "%s\\par\n")
                + "}";
    }

    private static byte[] docx(GeneratedReport report) throws IOException {
        var text = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>";
        var cell = "<w:tc>" + text + "</w:tc>";
        return zip(
                Map.of(
                        "[Content_Types].xml",
                        """
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>\
                        """,
                        "_rels/.rels",
                        """
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>\
                        """,
                        "word/document.xml",
                        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl>"
                                + rows(report, "<w:tr>" + cell + cell + "</w:tr>")
                                + "</w:tbl>"
                                + paragraphs(report, text)
                                + "</w:body></w:document>"));
    }

    private static byte[] odt(GeneratedReport report) throws IOException {
        var text = "<text:p>%s</text:p>";
        var cell = "<table:table-cell>" + text + "</table:table-cell>";
        return zip(
                Map.of(
                        "mimetype",
                        "application/vnd.oasis.opendocument.text",
                        "content.xml",
                        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><office:body><office:text><table:table>"
                                + rows(
                                        report,
                                        "<table:table-row>" + cell + cell + "</table:table-row>")
                                + "</table:table>"
                                + paragraphs(report, text)
                                + "</office:text></office:body></office:document-content>"));
    }

    private static byte[] pdf(GeneratedReport report) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var lines = wrapped(plain(report));
            for (var from = 0; from < lines.size(); from += 50) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                    content.setLeading(14);
                    content.newLineAtOffset(60, 780);
                    for (var line : lines.subList(from, Math.min(from + 50, lines.size()))) {
                        content.showText(line);
                        content.newLine();
                    }
                    content.endText();
                }
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.split("\n", -1)) {
            var line = new StringBuilder();
            for (var word : paragraph.split(" ")) {
                if (line.length() + word.length() > LINE) {
                    lines.add(line.toString().strip());
                    line.setLength(0);
                }
                line.append(word).append(' ');
            }
            lines.add(line.toString().strip());
        }
        return lines;
    }

    /// The sample under another title of the same length: a document of this format is not made
    /// from nothing.
    private byte[] doc(int number) {
        var text = new String(doc, StandardCharsets.ISO_8859_1);
        return text.replace(wide("Dental"), wide(GeneratedReport.word(number)))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String wide(String word) {
        return new String(word.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    private static String rows(GeneratedReport report, String shape) {
        return report.answers().entrySet().stream()
                .map(row -> String.format(Locale.ROOT, shape, row.getKey(), row.getValue()))
                .collect(Collectors.joining());
    }

    private static String paragraphs(GeneratedReport report, String shape) {
        return report.account().stream()
                .map(paragraph -> String.format(Locale.ROOT, shape, paragraph))
                .collect(Collectors.joining());
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : entries.keySet().stream().sorted().toList()) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(utf8(entries.get(name)));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
