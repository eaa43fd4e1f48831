package org.breachregister.core.intake.hostile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// One fictional report, in every dress that an attack may come in.
final class Report {

    /// Words that every copy of the report holds.
    static final String TITLE = "Rainfall Bulletin, April 2026";

    private static final Map<String, String> ANSWERS = answers();

    private Report() {}

    private static Map<String, String> answers() {
        var answers = new LinkedHashMap<String, String>();
        answers.put("Title and link to statistical output", TITLE);
        answers.put("Name of producer organisation", "Ministry of Justice");
        answers.put(
                "Name and contact details of person dealing with report",
                "Ada Threlfall, 01632 960 001");
        answers.put("Date of breach report", "2 May 2026");
        answers.put("Relevant principle(s) and practice(s)", "T3.4");
        answers.put("Date of occurrence of breach", "28 April 2026");
        answers.put(
                "Please give an account of what happened",
                "The bulletin was sent to a mailing list a day early.");
        return answers;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text() {
        return text("");
    }

    /// As plain text, with more at the end of its account.
    static String text(String more) {
        return ANSWERS.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining("\n\n"))
                + more
                + "\n";
    }

    /// As plain text, with one text behind every answer.
    static String textWithEach(String more) {
        return ANSWERS.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue() + " " + more)
                .collect(Collectors.joining("\n\n"));
    }

    /// As the lines of a page.
    static String[] lines() {
        return text().split("\n+");
    }

    static String html(String head, String more) {
        return "<!doctype html><html><head><title>Report</title>"
                + head
                + "</head><body><table>"
                + ANSWERS.entrySet().stream()
                        .map(entry ->
                                "<tr><td>%s</td><td>%s</td></tr>"
                                        .formatted(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining())
                + "</table>"
                + more
                + "</body></html>";
    }

    /// As the XML of a Word document's body.
    static String word(String more) {
        return word("", more);
    }

    /// The same, with a declaration in front.
    static String word(String declaration, String more) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + declaration
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
                + " xmlns:xi=\"http://www.w3.org/2001/XInclude\""
                + "><w:body><w:tbl>"
                + ANSWERS.entrySet().stream()
                        .map(entry ->
                                "<w:tr><w:tc>%s</w:tc><w:tc>%s</w:tc></w:tr>"
                                        .formatted(
                                                wordParagraph(entry.getKey()),
                                                wordParagraph(entry.getValue())))
                        .collect(Collectors.joining())
                + "</w:tbl>"
                + more
                + "</w:body></w:document>";
    }

    static String wordParagraph(String words) {
        return "<w:p><w:r><w:t>%s</w:t></w:r></w:p>".formatted(words);
    }

    /// As the XML of an OpenDocument text.
    static String openDocument(String declaration, String more) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + declaration
                + "<office:document-content"
                + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
                + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                + " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                + " xmlns:xi=\"http://www.w3.org/2001/XInclude\""
                + " office:version=\"1.3\">"
                + "<office:automatic-styles>"
                + "<style:style style:name=\"Hidden\" style:family=\"text\">"
                + "<style:text-properties text:display=\"none\"/></style:style>"
                + "<style:style style:name=\"White\" style:family=\"text\">"
                + "<style:text-properties fo:color=\"#ffffff\"/></style:style>"
                + "</office:automatic-styles>"
                + "<office:body><office:text>"
                + more
                + "<table:table table:name=\"Form\"><table:table-column table:number-columns-repeated=\"2\"/>"
                + ANSWERS.entrySet().stream()
                        .map(entry ->
                                "<table:table-row><table:table-cell><text:p>%s</text:p></table:table-cell><table:table-cell><text:p>%s</text:p></table:table-cell></table:table-row>"
                                        .formatted(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining())
                + "</table:table></office:text></office:body></office:document-content>";
    }

    /// As rich text.
    static String rich(String more) {
        return "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}"
                + ANSWERS.entrySet().stream()
                        .map(entry ->
                                "\\pard " + entry.getKey() + ": " + entry.getValue() + "\\par\n")
                        .collect(Collectors.joining())
                + more
                + "}";
    }

    /// As a message with a text as its body.
    static String mail(String headers, String more) {
        return "From: Ada Threlfall <ada@example.gov.uk>\r\nTo: breaches@example.gov.uk\r\n"
                + "Subject: Breach report\r\nDate: Sat, 2 May 2026 10:00:00 +0100\r\n"
                + headers
                + "\r\n"
                + text(more).replace("\n", "\r\n");
    }
}
