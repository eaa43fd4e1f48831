package org.breachregister.core.intake;

import org.breachregister.core.document.Bounds;
import org.breachregister.core.document.StructuredDocument;
import org.breachregister.core.document.UnreadableDocument;
import org.breachregister.core.document.mail.MailReader;
import org.breachregister.core.document.odf.OdtReader;
import org.breachregister.core.document.pdf.PdfReader;
import org.breachregister.core.document.rtf.RtfReader;
import org.breachregister.core.document.word.DocReader;
import org.breachregister.core.document.word.DocxReader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The lines of a document of any type.
///
/// @param type the document's type
/// @param lines its lines
/// @param remarks sentences for a person about what was left out
record DocumentLines(DocumentType type, List<Line> lines, List<String> remarks) {

    private static final int DEEPEST_MESSAGE = 3;

    /// Reads the lines of a document.
    ///
    /// @throws UnreadableDocument if it cannot be read
    static DocumentLines of(byte[] content, Labels labels) {
        return of(content, labels, 0);
    }

    private static DocumentLines of(byte[] content, Labels labels, int depth) {
        if (content.length == 0) {
            throw new UnreadableDocument(
                    "The file is empty (0 bytes). Send the file that holds the report");
        }
        if (content.length > Bounds.MOST_BYTES) {
            throw new UnreadableDocument(
                    String.format(
                            Locale.ROOT,
                            "The file is too large: %,d bytes, and at most %,d are read. Send the report without attachments",
                            content.length,
                            Bounds.MOST_BYTES));
        }
        var type = DocumentType.of(content);
        return switch (type) {
            case DOCX -> structured(type, DocxReader.read(content), labels);
            case DOC -> structured(type, DocReader.read(content), labels);
            case ODT -> structured(type, OdtReader.read(content), labels);
            case PDF -> structured(type, PdfReader.read(content), labels);
            case RTF -> structured(type, RtfReader.read(content), labels);
            case MAIL -> message(content, labels, depth);
            case WEB_PAGE, TEXT -> text(Decoding.decode(content), labels);
        };
    }

    private static DocumentLines structured(
            DocumentType type, StructuredDocument document, Labels labels) {
        var lines = BlockLines.read(document.blocks(), labels);
        if (lines.isEmpty()) {
            throw new UnreadableDocument(
                    "The document holds no text. If it is a picture of the report, send the document that it was made from");
        }
        return new DocumentLines(type, lines, document.remarks());
    }

    private static DocumentLines text(String text, Labels labels) {
        if (text.length() > Bounds.MOST_CHARACTERS) {
            throw Bounds.tooLong(text.length());
        }
        if (!DocumentType.isWebPage(text)) {
            return new DocumentLines(DocumentType.TEXT, TextLines.read(text, labels), List.of());
        }
        var page = HtmlPage.of(text);
        return new DocumentLines(
                DocumentType.WEB_PAGE, HtmlLines.read(page, labels), page.remarks());
    }

    /// A message's report is its body or one of its attachments; what stands around it comes
    /// before.
    private static DocumentLines message(byte[] content, Labels labels, int depth) {
        if (depth == DEEPEST_MESSAGE) {
            throw new UnreadableDocument(
                    "Messages are forwarded inside each other more than %d deep. Send the report alone"
                            .formatted(DEEPEST_MESSAGE));
        }
        var message = MailReader.read(content);
        var lines = new Lines();
        message.headers()
                .forEach(header -> {
                    lines.next();
                    lines.add(header, Line.Kind.TEXT);
                });
        var remarks = new ArrayList<String>();
        var refused = new ArrayList<String>();
        if (!message.body().isBlank()) {
            try {
                var words = text(Decoding.checked(message.body()), labels);
                lines.addAll(words.lines());
                remarks.addAll(words.remarks());
            } catch (UnreadableDocument e) {
                if (message.attachments().isEmpty()) {
                    throw e;
                }
                refused.add("the message itself: " + e.getMessage());
            }
        }
        var body = lines.all();
        if (message.attachments().isEmpty() || isForm(body, labels)) {
            message.attachments()
                    .forEach(part ->
                            remarks.add(
                                    "The report is the message itself; its attachment \"%s\" was not read"
                                            .formatted(part.name())));
            return new DocumentLines(DocumentType.MAIL, body, remarks);
        }
        var reports = new LinkedHashMap<String, String>();
        for (var part : message.attachments()) {
            try {
                var attached = of(part.content(), labels, depth + 1);
                var form = Form.in(attached.lines(), labels);
                if (!NotABreachReport.isForm(form)) {
                    refused.add("\"%s\" holds no breach report".formatted(part.name()));
                } else if (reports.isEmpty()) {
                    lines.addAll(attached.lines());
                    remarks.addAll(attached.remarks());
                    reports.put(event(form), part.name());
                } else if (reports.putIfAbsent(event(form), part.name()) != null) {
                    remarks.add(
                            "\"%s\" is the same report once more, and was not read"
                                    .formatted(part.name()));
                }
            } catch (UnreadableDocument e) {
                refused.add("\"%s\": %s".formatted(part.name(), e.getMessage()));
            }
        }
        if (reports.size() > 1) {
            throw new UnreadableDocument(
                    "The message has %d breach reports attached (%s). Send each by itself"
                            .formatted(reports.size(), String.join(", ", reports.values())));
        }
        if (reports.isEmpty() && !refused.isEmpty()) {
            throw new UnreadableDocument(
                    "Neither the message nor what is attached to it can be read as a breach report: %s"
                            .formatted(String.join("; ", refused)));
        }
        refused.forEach(one -> remarks.add("Not read: " + one));
        return new DocumentLines(DocumentType.MAIL, lines.all(), remarks);
    }

    /// What tells one report from another, however it is rendered.
    private static String event(Form form) {
        return Stream.of("output", "producer", "reportDate", "submitter", "occurrence")
                .flatMap(field -> form.lines(field).stream())
                .flatMapToInt(line -> line.text().chars())
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isForm(List<Line> lines, Labels labels) {
        return NotABreachReport.isForm(Form.in(lines, labels));
    }
}
