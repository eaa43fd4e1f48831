package org.breachregister.core.intake;

import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.breachregister.core.document.SafeZip;
import org.breachregister.core.document.UnreadableDocument;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The types of document that are read. A document's type is told from its content, never from its
/// name.
enum DocumentType {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    DOC("application/msword"),
    ODT("application/vnd.oasis.opendocument.text"),
    PDF("application/pdf"),
    RTF("application/rtf"),
    MAIL("message/rfc822"),
    WEB_PAGE("text/html"),
    /// Plain text or Markdown.
    TEXT("text/plain");

    private static final Pattern HTML =
            Pattern.compile(
                    "^\\s{0,200}(?:<\\?xml[^>]{0,200}>\\s{0,20})?(?:<!--.{0,2000}?-->\\s{0,20}){0,5}<(?:!doctype html|html|head|body|div|table|p|h[1-6]|article|main|section)\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{1,60}:.*");
    private static final Set<String> OF_A_MESSAGE =
            Set.of(
                    "mime-version",
                    "content-type",
                    "content-transfer-encoding",
                    "message-id",
                    "received",
                    "return-path",
                    "delivered-to");
    private static final int LOOKED_AT = 16 * 1024;
    private static final int MOST_HEADERS = 200;
    static final String ADVICE =
            "Send the report as a Word document (.docx), OpenDocument text (.odt), PDF with text, e-mail (.eml), web page or plain text";

    private final String mediaType;

    DocumentType(String mediaType) {
        this.mediaType = mediaType;
    }

    /// Its media type, as in `Content-Type`.
    String mediaType() {
        return mediaType;
    }

    /// The type of a document; [#TEXT] for all that bears no sign of another.
    ///
    /// @throws UnreadableDocument for a package that holds no document of a type that is read
    static DocumentType of(byte[] content) {
        var start =
                new String(
                        content,
                        0,
                        Math.min(content.length, LOOKED_AT),
                        StandardCharsets.ISO_8859_1);
        var bare = withoutMark(start).stripLeading();
        if (bare.startsWith("%PDF-")) {
            return PDF;
        }
        if (bare.startsWith("{\\rtf")) {
            return RTF;
        }
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return inPackage(content);
        }
        if (start.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return inCompoundFile(content);
        }
        return isMessage(bare) ? MAIL : TEXT;
    }

    /// Whether a text is a web page.
    static boolean isWebPage(String text) {
        return HTML.matcher(text).find();
    }

    private static String withoutMark(String start) {
        return start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start;
    }

    private static DocumentType inPackage(byte[] content) {
        try (var zip = SafeZip.open(content)) {
            if (zip.has("mimetype")) {
                return openDocument(
                        new String(zip.read("mimetype"), StandardCharsets.US_ASCII).strip());
            }
            if (zip.has("[Content_Types].xml")) {
                return office(zip);
            }
        }
        throw notRead("a ZIP file");
    }

    private static DocumentType openDocument(String mimeType) {
        if (mimeType.equals(ODT.mediaType) || mimeType.equals(ODT.mediaType + "-template")) {
            return ODT;
        }
        throw notRead(
                switch (mimeType) {
                    case "application/vnd.oasis.opendocument.spreadsheet" ->
                            "an OpenDocument spreadsheet (.ods)";
                    case "application/vnd.oasis.opendocument.presentation" ->
                            "an OpenDocument presentation (.odp)";
                    case "application/epub+zip" -> "an electronic book (EPUB)";
                    default -> "an OpenDocument file that is no text";
                });
    }

    private static DocumentType office(SafeZip zip) {
        @Nullable String other = null;
        for (var entry : zip.names()) {
            if (entry.startsWith("word/")) {
                return DOCX;
            }
            if (entry.startsWith("xl/")) {
                other = "an Excel workbook (.xlsx)";
            } else if (entry.startsWith("ppt/")) {
                other = "a PowerPoint presentation (.pptx)";
            }
        }
        throw notRead(other == null ? "an Office file without a document in it" : other);
    }

    private static DocumentType inCompoundFile(byte[] content) {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            var root = files.getRoot();
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                return DOC;
            }
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new UnreadableDocument(
                        "The document is encrypted with a password. Save it without a password and send that copy");
            }
            if (root.hasEntryCaseInsensitive("__properties_version1.0")) {
                throw new UnreadableDocument(
                        "The content is an Outlook message (.msg), which is not read. Save the message as .eml, or send the report that is attached to it");
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                throw notRead("an old Excel workbook (.xls)");
            }
            if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
                throw notRead("an old PowerPoint presentation (.ppt)");
            }
        } catch (UnreadableDocument e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocument(
                    "The file is damaged: it starts like an old Office document and breaks off."
                            + " Open it where it was written, save it as .docx and send that copy",
                    e);
        }
        throw notRead("an old Office file without a document in it");
    }

    private static UnreadableDocument notRead(String what) {
        return new UnreadableDocument(
                "The content is %s, which is not read. %s".formatted(what, ADVICE));
    }

    /// A message starts with headers, one of them of the kind that only mail programs write.
    private static boolean isMessage(String start) {
        var seen = false;
        var count = 0;
        for (var lines = start.lines().limit(MOST_HEADERS).iterator(); lines.hasNext(); ) {
            var line = lines.next();
            if (line.isEmpty()) {
                return seen;
            }
            if (count > 0 && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
                continue;
            }
            if (count == 0 && line.startsWith("From ")) {
                continue;
            }
            if (!HEADER.matcher(line).matches()) {
                return false;
            }
            count++;
            seen |=
                    OF_A_MESSAGE.contains(
                            line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT));
        }
        return seen;
    }
}
