package org.breachregister.core.account;

import org.breachregister.core.database.Sql;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

import javax.sql.DataSource;

/// The record of who did what to which record, when and from where. It only grows. An entry stands
/// in the transaction of the deed: both are kept or neither.
public final class Audit {

    private final Sql sql;

    public Audit(DataSource database) {
        this.sql = new Sql(database);
    }

    /// An entry.
    ///
    /// @param account the account, or null for the program and the public
    /// @param action what was done, such as `case.assess` or `account.sign-in`
    /// @param recordType `case`, `draft`, `account`, `token`, `commitment`
    /// @param record the identifier of the record within its type
    /// @param before what it was, as JSON, or null
    /// @param after what it became, as JSON, or null; never a secret
    /// @param origin where the request came from
    public record Entry(
            long id,
            Instant at,
            @Nullable AccountId account,
            String accountName,
            String action,
            String recordType,
            String record,
            Sql.@Nullable Json before,
            Sql.@Nullable Json after,
            String origin) {}

    /// Writes an entry at the database's own time.
    public void record(
            Actor actor,
            String action,
            String recordType,
            String record,
            Sql.@Nullable Json before,
            Sql.@Nullable Json after) {
        var account = actor.id();
        sql.change(
                """
                insert into audit_entry (account, account_name, action, record_type, record, before,
                    after, origin)
                values (?, ?, ?, ?, ?, ?::json, ?::json, ?)\
                """,
                account == null ? null : account.value(),
                actor.name(),
                action,
                recordType,
                record,
                before,
                after,
                actor.origin());
    }

    /// What was done to a record, the newest first.
    public List<Entry> ofRecord(String recordType, String record, int limit) {
        return ofRecord(recordType, record, Long.MAX_VALUE, limit);
    }

    /// What was done to a record before an entry, the newest first.
    public List<Entry> ofRecord(String recordType, String record, long before, int limit) {
        return sql.list(
                Audit::entry,
                """
                select id, at, account, account_name, action, record_type, record,
                       before::text as before, after::text as after, origin
                from audit_entry where record_type = ? and record = ? and id < ?
                order by id desc limit ?\
                """,
                recordType,
                record,
                before,
                limit);
    }

    /// What an account did, the newest first.
    public List<Entry> ofAccount(AccountId account, int limit) {
        return ofAccount(account, Long.MAX_VALUE, limit);
    }

    /// What an account did before an entry, the newest first.
    public List<Entry> ofAccount(AccountId account, long before, int limit) {
        return sql.list(
                Audit::entry,
                """
                select id, at, account, account_name, action, record_type, record,
                       before::text as before, after::text as after, origin
                from audit_entry where account = ? and id < ? order by id desc limit ?\
                """,
                account.value(),
                before,
                limit);
    }

    private static Entry entry(Sql.Row row) {
        var account = row.numberOrNull("account");
        var before = row.textOrNull("before");
        var after = row.textOrNull("after");
        return new Entry(
                row.number("id"),
                row.instant("at"),
                account == null ? null : new AccountId(account),
                row.text("account_name"),
                row.text("action"),
                row.text("record_type"),
                row.text("record"),
                before == null ? null : new Sql.Json(before),
                after == null ? null : new Sql.Json(after),
                row.text("origin"));
    }
}
