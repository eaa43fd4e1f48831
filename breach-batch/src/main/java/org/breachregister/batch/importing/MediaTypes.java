package org.breachregister.batch.importing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Tells the type of a document, from its first bytes rather than its name where they decide.
final class MediaTypes {

    private static final int LOOKED_AT = 1024;

    private MediaTypes() {}

    static String of(byte[] content, String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        var start =
                new String(
                                content,
                                0,
                                Math.min(content.length, LOOKED_AT),
                                StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT);
        if (start.startsWith("%pdf-")) {
            return "application/pdf";
        }
        if (start.startsWith("pk\u0003\u0004")) {
            return name.endsWith(".docx")
                    ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                    : name.endsWith(".odt")
                            ? "application/vnd.oasis.opendocument.text"
                            : "application/zip";
        }
        if (start.contains("<!doctype html") || start.contains("<html")) {
            return "text/html";
        }
        return name.endsWith(".md") || name.endsWith(".markdown") ? "text/markdown" : "text/plain";
    }
}
