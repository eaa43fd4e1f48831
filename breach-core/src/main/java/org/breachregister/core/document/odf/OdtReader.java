package org.breachregister.core.document.odf;

import org.breachregister.core.document.SafeXml;
import org.breachregister.core.document.SafeZip;
import org.breachregister.core.document.StructuredDocument;
import org.breachregister.core.document.UnreadableDocument;

import java.util.Locale;

import javax.xml.stream.XMLStreamConstants;

/// Reads OpenDocument texts (.odt, .ott). Their one part of text is streamed; styles of pages, with
/// headers and footers, stand in another part and are not read.
public final class OdtReader {

    private static final String CONTENT = "content.xml";
    private static final String MANIFEST = "META-INF/manifest.xml";

    private OdtReader() {}

    /// Reads a document.
    ///
    /// @param content its bytes
    /// @throws UnreadableDocument if it is damaged, encrypted or holds macros
    public static StructuredDocument read(byte[] content) {
        try (var zip = SafeZip.open(content)) {
            if (zip.has(MANIFEST)) {
                refuseEncryption(zip);
            }
            if (zip.names().stream().anyMatch(OdtReader::isMacro)) {
                throw new UnreadableDocument(
                        "The document holds macros. Save it as an OpenDocument text without macros and send that copy");
            }
            var remarks = new OdtRemarks();
            if (zip.names().stream().anyMatch(name -> name.startsWith("Versions/"))) {
                remarks.versions();
            }
            return new OdtBody(remarks).read(SafeXml.open(zip.read(CONTENT)));
        }
    }

    private static boolean isMacro(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return (lower.startsWith("basic/") || lower.startsWith("scripts/"))
                && !lower.endsWith("/")
                && !lower.endsWith("script-lc.xml")
                && !lower.endsWith("script-lb.xml");
    }

    private static void refuseEncryption(SafeZip zip) {
        var xml = SafeXml.open(zip.read(MANIFEST));
        do {
            if (xml.isStartElement() && xml.getLocalName().equals("encryption-data")) {
                throw new UnreadableDocument(
                        "The document is encrypted with a password. Save it without a password and send that copy");
            }
        } while (SafeXml.next(xml) != XMLStreamConstants.END_DOCUMENT);
    }
}
