package org.breachregister.web.desk;

import org.breachregister.core.account.AccountChange;
import org.breachregister.core.account.Accounts;
import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Role;
import org.breachregister.core.casework.CaseStep;
import org.breachregister.core.casework.Casebook;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Casework;
import org.breachregister.core.casework.Change;
import org.breachregister.core.casework.CorrectedField;
import org.breachregister.core.casework.Document;
import org.breachregister.core.casework.Outcome;
import org.breachregister.core.casework.Releases;
import org.breachregister.core.database.Home;
import org.breachregister.core.database.Sql;
import org.breachregister.core.intake.DocumentReader;
import org.breachregister.core.intake.Reading;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.web.RunningServer;
import org.breachregister.web.server.Server;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import javax.sql.DataSource;

/// A real server with people at the regulator and cases in every state.
final class DeskServer implements AutoCloseable {

    static final String PASSWORD = "three plain words here";

    private final ConfigurableApplicationContext context;
    private final String address;
    private final Sql sql;
    private int reports;

    final Actor caseworker;
    final Actor colleague;
    final Actor publisher;
    final Actor both;
    final Actor analyst;
    final Actor administrator;
    final Actor producer;

    DeskServer() {
        try {
            context =
                    Server.start(new Home(Files.createTempDirectory("breach-desk-")), 0, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        address = "http://127.0.0.1:" + Server.port(context);
        sql = new Sql(program());
        caseworker = account("Cat Caseworker", Set.of(Role.CASEWORKER), Set.of());
        colleague = account("Cole Colleague", Set.of(Role.CASEWORKER), Set.of());
        publisher = account("Pip Publisher", Set.of(Role.PUBLISHER), Set.of());
        both = account("Bo Both", Set.of(Role.CASEWORKER, Role.PUBLISHER), Set.of());
        analyst = account("Ann Analyst", Set.of(Role.ANALYST), Set.of());
        administrator = account("Ada Administrator", Set.of(Role.ADMINISTRATOR), Set.of());
        producer =
                account(
                        "Pat Producer",
                        Set.of(Role.PRODUCER),
                        Set.of(new ProducerId("ministry-of-justice")));
    }

    String address() {
        return address;
    }

    Cases cases() {
        return context.getBean(Cases.class);
    }

    Casework casework() {
        return context.getBean(Casework.class);
    }

    Sql sql() {
        return sql;
    }

    private DataSource program() {
        return context.getBean("programDataSource", DataSource.class);
    }

    private Actor account(String name, Set<Role> roles, Set<ProducerId> bodies) {
        var added =
                context.getBean(Accounts.class)
                        .add(Actor.PROGRAM, email(name), name, roles, bodies, PASSWORD, false);
        if (added instanceof AccountChange.Done(var account)) {
            return account.actor("127.0.0.1");
        }
        throw new IllegalStateException(name + ": " + added);
    }

    /// The address that somebody signs in with.
    static String email(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
    }

    /// A case of the Ministry of Justice, of a report with a name, an address, a promise and a word
    /// that stands twice.
    BreachId submitted() {
        var number = ++reports;
        return submitted(
                """
                ## BREACH OF THE CODE OF PRACTICE FOR OFFICIAL STATISTICS

                ### 1. Background information

                Name of Statistical Output (including weblink to the relevant output or 'landing page')

                Prison Population Quarterly number %1$d

                <https://example.org/prison-population>

                Name of Producer Organisation

                Ministry of Justice

                Name and contact details of the statistical Head of Profession (Lead Official in an Arm's Length Body) submitting this report, and date of report

                Jane Roe, Head of Profession for Statistics, Ministry of Justice. jane.roe@example.org

                DATE: 3 October 2016

                ### 2. Circumstances of breach

                Relevant Principle/Protocol and Practice

                Protocol 2 - Release practices

                Date of occurrence

                30 September 2016

                Nature of breach (including links with previous breaches, if any)

                On 30 September Jane Roe sent figures of case %1$d to the wrong list. Questions went to jane.roe@example.org. The wing at Littlewood was named, and Littlewood was named again.

                Reasons for breach

                The list was out of date.

                ### 3. Reactions and impact (both within the producer body and outside)

                A newspaper printed two of the figures.

                ### 4. Corrective actions taken to prevent reoccurrence of such a breach (include short-term actions, and long-term changes made to procedures)

                The list was corrected. I will update the Authority by 31 October 2016.
                """
                        .formatted(number));
    }

    BreachId submitted(String text) {
        var content = text.getBytes(StandardCharsets.UTF_8);
        var name = "report-%d.md".formatted(reports);
        return switch (context.getBean(DocumentReader.class).read(content, name)) {
            case Reading.Report(var report, _, var mediaType) -> {
                var id =
                        new Casebook(program())
                                .receive(
                                        new Document(
                                                name,
                                                mediaType,
                                                content,
                                                RunningServer.sha256(content),
                                                Instant.parse("2016-10-03T09:00:00Z")),
                                        report)
                                .breach();
                sql.change(
                        "update breach set bodies = ? where id = ?",
                        new String[] {"ministry-of-justice"},
                        id.value());
                yield id;
            }
            case Reading.NotAReport(var why) -> throw new IllegalStateException(why);
            case Reading.Unreadable(var why) -> throw new IllegalStateException(why);
        };
    }

    /// A case that has gone through a step and those before it.
    BreachId after(CaseStep step) {
        var id = submitted();
        takeUp(id);
        if (step == CaseStep.TAKE_UP) {
            return id;
        }
        if (step == CaseStep.ASK) {
            does(
                    caseworker,
                    id,
                    revision ->
                            casework()
                                    .ask(
                                            caseworker,
                                            id,
                                            revision,
                                            "Who was on the list?\nWe need their roles only.",
                                            LocalDate.now(ReleaseTime.LONDON).plusDays(14)));
            return id;
        }
        does(caseworker, id, revision -> casework().redactAsProposed(caseworker, id, revision));
        does(
                caseworker,
                id,
                revision ->
                        casework()
                                .assess(
                                        caseworker,
                                        id,
                                        revision,
                                        Outcome.BREACH,
                                        "Figures left the list before their time.",
                                        null));
        if (step == CaseStep.ASSESS) {
            return id;
        }
        does(
                publisher,
                id,
                revision -> casework().clear(publisher, id, revision, digest(publisher, id)));
        if (step == CaseStep.CLEAR) {
            return id;
        }
        does(
                publisher,
                id,
                revision ->
                        casework()
                                .schedule(
                                        publisher,
                                        id,
                                        revision,
                                        digest(publisher, id),
                                        Instant.now().plus(Duration.ofDays(7)),
                                        null));
        if (step == CaseStep.SCHEDULE) {
            return id;
        }
        sql.change(
                "update scheduled_release set release_at = now() - interval '1 hour' where breach = ?",
                id.value());
        context.getBean(Releases.class).releaseDue();
        return id;
    }

    void takeUp(BreachId id) {
        does(caseworker, id, revision -> casework().takeUp(caseworker, id, revision));
    }

    void confirm(BreachId id, CorrectedField field, List<String> value, String reason) {
        does(
                caseworker,
                id,
                revision -> casework().correct(caseworker, id, revision, field, value, reason));
    }

    String digest(Actor actor, BreachId id) {
        return Acting.as(actor, () -> cases().preview(id).orElseThrow().digest());
    }

    long revision(BreachId id) {
        return Acting.as(analyst, () -> cases().find(analyst, id).orElseThrow().revision());
    }

    void does(Actor actor, BreachId id, Function<Long, Change> deed) {
        var made = Acting.as(actor, () -> deed.apply(revision(id)));
        if (!(made instanceof Change.Done)) {
            throw new IllegalStateException(id + ": " + made);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
