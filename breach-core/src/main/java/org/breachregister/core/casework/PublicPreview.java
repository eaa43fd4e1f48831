package org.breachregister.core.casework;

import org.breachregister.core.casework.CaseRecords.Preview;
import org.breachregister.core.casework.Redacted.Decision;
import org.breachregister.core.database.Sql;
import org.breachregister.core.publication.Decisions;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.PublicRecords;
import org.breachregister.core.publication.PublishedBreach.Status;
import org.breachregister.core.publication.RedactedSpan;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Makes exactly what will be public of a case. Safe for many threads.
public final class PublicPreview {

    private final PublicRecords records;

    public PublicPreview(PublicRecords records) {
        this.records = records;
    }

    /// What a person corrected that a report has no place for.
    ///
    /// @param outputSeries title of the series, or null where nobody corrected it
    /// @param statementLinks links to statements, or null where nobody corrected them
    public record Corrected(@Nullable String outputSeries, @Nullable List<String> statementLinks) {

        /// Nothing.
        public static final Corrected NOTHING = new Corrected(null, null);
    }

    /// What will be public of a report whose output's series and links to statements stand as read.
    public Preview of(
            SubmittedReport corrected,
            List<Redacted> decisions,
            @Nullable Outcome outcome,
            boolean onRegister) {
        return of(corrected, Corrected.NOTHING, decisions, outcome, onRegister);
    }

    /// What will be public of a report. A span that was proposed is not published until somebody
    /// decides to keep it; of characters that one person removed and another kept, none are.
    ///
    /// @param report the report with the corrections that persons made
    /// @param corrected those that the report has no place for
    /// @param decisions what persons decided; proposals of the machine may be among them
    /// @param outcome what the assessment found, or null where it has not yet
    /// @param onRegister whether the breach is on the register already
    public Preview of(
            SubmittedReport report,
            Corrected corrected,
            List<Redacted> decisions,
            @Nullable Outcome outcome,
            boolean onRegister) {
        var looked = new Looked(report, decisions);
        var record =
                records.of(
                        report,
                        new Decisions(
                                looked.removed,
                                looked.kept,
                                corrected.outputSeries(),
                                corrected.statementLinks()));
        var event = event(outcome, onRegister);
        return new Preview(record, digest(record, outcome, event), looked.undecided, event);
    }

    private static String event(@Nullable Outcome outcome, boolean onRegister) {
        if (!onRegister) {
            return Status.PUBLISHED.key();
        }
        return outcome == null || outcome == Outcome.BREACH
                ? Status.REVISED.key()
                : Status.WITHDRAWN.key();
    }

    /// What an approval of a record is bound to.
    static String digest(PublicRecord record, @Nullable Outcome outcome, String event) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            var all =
                    "%s\n%s\n%s"
                            .formatted(
                                    outcome == null ? "" : outcome.key(),
                                    event,
                                    Sql.Json.of(record).text());
            return HexFormat.of().formatHex(sha256.digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// What comes of the decisions and of the proposals that nobody decided on.
    private static final class Looked {

        private final Map<Section, List<RedactedSpan>> removed = new EnumMap<>(Section.class);
        private final LinkedHashSet<String> kept = new LinkedHashSet<>();
        private int undecided;

        Looked(SubmittedReport report, List<Redacted> decisions) {
            var proposals = new ArrayList<>(RedactionProposals.of(report, decisions));
            decisions.stream()
                    .filter(one -> one.decision() == Decision.PROPOSED)
                    .filter(one -> proposals.stream().noneMatch(held -> isSame(held, one)))
                    .forEach(proposals::add);
            report.sections()
                    .forEach((section, text) ->
                            look(
                                    section,
                                    text,
                                    in(section, decisions, text).stream()
                                            .filter(one -> one.decision() != Decision.PROPOSED)
                                            .toList(),
                                    in(section, proposals, text)));
        }

        private static boolean isSame(Redacted one, Redacted other) {
            return one.section() == other.section()
                    && one.from() == other.from()
                    && one.to() == other.to();
        }

        private static List<Redacted> in(Section section, List<Redacted> all, String text) {
            return all.stream()
                    .filter(one -> one.section() == section)
                    .filter(one -> one.from() < Math.min(one.to(), text.length()))
                    .toList();
        }

        private void look(
                Section section, String text, List<Redacted> decisions, List<Redacted> proposals) {
            var spans = new ArrayList<RedactedSpan>();
            var decided = new BitSet();
            var keptHere = new BitSet();
            for (var one : decisions) {
                var to = Math.min(one.to(), text.length());
                decided.set(one.from(), to);
                if (one.decision() == Decision.KEPT) {
                    keptHere.set(one.from(), to);
                } else {
                    spans.add(span(one, one.from(), to));
                }
            }
            keep(text, decisions);
            for (var one : proposals) {
                var to = Math.min(one.to(), text.length());
                if (decided.nextClearBit(one.from()) < to) {
                    undecided++;
                }
                // What nobody decided to keep of a proposal stays out.
                for (var from = keptHere.nextClearBit(one.from()); from < to; ) {
                    var next = keptHere.nextSetBit(from);
                    var end = next < 0 ? to : Math.min(next, to);
                    if (!decided.get(from, end).equals(all(end - from))) {
                        spans.add(span(one, from, end));
                    }
                    from = keptHere.nextClearBit(end);
                }
            }
            if (!spans.isEmpty()) {
                removed.put(section, spans);
            }
        }

        /// Words that somebody kept and nobody removed any character of may stand elsewhere too.
        private void keep(String text, List<Redacted> decisions) {
            decisions.stream()
                    .filter(one -> one.decision() == Decision.KEPT)
                    .filter(one ->
                            decisions.stream()
                                    .noneMatch(other ->
                                            other.decision() == Decision.REMOVED
                                                    && other.from() < one.to()
                                                    && one.from() < other.to()))
                    .forEach(one ->
                            kept.add(
                                    text.substring(one.from(), Math.min(one.to(), text.length()))));
        }

        private static BitSet all(int length) {
            var bits = new BitSet();
            bits.set(0, length);
            return bits;
        }

        private static RedactedSpan span(Redacted one, int from, int to) {
            return new RedactedSpan(from, to, one.reason().key(), one.reason().marker());
        }
    }
}
