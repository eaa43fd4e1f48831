package org.breachregister.core.intake;

import org.breachregister.core.document.UnreadableDocument;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Turns the bytes of a document into text, or says why that cannot be done.
final class Decoding {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /// What a web page says of its characters, in a `meta` element or an XML declaration.
    private static final Pattern DECLARED =
            Pattern.compile(
                    "<(?:meta|\\?xml)\\b[^>]{0,300}?(?:charset|encoding)\\s{0,5}=\\s{0,5}[\"']?\\s{0,5}([A-Za-z0-9_.:-]{1,40})",
                    Pattern.CASE_INSENSITIVE);

    private static final Set<String> WESTERN =
            Set.of("us-ascii", "ascii", "iso-8859-1", "latin1", "utf-8", "utf8", "utf-16");
    private static final int LOOKED_AT = 4 * 1024;

    private Decoding() {}

    /// The text of bytes.
    ///
    /// @throws UnreadableDocument if they are not text
    static String decode(byte[] content) {
        var text = text(content);
        if (text == null) {
            throw notText(content);
        }
        return checked(text, content);
    }

    /// A text that was decoded already.
    ///
    /// @throws UnreadableDocument if it looks like none
    static String checked(String text) {
        return checked(text, null);
    }

    private static UnreadableDocument notText(byte[] content) {
        return new UnreadableDocument(
                "The content is %s, which is not read. %s"
                        .formatted(Unread.name(content), DocumentType.ADVICE));
    }

    private static String checked(String text, byte @Nullable [] content) {
        if (text.indexOf('\0') >= 0 || looksBinary(text)) {
            throw notText(content == null ? text.getBytes(StandardCharsets.UTF_8) : content);
        }
        if (text.isBlank()) {
            throw new UnreadableDocument(
                    "The file holds nothing but white space. Send the file that holds the report");
        }
        return normalised(text);
    }

    private static @Nullable String text(byte[] content) {
        if (content.length > 1 && content[0] == (byte) 0xFF && content[1] == (byte) 0xFE) {
            return strictly(content, StandardCharsets.UTF_16LE);
        }
        if (content.length > 1 && content[0] == (byte) 0xFE && content[1] == (byte) 0xFF) {
            return strictly(content, StandardCharsets.UTF_16BE);
        }
        var wide = withoutMark(content);
        if (wide != null) {
            return strictly(content, wide);
        }
        var declared = declared(content);
        var text = declared != null && isSevenBit(declared) ? null : unicode(content);
        if (text != null) {
            return text;
        }
        if (declared != null) {
            return strictly(content, declared);
        }
        var windows = strictly(content, WINDOWS);
        return windows != null && isPlausible(windows) ? windows : null;
    }

    /// UTF-16 that does not say so: every other byte of Western text is zero.
    private static @Nullable Charset withoutMark(byte[] content) {
        var pairs = Math.min(content.length, LOOKED_AT) / 2;
        var high = 0;
        var low = 0;
        for (var i = 0; i < pairs; i++) {
            high += content[2 * i] == 0 ? 1 : 0;
            low += content[2 * i + 1] == 0 ? 1 : 0;
        }
        if (pairs < 2 || content.length % 2 != 0) {
            return null;
        }
        if (low * 10 > pairs * 8 && high == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return high * 10 > pairs * 8 && low == 0 ? StandardCharsets.UTF_16BE : null;
    }

    /// The characters that a web page says it is written in; null where it does not, or says what
    /// is often said wrongly.
    private static @Nullable Charset declared(byte[] content) {
        var start =
                new String(
                        content,
                        0,
                        Math.min(content.length, LOOKED_AT),
                        StandardCharsets.ISO_8859_1);
        if (!DocumentType.isWebPage(start)) {
            return null;
        }
        var declared = DECLARED.matcher(start);
        if (!declared.find() || WESTERN.contains(declared.group(1).toLowerCase(Locale.ROOT))) {
            return null;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// Whether text in it can be taken for UTF-8 because it has no byte above 127.
    private static boolean isSevenBit(Charset charset) {
        return charset.name().startsWith("ISO-2022");
    }

    /// What is no UTF-8 leaves its mark, which few texts hold themselves.
    private static @Nullable String unicode(byte[] content) {
        var text = new String(content, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : strictly(content, StandardCharsets.UTF_8);
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
        var controls = 0L;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if ((c < ' ' || c >= 0x7F)
                    && Character.isISOControl(c)
                    && "\n\r\t\f\u000B".indexOf(c) < 0) {
                controls++;
            }
        }
        return controls * 50 > text.length();
    }

    /// Line feeds for all ends of lines, ligatures of typesetting taken apart, no byte order mark.
    private static String normalised(String text) {
        var normal = new StringBuilder();
        var from = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isNormal(c)) {
                continue;
            }
            normal.append(text, from, i);
            from = i + 1;
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
        return from == 0 ? text : normal.append(text, from, text.length()).toString();
    }

    /// Whether a character surely stays as it is: nearly all do.
    private static boolean isNormal(char c) {
        return c == '\n'
                || (c >= ' ' && c < 0x7F)
                || (c >= '\u00A0' && c < '\u2028')
                || (c > '\u2029' && c < '\uFB00');
    }
}
