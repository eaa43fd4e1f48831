package org.breachregister.core.publication;

import org.breachregister.core.report.Section;
import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What persons decided on a report before it is published.
///
/// @param removed the spans of each section that are not published, and no others
/// @param kept words that were looked at and may be published, here and elsewhere
/// @param outputSeries title of the series, or null to tell it from the output's title
/// @param statementLinks links to statements, or null for those of the report's own section
public record Decisions(
        Map<Section, List<RedactedSpan>> removed,
        Set<String> kept,
        @Nullable String outputSeries,
        @Nullable List<String> statementLinks) {

    /// @param removed may overlap, in any order
    public Decisions {
        var apart = new EnumMap<Section, List<RedactedSpan>>(Section.class);
        removed.forEach((section, spans) -> apart.put(section, RedactedSpan.joined(spans)));
        removed = Collections.unmodifiableMap(apart);
        kept = Set.copyOf(kept);
    }

    List<RedactedSpan> in(Section section) {
        return removed.getOrDefault(section, List.of());
    }
}
