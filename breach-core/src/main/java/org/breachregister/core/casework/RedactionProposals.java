package org.breachregister.core.casework;

import org.breachregister.core.casework.Redacted.Decision;
import org.breachregister.core.publication.Decisions;
import org.breachregister.core.publication.RedactedSpan;
import org.breachregister.core.publication.Redaction;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the machine would not publish of a report's sections.
public final class RedactionProposals {

    /// Who proposes.
    public static final String BY = "Breach Register";

    private RedactionProposals() {}

    /// Spans of each section, in order, without overlaps: where personal data was located, where
    /// the same words stand again, and what has the shape of an address or a number.
    public static List<Redacted> of(SubmittedReport report) {
        var redaction = Redaction.of(report);
        var proposals = new ArrayList<Redacted>();
        report.sections()
                .forEach((section, text) ->
                        redaction
                                .proposed(section)
                                .forEach(span -> proposals.add(proposal(section, text, span))));
        return List.copyOf(proposals);
    }

    /// The same, and wherever words stand again that a person removed elsewhere, unless somebody
    /// decided on them there.
    ///
    /// @param decisions what persons decided
    public static List<Redacted> of(SubmittedReport report, List<Redacted> decisions) {
        var proposals = new ArrayList<>(of(report));
        var again = Redaction.of(report, decided(report, decisions));
        report.sections()
                .forEach((section, text) -> {
                    var looked = new BitSet();
                    Stream.concat(proposals.stream(), decisions.stream())
                            .filter(one -> one.section() == section)
                            .forEach(one -> looked.set(one.from(), one.to()));
                    for (var span : again.proposed(section)) {
                        for (var from = looked.nextClearBit(span.from()); from < span.to(); ) {
                            var next = looked.nextSetBit(from);
                            var to = next < 0 ? span.to() : Math.min(next, span.to());
                            if (!text.substring(from, to).isBlank()) {
                                proposals.add(
                                        proposal(
                                                section,
                                                text,
                                                new RedactedSpan(
                                                        from, to, span.reason(), span.marker())));
                            }
                            from = looked.nextClearBit(to);
                        }
                    }
                });
        proposals.sort(Comparator.comparing(Redacted::section).thenComparing(Redacted::from));
        return List.copyOf(proposals);
    }

    private static Decisions decided(SubmittedReport report, List<Redacted> decisions) {
        var removed = new EnumMap<Section, List<RedactedSpan>>(Section.class);
        for (var one : decisions) {
            var end =
                    Math.min(one.to(), report.sections().getOrDefault(one.section(), "").length());
            if (one.decision() == Decision.REMOVED && one.from() < end) {
                removed.computeIfAbsent(one.section(), _ -> new ArrayList<>())
                        .add(
                                new RedactedSpan(
                                        one.from(),
                                        end,
                                        one.reason().key(),
                                        one.reason().marker()));
            }
        }
        return new Decisions(removed, Set.of(), null, null);
    }

    private static Redacted proposal(Section section, String text, RedactedSpan span) {
        return new Redacted(
                0,
                section,
                span.from(),
                span.to(),
                span.in(text),
                Redacted.Reason.of(span.reason()),
                null,
                Decision.PROPOSED,
                BY,
                Instant.EPOCH);
    }
}
