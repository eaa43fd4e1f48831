package org.breachregister.search.pattern;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublishedBreach;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Finds repeat breaches at the same output: an earlier breach by the same producer (its
/// predecessors and successors included) at the same output series, against the same practice or
/// its counterpart in another edition.
public final class RepeatBreaches {

    public RepeatBreaches(CodeOfPractice code, Producers producers) {}

    /// The earlier breaches that each breach repeats, newest first; a breach that repeats none is
    /// absent.
    public Map<BreachId, List<BreachId>> among(Collection<PublishedBreach> breaches) {
        throw new UnsupportedOperationException();
    }
}
