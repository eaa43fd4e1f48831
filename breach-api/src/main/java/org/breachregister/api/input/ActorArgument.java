package org.breachregister.api.input;

import org.breachregister.api.ApiProblem;
import org.breachregister.api.ProblemType;
import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives a method the person that it works for. Without one there is no answer.
final class ActorArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory factory) {
        var actor = Acting.current();
        if (actor.id() == null) {
            throw new ApiProblem(
                            ProblemType.NOT_SIGNED_IN,
                            "Send a token of your account in the header Authorization: Bearer <token>.")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return actor;
    }
}
