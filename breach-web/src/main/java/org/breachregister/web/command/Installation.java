package org.breachregister.web.command;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.database.Database;
import org.breachregister.core.database.FreshDatabase;
import org.breachregister.core.database.Home;
import org.breachregister.core.database.Login;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.RegisterLog;
import org.breachregister.search.index.IndexKeeper;
import org.breachregister.search.lucene.LuceneBreachSearch;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Locale;

/// The parts of one installation, put together without an application context: for commands that
/// must be quick.
record Installation(
        Home home, Database database, CodeOfPractice code, Producers producers, Clock clock)
        implements AutoCloseable {

    static Installation open(Home home) {
        return new Installation(
                home, database(home), CodeOfPractice.load(), Producers.load(), Clock.systemUTC());
    }

    /// The database of `spring.datasource.url` where that is set (as property or in the
    /// environment), else the embedded one of the home.
    private static Database database(Home home) {
        var url = setting("spring.datasource.url");
        if (url == null) {
            return Database.open(home);
        }
        var owner = setting("breach.database.owner.username");
        return Database.connect(
                url,
                login(setting("spring.datasource.username"), "spring.datasource.password"),
                owner == null ? null : login(owner, "breach.database.owner.password"));
    }

    /// The database of a home that is being put back, with tables of a version and no rows.
    static FreshDatabase fresh(Home home, int version) {
        var url = setting("spring.datasource.url");
        if (url == null) {
            return FreshDatabase.of(home, version);
        }
        var owner = setting("breach.database.owner.username");
        if (owner == null) {
            throw new CommandFailed(
                    "Tables are filled by their owner. Name it in breach.database.owner.username and .password.");
        }
        return FreshDatabase.elsewhere(
                url,
                login(setting("spring.datasource.username"), "spring.datasource.password"),
                login(owner, "breach.database.owner.password"),
                version);
    }

    private static Login login(@Nullable String user, String password) {
        return new Login(orEmpty(user), orEmpty(setting(password)));
    }

    /// Whether another database than the embedded one is set.
    static boolean hasDatabaseElsewhere() {
        return setting("spring.datasource.url") != null;
    }

    private static @Nullable String setting(String name) {
        var property = System.getProperty(name);
        var value =
                property != null
                        ? property
                        : System.getenv(name.replace('.', '_').toUpperCase(Locale.ROOT));
        return value == null || value.isBlank() ? null : value;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    RegisterLog log() {
        return new RegisterLog(database.dataSource());
    }

    IndexKeeper keeper() {
        return new IndexKeeper(home.index(), log(), code, producers, clock);
    }

    LuceneBreachSearch search() {
        return new LuceneBreachSearch(home.index(), code, producers);
    }

    @Override
    public void close() {
        database.close();
    }
}
