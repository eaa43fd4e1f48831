package org.breachregister.core.account;

import org.breachregister.core.database.Sql;
import org.breachregister.core.producer.ProducerId;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import javax.sql.DataSource;

/// The accounts. Every change stands in the audit with its author; an account is never deleted,
/// since the record names it.
public final class Accounts {

    /// So many wrong passwords lock an account for a while.
    public static final int MOST_FAILURES = 10;

    /// How long it is locked.
    public static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    private static final int LONGEST = 200;
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[^\\s@\"(),:;<>\\[\\]\\\\\\p{Cntrl}]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
    private static final String COLUMNS =
            """
            select id, email, name, roles, bodies, password_hash is not null as has_password,
                   password_expired, issuer, signed_out_before, disabled_at, created_at
            from account\
            """;

    private final Sql sql;
    private final Audit audit;
    private final Clock clock;
    private final Passwords passwords = new Passwords();

    /// @param program connections with the rights of the program
    public Accounts(DataSource program, Clock clock) {
        this.sql = new Sql(program);
        this.audit = new Audit(program);
        this.clock = clock;
    }

    /// An e-mail address as it is kept and compared.
    public static String address(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    public Optional<Account> find(AccountId id) {
        return sql.first(Accounts::account, COLUMNS + " where id = ?", id.value());
    }

    /// The account of an e-mail address, however that is written.
    public Optional<Account> find(String email) {
        return sql.first(Accounts::account, COLUMNS + " where email = ?", address(email));
    }

    /// The account of a person whom a provider vouches for.
    public Optional<Account> find(String issuer, String subject) {
        return sql.first(
                Accounts::account, COLUMNS + " where issuer = ? and subject = ?", issuer, subject);
    }

    /// All accounts, by e-mail address.
    public List<Account> all() {
        return sql.list(Accounts::account, COLUMNS + " order by email");
    }

    /// Adds an account.
    ///
    /// @param password its first password, or null where the person signs in by a provider only
    /// @param mustChange whether that has to be changed at the first signing in
    public AccountChange add(
            Actor by,
            String email,
            String name,
            Collection<Role> roles,
            Collection<ProducerId> bodies,
            @Nullable String password,
            boolean mustChange) {
        var address = address(email);
        var called = name.strip();
        var problem = problem(address, called, roles, bodies);
        if (problem != null) {
            return problem;
        }
        var weak =
                Optional.ofNullable(password)
                        .flatMap(text -> Passwords.problem(text, address, called));
        if (weak.isPresent()) {
            return new AccountChange.Refused("password", weak.get());
        }
        var hash = password == null ? null : passwords.hash(password);
        return sql.inTransaction(() -> {
            var id =
                    sql.first(
                            row -> row.number("id"),
                            """
                            insert into account (email, name, roles, bodies, password_hash,
                                password_expired, created_at)
                            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id\
                            """,
                            address,
                            called,
                            keys(roles),
                            ids(bodies),
                            hash,
                            password != null && mustChange,
                            clock.instant());
            if (id.isEmpty()) {
                return new AccountChange.Refused(
                        "email", "There is an account with this e-mail address.");
            }
            var made = find(new AccountId(id.get())).orElseThrow();
            record(by, "account.add", made, null, Standing.of(made));
            return new AccountChange.Done(made);
        });
    }

    /// Changes what a person does, and for whom. Takes effect at the person's next request.
    public AccountChange change(
            Actor by, AccountId id, Collection<Role> roles, Collection<ProducerId> bodies) {
        return locked(
                id,
                was -> {
                    var problem = problem(was.email(), was.name(), roles, bodies);
                    if (problem != null) {
                        return problem;
                    }
                    if (isOwn(by, id)) {
                        return new AccountChange.Refused(
                                "account", "Another administrator has to change what you may do.");
                    }
                    if (isLastAdministrator(was) && !roles.contains(Role.ADMINISTRATOR)) {
                        return lastAdministrator();
                    }
                    sql.change(
                            "update account set roles = ?, bodies = ? where id = ?",
                            keys(roles),
                            ids(bodies),
                            id.value());
                    return done(by, "account.change", was);
                });
    }

    /// Keeps an account from being used, its sessions and tokens included, from now on.
    public AccountChange disable(Actor by, AccountId id) {
        return locked(
                id,
                was -> {
                    if (isOwn(by, id)) {
                        return new AccountChange.Refused(
                                "account", "Another administrator has to disable your account.");
                    }
                    if (isLastAdministrator(was)) {
                        return lastAdministrator();
                    }
                    if (was.disabled()) {
                        return new AccountChange.Done(was);
                    }
                    sql.change(
                            "update account set disabled_at = ?, signed_out_before = ? where id = ?",
                            clock.instant(),
                            clock.instant(),
                            id.value());
                    return done(by, "account.disable", was);
                });
    }

    /// Lets a disabled account be used again. Tokens that are still valid work again, too.
    public AccountChange enable(Actor by, AccountId id) {
        return locked(
                id,
                was -> {
                    if (!was.disabled()) {
                        return new AccountChange.Done(was);
                    }
                    sql.change(
                            """
                            update account set disabled_at = null, failed_sign_ins = 0, locked_until = null
                            where id = ?\
                            """,
                            id.value());
                    return done(by, "account.enable", was);
                });
    }

    /// Gives an account another password, ends its sessions, and unlocks it.
    ///
    /// @param mustChange whether the person has to change it at the next signing in
    public AccountChange setPassword(Actor by, AccountId id, String password, boolean mustChange) {
        var hash = passwords.hash(password);
        return locked(
                id,
                was -> {
                    var weak = Passwords.problem(password, was.email(), was.name());
                    if (weak.isPresent()) {
                        return new AccountChange.Refused("password", weak.get());
                    }
                    sql.change(
                            """
                            update account set password_hash = ?, password_expired = ?, failed_sign_ins = 0,
                                locked_until = null, signed_out_before = ?
                            where id = ?\
                            """,
                            hash,
                            mustChange,
                            clock.instant(),
                            id.value());
                    return done(by, "account.password", was);
                });
    }

    /// Changes one's own password, which needs the one until now. Ends all sessions. Wrong guesses
    /// count as they do when signing in.
    public AccountChange changeOwnPassword(
            Actor person, AccountId id, String old, String password) {
        var account = find(id);
        if (account.isEmpty()) {
            return new AccountChange.Unknown();
        }
        if (!(signIn(account.get().email(), old, person.origin(), false)
                instanceof SignIn.Welcome)) {
            return new AccountChange.Refused("old", "The password until now is not this one.");
        }
        return old.equals(password)
                ? new AccountChange.Refused("password", "The new password is the old one.")
                : setPassword(person, id, password, false);
    }

    /// Ends all sessions of an account.
    public AccountChange signOutEverywhere(Actor by, AccountId id) {
        return locked(
                id,
                was -> {
                    sql.change(
                            "update account set signed_out_before = ? where id = ?",
                            clock.instant(),
                            id.value());
                    return done(by, "account.sign-out-everywhere", was);
                });
    }

    /// Binds an account to the person whom a provider vouches for, for good.
    public AccountChange link(Actor by, AccountId id, String issuer, String subject) {
        return locked(
                id,
                was -> {
                    if (was.issuer() != null || find(issuer, subject).isPresent()) {
                        return new AccountChange.Refused(
                                "account", "The account or the person is bound already.");
                    }
                    sql.change(
                            "update account set issuer = ?, subject = ? where id = ?",
                            issuer,
                            subject,
                            id.value());
                    return done(by, "account.link", was);
                });
    }

    /// Signs a person in who knows an account's password. Whether there is such an account, it
    /// takes the same work. Ten wrong passwords in a row lock it for a quarter of an hour, against
    /// the right one as well: otherwise whoever guesses could go on.
    ///
    /// @param origin where the request came from
    public SignIn signIn(String email, String password, String origin) {
        return signIn(email, password, origin, true);
    }

    private SignIn signIn(String email, String password, String origin, boolean begins) {
        var address = address(email);
        var kept =
                sql.first(
                        row -> Optional.ofNullable(row.textOrNull("password_hash")),
                        "select password_hash from account where email = ?",
                        address);
        var hash = kept.flatMap(found -> found).orElse(null);
        var right = passwords.matches(password, hash);
        var better =
                right && hash != null && passwords.isOutdated(hash)
                        ? passwords.hash(password)
                        : null;
        return sql.inTransaction(() -> {
            var row =
                    sql.first(
                            Attempt::of,
                            """
                            select id, failed_sign_ins, locked_until, password_hash
                            from account where email = ? for update\
                            """,
                            address);
            if (row.isEmpty()) {
                refuse(nobody(origin), "0", "unknown");
                return new SignIn.Refused();
            }
            var attempt = row.get();
            var account = find(attempt.id()).orElseThrow();
            var person = account.actor(origin);
            var record = account.id().toString();
            var now = clock.instant();
            if (attempt.lockedUntil() != null && attempt.lockedUntil().isAfter(now)) {
                refuse(person, record, "locked");
                return new SignIn.Refused();
            }
            if (!right || !Objects.equals(hash, attempt.hash())) {
                fail(person, attempt, now);
                return new SignIn.Refused();
            }
            if (account.disabled()) {
                refuse(person, record, "disabled");
                return new SignIn.Refused();
            }
            sql.change(
                    """
                    update account set failed_sign_ins = 0, locked_until = null,
                        password_hash = coalesce(?, password_hash)
                    where id = ?\
                    """,
                    better,
                    account.id().value());
            if (begins) {
                audit.record(person, "account.sign-in", "account", record, null, null);
            }
            return new SignIn.Welcome(account);
        });
    }

    /// Signs a person in whom a provider vouches for. Nobody gets an account this way: it is the
    /// one that is bound to the person, or else one that has the same e-mail address and is bound
    /// now.
    ///
    /// @param verifiedEmail the person's address, if the provider has seen that it is, or null
    public SignIn signInByProvider(
            String issuer, String subject, @Nullable String verifiedEmail, String origin) {
        return sql.inTransaction(() -> {
            var bound = find(issuer, subject);
            var account =
                    bound.or(() ->
                            Optional.ofNullable(verifiedEmail)
                                    .flatMap(this::find)
                                    .filter(found -> found.issuer() == null));
            if (account.isEmpty() || account.get().disabled()) {
                refuse(
                        nobody(origin),
                        account.map(found -> found.id().toString()).orElse("0"),
                        account.isEmpty() ? "provider: unknown" : "provider: disabled");
                return new SignIn.Refused();
            }
            var person = account.get().actor(origin);
            if (bound.isEmpty()
                    && !(link(person, account.get().id(), issuer, subject)
                            instanceof AccountChange.Done)) {
                return new SignIn.Refused();
            }
            audit.record(
                    person,
                    "account.sign-in",
                    "account",
                    account.get().id().toString(),
                    null,
                    Sql.Json.of(new Note("way", "provider")));
            return new SignIn.Welcome(account.get());
        });
    }

    /// Puts on record that a person signed out.
    public void signedOut(Actor person) {
        var id = person.id();
        if (id != null) {
            audit.record(person, "account.sign-out", "account", id.toString(), null, null);
        }
    }

    private static Actor nobody(String origin) {
        return new Actor(
                null,
                Actor.PUBLIC.name(),
                Actor.PUBLIC.roles(),
                Actor.PUBLIC.bodies(),
                origin,
                Actor.PUBLIC.rights());
    }

    private void fail(Actor person, Attempt attempt, Instant now) {
        var failures = attempt.failures() + 1;
        var locks = failures >= MOST_FAILURES;
        sql.change(
                "update account set failed_sign_ins = ?, locked_until = ? where id = ?",
                locks ? 0 : failures,
                locks ? now.plus(LOCKED_FOR) : null,
                attempt.id().value());
        refuse(person, attempt.id().toString(), locks ? "password; locked" : "password");
    }

    private void refuse(Actor person, String record, String reason) {
        audit.record(
                person,
                "account.sign-in-refused",
                "account",
                record,
                null,
                Sql.Json.of(new Note("refused", reason)));
    }

    private AccountChange locked(AccountId id, Function<Account, AccountChange> change) {
        return sql.inTransaction(() -> {
            // Administrators are looked at together: two must not remove each other at once.
            sql.list(
                    row -> row.number("id"),
                    """
                    select id from account where id = ? or 'administrator' = any (roles)
                    order by id for update\
                    """,
                    id.value());
            return find(id).map(change).orElse(new AccountChange.Unknown());
        });
    }

    private AccountChange done(Actor by, String action, Account was) {
        var is = find(was.id()).orElseThrow();
        record(by, action, is, Standing.of(was), Standing.of(is));
        return new AccountChange.Done(is);
    }

    private void record(
            Actor by, String action, Account account, @Nullable Standing was, Standing is) {
        audit.record(
                by,
                action,
                "account",
                account.id().toString(),
                was == null ? null : Sql.Json.of(was),
                Sql.Json.of(is));
    }

    private static boolean isOwn(Actor by, AccountId id) {
        return id.equals(by.id());
    }

    private boolean isLastAdministrator(Account account) {
        return account.is(Role.ADMINISTRATOR)
                && !account.disabled()
                && all().stream()
                        .noneMatch(other ->
                                !other.id().equals(account.id())
                                        && !other.disabled()
                                        && other.is(Role.ADMINISTRATOR));
    }

    private static AccountChange lastAdministrator() {
        return new AccountChange.Refused(
                "account", "This is the last administrator. Add another one first.");
    }

    private static AccountChange.@Nullable Refused problem(
            String email, String name, Collection<Role> roles, Collection<ProducerId> bodies) {
        if (email.length() > LONGEST || !EMAIL.matcher(email).matches()) {
            return new AccountChange.Refused(
                    "email",
                    "Enter an e-mail address in the correct format, like name@example.org.");
        }
        if (name.isEmpty()
                || name.length() > LONGEST
                || name.chars().anyMatch(Character::isISOControl)) {
            return new AccountChange.Refused(
                    "name", "Enter a name of up to %d characters.".formatted(LONGEST));
        }
        if (roles.isEmpty()) {
            return new AccountChange.Refused("roles", "Choose at least one role.");
        }
        if (roles.contains(Role.PRODUCER)) {
            if (roles.stream().anyMatch(role -> role != Role.PRODUCER)) {
                return new AccountChange.Refused(
                        "roles", "Whoever reports for a body cannot work for the regulator.");
            }
            return bodies.isEmpty()
                    ? new AccountChange.Refused("bodies", "Choose the bodies that it speaks for.")
                    : null;
        }
        return bodies.isEmpty()
                ? null
                : new AccountChange.Refused("bodies", "Only a producer speaks for bodies.");
    }

    private static String[] keys(Collection<Role> roles) {
        return Account.sorted(roles).stream().map(Role::key).toArray(String[]::new);
    }

    private static String[] ids(Collection<ProducerId> bodies) {
        return Account.sorted(bodies).stream().map(ProducerId::value).toArray(String[]::new);
    }

    private static Account account(Sql.Row row) {
        return new Account(
                new AccountId(row.number("id")),
                row.text("email"),
                row.text("name"),
                row.texts("roles").stream().map(key -> Role.of(key).orElseThrow()).toList(),
                row.texts("bodies").stream().map(ProducerId::new).toList(),
                row.flag("has_password"),
                row.flag("password_expired"),
                row.textOrNull("issuer"),
                row.instant("signed_out_before"),
                row.instantOrNull("disabled_at"),
                row.instant("created_at"));
    }

    private record Attempt(
            AccountId id, int failures, @Nullable Instant lockedUntil, @Nullable String hash) {

        static Attempt of(Sql.Row row) {
            return new Attempt(
                    new AccountId(row.number("id")),
                    (int) row.number("failed_sign_ins"),
                    row.instantOrNull("locked_until"),
                    row.textOrNull("password_hash"));
        }
    }

    /// What the audit keeps of an account: nothing secret.
    private record Standing(
            String email, String name, List<String> roles, List<String> bodies, boolean disabled) {

        static Standing of(Account account) {
            return new Standing(
                    account.email(),
                    account.name(),
                    account.roles().stream().map(Role::key).toList(),
                    account.bodies().stream().map(ProducerId::value).toList(),
                    account.disabled());
        }
    }

    /// Two components, since a record of one would be that component.
    private record Note(String kind, String text) {}
}
