package org.breachregister.core.document.rtf;

import com.rtfparserkit.parser.RtfStreamSource;
import com.rtfparserkit.parser.standard.StandardRtfParser;

import org.breachregister.core.document.StructuredDocument;
import org.breachregister.core.document.UnreadableDocument;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Reads rich text documents (.rtf).
public final class RtfReader {

    private static final Pattern BINARY = Pattern.compile("\\\\bin(-?\\d{1,12})");

    private RtfReader() {}

    /// Reads a document.
    ///
    /// @param content its bytes
    /// @throws UnreadableDocument if it is damaged
    public static StructuredDocument read(byte[] content) {
        refuseLongBinaries(content);
        var text = new RtfText();
        try {
            new StandardRtfParser()
                    .parse(new RtfStreamSource(new ByteArrayInputStream(content)), text);
            return text.document();
        } catch (UnreadableDocument e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    /// A binary part says how long it is, and the parser would believe it.
    private static void refuseLongBinaries(byte[] content) {
        var binary = BINARY.matcher(new String(content, StandardCharsets.ISO_8859_1));
        while (binary.find()) {
            var length = Long.parseLong(binary.group(1));
            if (length < 0 || length > content.length) {
                throw damaged(null);
            }
        }
    }

    private static UnreadableDocument damaged(@Nullable Exception cause) {
        var message =
                "The rich text document is damaged. Open it where it was written, save it as .docx and send that copy";
        return cause == null
                ? new UnreadableDocument(message)
                : new UnreadableDocument(message, cause);
    }
}
