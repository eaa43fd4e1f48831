package org.breachregister.search;

import org.breachregister.core.publication.PublishedBreach;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The answer to a [BreachQuery].
///
/// @param total how many breaches there are, exactly
/// @param hits the page asked for
/// @param counts exact counts by facet, most frequent first; a facet that is filtered by still
///   shows its alternatives
public record BreachResults(long total, List<Hit> hits, Map<Facet, List<Count>> counts) {

    public BreachResults {
        hits = List.copyOf(hits);
        var copy = new EnumMap<Facet, List<Count>>(Facet.class);
        counts.forEach((facet, values) -> copy.put(facet, List.copyOf(values)));
        counts = Collections.unmodifiableMap(copy);
    }

    /// A breach that was found.
    ///
    /// @param breach the breach
    /// @param highlights passages that hold the words looked for, as plain text cut into plain and
    ///   marked pieces
    public record Hit(PublishedBreach breach, List<Passage> highlights) {

        public Hit {
            highlights = List.copyOf(highlights);
        }
    }

    /// A passage of one field.
    ///
    /// @param field name of the published column it is from
    /// @param pieces the passage in order
    public record Passage(String field, List<Piece> pieces) {

        public Passage {
            pieces = List.copyOf(pieces);
        }
    }

    /// Part of a passage.
    ///
    /// @param text plain text, not escaped
    /// @param marked whether it is a word looked for
    public record Piece(String text, boolean marked) {}

    /// A value of a facet and the number of breaches that have it.
    ///
    /// @param value the value to filter by
    /// @param label the value for people
    /// @param count how many of the breaches found have it
    public record Count(String value, String label, long count) {}
}
