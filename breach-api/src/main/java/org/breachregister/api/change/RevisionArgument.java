package org.breachregister.api.change;

import org.breachregister.api.ApiProblem;
import org.breachregister.api.ProblemType;
import org.breachregister.api.input.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import java.util.Collections;

/// Gives a method the revision that a change is based on.
final class RevisionArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Revision.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory factory) {
        var given = Collections.list(Requests.servlet(web).getHeaders(HttpHeaders.IF_MATCH));
        if (given.size() > 1) {
            throw new ApiProblem(ProblemType.MALFORMED, "If-Match is given more than once.");
        }
        return Revision.of(given.isEmpty() ? null : given.getFirst());
    }
}
