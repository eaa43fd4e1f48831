package org.breachregister.search;

/// Finds published breaches. An engine holds only what is public: redacted records whose release
/// time has come.
public interface BreachSearch {

    /// Answers a question. Words that are no valid query syntax are looked for as plain words; a
    /// question never fails on its words.
    BreachResults find(BreachQuery query);
}
