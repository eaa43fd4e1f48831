package org.breachregister.web.desk;

import java.util.List;

/// Why a form is shown again.
///
/// @param problems what is wrong with what was entered
/// @param stale whether somebody else changed the record in the meantime
record Trouble(List<Problem> problems, boolean stale) {

    static final Trouble NONE = new Trouble(List.of(), false);
    static final Trouble STALE = new Trouble(List.of(), true);

    Trouble {
        problems = List.copyOf(problems);
    }

    static Trouble with(String field, String sentence) {
        return new Trouble(List.of(new Problem(field, sentence)), false);
    }
}
