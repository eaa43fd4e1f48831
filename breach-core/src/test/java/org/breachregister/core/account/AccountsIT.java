package org.breachregister.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.breachregister.core.database.Sql;
import org.breachregister.core.database.TestDatabase;
import org.breachregister.core.producer.ProducerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

class AccountsIT {

    private static final String GOOD = "three plain words here";
    private static final Actor SHELL =
            new Actor(
                    null,
                    "Breach Register",
                    Set.of(),
                    Set.of(),
                    "command line",
                    Actor.PROGRAM.rights());

    private final MovingClock clock = new MovingClock();
    private final DataSource database = TestDatabase.fresh();
    private final Accounts accounts = new Accounts(database, clock);
    private final ApiTokens tokens = new ApiTokens(database, accounts, clock);
    private final Audit audit = new Audit(database);

    @Test
    void addsAnAccountAndFindsItHoweverTheAddressIsWritten() {
        var ann = caseworker(" Ann.Lee@Regulator.Example ");

        assertThat(ann.email()).isEqualTo("ann.lee@regulator.example");
        assertThat(accounts.find("ANN.lee@regulator.example")).contains(ann);
        assertThat(accounts.find(ann.id())).contains(ann);
        assertThat(accounts.all()).containsExactly(ann);
        assertThat(audit.ofRecord("account", ann.id().toString(), 10))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo("account.add");
                    assertThat(entry.origin()).isEqualTo("command line");
                    assertThat(entry.toString()).contains("caseworker").doesNotContain("argon");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "ann, Ann, caseworker, '', email",
        "ann@@b.example, Ann, caseworker, '', email",
        "'ann@b.example,bob@b.example', Ann, caseworker, '', email",
        "ann@example, Ann, caseworker, '', email",
        "ann@b.example, ' ', caseworker, '', name",
        "ann@b.example, Ann, '', '', roles",
        "ann@b.example, Ann, producer caseworker, ons, roles",
        "ann@b.example, Ann, producer, '', bodies",
        "ann@b.example, Ann, caseworker, ons, bodies",
        "ann@b.example, three plain words here, caseworker, '', password"
    })
    void refusesWhatCannotBeRight(
            String email, String name, String roles, String bodies, String field) {
        var change =
                accounts.add(
                        SHELL,
                        email,
                        name,
                        words(roles).stream().map(word -> Role.of(word).orElseThrow()).toList(),
                        words(bodies).stream().map(ProducerId::new).toList(),
                        GOOD,
                        false);

        assertThat(change)
                .isInstanceOfSatisfying(
                        AccountChange.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
        assertThat(accounts.all()).isEmpty();
    }

    @Test
    void takesAnAddressOnce() {
        caseworker("ann@regulator.example");

        assertThat(add("ANN@regulator.example", Role.ANALYST))
                .isInstanceOf(AccountChange.Refused.class);
    }

    @Test
    void answersAllThatFailsAlikeAndKeepsTheReasonOnRecord() {
        var ann = caseworker("ann@regulator.example");
        var bob = caseworker("bob@regulator.example");
        accounts.disable(SHELL, bob.id());

        assertThat(accounts.signIn("ann@regulator.example", GOOD, "192.0.2.1"))
                .isEqualTo(new SignIn.Welcome(accounts.find(ann.id()).orElseThrow()));
        assertThat(
                        List.of(
                                accounts.signIn("ann@regulator.example", "wrong", "192.0.2.1"),
                                accounts.signIn("nobody@regulator.example", GOOD, "192.0.2.1"),
                                accounts.signIn("bob@regulator.example", GOOD, "192.0.2.1")))
                .containsOnly(new SignIn.Refused());
        assertThat(reasons("0")).containsExactly("unknown");
        assertThat(reasons(ann.id().toString())).containsExactly("password");
        assertThat(reasons(bob.id().toString())).containsExactly("disabled");
    }

    @Test
    void locksForAQuarterOfAnHourAfterTenFailuresAlsoAgainstTheRightPassword() {
        var ann = caseworker("ann@regulator.example");
        for (var i = 0; i < 9; i++) {
            accounts.signIn("ann@regulator.example", "wrong", "192.0.2.1");
        }
        assertThat(signsIn(ann)).isTrue();
        for (var i = 0; i < 10; i++) {
            accounts.signIn("ann@regulator.example", "wrong", "192.0.2.1");
        }
        assertThat(signsIn(ann)).isFalse();
        clock.pass(Duration.ofMinutes(14));
        assertThat(signsIn(ann)).isFalse();
        clock.pass(Duration.ofMinutes(2));
        assertThat(signsIn(ann)).isTrue();
    }

    @Test
    void countsGuessesThatComeAtOnce() throws Exception {
        var ann = caseworker("ann@regulator.example");
        try (var guessing = Executors.newVirtualThreadPerTaskExecutor()) {
            guessing.invokeAll(
                    IntStream.range(0, 30)
                            .<java.util.concurrent.Callable<SignIn>>mapToObj(i ->
                                    () ->
                                            accounts.signIn(
                                                    "ann@regulator.example",
                                                    "guess " + i,
                                                    "192.0.2.1"))
                            .toList());
        }

        assertThat(signsIn(ann)).isFalse();
        assertThat(reasons(ann.id().toString())).hasSize(31).contains("password; locked");
    }

    @Test
    void changesAPasswordOnlyForWhoKnowsTheOneUntilNowAndEndsTheSessions() {
        var ann = caseworker("ann@regulator.example");
        var person = ann.actor("192.0.2.1");
        clock.pass(Duration.ofMinutes(1));

        assertThat(accounts.changeOwnPassword(person, ann.id(), "wrong", "another good password"))
                .isInstanceOf(AccountChange.Refused.class);
        assertThat(accounts.changeOwnPassword(person, ann.id(), GOOD, "short"))
                .isInstanceOf(AccountChange.Refused.class);
        assertThat(accounts.changeOwnPassword(person, ann.id(), GOOD, GOOD))
                .isInstanceOf(AccountChange.Refused.class);
        assertThat(signsIn(ann)).isTrue();

        assertThat(accounts.changeOwnPassword(person, ann.id(), GOOD, "another good password"))
                .isInstanceOf(AccountChange.Done.class);
        assertThat(signsIn(ann)).isFalse();
        assertThat(accounts.find(ann.id()).orElseThrow().signedOutBefore())
                .isEqualTo(clock.instant());
    }

    @Test
    void letsNobodyRaiseThemselvesAndKeepsAnAdministrator() {
        var eve = ((AccountChange.Done) add("eve@regulator.example", Role.ADMINISTRATOR)).account();
        var own = eve.actor("192.0.2.1");

        assertThat(accounts.change(own, eve.id(), List.of(Role.PUBLISHER), List.of()))
                .isInstanceOf(AccountChange.Refused.class);
        assertThat(accounts.disable(own, eve.id())).isInstanceOf(AccountChange.Refused.class);
        assertThat(accounts.change(SHELL, eve.id(), List.of(Role.PUBLISHER), List.of()))
                .isInstanceOf(AccountChange.Refused.class);
        assertThat(accounts.disable(SHELL, eve.id())).isInstanceOf(AccountChange.Refused.class);

        add("fay@regulator.example", Role.ADMINISTRATOR);
        assertThat(accounts.disable(SHELL, eve.id())).isInstanceOf(AccountChange.Done.class);
    }

    @Test
    void putsEveryChangeOnRecordWithWhatWasAndWhatIs() {
        var ann = caseworker("ann@regulator.example");
        accounts.change(SHELL, ann.id(), List.of(Role.PRODUCER), List.of(new ProducerId("ons")));
        accounts.disable(SHELL, ann.id());
        accounts.enable(SHELL, ann.id());
        accounts.setPassword(SHELL, ann.id(), "another good password", true);
        accounts.signOutEverywhere(SHELL, ann.id());
        accounts.link(SHELL, ann.id(), "https://login.example", "00u1");

        var entries = audit.ofRecord("account", ann.id().toString(), 20);
        assertThat(entries)
                .extracting(Audit.Entry::action)
                .containsExactly(
                        "account.link",
                        "account.sign-out-everywhere",
                        "account.password",
                        "account.enable",
                        "account.disable",
                        "account.change",
                        "account.add");
        assertThat(entries.get(5).before().text()).contains("caseworker");
        assertThat(entries.get(5).after().text()).contains("producer").contains("ons");
        assertThat(entries.toString()).doesNotContain("another good").doesNotContain("argon");
    }

    @Test
    void keepsADigestOfATokenAndTellsTheTokenOnce() {
        var ann = caseworker("ann@regulator.example");
        var made = token(ann, Duration.ofDays(30));

        assertThat(made.secret()).matches("brk_[A-Za-z0-9_-]{43}");
        assertThat(made.toString()).doesNotContain(made.secret());
        var kept =
                new Sql(database)
                        .<String>only(
                                row -> row.text("kept"),
                                """
                                select t::text || (select string_agg(a::text, '') from audit_entry a)
                                    as kept
                                from api_token t\
                                """);
        assertThat(kept).doesNotContain(made.secret());
        assertThat(tokens.use(made.secret()))
                .hasValueSatisfying(bearer -> assertThat(bearer.account()).isEqualTo(ann));
        assertThat(tokens.of(ann.id()).getFirst().lastUsed())
                .isEqualTo(clock.instant().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    @Test
    void takesNoTokenThatExpiredOrWasRevokedOrWhoseAccountIsDisabled() {
        var ann = caseworker("ann@regulator.example");
        var expiring = token(ann, Duration.ofDays(30));
        var revoked = token(ann, Duration.ofDays(60));
        var disabled = token(ann, Duration.ofDays(60));

        assertThat(tokens.revoke(SHELL, ann.id(), revoked.token().id())).isTrue();
        assertThat(tokens.revoke(SHELL, new AccountId(999), disabled.token().id())).isFalse();
        assertThat(tokens.use(revoked.secret())).isEmpty();
        clock.pass(Duration.ofDays(30));
        assertThat(tokens.use(expiring.secret())).isEmpty();
        assertThat(tokens.use(disabled.secret())).isPresent();
        accounts.disable(SHELL, ann.id());
        assertThat(tokens.use(disabled.secret())).isEmpty();
        assertThat(tokens.use("brk_" + "A".repeat(43))).isEmpty();
        assertThat(tokens.use("nonsense\u0000")).isEmpty();
    }

    @Test
    void boundsHowLongTokensAreValidAndHowManyThereAre() {
        var ann = caseworker("ann@regulator.example");

        assertThat(
                        tokens.create(
                                SHELL,
                                ann.id(),
                                "x",
                                List.of(Scope.READ),
                                clock.instant().plus(Duration.ofDays(400))))
                .isInstanceOf(ApiTokens.Creation.Refused.class);
        for (var i = 0; i < ApiTokens.MOST; i++) {
            token(ann, Duration.ofDays(30));
        }
        assertThat(
                        tokens.create(
                                SHELL,
                                ann.id(),
                                "one more",
                                List.of(Scope.READ),
                                clock.instant().plus(Duration.ofDays(1))))
                .isInstanceOf(ApiTokens.Creation.Refused.class);
    }

    @Test
    void hidesAccountsFromEverybodyButTheProgram() {
        var producer =
                TestDatabase.fresh(() ->
                        Actor.person(
                                        new AccountId(1),
                                        "Ann",
                                        Set.of(Role.PRODUCER),
                                        Set.of(new ProducerId("ons")),
                                        "")
                                .identity());

        for (var table : List.of("account", "api_token", "spring_session")) {
            assertThatThrownBy(() ->
                            new Sql(producer).list(row -> row, "select * from %s".formatted(table)))
                    .as(table)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private boolean signsIn(Account account) {
        return accounts.signIn(account.email(), GOOD, "192.0.2.1") instanceof SignIn.Welcome;
    }

    private List<String> reasons(String record) {
        return audit.ofRecord("account", record, 100).stream()
                .filter(entry -> entry.action().equals("account.sign-in-refused"))
                .map(entry -> entry.after().text().replaceAll(".*\"text\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    private ApiTokens.Creation.Created token(Account owner, Duration valid) {
        return (ApiTokens.Creation.Created)
                tokens.create(
                        SHELL,
                        owner.id(),
                        "Nightly export",
                        List.of(Scope.READ),
                        clock.instant().plus(valid));
    }

    private Account caseworker(String email) {
        return ((AccountChange.Done) add(email, Role.CASEWORKER)).account();
    }

    private AccountChange add(String email, Role role) {
        return accounts.add(SHELL, email, "Somebody", List.of(role), List.of(), GOOD, false);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.split(" "));
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-03-02T09:30:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
