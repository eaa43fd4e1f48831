package org.breachregister.api.search;

import org.breachregister.api.ProblemType;
import org.breachregister.api.search.Question.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

import java.util.List;
import java.util.stream.Collectors;

/// Tells a caller which parameters of a question are wrong and what would be right.
final class BadQuestion extends ErrorResponseException {

    BadQuestion(List<Problem> problems) {
        super(HttpStatus.BAD_REQUEST, detail(problems), null);
    }

    private static ProblemDetail detail(List<Problem> problems) {
        var detail = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        detail.setType(ProblemType.INVALID_PARAMETER.uri());
        detail.setTitle(ProblemType.INVALID_PARAMETER.title());
        detail.setProperty("code", ProblemType.INVALID_PARAMETER.code());
        detail.setDetail(
                problems.stream().map(BadQuestion::sentence).collect(Collectors.joining(" ")));
        detail.setProperty("problems", problems);
        return detail;
    }

    private static String sentence(Problem problem) {
        return "%s=%s: %s. Accepted: %s."
                .formatted(
                        problem.parameter(),
                        problem.value(),
                        problem.message(),
                        problem.accepted());
    }
}
