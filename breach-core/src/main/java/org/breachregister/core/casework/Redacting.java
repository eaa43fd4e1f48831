package org.breachregister.core.casework;

import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.CaseChange.Result;
import org.breachregister.core.casework.Change.Unknown;
import org.breachregister.core.casework.Redacted.Decision;
import org.breachregister.core.casework.Redacted.Reason;
import org.breachregister.core.database.Sql;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.report.Section;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Decides what of a report's text is not published.
final class Redacting {

    private final Sql sql;
    private final PublicContent content;

    Redacting(Sql sql, PublicContent content) {
        this.sql = sql;
        this.content = content;
    }

    /// A span and what is decided about it.
    record Decided(
            Section section,
            int from,
            int to,
            Reason reason,
            Decision decision,
            @Nullable String note) {}

    Result decide(Actor actor, BreachCase it, Decided wanted, Instant now) {
        var decided = content.decided(it);
        var problem = problem(it, wanted, decided);
        if (problem != null) {
            return Result.invalid(problem);
        }
        var before =
                decided.stream()
                        .filter(one -> isSame(one, wanted))
                        .findFirst()
                        .map(Redacting::told);
        var number = keep(actor, it.id(), wanted, now);
        return new Result.Made()
                .number(number)
                .with("redaction", before.orElse(null), told(wanted));
    }

    Result decideAsProposed(Actor actor, BreachCase it, Instant now) {
        var proposals = PublicContent.undecided(it, content.decided(it));
        if (proposals.isEmpty()) {
            return Result.invalid(
                    "Nothing is proposed that nobody decided on. Remove or keep words by hand.");
        }
        var spans =
                proposals.stream()
                        .map(one ->
                                new Decided(
                                        one.section(),
                                        one.from(),
                                        one.to(),
                                        one.reason(),
                                        Decision.REMOVED,
                                        null))
                        .toList();
        spans.forEach(span -> keep(actor, it.id(), span, now));
        return new Result.Made()
                .with(
                        "redactions",
                        null,
                        spans.stream().map(Redacting::told).collect(Collectors.toList()));
    }

    Result undo(BreachCase it, long redaction) {
        Optional<Redacted> found =
                content.decided(it).stream().filter(one -> one.id() == redaction).findFirst();
        if (found.isEmpty()) {
            return new Result.Not(new Unknown());
        }
        sql.change("delete from redaction where breach = ? and id = ?", it.id().value(), redaction);
        return new Result.Made().with("redaction", told(found.get()), null);
    }

    private long keep(Actor actor, BreachId id, Decided span, Instant now) {
        return sql.only(
                row -> row.number("id"),
                """
                insert into redaction (breach, section, from_char, to_char, reason, note, decision,
                    account, account_name, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (breach, section, from_char, to_char) do update
                set reason = excluded.reason, note = excluded.note, decision = excluded.decision,
                    account = excluded.account, account_name = excluded.account_name,
                    at = excluded.at
                returning id\
                """,
                id.value(),
                span.section().key(),
                span.from(),
                span.to(),
                span.reason().key(),
                Given.tidyOrNull(span.note()),
                span.decision().key(),
                CaseChange.number(actor),
                actor.name(),
                now);
    }

    private static @Nullable String problem(BreachCase it, Decided wanted, List<Redacted> decided) {
        var text = it.read().sections().get(wanted.section());
        if (text == null) {
            return "The report has no section '%s'.".formatted(wanted.section().key());
        }
        if (wanted.from() < 0 || wanted.to() <= wanted.from() || wanted.to() > text.length()) {
            return "Characters %d to %d are not in the section '%s', which has %d."
                    .formatted(wanted.from(), wanted.to(), wanted.section().key(), text.length());
        }
        if (splitsCharacter(text, wanted.from()) || splitsCharacter(text, wanted.to())) {
            return "Characters %d to %d begin or end within a character."
                    .formatted(wanted.from(), wanted.to());
        }
        if (text.substring(wanted.from(), wanted.to()).isBlank()) {
            return "Characters %d to %d hold no words.".formatted(wanted.from(), wanted.to());
        }
        if (wanted.decision() == Decision.PROPOSED) {
            return "Decide whether the words are removed or kept.";
        }
        var note = Given.tidyOrNull(wanted.note());
        var problem = Given.lineOrNull("The note", note);
        if (problem != null) {
            return problem;
        }
        return decided.stream()
                .filter(one -> overlap(one, wanted) && !isSame(one, wanted))
                .filter(one -> one.decision() != wanted.decision())
                .findFirst()
                .map(one ->
                        "Characters %d to %d of the section were %s already. Undo that first."
                                .formatted(one.from(), one.to(), one.decision().key()))
                .orElse(null);
    }

    private static boolean splitsCharacter(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private static boolean overlap(Redacted one, Decided other) {
        return one.section() == other.section()
                && one.from() < other.to()
                && other.from() < one.to();
    }

    private static boolean isSame(Redacted one, Decided other) {
        return one.section() == other.section()
                && one.from() == other.from()
                && one.to() == other.to();
    }

    private static String told(Redacted one) {
        return told(
                new Decided(
                        one.section(), one.from(), one.to(), one.reason(), one.decision(), null));
    }

    /// A decision without the words that it is about, which are not for a record that lasts.
    private static String told(Decided one) {
        return "%s %d-%d %s %s"
                .formatted(
                        one.section().key(),
                        one.from(),
                        one.to(),
                        one.decision().key(),
                        one.reason().key());
    }
}
