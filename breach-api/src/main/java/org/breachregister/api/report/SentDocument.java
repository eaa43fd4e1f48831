package org.breachregister.api.report;

import org.breachregister.core.casework.Document;
import org.breachregister.core.casework.SentReport;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.stereotype.Component;

/// Gives a stored document back to whoever sent it. It may be anything at all, so it is only ever
/// saved, never shown: no browser may take it for a page of this site, whatever it holds.
@Component
public final class SentDocument {

    private final Submissions submissions;

    SentDocument(Submissions submissions) {
        this.submissions = submissions;
    }

    /// A stored document, for saving.
    public static ResponseEntity<Resource> saved(Document document) {
        return saved(document.fileName(), document.content().length)
                .body(new ByteArrayResource(document.content()));
    }

    /// The bytes as received, for saving.
    public ResponseEntity<Resource> download(SentReport sent) {
        return saved(sent.fileName(), sent.bytes())
                .body(new InputStreamResource(() -> submissions.content(sent)));
    }

    private static BodyBuilder saved(String fileName, long bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(bytes)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.of(fileName).attachment())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex");
    }
}
