package org.breachregister.core.intake;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Turns the bytes of a document into text, or says why that cannot be done.
final class Decoding {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String ADVICE =
            "Save it as text (.txt), Markdown (.md) or a web page (.html)";

    private static final List<Signature> SIGNATURES =
            List.of(
                    new Signature("a PDF document", 0, "%PDF-"),
                    new Signature("a rich text document (RTF)", 0, "{\\rtf"),
                    new Signature("an image (PNG)", 0, "\u0089PNG"),
                    new Signature("an image (JPEG)", 0, "\u00FF\u00D8\u00FF"),
                    new Signature("an image (GIF)", 0, "GIF8"),
                    new Signature("an image (TIFF)", 0, "II*\0"),
                    new Signature("an image (TIFF)", 0, "MM\0*"),
                    new Signature("an image (BMP)", 0, "BM\u0036"),
                    new Signature("an image (WebP)", 8, "WEBP"),
                    new Signature(
                            "an old Microsoft Office document or Outlook message",
                            0,
                            "\u00D0\u00CF\u0011\u00E0"),
                    new Signature("a compressed file (gzip)", 0, "\u001F\u008B"),
                    new Signature("a compressed file (7-Zip)", 0, "7z\u00BC\u00AF"),
                    new Signature("a compressed file (RAR)", 0, "Rar!\u001A"),
                    new Signature("a program (ELF)", 0, "\u007FELF"),
                    new Signature("a program (Windows)", 0, "MZ\u0090\0"),
                    new Signature("a SQLite database", 0, "SQLite format 3\0"));

    private Decoding() {}

    private record Signature(String what, int offset, String start) {

        boolean fits(byte[] content) {
            if (content.length < offset + start.length()) {
                return false;
            }
            for (var i = 0; i < start.length(); i++) {
                if ((content[offset + i] & 0xFF) != start.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// What became of the bytes.
    sealed interface Result {

        record Text(String text) implements Result {}

        record Refused(String reason) implements Result {}
    }

    static Result decode(byte[] content) {
        if (content.length == 0) {
            return new Result.Refused(
                    "The file is empty (0 bytes). Send the file that holds the report");
        }
        if (content.length > ReportReader.MOST_BYTES) {
            return new Result.Refused(
                    "The file is too large: %,d bytes, and at most %,d are read. Send the report without attachments"
                            .formatted(content.length, ReportReader.MOST_BYTES));
        }
        for (var signature : SIGNATURES) {
            if (signature.fits(content)) {
                return notRead(signature.what());
            }
        }
        if (starts(content, "PK\u0003\u0004") || starts(content, "PK\u0005\u0006")) {
            return notRead(packageType(content));
        }
        var text = text(content);
        if (text == null) {
            return new Result.Refused(
                    "The encoding of the text is not known: it is neither UTF-8, UTF-16 with a byte order mark"
                            + " nor Windows-1252. Save it as UTF-8");
        }
        var nul = text.indexOf('\0');
        if (nul >= 0) {
            return new Result.Refused(
                    "The file is not text: it holds a NUL byte at position %d. %s"
                            .formatted(nul, ADVICE));
        }
        if (text.isBlank()) {
            return new Result.Refused(
                    "The file holds nothing but white space. Send the file that holds the report");
        }
        if (isMessage(text)) {
            return notRead("an e-mail message (.eml)");
        }
        if (looksBinary(text)) {
            return new Result.Refused(
                    "The file is not text: too many of its characters are control characters. "
                            + ADVICE);
        }
        return new Result.Text(normalised(text));
    }

    private static Result notRead(String what) {
        return new Result.Refused(
                "The content is %s, which is not read by this version. %s".formatted(what, ADVICE));
    }

    private static String packageType(byte[] content) {
        var start =
                new String(
                        content,
                        0,
                        Math.min(content.length, 64 * 1024),
                        StandardCharsets.ISO_8859_1);
        if (start.contains("application/vnd.oasis.opendocument.text")) {
            return "an OpenDocument text (.odt)";
        }
        if (start.contains("application/vnd.oasis.opendocument")) {
            return "an OpenDocument file";
        }
        if (start.contains("word/")) {
            return "a Word document (.docx)";
        }
        if (start.contains("xl/")) {
            return "an Excel workbook (.xlsx)";
        }
        return start.contains("[Content_Types].xml")
                ? "an Office document (.docx, .xlsx or .pptx)"
                : "a ZIP file";
    }

    private static @Nullable String text(byte[] content) {
        if (starts(content, "\u00FF\u00FE")) {
            return strictly(content, StandardCharsets.UTF_16LE);
        }
        if (starts(content, "\u00FE\u00FF")) {
            return strictly(content, StandardCharsets.UTF_16BE);
        }
        var text = strictly(content, StandardCharsets.UTF_8);
        if (text != null) {
            return text;
        }
        var windows = strictly(content, WINDOWS);
        return windows != null && isPlausible(windows) ? windows : null;
    }

    private static @Nullable String strictly(byte[] content, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /// Text in a Western encoding is mostly letters and spaces of ASCII.
    private static boolean isPlausible(String text) {
        var plain =
                text.chars()
                        .filter(c -> (c >= ' ' && c < 0x7F) || c == '\n' || c == '\r' || c == '\t')
                        .count();
        return plain >= text.length() * 0.9;
    }

    private static boolean looksBinary(String text) {
        var controls =
                text.chars()
                        .filter(c ->
                                Character.isISOControl(c)
                                        && c != '\n'
                                        && c != '\r'
                                        && c != '\t'
                                        && c != '\f'
                                        && c != 0x0B)
                        .count();
        return controls * 50 > text.length();
    }

    private static boolean isMessage(String text) {
        var header = text.substring(0, Math.min(text.length(), 16 * 1024)).replace("\r\n", "\n");
        var end = header.indexOf("\n\n");
        var lower = (end < 0 ? header : header.substring(0, end)).toLowerCase(Locale.ROOT);
        return lower.matches("(?s)[a-z-]{2,40}:.*")
                && (lower.contains("\nmime-version:") || lower.startsWith("mime-version:"))
                && lower.contains("content-type:");
    }

    private static boolean starts(byte[] content, String with) {
        return new Signature("", 0, with).fits(content);
    }

    /// Line feeds for all ends of lines, ligatures of typesetting taken apart, no byte order mark.
    private static String normalised(String text) {
        var normal = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '\uFEFF' -> {}
                case '\r' -> {
                    if (i + 1 >= text.length() || text.charAt(i + 1) != '\n') {
                        normal.append('\n');
                    }
                }
                case '\f' -> normal.append("\n\n");
                case '\u2028', '\u000B', '\u0085' -> normal.append('\n');
                case '\u2029' -> normal.append("\n\n");
                case '\uFB00' -> normal.append("ff");
                case '\uFB01' -> normal.append("fi");
                case '\uFB02' -> normal.append("fl");
                case '\uFB03' -> normal.append("ffi");
                case '\uFB04' -> normal.append("ffl");
                default -> normal.append(c);
            }
        }
        return normal.toString();
    }
}
