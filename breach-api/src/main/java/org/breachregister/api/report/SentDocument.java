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
import org.springframework.stereotype.Component;

/// Gives a stored document back to whoever sent it. It may be anything at all, so it is only ever
/// saved, never shown: no browser may take it for a page of this site, whatever it holds.
@Component
public final class SentDocument {

    private final Submissions submissions;

    SentDocument(Submissions submissions) {
        this.submissions = submissions;
    }

    /// The bytes as received, for saving.
    public ResponseEntity<Resource> download(SentReport sent) {
        return download(
                sent.fileName(),
                sent.bytes(),
                new InputStreamResource(() -> submissions.content(sent)));
    }

    /// The bytes of a document, for saving.
    public static ResponseEntity<Resource> download(Document document) {
        return download(
                document.fileName(),
                document.content().length,
                new ByteArrayResource(document.content()));
    }

    private static ResponseEntity<Resource> download(String name, long bytes, Resource content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(bytes)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.of(name).attachment())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .body(content);
    }
}
