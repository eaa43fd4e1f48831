package org.breachregister.core.document.mail;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Header;
import org.apache.james.mime4j.dom.field.ContentDispositionField;
import org.apache.james.mime4j.dom.field.ContentTypeField;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What the headers of a message and of its parts say.
final class MailHeaders {

    private static final List<String> SHOWN = List.of("From", "To", "Cc", "Date", "Subject");
    private static final int LONGEST = 4_000;
    private static final int LONGEST_NAME = 150;
    private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]*");
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]");

    private MailHeaders() {}

    /// How the lines of a text were folded.
    enum Flow {
        FIXED,
        FLOWED,
        FLOWED_WITHOUT_SPACE
    }

    /// The headers that a reader sees, as `Name: value`.
    static List<String> shown(Header header) {
        var lines = new ArrayList<String>();
        for (var name : SHOWN) {
            var field = header.getField(name);
            if (field == null) {
                continue;
            }
            var raw = field.getRaw();
            var text = raw == null ? field.toString() : MailText.decoded(raw.toByteArray(), "");
            var value = unfolded(text.substring(text.indexOf(':') + 1));
            var decoded =
                    DecoderUtil.decodeEncodedWords(
                            value.substring(0, Math.min(value.length(), LONGEST)),
                            DecodeMonitor.SILENT);
            lines.add(name + ": " + decoded.strip());
        }
        return lines;
    }

    private static String unfolded(String value) {
        return value.indexOf('\n') < 0 ? value : FOLD.matcher(value).replaceAll(" ");
    }

    /// The file name that a part bears, without folders and characters that are not shown; empty
    /// where it bears none.
    static String fileName(Header header) {
        var name = "";
        if (header.getField("Content-Disposition") instanceof ContentDispositionField disposition
                && disposition.getFilename() != null) {
            name = disposition.getFilename();
        } else if (header.getField("Content-Type") instanceof ContentTypeField type
                && type.getParameter("name") != null) {
            name = type.getParameter("name");
        }
        name = DecoderUtil.decodeEncodedWords(name, DecodeMonitor.SILENT);
        name = NOT_SHOWN.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("");
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /// The character set that a part declares, or the empty text.
    static String charset(Header header) {
        return header.getField("Content-Type") instanceof ContentTypeField type
                        && type.getCharset() != null
                ? type.getCharset()
                : "";
    }

    static Flow flowed(Header header) {
        if (!(header.getField("Content-Type") instanceof ContentTypeField type)
                || !"flowed".equalsIgnoreCase(type.getParameter("format"))) {
            return Flow.FIXED;
        }
        return "yes".equalsIgnoreCase(type.getParameter("delsp"))
                ? Flow.FLOWED_WITHOUT_SPACE
                : Flow.FLOWED;
    }
}
