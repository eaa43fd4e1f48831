package org.breachregister.core.producer;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The bodies known as producers, with their names over time and their lineage. Immutable and safe
/// for many threads.
public final class Producers {

    private Producers() {}

    /// Loads the bodies that come with the program.
    public static Producers load() {
        throw new UnsupportedOperationException();
    }

    /// All bodies by name.
    public List<Producer> all() {
        throw new UnsupportedOperationException();
    }

    /// The body of that id, if it is known.
    public Optional<Producer> find(ProducerId id) {
        throw new UnsupportedOperationException();
    }

    /// The bodies that a report's producer field names, in the order written.
    ///
    /// @param field the words of the field
    /// @param context other words of the report, for abbreviations that mean two bodies
    /// @param on the day of the breach, or null
    public List<ReportedProducer> match(String field, String context, @Nullable LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /// The body with its predecessors and successors, in order.
    public Set<ProducerId> lineage(ProducerId id) {
        throw new UnsupportedOperationException();
    }

    /// The body that carries on the work of this one today, where that is one body; else this one.
    public Producer currentBody(ProducerId id) {
        throw new UnsupportedOperationException();
    }

    /// The bodies that a person's words name by id, name, abbreviation or former name; empty for
    /// none.
    public List<ProducerId> named(String words) {
        throw new UnsupportedOperationException();
    }
}
