package org.breachregister.api;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

import java.util.List;
import java.util.stream.Collectors;

/// An endpoint cannot do what was asked. It leaves as a problem detail (RFC 9457).
public final class ApiProblem extends ErrorResponseException {

    private final ProblemType type;

    /// @param sentence what is wrong and what would be right
    public ApiProblem(ProblemType type, String sentence) {
        super(type.status(), detail(type, sentence), null);
        this.type = type;
    }

    /// Something in the request is wrong.
    public static ApiProblem of(ProblemType type, List<Fault> faults) {
        var problem =
                new ApiProblem(
                        type,
                        faults.stream().map(Fault::sentence).collect(Collectors.joining(" ")));
        problem.getBody().setProperty("problems", faults);
        return problem;
    }

    /// What kind it is.
    public ProblemType type() {
        return type;
    }

    /// The same with a header beside it.
    public ApiProblem header(String name, String value) {
        getHeaders().set(name, value);
        return this;
    }

    /// One thing that is wrong with a request.
    ///
    /// @param pointer the place in the body as a JSON pointer (RFC 6901), or null
    /// @param parameter the parameter or header, or null
    /// @param message what is wrong, as a sentence without a full stop
    /// @param accepted what would be right
    public record Fault(
            @Nullable String pointer, @Nullable String parameter, String message, String accepted) {

        /// A fault of the body.
        public static Fault at(String pointer, String message, String accepted) {
            return new Fault(pointer, null, message, accepted);
        }

        /// A fault of a parameter.
        public static Fault in(String parameter, String message, String accepted) {
            return new Fault(null, parameter, message, accepted);
        }

        private String sentence() {
            var place = parameter != null ? parameter : pointer;
            return "%s: %s. Accepted: %s."
                    .formatted(
                            place == null || place.isEmpty() ? "The body" : place,
                            message,
                            accepted);
        }
    }

    /// The detail of a problem.
    public static ProblemDetail detail(ProblemType type, String sentence) {
        var detail = ProblemDetail.forStatusAndDetail(type.status(), sentence);
        detail.setType(type.uri());
        detail.setTitle(type.title());
        detail.setProperty("code", type.code());
        return detail;
    }
}
