package org.breachregister.core.account;

import org.breachregister.core.database.Sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.sql.DataSource;

/// The tokens of all accounts. Of each, the database holds a digest, so that nobody who reads it
/// can use one.
public final class ApiTokens {

    /// How long a token is valid at most.
    public static final Duration LONGEST = Duration.ofDays(366);

    /// So many valid tokens an account may have.
    public static final int MOST = 20;

    private static final int LONGEST_NAME = 100;
    private static final int BYTES = 32;
    private static final String PREFIX = "brk_";
    private static final Pattern SHAPE = Pattern.compile("brk_[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String COLUMNS =
            """
            select id, account, name, scopes, created_at, expires_at, revoked_at, last_used_at
            from api_token\
            """;

    private final Sql sql;
    private final Audit audit;
    private final Accounts accounts;
    private final Clock clock;

    /// @param program connections with the rights of the program
    public ApiTokens(DataSource program, Accounts accounts, Clock clock) {
        this.sql = new Sql(program);
        this.audit = new Audit(program);
        this.accounts = accounts;
        this.clock = clock;
    }

    /// What came of asking for a token.
    public sealed interface Creation {

        /// It was made.
        ///
        /// @param secret the token itself, which is told this once
        record Created(ApiToken token, String secret) implements Creation {

            @Override
            public String toString() {
                return "Created[%s, not shown]".formatted(token);
            }
        }

        /// What was given cannot be right.
        ///
        /// @param field `name`, `scopes` or `expires`
        record Refused(String field, String sentence) implements Creation {}
    }

    /// A token that was found valid, and the account that it acts for as that is now.
    public record Bearer(Account account, ApiToken token) {}

    /// Makes a token for an account.
    public Creation create(
            Actor by, AccountId owner, String name, Collection<Scope> scopes, Instant expiresAt) {
        var called = name.strip();
        var now = clock.instant();
        if (called.isEmpty()
                || called.length() > LONGEST_NAME
                || called.chars().anyMatch(Character::isISOControl)) {
            return new Creation.Refused(
                    "name", "Enter a name of up to %d characters.".formatted(LONGEST_NAME));
        }
        if (scopes.isEmpty()) {
            return new Creation.Refused("scopes", "Choose what the token allows.");
        }
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
            return new Creation.Refused("expires", "A token is valid for a year at most.");
        }
        var secret = random();
        return sql.inTransaction(() -> {
            sql.list(
                    row -> row.number("id"),
                    "select id from account where id = ? for update",
                    owner.value());
            if (of(owner).stream().filter(token -> token.valid(now)).count() >= MOST) {
                return new Creation.Refused(
                        "name",
                        "An account has %d valid tokens at most. Revoke one first."
                                .formatted(MOST));
            }
            var token =
                    sql.only(
                            ApiTokens::token,
                            """
                            insert into api_token (account, name, digest, scopes, created_at,
                                expires_at)
                            values (?, ?, ?, ?, ?, ?)
                            returning id, account, name, scopes, created_at, expires_at,
                                revoked_at, last_used_at\
                            """,
                            owner.value(),
                            called,
                            digest(secret),
                            Account.sorted(scopes).stream().map(Scope::key).toArray(String[]::new),
                            now,
                            expiresAt);
            record(by, "token.create", token);
            return new Creation.Created(token, secret);
        });
    }

    /// The tokens of an account, the newest first.
    public List<ApiToken> of(AccountId owner) {
        return sql.list(
                ApiTokens::token, COLUMNS + " where account = ? order by id desc", owner.value());
    }

    /// Makes a token invalid for good.
    ///
    /// @return false if the account has no such token
    public boolean revoke(Actor by, AccountId owner, long id) {
        return sql.inTransaction(() -> {
            var token =
                    sql.first(
                            ApiTokens::token,
                            COLUMNS + " where account = ? and id = ? for update",
                            owner.value(),
                            id);
            if (token.isPresent() && token.get().revokedAt() == null) {
                sql.change("update api_token set revoked_at = ? where id = ?", clock.instant(), id);
                record(by, "token.revoke", token.get());
            }
            return token.isPresent();
        });
    }

    /// Whom a token stands for, if it is valid and its owner's account can be used. Notes the day.
    public Optional<Bearer> use(String secret) {
        if (!SHAPE.matcher(secret).matches()) {
            return Optional.empty();
        }
        var now = clock.instant();
        var token =
                sql.first(ApiTokens::token, COLUMNS + " where digest = ?", digest(secret))
                        .filter(found -> found.valid(now));
        if (token.isEmpty()) {
            return Optional.empty();
        }
        var owner = accounts.find(token.get().owner()).filter(account -> !account.disabled());
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        if (!today.equals(token.get().lastUsed())) {
            sql.change(
                    "update api_token set last_used_at = ? where id = ?",
                    now.truncatedTo(ChronoUnit.DAYS),
                    token.get().id());
        }
        return Optional.of(new Bearer(owner.get(), token.get()));
    }

    private void record(Actor by, String action, ApiToken token) {
        audit.record(
                by,
                action,
                "token",
                Long.toString(token.id()),
                null,
                Sql.Json.of(
                        new Standing(
                                token.owner().value(),
                                token.name(),
                                token.scopes().stream().map(Scope::key).toList(),
                                token.expiresAt().toString())));
    }

    private static ApiToken token(Sql.Row row) {
        var used = row.instantOrNull("last_used_at");
        return new ApiToken(
                row.number("id"),
                new AccountId(row.number("account")),
                row.text("name"),
                row.texts("scopes").stream().map(key -> Scope.of(key).orElseThrow()).toList(),
                row.instant("created_at"),
                row.instant("expires_at"),
                row.instantOrNull("revoked_at"),
                used == null ? null : used.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String digest(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    /// What the audit keeps of a token: nothing secret.
    private record Standing(long account, String name, List<String> scopes, String expires) {}
}
