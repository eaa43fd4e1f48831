package org.breachregister.core.intake;

import org.breachregister.core.document.UnreadableDocument;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Turns the bytes of a document into text, or says why that cannot be done.
final class Decoding {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Decoding() {}

    /// The text of bytes.
    ///
    /// @throws UnreadableDocument if they are not text
    static String decode(byte[] content) {
        var text = text(content);
        if (text == null || text.indexOf('\0') >= 0 || looksBinary(text)) {
            throw new UnreadableDocument(
                    "The content is %s, which is not read. %s"
                            .formatted(Unread.name(content), DocumentType.ADVICE));
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
