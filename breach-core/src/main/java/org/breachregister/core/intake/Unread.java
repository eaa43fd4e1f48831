package org.breachregister.core.intake;

import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.ParseContext;

import java.io.IOException;
import java.util.Map;

/// Names the content of files that are not read, so that a refusal says what was sent.
final class Unread {

    private static final String UNKNOWN = "of an unknown kind";

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("image/png", "an image (PNG)"),
                    Map.entry("image/jpeg", "an image (JPEG)"),
                    Map.entry("image/gif", "an image (GIF)"),
                    Map.entry("image/tiff", "an image (TIFF)"),
                    Map.entry("image/bmp", "an image (BMP)"),
                    Map.entry("image/webp", "an image (WebP)"),
                    Map.entry("image/heic", "an image (HEIC)"),
                    Map.entry("application/gzip", "a compressed file (gzip)"),
                    Map.entry("application/x-bzip2", "a compressed file (bzip2)"),
                    Map.entry("application/x-xz", "a compressed file (xz)"),
                    Map.entry("application/x-7z-compressed", "a compressed file (7-Zip)"),
                    Map.entry("application/x-rar-compressed", "a compressed file (RAR)"),
                    Map.entry("application/x-msdownload", "a program (Windows)"),
                    Map.entry("application/x-elf", "a program (ELF)"),
                    Map.entry("application/x-sqlite3", "a SQLite database"));

    private Unread() {}

    /// What the content is, to stand behind "The content is".
    static String name(byte[] content) {
        var known = MimeTypes.getDefaultMimeTypes();
        try (var in = TikaInputStream.get(content)) {
            var registry = known.getMediaTypeRegistry();
            var type = known.detect(in, new Metadata(), new ParseContext()).getBaseType();
            for (var wider = type; wider != null; wider = registry.getSupertype(wider)) {
                var name = NAMES.get(wider.toString());
                if (name != null) {
                    return name;
                }
            }
            var described = known.forName(type.toString()).getDescription();
            return described.isEmpty() ? UNKNOWN : "a file of the type " + described;
        } catch (IOException | MimeTypeException e) {
            return UNKNOWN;
        }
    }
}
