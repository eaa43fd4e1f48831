package org.breachregister.core.document.mail;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;

/// The text of message bodies.
final class MailText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final List<String> FIRST = List.of("utf-16", "utf-32", "iso-2022");

    private MailText() {}

    /// Decodes bytes: as UTF-8 where they are that, since what is declared is often wrong; else as
    /// declared; else as Windows does. What is declared comes first where it has no bytes above
    /// 127, or zeros, and so is always UTF-8 as well.
    static String decoded(byte[] bytes, String declared) {
        var first = FIRST.stream().anyMatch(one -> starts(declared, one));
        var text = first ? null : strictly(bytes);
        if (text != null) {
            return text;
        }
        var charset = WINDOWS;
        if (!declared.isEmpty()) {
            try {
                charset = Charset.forName(declared);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                charset = WINDOWS;
            }
        }
        if (charset.equals(StandardCharsets.US_ASCII)
                || charset.equals(StandardCharsets.UTF_8)
                || charset.equals(StandardCharsets.ISO_8859_1)) {
            charset = WINDOWS;
        }
        return new String(bytes, charset);
    }

    private static boolean starts(String declared, String name) {
        return declared.regionMatches(true, 0, name, 0, name.length());
    }

    private static @Nullable String strictly(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0) {
            return text;
        }
        // What is no UTF-8 leaves that mark, which few texts hold themselves.
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /// Joins lines that a mail program folded at a space (RFC 3676).
    static String unfolded(String text, MailHeaders.Flow flow) {
        if (flow == MailHeaders.Flow.FIXED) {
            return text;
        }
        var joined = new StringBuilder(text.length());
        var depth = -1;
        for (var raw : text.split("\r?\n", -1)) {
            var quote = 0;
            while (quote < raw.length() && raw.charAt(quote) == '>') {
                quote++;
            }
            var line = raw.substring(quote);
            if (line.startsWith(" ")) {
                line = line.substring(1);
            }
            if (quote == depth) {
                joined.append(line);
            } else {
                if (!joined.isEmpty()) {
                    joined.append('\n');
                }
                joined.append(">".repeat(quote)).append(quote > 0 ? " " : "").append(line);
            }
            var folded = line.endsWith(" ") && !line.equals("-- ");
            if (folded && flow == MailHeaders.Flow.FLOWED_WITHOUT_SPACE) {
                joined.setLength(joined.length() - 1);
            }
            depth = folded ? quote : -1;
        }
        return joined.toString();
    }
}
