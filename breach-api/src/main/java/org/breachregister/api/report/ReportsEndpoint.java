package org.breachregister.api.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.api.Operation;
import org.breachregister.api.ProblemType;
import org.breachregister.api.ReadingRepresentation;
import org.breachregister.core.casework.SentReport;
import org.breachregister.core.intake.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/// Takes reports in, and shows what was understood to the holders of their receipts.
@RestController
@RequestMapping(ReportsEndpoint.PATH)
class ReportsEndpoint {

    static final String PATH = "/api/v1/reports";

    private final Submissions submissions;
    private final SentDocument documents;

    ReportsEndpoint(Submissions submissions, SentDocument documents) {
        this.submissions = submissions;
        this.documents = documents;
    }

    @PostMapping
    @Operation(
            value = "Send a report without an account",
            status = 201,
            schema = "Receipt",
            body = "Report",
            parameters = SentName.class,
            problems = {400, 403, 404, 408, 413, 415, 422, 429, 503})
    ResponseEntity<Map<String, @Nullable Object>> receive(HttpServletRequest request) {
        return switch (submissions.takeAny(request)) {
            case Submission.Received(var receipt) ->
                    kept(ResponseEntity.created(URI.create(PATH + "/" + receipt.value())))
                            .body(representation(receipt.value(), found(receipt.value())));
            case Submission.Refused(var code, var sentence) -> throw unprocessable(code, sentence);
        };
    }

    @GetMapping("/{receipt}")
    @Operation(value = "What was understood of a report that was sent", schema = "Receipt")
    ResponseEntity<Map<String, @Nullable Object>> one(@PathVariable String receipt) {
        return kept(ResponseEntity.ok()).body(representation(receipt, found(receipt)));
    }

    @GetMapping("/{receipt}/document")
    @Operation("The document that was sent, byte for byte")
    ResponseEntity<Resource> document(@PathVariable String receipt) {
        return documents.download(found(receipt));
    }

    /// @param name the name of the document where it is the body of the request
    record SentName(@Nullable String name) {}

    /// Says nothing to a client that has gone away.
    @ExceptionHandler
    @Nullable ResponseEntity<ProblemDetail> refused(
            UploadRefused refused, HttpServletResponse response) {
        return response.isCommitted()
                ? null
                : ResponseEntity.status(refused.getStatusCode())
                        .headers(refused.getHeaders())
                        .body(refused.getBody());
    }

    private SentReport found(String receipt) {
        return submissions.find(receipt).orElseThrow(ReportsEndpoint::unknown);
    }

    private static BodyBuilder kept(BodyBuilder response) {
        return response.cacheControl(CacheControl.noStore()).header("X-Robots-Tag", "noindex");
    }

    private static Map<String, @Nullable Object> representation(String receipt, SentReport sent) {
        var address = PATH + "/" + receipt;
        var object =
                ReadingRepresentation.of(
                        sent.fileName(), new Reading.Report(sent.report(), "", sent.mediaType()));
        object.put("sha256", sent.sha256());
        object.put("bytes", sent.bytes());
        object.put("mediaType", sent.mediaType());
        object.put("receivedAt", sent.sentAt().toString());
        object.put("expiresAt", sent.expiresAt().toString());
        var links = new LinkedHashMap<String, String>();
        links.put("self", address);
        links.put("document", address + "/document");
        object.put("links", links);
        return object;
    }

    private static ErrorResponseException unprocessable(String code, String sentence) {
        var detail = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, sentence);
        detail.setTitle(
                code.equals("unreadable")
                        ? "The document cannot be read"
                        : "The document is not a breach report");
        detail.setType(ProblemType.uri(code));
        detail.setProperty("code", code);
        return new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, detail, null);
    }

    /// The same for a receipt that ended and for one that never was.
    private static ErrorResponseException unknown() {
        var detail =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.NOT_FOUND,
                        "There is no receipt of that address, or it has ended.");
        return new ErrorResponseException(HttpStatus.NOT_FOUND, detail, null);
    }
}
