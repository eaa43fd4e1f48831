package org.breachregister.api.change;

import jakarta.servlet.http.HttpServletRequest;

import org.breachregister.api.ApiProblem;
import org.breachregister.api.ProblemType;
import org.breachregister.api.input.Requests;
import org.breachregister.core.account.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import java.util.Collections;
import java.util.regex.Pattern;

/// Gives a method what does its deed once. It stands after the parameter for the body.
final class OnceArgument implements HandlerMethodArgumentResolver {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final ObjectProvider<IdempotentAnswers> answers;

    OnceArgument(ObjectProvider<IdempotentAnswers> answers) {
        this.answers = answers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Once.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory factory) {
        var request = Requests.servlet(web);
        var account = Acting.current().id();
        if (account == null) {
            throw new IllegalStateException("A method that does something once takes an actor");
        }
        return new OnceByKey(answers.getObject(), account, key(request), Requests.digest(request));
    }

    private static @Nullable String key(HttpServletRequest request) {
        var given = Collections.list(request.getHeaders(HEADER));
        if (given.isEmpty()) {
            return null;
        }
        if (given.size() > 1 || !KEY.matcher(given.getFirst()).matches()) {
            throw new ApiProblem(
                    ProblemType.MALFORMED,
                    "Idempotency-Key has to be given once, as 1 to 200 visible ASCII characters without spaces.");
        }
        return given.getFirst();
    }
}
