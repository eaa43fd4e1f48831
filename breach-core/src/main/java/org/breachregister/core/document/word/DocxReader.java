package org.breachregister.core.document.word;

import org.breachregister.core.document.SafeXml;
import org.breachregister.core.document.SafeZip;
import org.breachregister.core.document.StructuredDocument;
import org.breachregister.core.document.UnreadableDocument;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import javax.xml.stream.XMLStreamConstants;

/// Reads Word documents (.docx, .dotx). The XML is streamed: the object model of a library would
/// take many times the memory, recurse as deep as a hostile file wants, and does not tell hidden
/// text, text boxes and content controls apart from other text.
public final class DocxReader {

    private static final String DOCUMENT = "/officeDocument";

    private DocxReader() {}

    /// Reads a document.
    ///
    /// @param content its bytes
    /// @throws UnreadableDocument if it is damaged, encrypted or holds macros
    public static StructuredDocument read(byte[] content) {
        try (var zip = SafeZip.open(content)) {
            refuseMacros(zip);
            var main = mainPart(zip);
            var parts = new WordParts(zip, main);
            return new WordBody(parts).read();
        }
    }

    private static void refuseMacros(SafeZip zip) {
        var macros = zip.names().stream().anyMatch(DocxReader::holdsMacros);
        if (macros || types(zip).contains("macroenabled")) {
            throw new UnreadableDocument(
                    "The document holds macros. Save it as a Word document without macros (.docx) and send that copy");
        }
    }

    private static boolean holdsMacros(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("vbaproject.bin") || lower.endsWith("vbadata.xml");
    }

    private static String types(SafeZip zip) {
        var types = new StringBuilder();
        var xml = SafeXml.open(zip.read("[Content_Types].xml"));
        do {
            if (xml.isStartElement()) {
                var type = xml.getAttributeValue(null, "ContentType");
                types.append(type == null ? "" : type.toLowerCase(Locale.ROOT)).append('\n');
            }
        } while (SafeXml.next(xml) != XMLStreamConstants.END_DOCUMENT);
        return types.toString();
    }

    private static String mainPart(SafeZip zip) {
        var target =
                relationships(zip, "_rels/.rels").values().stream()
                        .filter(relation -> relation.type().endsWith(DOCUMENT))
                        .map(Relation::target)
                        .findFirst()
                        .orElseThrow(() ->
                                new UnreadableDocument(
                                        "The file holds no Word document. Save the report as .docx and send that"));
        return target.startsWith("/") ? target.substring(1) : target;
    }

    /// What a part refers to.
    ///
    /// @param type what for
    /// @param target a part's path or an address
    /// @param outside whether it is an address
    record Relation(String type, String target, boolean outside) {}

    /// The relations of a part by their ids; none where it has no list of them.
    static Map<String, Relation> relationships(SafeZip zip, String list) {
        var relations = new HashMap<String, Relation>();
        if (!zip.has(list)) {
            return relations;
        }
        var xml = SafeXml.open(zip.read(list));
        do {
            if (xml.isStartElement() && xml.getLocalName().equals("Relationship")) {
                relations.put(
                        text(xml.getAttributeValue(null, "Id")),
                        new Relation(
                                text(xml.getAttributeValue(null, "Type")),
                                text(xml.getAttributeValue(null, "Target")),
                                "External".equals(xml.getAttributeValue(null, "TargetMode"))));
            }
        } while (SafeXml.next(xml) != XMLStreamConstants.END_DOCUMENT);
        return relations;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
