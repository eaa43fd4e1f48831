package org.breachregister.api.input;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.api.ApiProblem;
import org.breachregister.api.ApiProblem.Fault;
import org.breachregister.api.Operation;
import org.breachregister.api.ProblemType;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.Arrays;

/// Refuses parameters and bodies where a method takes none.
final class NothingElse implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof HandlerMethod method
                && method.hasMethodAnnotation(Operation.class)
                && !readsByItself(method)) {
            if (!takes(method, Asked.class)) {
                refuseParameters(request);
            }
            if (!takes(method, Body.class)) {
                refuseBody(request);
            }
        }
        return true;
    }

    private static boolean readsByItself(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(HttpServletRequest.class::equals);
    }

    private static boolean takes(HandlerMethod method, Class<? extends Annotation> what) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(what));
    }

    private static void refuseParameters(HttpServletRequest request) {
        var faults =
                QueryString.of(request).keySet().stream()
                        .map(name ->
                                Fault.in(
                                        name.length() > 100 ? name.substring(0, 100) : name,
                                        "There is no such parameter",
                                        "no parameters"))
                        .toList();
        if (!faults.isEmpty()) {
            throw ApiProblem.of(ProblemType.INVALID_PARAMETER, faults);
        }
    }

    private static void refuseBody(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > 0 || request.getInputStream().read() >= 0) {
            throw new ApiProblem(ProblemType.MALFORMED, "This takes no body.");
        }
    }
}
