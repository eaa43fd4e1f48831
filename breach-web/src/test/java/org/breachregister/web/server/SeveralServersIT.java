package org.breachregister.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Role;
import org.breachregister.core.casework.Casebook;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Casework;
import org.breachregister.core.casework.Change;
import org.breachregister.core.casework.Document;
import org.breachregister.core.casework.Outcome;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.database.Home;
import org.breachregister.core.database.Sql;
import org.breachregister.core.database.TestDatabase;
import org.breachregister.core.intake.Reading.Report;
import org.breachregister.core.intake.ReportReader;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.RegisterLog;
import org.breachregister.search.BreachQuery;
import org.breachregister.search.lucene.LuceneBreachSearch;
import org.breachregister.web.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import javax.sql.DataSource;

/// Two servers, each with a home of its own, on one database that runs elsewhere.
class SeveralServersIT {

    private static final int CASES = 6;

    @TempDir Path directory;

    @Test
    void releaseEveryCaseOnceAndKeepBothIndexesInStep() throws Exception {
        var database = TestDatabase.elsewhere();
        var settings =
                Map.of(
                        "spring.datasource.url", database.url(),
                        "spring.datasource.username", database.program().user(),
                        "spring.datasource.password", database.program().password(),
                        "breach.database.owner.username", database.owner().user(),
                        "breach.database.owner.password", database.owner().password());
        try (var first = Server.start(new Home(directory.resolve("a")), 0, settings);
                var second = Server.start(new Home(directory.resolve("b")), 0, settings)) {
            var scheduled = new ArrayList<BreachId>();
            for (var number = 0; number < CASES; number++) {
                scheduled.add(scheduled(first, number));
            }
            for (var server : List.of(first, second)) {
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> {
                            assertThat(log(server).lastPosition()).isEqualTo(CASES);
                            assertThat(
                                            server.getBean(LuceneBreachSearch.class)
                                                    .find(BreachQuery.ALL)
                                                    .total())
                                    .isEqualTo(CASES);
                        });
            }
            assertThat(log(first).firstBroken()).isEmpty();
            assertThat(
                            sql(second)
                                    .list(
                                            row -> row.text("breach_id"),
                                            "select breach_id from register_log order by position"))
                    .containsExactlyInAnyOrderElementsOf(
                            scheduled.stream().map(BreachId::value).toList());
        }
    }

    private BreachId scheduled(ConfigurableApplicationContext server, int number) {
        var sql = sql(server);
        var caseworker = person(sql, number, Role.CASEWORKER);
        var publisher = person(sql, number, Role.PUBLISHER);
        var clock = server.getBean(Clock.class);
        var text =
                """
                Name of Producer Organisation: Office for National Statistics
                Title and link to statistical output: Tides %d
                Date of occurrence of breach: 3 October 2016
                Date of breach report: 4 October 2016
                Relevant principle(s)/practice(s): T3.4
                Nature of the breach: It was out early.
                Reasons for breach: A clock was wrong.
                """
                        .formatted(number)
                        .getBytes(StandardCharsets.UTF_8);
        var read =
                new ReportReader(
                                server.getBean(CodeOfPractice.class),
                                server.getBean(Producers.class),
                                clock)
                        .read(text, "tides.txt");
        var breach =
                new Casebook(server.getBean("programDataSource", DataSource.class))
                        .receive(
                                new Document(
                                        "tides.txt",
                                        "text/plain",
                                        text,
                                        RunningServer.sha256(text),
                                        clock.instant()),
                                ((Report) read).report())
                        .breach();
        var work = server.getBean(Casework.class);
        var cases = server.getBean(Cases.class);
        done(caseworker, () -> work.takeUp(caseworker, breach, 1));
        done(
                caseworker,
                () ->
                        work.assess(
                                caseworker,
                                breach,
                                revision(cases, caseworker, breach),
                                Outcome.BREACH,
                                "It was.",
                                null));
        var digest = Acting.as(publisher, () -> cases.preview(breach).orElseThrow().digest());
        done(
                publisher,
                () -> work.clear(publisher, breach, revision(cases, publisher, breach), digest));
        done(
                publisher,
                () ->
                        work.schedule(
                                publisher,
                                breach,
                                revision(cases, publisher, breach),
                                digest,
                                clock.instant().plusSeconds(2),
                                null));
        return breach;
    }

    private static long revision(Cases cases, Actor actor, BreachId breach) {
        return cases.find(actor, breach).orElseThrow().revision();
    }

    private static void done(Actor actor, Supplier<Change> deed) {
        assertThat(Acting.as(actor, deed)).isInstanceOf(Change.Done.class);
    }

    private static Actor person(Sql sql, int number, Role role) {
        var id =
                sql.only(
                        row -> row.number("id"),
                        """
                        insert into account (email, name, roles, created_at)
                        values (?, 'Somebody', ?, now()) returning id\
                        """,
                        role.key() + number + "@regulator.example",
                        new String[] {role.key()});
        return Actor.person(new AccountId(id), "Somebody", Set.of(role), Set.of(), "test");
    }

    private static Sql sql(ConfigurableApplicationContext server) {
        return new Sql(server.getBean("programDataSource", DataSource.class));
    }

    private static RegisterLog log(ConfigurableApplicationContext server) {
        return new RegisterLog(server.getBean("programDataSource", DataSource.class));
    }
}
