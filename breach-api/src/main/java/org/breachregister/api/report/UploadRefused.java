package org.breachregister.api.report;

import org.breachregister.api.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

import java.time.Duration;

/// A document was not taken, for a reason that lies outside of it. The detail is a sentence for the
/// person who sent it: what is wrong, and what to do.
public final class UploadRefused extends ErrorResponseException {

    private UploadRefused(HttpStatus status, String code, String title, String sentence) {
        super(status, detail(status, code, title, sentence), null);
    }

    private static ProblemDetail detail(
            HttpStatus status, String code, String title, String sentence) {
        var detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setTitle(title);
        detail.setType(ProblemType.uri(code));
        detail.setProperty("code", code);
        return detail;
    }

    /// The sentence.
    public String sentence() {
        return String.valueOf(getBody().getDetail());
    }

    static UploadRefused unlike(String code, String sentence) {
        return new UploadRefused(
                HttpStatus.BAD_REQUEST, code, "The document did not arrive whole", sentence);
    }

    static UploadRefused noFile() {
        return unlike("no-file", "Choose the report that you want to send.");
    }

    static UploadRefused wrongType() {
        return new UploadRefused(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "The request has a type that cannot be taken",
                "Send the document as multipart/form-data in a part named file, or as the body of the request with its name in the parameter name.");
    }

    static UploadRefused tooLarge(int mostBytes) {
        return new UploadRefused(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "The document is too large",
                "The document is larger than %d MB. A breach report is a few pages: send the report alone, or save it with smaller pictures."
                        .formatted(mostBytes / (1024 * 1024)));
    }

    static UploadRefused tooSlow() {
        return new UploadRefused(
                HttpStatus.REQUEST_TIMEOUT,
                "too-slow",
                "The document arrived too slowly",
                "The document arrived too slowly and was given up. Try again over a better connection.");
    }

    static UploadRefused fromAnotherSite() {
        return new UploadRefused(
                HttpStatus.FORBIDDEN,
                "cross-site",
                "Reports are not taken from other sites",
                "Another web site asked to send this report. Send it from the page of this register.");
    }

    static UploadRefused closed() {
        return new UploadRefused(
                HttpStatus.NOT_FOUND,
                "closed",
                "Reports cannot be sent here",
                "This register does not take reports over the web.");
    }

    static UploadRefused tooMany(Duration wait) {
        var refused =
                new UploadRefused(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-requests",
                        "Too many documents",
                        "Many documents came from your address in a short time. Wait a minute, then try again.");
        return refused.after(wait);
    }

    static UploadRefused busy(Duration wait) {
        var refused =
                new UploadRefused(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "busy",
                        "The register is busy",
                        "Other documents are being read. Nothing is wrong with yours: try again in a minute.");
        return refused.after(wait);
    }

    static UploadRefused full(Duration wait) {
        var refused =
                new UploadRefused(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "full",
                        "The register takes no more documents today",
                        "More documents arrived today than are taken in a day. Try again tomorrow, or send the report to the regulator by e-mail.");
        return refused.after(wait);
    }

    private UploadRefused after(Duration wait) {
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        return this;
    }
}
