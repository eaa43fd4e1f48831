package org.breachregister.api.change;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.database.Sql;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;

import javax.sql.DataSource;

/// What requests with an `Idempotency-Key` were answered, kept for a day. A key belongs to the
/// account that sent it.
final class IdempotentAnswers {

    /// How long a key is remembered.
    static final Duration KEPT = Duration.ofHours(24);

    /// How long a request may be under way before its key is free again.
    static final Duration UNDER_WAY = Duration.ofMinutes(2);

    /// The most keys of an account that are remembered at once.
    static final int MOST = 10_000;

    private static final int NOT_YET = 0;

    private final Sql sql;
    private final Clock clock;

    /// @param program connections with the rights of the program
    IdempotentAnswers(DataSource program, Clock clock) {
        this.sql = new Sql(program);
        this.clock = clock;
    }

    /// What is known of a key.
    sealed interface Known {

        /// Nothing: it is the caller's now.
        record Nothing() implements Known {}

        /// The account has too many keys.
        record TooMany() implements Known {}

        /// The same request is being answered.
        record UnderWay() implements Known {}

        /// It belongs to another request.
        record Another() implements Known {}

        /// The request was answered before.
        record Answered(int status, @Nullable String location, String body) implements Known {}
    }

    private record Kept(
            String digest, int status, @Nullable String location, @Nullable String body) {}

    /// Takes a key for a request, unless it was taken.
    Known take(AccountId account, String key, String digest) {
        var now = clock.instant();
        return sql.inTransaction(() -> {
            sql.change(
                    "delete from idempotent_answer where account = ? and expires_at <= ?",
                    account.value(),
                    now);
            var held =
                    sql.only(
                            row -> row.number("held"),
                            "select count(*) as held from idempotent_answer where account = ?",
                            account.value());
            if (held >= MOST) {
                return new Known.TooMany();
            }
            var taken =
                    sql.change(
                            """
                            insert into idempotent_answer
                                (account, key, request_digest, status, expires_at)
                            values (?, ?, ?, ?, ?) on conflict do nothing\
                            """,
                            account.value(),
                            key,
                            digest,
                            NOT_YET,
                            now.plus(UNDER_WAY));
            return taken == 1 ? new Known.Nothing() : known(account, key, digest);
        });
    }

    private Known known(AccountId account, String key, String digest) {
        return sql.first(
                        row ->
                                new Kept(
                                        row.text("request_digest"),
                                        (int) row.number("status"),
                                        row.textOrNull("location"),
                                        row.textOrNull("body")),
                        """
                        select request_digest, status, location, body from idempotent_answer
                        where account = ? and key = ?\
                        """,
                        account.value(),
                        key)
                .map(kept -> known(kept, digest))
                .orElseGet(Known.UnderWay::new);
    }

    private static Known known(Kept kept, String digest) {
        if (!kept.digest().equals(digest)) {
            return new Known.Another();
        }
        var body = kept.body();
        return kept.status() == NOT_YET || body == null
                ? new Known.UnderWay()
                : new Known.Answered(kept.status(), kept.location(), body);
    }

    /// Keeps an answer.
    void keep(AccountId account, String key, int status, @Nullable String location, String body) {
        sql.change(
                """
                update idempotent_answer set status = ?, location = ?, body = ?, expires_at = ?
                where account = ? and key = ?\
                """,
                status,
                location,
                body,
                clock.instant().plus(KEPT),
                account.value(),
                key);
    }

    /// Forgets a key whose request came to nothing.
    void release(AccountId account, String key) {
        sql.change(
                "delete from idempotent_answer where account = ? and key = ? and status = ?",
                account.value(),
                key,
                NOT_YET);
    }
}
