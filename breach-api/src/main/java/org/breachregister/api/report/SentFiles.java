package org.breachregister.api.report;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Set;

/// Takes the one file out of a request. Nothing is written to disk: Tomcat's reader of multipart
/// bodies is used part by part, over a stream that keeps the pace, and what goes beyond a bound is
/// refused when it is met.
final class SentFiles {

    private static final String PART = "file";
    private static final int MOST_PARTS = 5;
    private static final int MOST_PARTS_WITH_FIELDS = 10;
    private static final int LONGEST_TEXT = 256 * 1024;
    private static final int LONGEST_PART_HEADER = 4 * 1024;
    private static final Set<MediaType> NO_DOCUMENT =
            Set.of(
                    MediaType.APPLICATION_FORM_URLENCODED,
                    MediaType.APPLICATION_JSON,
                    MediaType.valueOf("multipart/*"));

    private final int mostBytes;

    SentFiles(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /// The most bytes that a request may have around the file.
    static long around() {
        return 64 * 1024;
    }

    /// The most bytes that a request may have around the file where its fields are read too.
    static long aroundWithFields() {
        return around() + LONGEST_TEXT;
    }

    /// Whether a request brings a form with a file.
    static boolean isForm(HttpServletRequest request) {
        return MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type(request));
    }

    /// Whether a request brings a file as its body.
    static boolean isBare(HttpServletRequest request) {
        var type = type(request);
        return NO_DOCUMENT.stream().noneMatch(other -> other.includes(type));
    }

    private static MediaType type(HttpServletRequest request) {
        var type = request.getContentType();
        if (type == null) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
        try {
            return MediaType.parseMediaType(type);
        } catch (InvalidMediaTypeException _) {
            throw UploadRefused.wrongType();
        }
    }

    /// The file in the part `file` of a form.
    SentFile inForm(HttpServletRequest request, InputStream body) throws IOException {
        var found = form(request, body, false).file();
        if (found == null) {
            throw UploadRefused.noFile();
        }
        return found;
    }

    /// A form with the texts of its fields, and the file where one was chosen.
    SentForm fieldsToo(HttpServletRequest request, InputStream body) throws IOException {
        return form(request, body, true);
    }

    private SentForm form(HttpServletRequest request, InputStream body, boolean fieldsToo)
            throws IOException {
        var upload = new FileUpload();
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        upload.setPartHeaderSizeMax(LONGEST_PART_HEADER);
        var most = fieldsToo ? MOST_PARTS_WITH_FIELDS : MOST_PARTS;
        var fields = new HashMap<String, String>();
        SentFile found = null;
        try {
            var parts = upload.getItemIterator(new Form(request, body));
            for (var count = 0; parts.hasNext(); count++) {
                if (count == most) {
                    throw UploadRefused.unlike(
                            "too-many-parts",
                            "The form has more than %d parts. Send one document.".formatted(most));
                }
                var part = parts.next();
                if (PART.equals(part.getFieldName())) {
                    if (found != null) {
                        throw UploadRefused.unlike("several-files", "Send one document at a time.");
                    }
                    found = file(part);
                } else if (fieldsToo && part.isFormField()) {
                    if (fields.put(part.getFieldName(), text(part)) != null) {
                        throw UploadRefused.unlike(
                                "repeated-field",
                                "The form has a field twice. Load the page again, and send it again.");
                    }
                }
            }
        } catch (FileUploadException e) {
            throw causeOf(e);
        }
        return new SentForm(fields, found);
    }

    /// The file that is the body.
    SentFile bare(HttpServletRequest request, InputStream body) throws IOException {
        var name = request.getParameter("name");
        return new SentFile(FileName.of(name == null ? "" : name), content(body));
    }

    private static String text(FileItemStream part) throws IOException {
        try (var in = part.openStream()) {
            var text = in.readNBytes(LONGEST_TEXT + 1);
            if (text.length > LONGEST_TEXT) {
                throw UploadRefused.unlike(
                        "text-too-long", "The text is too long. Send it as a document instead.");
            }
            return new String(text, StandardCharsets.UTF_8);
        }
    }

    private @Nullable SentFile file(FileItemStream part) throws IOException {
        var name = name(part);
        try (var in = part.openStream()) {
            var content = content(in);
            if (name == null || name.isEmpty() && content.length == 0) {
                return null;
            }
            return new SentFile(FileName.of(name), content);
        }
    }

    private static @Nullable String name(FileItemStream part) {
        try {
            return part.getName();
        } catch (InvalidFileNameException odd) {
            return odd.getName();
        }
    }

    private byte[] content(InputStream in) throws IOException {
        var content = in.readNBytes(mostBytes + 1);
        if (content.length > mostBytes) {
            throw UploadRefused.tooLarge(mostBytes);
        }
        return content;
    }

    private static IOException causeOf(FileUploadException failure) {
        return failure.getCause() instanceof IOException cause ? cause : failure;
    }

    private record Form(HttpServletRequest request, InputStream body) implements UploadContext {

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return request.getContentType();
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }

        @Override
        public long contentLength() {
            return request.getContentLengthLong();
        }
    }
}
