package org.breachregister.web.producer;

import org.breachregister.core.account.Account;
import org.breachregister.core.account.AccountChange;
import org.breachregister.core.account.Accounts;
import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Role;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Casework;
import org.breachregister.core.casework.Change;
import org.breachregister.core.casework.Document;
import org.breachregister.core.casework.Drafts;
import org.breachregister.core.intake.DocumentReader;
import org.breachregister.core.intake.Reading;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.web.RunningServer;
import org.breachregister.web.Visitor;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Producers and people of the regulator on the running server.
final class ProducerWorld {

    static final String PASSWORD = "three plain words here";
    static final ProducerId JUSTICE = new ProducerId("ministry-of-justice");
    static final ProducerId TRANSPORT = new ProducerId("department-for-transport");
    static final ProducerId STATISTICS = new ProducerId("office-for-national-statistics");
    static final String CASEWORKER = "Casimir Caseworker";

    private static final AtomicInteger COUNT = new AtomicInteger();

    final RunningServer server = RunningServer.get();

    /// An account for bodies; for none, one of the regulator.
    Account account(String name, ProducerId... bodies) {
        var change =
                server.part(Accounts.class)
                        .add(
                                Actor.PROGRAM,
                                "producer-pages-%d@example.org".formatted(COUNT.incrementAndGet()),
                                name,
                                bodies.length == 0
                                        ? List.of(Role.CASEWORKER)
                                        : List.of(Role.PRODUCER),
                                List.of(bodies),
                                PASSWORD,
                                false);
        if (change instanceof AccountChange.Done(var account)) {
            return account;
        }
        throw new IllegalStateException(change.toString());
    }

    Visitor visitor(Account account) {
        return Visitor.signedIn(server, account.email(), PASSWORD);
    }

    static Actor actor(Account account) {
        return account.actor("test");
    }

    /// What a report needs to be sent.
    static Map<String, List<String>> answers(String title) {
        var answers = new LinkedHashMap<String, List<String>>();
        answers.put("outputTitle", List.of(title));
        answers.put("outputLinks", List.of("https://example.org/output"));
        answers.put("occurrenceDates", List.of("2016-09-30"));
        answers.put("references", List.of("1.0 Protocol 2.8"));
        answers.put(
                "account",
                List.of(
                        "A table was e-mailed to a mailing list one day early.",
                        "",
                        "The press office noticed it at 4pm."));
        answers.put("reasons", List.of("The list of recipients was out of date."));
        answers.put("impact", List.of("None that we know of."));
        answers.put(
                "correctiveAction",
                List.of("The list was corrected. We will report back by 31 March 2017."));
        answers.put("headOfProfession", List.of("Tamsin Quillfeather, Head of Profession"));
        return answers;
    }

    Drafts.Draft draft(Account account, ProducerId body, Map<String, List<String>> answers) {
        var drafts = server.part(Drafts.class);
        return Acting.as(
                actor(account),
                () -> {
                    var begun = drafts.begin(actor(account), body);
                    drafts.save(actor(account), begun.id(), begun.revision(), answers);
                    return drafts.find(actor(account), begun.id()).orElseThrow();
                });
    }

    /// A draft that was begun with a document.
    Drafts.Draft uploaded(Account account, ProducerId body, byte[] content) {
        var reading = server.part(DocumentReader.class).read(content, "the form.txt");
        if (!(reading instanceof Reading.Report(var report, _, var mediaType))) {
            throw new IllegalStateException(reading.toString());
        }
        var document =
                new Document(
                        "the form.txt",
                        mediaType,
                        content,
                        RunningServer.sha256(content),
                        server.part(Clock.class).instant());
        var actor = actor(account);
        return Acting.as(
                actor, () -> server.part(Drafts.class).begin(actor, body, document, report));
    }

    /// A report that was sent.
    BreachId sent(Account account, ProducerId body, String title) {
        var draft = draft(account, body, answers(title));
        var drafts = server.part(Drafts.class);
        return Acting.as(
                actor(account),
                () ->
                        switch (drafts.submit(actor(account), draft.id(), draft.revision())) {
                            case Drafts.Sent.Done(var receipt) -> receipt.breach();
                            case Drafts.Sent.Not(var why) ->
                                    throw new IllegalStateException(why.toString());
                        });
    }

    /// A question of the regulator about a case.
    void ask(BreachId breach, String question) {
        var caseworker = actor(account(CASEWORKER));
        var casework = server.part(Casework.class);
        change(caseworker, breach, revision -> casework.takeUp(caseworker, breach, revision));
        change(
                caseworker,
                breach,
                revision ->
                        casework.ask(
                                caseworker, breach, revision, question, LocalDate.of(2040, 1, 31)));
    }

    /// A commitment whose day has passed.
    long promise(BreachId breach, String text) {
        var caseworker = actor(account(CASEWORKER));
        var casework = server.part(Casework.class);
        return change(
                        caseworker,
                        breach,
                        revision ->
                                casework.addCommitment(
                                        caseworker,
                                        breach,
                                        revision,
                                        text,
                                        null,
                                        LocalDate.of(2017, 3, 31)))
                .made();
    }

    Change.Done change(Actor actor, BreachId breach, Function<Long, Change> deed) {
        return Acting.as(
                actor,
                () -> {
                    var revision =
                            server.part(Cases.class).find(actor, breach).orElseThrow().revision();
                    if (deed.apply(revision) instanceof Change.Done done) {
                        return done;
                    }
                    throw new IllegalStateException(deed.apply(revision).toString());
                });
    }
}
