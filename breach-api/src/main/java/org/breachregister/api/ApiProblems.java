package org.breachregister.api;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Answers what goes wrong at an endpoint with a problem detail (RFC 9457).
@RestControllerAdvice(basePackageClasses = ApiProblems.class, annotations = ForPrograms.class)
class ApiProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(RuntimeException failure) {
        LOG.error("An endpoint failed", failure);
        return ResponseEntity.internalServerError()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        ApiProblem.detail(
                                ProblemType.FAULT,
                                "The register could not answer. The fault is on its side and has been noted."));
    }

    /// A malformed identifier in an address is as unknown as one that was never given.
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (mismatch instanceof MethodArgumentTypeMismatchException argument
                && argument.getParameter().hasParameterAnnotation(PathVariable.class)) {
            var unknown = ProblemType.NOT_FOUND;
            return handleExceptionInternal(
                    mismatch,
                    ApiProblem.detail(unknown, "There is nothing of that address."),
                    headers,
                    unknown.status(),
                    request);
        }
        return super.handleTypeMismatch(mismatch, headers, status, request);
    }

    /// Gives every problem its kind.
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (body instanceof ProblemDetail detail) {
            complete(detail, status);
        } else if (body == null && failure instanceof ErrorResponse response) {
            complete(response.getBody(), status);
        }
        var answered = new HttpHeaders();
        answered.putAll(headers);
        answered.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return super.handleExceptionInternal(failure, body, answered, status, request);
    }

    /// Adds kind and code to a problem that lacks them.
    static void complete(ProblemDetail detail, HttpStatusCode status) {
        var properties = detail.getProperties();
        var code = properties == null ? null : properties.get("code");
        var type = ProblemType.of(status).orElse(null);
        if (code == null && type != null) {
            code = type.code();
            detail.setProperty("code", code);
            if (detail.getTitle() == null || isReason(detail.getTitle(), status)) {
                detail.setTitle(type.title());
            }
        }
        if (code != null) {
            detail.setType(ProblemType.uri(code.toString()));
        }
    }

    private static boolean isReason(@Nullable String title, HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        return known != null && known.getReasonPhrase().equals(title);
    }
}
