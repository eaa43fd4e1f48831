package org.breachregister.api.search;

import org.breachregister.search.BreachQuery;

import java.util.List;

/// What the parameters of an address ask, as far as they can be understood.
///
/// @param query the question, without the parameters that have a problem
/// @param problems what is wrong with the others; empty for a good address
public record Question(BreachQuery query, List<Problem> problems) {

    public Question {
        problems = List.copyOf(problems);
    }

    /// A parameter that cannot be understood.
    ///
    /// @param parameter its name
    /// @param value the value given
    /// @param message what is wrong, as a sentence
    /// @param accepted what would be right
    public record Problem(String parameter, String value, String message, String accepted) {}
}
