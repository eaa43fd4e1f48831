package org.breachregister.core.casework;

import org.breachregister.core.casework.CaseRecords.Preview;
import org.breachregister.core.casework.Redacted.Decision;
import org.breachregister.core.casework.Redacted.Reason;
import org.breachregister.core.database.Sql;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What of a case would be public, and what is decided about it.
final class PublicContent {

    private final Sql sql;
    private final CaseRows rows;
    private final PublicPreview previews;

    PublicContent(Sql sql, CaseRows rows, PublicPreview previews) {
        this.sql = sql;
        this.rows = rows;
        this.previews = previews;
    }

    /// The newest entry that the register has of a breach.
    record OnRegister(String event, Instant publicFrom) {}

    Optional<OnRegister> onRegister(BreachId id) {
        return sql.first(
                row -> new OnRegister(row.text("event"), row.instant("public_from")),
                """
                select event, public_from from register_log
                where breach_id = ? order by version desc limit 1\
                """,
                id.value());
    }

    Preview preview(BreachCase it) {
        return previews.of(
                it.report(),
                Corrections.beside(rows.corrected(it.id())),
                decided(it),
                it.outcome(),
                onRegister(it.id()).isPresent());
    }

    /// What persons decided, in the order of the text.
    List<Redacted> decided(BreachCase it) {
        return sql
                .list(
                        row -> redacted(row, it.read()),
                        """
                        select id, section, from_char, to_char, reason, note, decision,
                               account_name, at
                        from redaction where breach = ?\
                        """,
                        it.id().value())
                .stream()
                .sorted(inOrder())
                .toList();
    }

    /// What the machine proposes and nobody decided on: words that a person removed elsewhere are
    /// among it.
    static List<Redacted> undecided(BreachCase it, List<Redacted> decided) {
        return RedactionProposals.of(it.report(), decided).stream()
                .filter(proposal -> !isCovered(proposal, decided))
                .toList();
    }

    /// The spans that a person decided on and the proposals that nobody decided on.
    List<Redacted> all(BreachCase it) {
        var decided = decided(it);
        var all = new ArrayList<>(decided);
        all.addAll(undecided(it, decided));
        all.sort(inOrder());
        return all;
    }

    /// Whether each character of a proposal was decided on.
    private static boolean isCovered(Redacted proposal, List<Redacted> decided) {
        var at = proposal.from();
        for (var one : decided) {
            if (one.section() == proposal.section() && one.from() <= at && one.to() > at) {
                at = one.to();
            }
        }
        return at >= proposal.to();
    }

    private static Comparator<Redacted> inOrder() {
        return Comparator.comparing(Redacted::section)
                .thenComparing(Redacted::from)
                .thenComparing(Redacted::to);
    }

    private static Redacted redacted(Sql.Row row, SubmittedReport report) {
        var section = section(row.text("section"));
        var from = Math.toIntExact(row.number("from_char"));
        var to = Math.toIntExact(row.number("to_char"));
        var text = report.sections().getOrDefault(section, "");
        return new Redacted(
                row.number("id"),
                section,
                from,
                to,
                text.substring(Math.min(from, text.length()), Math.min(to, text.length())),
                Reason.of(row.text("reason")),
                row.textOrNull("note"),
                Decision.of(row.text("decision")),
                row.text("account_name"),
                row.instant("at"));
    }

    private static Section section(String key) {
        return Arrays.stream(Section.values())
                .filter(section -> section.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Not a section: " + key));
    }
}
