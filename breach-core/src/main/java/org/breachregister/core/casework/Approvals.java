package org.breachregister.core.casework;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.CaseRecords.Approval;
import org.breachregister.core.casework.CaseRecords.Author;
import org.breachregister.core.casework.Change.Reason;
import org.breachregister.core.casework.Change.Refused;
import org.breachregister.core.database.Sql;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Approvals by a second person. Each is bound to exactly what was approved.
final class Approvals {

    static final String CLEAR = "clear";
    static final String SCHEDULE = "schedule";

    private final Sql sql;
    private final PublicContent content;

    Approvals(Sql sql, PublicContent content) {
        this.sql = sql;
        this.content = content;
    }

    List<Approval> of(BreachId id) {
        return sql.list(
                row ->
                        new Approval(
                                row.text("kind"),
                                row.text("content_digest"),
                                new Author(
                                        new AccountId(row.number("account")),
                                        row.text("account_name")),
                                row.instant("at"),
                                row.instantOrNull("void_since"),
                                row.textOrNull("void_reason")),
                """
                select kind, content_digest, account, account_name, at, void_since, void_reason
                from approval where breach = ? order by id\
                """,
                id.value());
    }

    /// Whether what is approved of a case is what would be public now.
    boolean holdFor(BreachCase it) {
        var digest = content.preview(it).digest();
        var holding = of(it.id()).stream().filter(one -> one.voidSince() == null).toList();
        return !holding.isEmpty()
                && holding.stream().allMatch(one -> one.contentDigest().equals(digest));
    }

    /// Why an actor is no second person for a case, or null: whoever assessed it, or changed what
    /// will be public since its last release, prepared it.
    @Nullable Refused notSecond(Actor actor, BreachCase it) {
        var account = CaseChange.number(actor);
        var prepared =
                account == null
                        || sql.only(
                                row -> row.flag("prepared"),
                                """
                                with last_release as (
                                    select coalesce(max(at), '-infinity') as at from case_step
                                    where breach = ? and step = 'release')
                                select exists (
                                    select from breach where id = ? and assessed_by = ?
                                    union all
                                    select from case_step s, last_release r
                                    where s.breach = ? and s.step = 'assess' and s.account = ?
                                        and s.at >= r.at
                                    union all
                                    select from correction c, last_release r
                                    where c.breach = ? and c.account = ? and c.at >= r.at
                                        and c.before::text is distinct from c.after::text
                                    union all
                                    select from redaction d, last_release r
                                    where d.breach = ? and d.account = ? and d.at >= r.at
                                    union all
                                    select from audit_entry a
                                    where a.record_type = 'case' and a.record = ?
                                        and a.action in ('case.redact', 'case.undo-redaction')
                                        and a.account = ? and a.id > (
                                            select coalesce(max(id), 0) from audit_entry
                                            where record_type = 'case' and record = a.record
                                                and action = 'case.release')) as prepared\
                                """,
                                it.id().value(),
                                it.id().value(),
                                account,
                                it.id().value(),
                                account,
                                it.id().value(),
                                account,
                                it.id().value(),
                                account,
                                it.id().value(),
                                account);
        return prepared
                ? new Refused(
                        Reason.SECOND_PERSON_NEEDED,
                        "You prepared %s: you assessed it, or changed what will be public. Another"
                                        .formatted(it.id())
                                + " publisher has to approve it.")
                : null;
    }

    long approve(Actor actor, BreachId id, String kind, String digest, Instant now) {
        return sql.only(
                row -> row.number("id"),
                """
                insert into approval (breach, kind, content_digest, account, account_name, at)
                values (?, ?, ?, ?, ?, ?) returning id\
                """,
                id.value(),
                kind,
                digest,
                CaseChange.number(actor),
                actor.name(),
                now);
    }

    /// Makes all approvals of a case void and takes it off the schedule.
    void voidAll(BreachId id, String why, Instant now) {
        for (var kind : List.of(CLEAR, SCHEDULE)) {
            voidThose(id, kind, why, now);
        }
    }

    /// Makes the approvals of the schedule void and takes the case off it.
    void voidSchedule(BreachId id, String why, Instant now) {
        voidThose(id, SCHEDULE, why, now);
    }

    private void voidThose(BreachId id, String kind, String why, Instant now) {
        sql.change(
                """
                update approval set void_since = ?, void_reason = ?
                where breach = ? and kind = ? and void_since is null\
                """,
                now,
                why,
                id.value(),
                kind);
        if (kind.equals(SCHEDULE)) {
            sql.change("delete from scheduled_release where breach = ?", id.value());
        }
    }
}
