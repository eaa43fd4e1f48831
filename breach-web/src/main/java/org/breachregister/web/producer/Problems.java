package org.breachregister.web.producer;

import org.breachregister.web.page.Problem;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Finds what is wrong with an element of a page.
final class Problems {

    private Problems() {}

    /// The sentence, or null where nothing is wrong with it.
    static @Nullable String of(List<Problem> problems, String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }
}
