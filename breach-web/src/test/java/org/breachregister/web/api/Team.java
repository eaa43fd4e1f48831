package org.breachregister.web.api;

import org.breachregister.core.account.Account;
import org.breachregister.core.account.AccountChange;
import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Accounts;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.ApiTokens;
import org.breachregister.core.account.Role;
import org.breachregister.core.account.Scope;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.web.RunningServer;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// People with tokens on a running server, one for each thing that people do.
///
/// @param producer speaks for [#BODY]
/// @param colleague speaks for the same body
/// @param stranger speaks for another body
/// @param reader has a caseworker's account, and a token that only reads
record Team(
        Member producer,
        Member colleague,
        Member stranger,
        Member caseworker,
        Member second,
        Member publisher,
        Member analyst,
        Member administrator,
        Member reader) {

    static final ProducerId BODY =
            new ProducerId("department-for-environment-food-and-rural-affairs");
    static final ProducerId OTHER_BODY = new ProducerId("department-for-transport");

    private static final AtomicInteger COUNT = new AtomicInteger();

    /// A person.
    record Member(AccountId account, String name, String token) {}

    static Team on(RunningServer server) {
        var all = EnumSet.allOf(Scope.class);
        return new Team(
                add(server, List.of(BODY), all, Role.PRODUCER),
                add(server, List.of(BODY), all, Role.PRODUCER),
                add(server, List.of(OTHER_BODY), all, Role.PRODUCER),
                add(server, List.of(), all, Role.CASEWORKER, Role.PUBLISHER),
                add(server, List.of(), all, Role.CASEWORKER),
                add(server, List.of(), all, Role.PUBLISHER),
                add(server, List.of(), all, Role.ANALYST),
                add(server, List.of(), all, Role.ADMINISTRATOR),
                add(server, List.of(), EnumSet.of(Scope.READ), Role.CASEWORKER));
    }

    List<Member> all() {
        return new ArrayList<>(
                List.of(
                        producer,
                        colleague,
                        stranger,
                        caseworker,
                        second,
                        publisher,
                        analyst,
                        administrator,
                        reader));
    }

    private static Member add(
            RunningServer server, List<ProducerId> bodies, Set<Scope> scopes, Role... roles) {
        var number = COUNT.incrementAndGet();
        var program =
                new Actor(
                        null,
                        "Breach Register",
                        Set.of(),
                        Set.of(),
                        "command line",
                        Actor.PROGRAM.rights());
        var change =
                server.part(Accounts.class)
                        .add(
                                program,
                                "member%d@team.example".formatted(number),
                                "Tamsin Team %d".formatted(number),
                                List.of(roles),
                                bodies,
                                null,
                                false);
        if (!(change instanceof AccountChange.Done(Account account))) {
            throw new IllegalStateException(change.toString());
        }
        var expires = server.part(Clock.class).instant().plus(Duration.ofDays(1));
        var creation =
                server.part(ApiTokens.class).create(program, account.id(), "test", scopes, expires);
        if (!(creation instanceof ApiTokens.Creation.Created(_, String secret))) {
            throw new IllegalStateException(creation.toString());
        }
        return new Member(account.id(), account.name(), secret);
    }
}
