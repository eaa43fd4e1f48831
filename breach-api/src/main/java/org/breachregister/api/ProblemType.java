package org.breachregister.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/// The kinds of problems that endpoints answer with. Codes and addresses never change; programs may
/// rely on them. `docs/api.md` explains each.
public enum ProblemType {
    MALFORMED("malformed-request", HttpStatus.BAD_REQUEST, "The request cannot be read"),
    INVALID_PARAMETER(
            "invalid-parameter", HttpStatus.BAD_REQUEST, "The question cannot be understood"),
    INVALID_BODY("invalid-body", HttpStatus.BAD_REQUEST, "The body is not as it should be"),
    KEY_NEEDED(
            "idempotency-key-required",
            HttpStatus.BAD_REQUEST,
            "The request needs a key of its own"),
    NOT_SIGNED_IN("not-signed-in", HttpStatus.UNAUTHORIZED, "You have to say who you are"),
    NOT_ALLOWED("not-allowed", HttpStatus.FORBIDDEN, "You may not do this"),
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND, "There is nothing here"),
    METHOD_NOT_ALLOWED(
            "method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "This cannot be done here"),
    NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE, "There is no such representation"),
    TOO_SLOW("too-slow", HttpStatus.REQUEST_TIMEOUT, "The request arrived too slowly"),
    ILLEGAL_STEP("illegal-step", HttpStatus.CONFLICT, "The case does not allow this now"),
    SECOND_PERSON_NEEDED("second-person-needed", HttpStatus.CONFLICT, "This needs a second person"),
    CONTENT_CHANGED(
            "content-changed", HttpStatus.CONFLICT, "What was approved is not what stands there"),
    KEY_IN_USE("idempotency-key-in-use", HttpStatus.CONFLICT, "The same request is being answered"),
    WITHDRAWN("withdrawn", HttpStatus.GONE, "It was taken off the register"),
    STALE("stale", HttpStatus.PRECONDITION_FAILED, "Somebody changed it in the meantime"),
    TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type",
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "The request has a type that cannot be taken"),
    INVALID("invalid", HttpStatus.UNPROCESSABLE_CONTENT, "What was given cannot be right"),
    NOT_A_REPORT(
            "not-a-report",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The document is not a breach report"),
    UNREADABLE("unreadable", HttpStatus.UNPROCESSABLE_CONTENT, "The document cannot be read"),
    KEY_REUSED(
            "idempotency-key-reused",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The key belongs to another request"),
    PRECONDITION_REQUIRED(
            "precondition-required",
            HttpStatus.PRECONDITION_REQUIRED,
            "A change has to name the revision that it is based on"),
    TOO_MANY_REQUESTS("too-many-requests", HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    FAULT("fault", HttpStatus.INTERNAL_SERVER_ERROR, "There is a problem with the register"),
    UNAVAILABLE("unavailable", HttpStatus.SERVICE_UNAVAILABLE, "The register is busy");

    /// Where the addresses of all kinds begin.
    public static final String PATH = "/problems/";

    private final String code;
    private final HttpStatus status;
    private final String title;

    ProblemType(String code, HttpStatus status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    /// Its short name.
    public String code() {
        return code;
    }

    /// Its address.
    public URI uri() {
        return uri(code);
    }

    /// The address of a code.
    public static URI uri(String code) {
        return URI.create(PATH + code);
    }

    /// The status that it is answered with.
    public HttpStatus status() {
        return status;
    }

    /// What it is, in a few words for people.
    public String title() {
        return title;
    }

    /// The kind that a status stands for where nothing more is known.
    public static Optional<ProblemType> of(HttpStatusCode status) {
        return Arrays.stream(values()).filter(type -> type.status.isSameCodeAs(status)).findFirst();
    }
}
