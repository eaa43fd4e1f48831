package org.breachregister.web.account;

import org.breachregister.core.account.Account;
import org.breachregister.core.account.AccountChange;
import org.breachregister.core.account.Accounts;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Role;
import org.breachregister.core.database.Sql;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.web.RunningServer;
import org.breachregister.web.Visitor;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

/// Accounts of the running server to test with.
final class People {

    static final String PASSWORD = "three plain words here";
    static final Actor SHELL =
            new Actor(
                    null,
                    "Breach Register",
                    Set.of(),
                    Set.of(),
                    "command line",
                    Actor.PROGRAM.rights());
    private static final AtomicInteger COUNT = new AtomicInteger();

    private People() {}

    static Account add(RunningServer server, Role... roles) {
        var producer = List.of(roles).contains(Role.PRODUCER);
        var change =
                accounts(server)
                        .add(
                                SHELL,
                                "person%d@regulator.example".formatted(COUNT.incrementAndGet()),
                                "Robin Example",
                                List.of(roles),
                                producer ? List.of(new ProducerId("ons")) : List.of(),
                                PASSWORD,
                                false);
        if (change instanceof AccountChange.Done(var account)) {
            return account;
        }
        throw new IllegalStateException(change.toString());
    }

    static Visitor in(RunningServer server, Account account) {
        return Visitor.signedIn(server, account.email(), PASSWORD);
    }

    static Accounts accounts(RunningServer server) {
        return server.part(Accounts.class);
    }

    static Sql sql(RunningServer server) {
        return new Sql(server.part("programDataSource", DataSource.class));
    }
}
