package org.breachregister.core.intake;

import com.rtfparserkit.converter.text.StringTextConverter;
import com.rtfparserkit.parser.RtfStreamSource;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;

/// The shortest way from a document to its words with the library that reads it here too.
@FunctionalInterface
interface BarePeer {

    /// The words of a document.
    String text(byte[] content) throws Exception;

    /// The peer for a format, by the end of its files' names; null for plain text and Markdown,
    /// which no library reads.
    static BarePeer of(String format) {
        return switch (format) {
            case "html" ->
                    content -> Jsoup.parse(new String(content, StandardCharsets.UTF_8)).text();
            case "docx" -> BarePeer::docx;
            case "doc" -> BarePeer::doc;
            case "odt" -> BarePeer::odt;
            case "pdf" -> BarePeer::pdf;
            case "rtf" -> BarePeer::rtf;
            case "eml" -> BarePeer::mail;
            default -> null;
        };
    }

    private static String docx(byte[] content) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(content));
                var extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }

    private static String doc(byte[] content) throws IOException {
        try (var extractor = new WordExtractor(new ByteArrayInputStream(content))) {
            return extractor.getText();
        }
    }

    private static String pdf(byte[] content) throws IOException {
        try (var document = Loader.loadPDF(content)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String rtf(byte[] content) throws IOException {
        var converter = new StringTextConverter();
        converter.convert(new RtfStreamSource(new ByteArrayInputStream(content)));
        return converter.getText();
    }

    private static String odt(byte[] content) throws Exception {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            var entry = zip.getNextEntry();
            while (!entry.getName().equals("content.xml")) {
                entry = zip.getNextEntry();
            }
            var xml = XMLInputFactory.newFactory().createXMLStreamReader(zip);
            var text = new StringBuilder();
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (xml.getLocalName().equals("p") || xml.getLocalName().equals("h")) {
                            text.append('\n');
                        }
                    }
                    default -> {}
                }
            }
            return text.toString();
        }
    }

    /// The text of a message is what its reader sees: the headers shown, decoded, and the lines of
    /// the body.
    private static String mail(byte[] content) throws IOException {
        var message = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(content));
        var text = new StringBuilder();
        for (var name : List.of("From", "To", "Cc", "Date", "Subject")) {
            var field = message.getHeader().getField(name);
            if (field != null) {
                text.append(name)
                        .append(": ")
                        .append(
                                DecoderUtil.decodeEncodedWords(
                                        field.getBody(), DecodeMonitor.SILENT))
                        .append('\n');
            }
        }
        var body = new StringBuilder();
        append(message.getBody(), body);
        body.toString().lines().forEach(line -> text.append(line.strip()).append('\n'));
        return text.toString();
    }

    private static void append(Body body, StringBuilder text) throws IOException {
        if (body instanceof Multipart parts) {
            for (var part : parts.getBodyParts()) {
                append(part.getBody(), text);
            }
        } else if (body instanceof SingleBody single) {
            var bytes = new ByteArrayOutputStream();
            single.writeTo(bytes);
            text.append(bytes.toString(StandardCharsets.UTF_8));
        }
    }
}
