package org.breachregister.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.breachregister.core.casework.CaseworkFixture.CODE;
import static org.breachregister.core.casework.CaseworkFixture.HEALTH;
import static org.breachregister.core.casework.CaseworkFixture.JUSTICE;
import static org.breachregister.core.casework.CaseworkFixture.NOW;
import static org.breachregister.core.casework.CaseworkFixture.PRODUCERS;
import static org.breachregister.core.casework.CaseworkFixture.as;
import static org.breachregister.core.casework.CaseworkFixture.done;
import static org.breachregister.core.casework.CaseworkFixture.refused;

import org.breachregister.core.account.Actor;
import org.breachregister.core.casework.Drafts.Draft;
import org.breachregister.core.casework.Drafts.SelfCheck;
import org.breachregister.core.casework.Drafts.Sent;
import org.breachregister.core.intake.Reading;
import org.breachregister.core.intake.ReportReader;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.report.Anomaly;
import org.breachregister.core.report.PersonalDatum;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

class DraftsIT {

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final ReportReader READER = new ReportReader(CODE, PRODUCERS, CLOCK);

    private static final String ACCOUNT =
            "Zebedee Quartermain sent the table to a minister's office at noon.\n\nIt was   two hours early — “by mistake”.\nReasons for breach\nA list was old.";

    private final CaseworkFixture people = new CaseworkFixture();
    private final Actor producer = people.producer;
    private final Drafts drafts =
            new Drafts(people.seen.acting(), people.program, CODE, PRODUCERS, CLOCK);

    private static Map<String, List<String>> complete() {
        var answers = new LinkedHashMap<String, List<String>>();
        answers.put("outputTitle", List.of("Court Lamps, January 2026 (to be published later)"));
        answers.put("outputLinks", List.of("https://lamps.example.gov.uk/2026"));
        answers.put("occurrenceDates", List.of("2026-02-05", "2026-02-06"));
        answers.put("references", List.of("2.0 T3.4"));
        answers.put("account", ACCOUNT.lines().toList());
        answers.put("impact", List.of("None that is known."));
        answers.put("correctiveAction", List.of("We will tell the Authority by 1 May 2026."));
        answers.put("headOfProfession", List.of("Perpetua Nightingale-Osei, 01632 960512"));
        answers.put("contact", List.of("Ambrose Quillfeather", "ambrose.q@justice.example.gov.uk"));
        return answers;
    }

    private Draft begun(Map<String, List<String>> answers) {
        return as(
                producer,
                () -> {
                    var draft = drafts.begin(producer, JUSTICE);
                    done(drafts.save(producer, draft.id(), draft.revision(), answers));
                    return drafts.find(producer, draft.id()).orElseThrow();
                });
    }

    private Draft begunWith(String text) {
        var content = text.getBytes(StandardCharsets.UTF_8);
        var read = (Reading.Report) READER.read(content, "report.txt");
        return as(
                producer,
                () -> drafts.begin(producer, JUSTICE, Reports.document(text), read.report()));
    }

    private BreachId sent(Draft draft) {
        var sent = as(producer, () -> drafts.submit(producer, draft.id(), draft.revision()));
        assertThat(sent).isInstanceOf(Sent.Done.class);
        return ((Sent.Done) sent).receipt().breach();
    }

    private static String notSent(Sent sent, Change.Reason reason) {
        assertThat(sent).isInstanceOf(Sent.Not.class);
        return refused(((Sent.Not) sent).why(), reason);
    }

    private static final String FORM =
            """
            This document reports a breach of the Code of Practice for Statistics

            Name of Statistical Output

            Prison Lanterns, December 2025

            Name of Producer Organisation

            Ministry of Justice

            Name and contact details of the statistical Head of Profession submitting this report

            Perpetua Nightingale-Osei, 01632 960512

            Date of report

            20 February 2026

            Relevant Principle/Protocol and Practice

            T3.4

            Date of occurrence

            17 February 2026

            Nature of breach (including links with previous breaches, if any)

            Zebedee Quartermain sent the lanterns to a wrong list.

            Reasons for breach

            The list was old.
            """;

    @Test
    void beginsWithTheContactsThatTheNewestReportOfTheBodyGave() {
        sent(begun(complete()));

        var draft = as(producer, () -> drafts.begin(producer, JUSTICE));

        assertThat(draft.answers())
                .containsOnly(
                        Map.entry(
                                "headOfProfession",
                                List.of("Perpetua Nightingale-Osei, 01632 960512")),
                        Map.entry(
                                "contact",
                                List.of(
                                        "Ambrose Quillfeather",
                                        "ambrose.q@justice.example.gov.uk")));
        var stranger = people.stranger;
        assertThat(as(stranger, () -> drafts.begin(stranger, HEALTH)).answers()).isEmpty();
    }

    @Test
    void beginsNothingForABodyThatTheAccountDoesNotSpeakFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> as(producer, () -> drafts.begin(producer, HEALTH)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        as(people.caseworker, () -> drafts.begin(people.caseworker, JUSTICE)));
    }

    @Test
    void isSharedByTheAccountsOfABodyAndShownToNobodyElse() {
        var draft = begun(complete());

        for (var other :
                List.of(people.stranger, people.caseworker, people.analyst, Actor.PUBLIC)) {
            assertThat(as(other, () -> drafts.find(other, draft.id()))).isEmpty();
            assertThat(as(other, () -> drafts.list(other))).isEmpty();
            assertThat(as(other, () -> drafts.check(other, draft.id()))).isEmpty();
            assertThat(as(other, () -> drafts.save(other, draft.id(), 2, Map.of())))
                    .isInstanceOf(Change.Unknown.class);
            assertThat(as(other, () -> drafts.delete(other, draft.id(), 2)))
                    .isInstanceOf(Change.Unknown.class);
            assertThat(as(other, () -> drafts.submit(other, draft.id(), 2)))
                    .isEqualTo(new Sent.Not(new Change.Unknown()));
        }
        var colleague = people.colleague;
        assertThat(as(colleague, () -> drafts.list(colleague))).containsExactly(draft);
    }

    @Test
    void keepsOtherAnswersWhereSomeAreSaved() {
        var draft = begun(complete());
        done(
                as(
                        producer,
                        () ->
                                drafts.save(
                                        producer,
                                        draft.id(),
                                        2,
                                        Map.of("impact", List.of("Much.")))));

        var saved = as(producer, () -> drafts.find(producer, draft.id())).orElseThrow();
        assertThat(saved.answers().get("impact")).containsExactly("Much.");
        assertThat(saved.answers().get("references")).containsExactly("2.0 T3.4");
        assertThat(saved.revision()).isEqualTo(3);
        assertThat(as(producer, () -> drafts.save(producer, draft.id(), 2, Map.of())))
                .isEqualTo(new Change.Stale(3));
    }

    @Test
    void refusesWhatIsNoFieldOrTooLong() {
        var draft = begun(complete());

        assertThat(refusal(draft, "assignee", "me")).contains("'assignee'");
        assertThat(refusal(draft, "outputTitle", "x".repeat(301))).contains("300");
        assertThat(refusal(draft, "account", "x".repeat(50_001))).contains("50,000");
        assertThat(refusal(draft, "reasons", "a\u0007b")).contains("U+0007");
        assertThat(as(producer, () -> drafts.find(producer, draft.id()))).contains(draft);
    }

    private String refusal(Draft draft, String key, String text) {
        return refused(
                as(
                        producer,
                        () ->
                                drafts.save(
                                        producer,
                                        draft.id(),
                                        draft.revision(),
                                        Map.of(key, List.of(text)))),
                Change.Reason.INVALID);
    }

    @Test
    void deletesADraft() {
        var draft = begun(complete());

        assertThat(as(producer, () -> drafts.delete(producer, draft.id(), 1)))
                .isEqualTo(new Change.Stale(2));
        done(as(producer, () -> drafts.delete(producer, draft.id(), 2)));
        assertThat(as(producer, () -> drafts.list(producer))).isEmpty();
    }

    @Test
    void tellsWhatIsMissingAndWhatCannotBeRight() {
        var draft =
                begun(
                        Map.of(
                                "occurrenceDates",
                                List.of("2026-02-30", "2027-01-01", "1926-01-01"),
                                "reportDate",
                                List.of("2026-03-01")));
        var check = check(draft);

        assertThat(check.missing())
                .containsExactly("outputTitle", "references", "account", "headOfProfession");
        assertThat(check.doubts())
                .extracting(Anomaly::code)
                .containsExactly(
                        "not-a-date", "future-date", "impossible-date", "report-before-occurrence");
        assertThat(check(begun(complete())).missing()).isEmpty();
    }

    private SelfCheck check(Draft draft) {
        return as(producer, () -> drafts.check(producer, draft.id())).orElseThrow();
    }

    @Test
    void tellsOfLikelyDuplicatesOfTheBodyAlone() {
        var first = sent(begun(complete()));
        var answers = complete();
        answers.put("supporting", List.of("It is told again."));
        var again = begun(answers);

        assertThat(check(again).likely()).extracting(LikelyDuplicate::of).containsExactly(first);
        people.sql.change("update breach set bodies = ?", (Object) new String[] {HEALTH.value()});
        assertThat(check(again).likely()).isEmpty();
        var sent = as(producer, () -> drafts.submit(producer, again.id(), again.revision()));
        assertThat(((Sent.Done) sent).receipt().likely()).isEmpty();
    }

    @Test
    void makesACaseOfWhatWasTyped() {
        var draft = begun(complete());
        var id = sent(draft);

        var it = people.seen(producer, id);
        assertThat(it.state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(it.bodies()).containsExactly(JUSTICE);
        assertThat(it.submittedBy()).isEqualTo(producer.id());
        var report = it.report();
        assertThat(report.outputTitle())
                .isEqualTo("Court Lamps, January 2026 (to be published later)");
        assertThat(report.outputLinks()).containsExactly("https://lamps.example.gov.uk/2026");
        assertThat(report.reportDate()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(report.occurrenceDates())
                .containsExactly(LocalDate.of(2026, 2, 5), LocalDate.of(2026, 2, 6));
        assertThat(Corrections.value(report, CorrectedField.REFERENCES))
                .containsExactly("2.0 T3.4");
        assertThat(Corrections.value(report, CorrectedField.PRODUCERS))
                .containsExactly(JUSTICE.value());
        assertThat(report.sections())
                .containsEntry(Section.ACCOUNT, ACCOUNT)
                .containsEntry(Section.IMPACT, "None that is known.")
                .hasSize(3);
        assertThat(report.commitments())
                .singleElement()
                .satisfies(one -> assertThat(one.due()).isEqualTo(LocalDate.of(2026, 5, 1)));
        assertThat(report.personalData())
                .extracting(PersonalDatum::text)
                .contains(
                        "Zebedee Quartermain",
                        "Perpetua Nightingale-Osei",
                        "01632 960512",
                        "ambrose.q@justice.example.gov.uk");
        assertThat(RedactionProposals.of(report))
                .first()
                .satisfies(one -> assertThat(one.text()).isEqualTo("Zebedee Quartermain"));
        assertThat(people.cases.corrections(id)).isEmpty();
        assertThat(as(people.caseworker, () -> people.cases.steps(id)))
                .singleElement()
                .satisfies(step -> assertThat(step.by().name()).isEqualTo("Pat Producer"));
        assertThat(people.audit.ofRecord("case", id.value(), 5))
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("case.submit"));
        assertThat(as(producer, () -> drafts.list(producer))).isEmpty();
    }

    @Test
    void writesWhatWasTypedDownAsADocumentThatReadsTheSame() {
        var answers = complete();
        answers.put("outputTitle", List.of("Court Lamps, January 2026"));
        answers.put(
                "account", List.of("Zebedee Quartermain sent it.", "", "It was two hours early."));
        answers.put("reasons", List.of("A list was old."));
        answers.put("statementLinks", List.of("https://lamps.example.gov.uk/note"));
        answers.put("supporting", List.of("Nothing."));
        answers.put("occurrenceDates", List.of("2021-02-05", "2021-02-06"));
        var id = sent(begun(answers));

        var document = as(producer, () -> people.cases.original(id)).orElseThrow();
        assertThat(document.mediaType()).isEqualTo("text/plain");
        var held = people.seen(producer, id).report();
        var read = ((Reading.Report) READER.read(document.content(), document.fileName())).report();
        assertThat(read.sections()).isEqualTo(held.sections());
        assertThat(read.outputTitle()).isEqualTo(held.outputTitle());
        assertThat(read.outputLinks()).isEqualTo(held.outputLinks());
        assertThat(read.occurrenceDates()).isEqualTo(held.occurrenceDates());
        assertThat(read.reportDate()).isEqualTo(held.reportDate());
        assertThat(read.references()).isEqualTo(held.references());
        assertThat(read.producers()).isEqualTo(held.producers());
        assertThat(read.statementLinks()).isEqualTo(held.statementLinks());
        assertThat(read.commitments()).isEqualTo(held.commitments());
        assertThat(read.form()).isEqualTo(held.form());
        for (var key : List.of("headOfProfession", "contact")) {
            assertThat(DraftAnswers.lines(read, key)).isEqualTo(answers.get(key));
        }
    }

    @Test
    void losesNoWordThatWasTyped() {
        var answers = complete();
        for (var key : DraftAnswers.KEYS) {
            answers.putIfAbsent(key, List.of("typed into " + key));
        }
        answers.put("producers", List.of(JUSTICE.value()));
        answers.put("reportDate", List.of("2026-03-01"));
        answers.put("kind", List.of("early sight or leak to press"));
        answers.put("placeOfFailure", List.of("pressOffice"));
        var id = sent(begun(answers));

        var document = as(producer, () -> people.cases.original(id)).orElseThrow();
        var text = new String(document.content(), StandardCharsets.UTF_8);
        answers.forEach((key, lines) -> {
            if (!List.of("producers", "reportDate", "occurrenceDates").contains(key)) {
                assertThat(text).as(key).contains(lines);
            }
        });
        assertThat(text).contains("Ministry of Justice", "1 March 2026", "5 February 2026");
        var report = people.seen(people.caseworker, id).report();
        assertThat(report.kind()).isEqualTo("early sight or leak to press");
        assertThat(report.whereItHappened()).isEqualTo("A press office");
        assertThat(report.previousBreaches()).containsExactly("typed into previousBreaches");
    }

    @Test
    void isNotSentWhileSomethingIsMissing() {
        var draft = begun(Map.of("outputTitle", List.of("Lamps")));

        assertThat(
                        notSent(
                                as(
                                        producer,
                                        () ->
                                                drafts.submit(
                                                        producer, draft.id(), draft.revision())),
                                Change.Reason.INVALID))
                .contains("occurrenceDates", "references", "account", "headOfProfession");
        assertThat(as(producer, () -> drafts.find(producer, draft.id()))).contains(draft);
    }

    @Test
    void isSentOnceHoweverOftenItIsAsked() throws Exception {
        var draft = begun(complete());
        var asked = new ArrayList<Callable<Sent>>();
        for (var i = 0; i < 6; i++) {
            asked.add(() ->
                    as(producer, () -> drafts.submit(producer, draft.id(), draft.revision())));
        }
        var sent = new ArrayList<Sent>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var one : threads.invokeAll(asked)) {
                sent.add(one.get());
            }
        }

        assertThat(sent).filteredOn(one -> one instanceof Sent.Done).hasSize(1);
        assertThat(sent)
                .filteredOn(one -> one instanceof Sent.Not)
                .containsOnly(new Sent.Not(new Change.Unknown()));
        long cases = people.sql.only(row -> row.number("n"), "select count(*) as n from breach");
        assertThat(cases).isEqualTo(1);
        var late = begun(complete());
        assertThat(as(producer, () -> drafts.submit(producer, late.id(), 1)))
                .isEqualTo(new Sent.Not(new Change.Stale(2)));
    }

    @Test
    void sendsADocumentAsItIsWithWhatTheProducerCorrectedBesideIt() {
        var draft = begunWith(FORM);
        assertThat(draft.read()).isNotNull();
        done(
                as(
                        producer,
                        () ->
                                drafts.save(
                                        producer,
                                        draft.id(),
                                        1,
                                        Map.of(
                                                "occurrenceDates",
                                                List.of("2026-02-16"),
                                                "references",
                                                List.of("2.1 T3.4", "2.1 T3.6"),
                                                "outputTitle",
                                                List.of("Prison Lanterns, December 2025")))));
        var id = sent(as(producer, () -> drafts.find(producer, draft.id())).orElseThrow());

        var document = as(producer, () -> people.cases.original(id)).orElseThrow();
        assertThat(document.content()).isEqualTo(FORM.getBytes(StandardCharsets.UTF_8));
        var it = people.seen(people.caseworker, id);
        assertThat(it.read()).isEqualTo(draft.read());
        assertThat(it.report().occurrenceDates()).containsExactly(LocalDate.of(2026, 2, 16));
        assertThat(as(people.caseworker, () -> people.cases.corrections(id)))
                .extracting(
                        CaseRecords.Correction::field,
                        CaseRecords.Correction::before,
                        CaseRecords.Correction::after,
                        one -> one.by().name())
                .containsExactlyInAnyOrder(
                        tuple(
                                CorrectedField.OCCURRENCE_DATES,
                                List.of("2026-02-17"),
                                List.of("2026-02-16"),
                                "Pat Producer"),
                        tuple(
                                CorrectedField.REFERENCES,
                                List.of("2.1 T3.4"),
                                List.of("2.1 T3.4", "2.1 T3.6"),
                                "Pat Producer"));
    }

    @Test
    void takesTheTextThatTheProducerWroteAnewAndKeepsTheOriginal() {
        var draft = begunWith(FORM);
        var anew = "Barnaby Featherstonehaugh told us that the lanterns went to a wrong list.";
        done(
                as(
                        producer,
                        () ->
                                drafts.save(
                                        producer,
                                        draft.id(),
                                        1,
                                        Map.of("account", List.of(anew)))));
        var id = sent(as(producer, () -> drafts.find(producer, draft.id())).orElseThrow());

        SubmittedReport report = people.seen(people.caseworker, id).report();
        assertThat(report.sections())
                .containsEntry(Section.ACCOUNT, anew)
                .containsEntry(Section.REASONS, "The list was old.");
        assertThat(report.personalData())
                .extracting(PersonalDatum::text)
                .contains("Barnaby Featherstonehaugh", "Perpetua Nightingale-Osei")
                .doesNotContain("Zebedee Quartermain");
        assertThat(people.audit.ofRecord("case", id.value(), 1))
                .singleElement()
                .satisfies(entry ->
                        assertThat(String.valueOf(entry.before()))
                                .contains("Zebedee Quartermain sent the lanterns"));
    }

    @Test
    void refusesACorrectionThatCannotBeRight() {
        var draft = begunWith(FORM);
        done(
                as(
                        producer,
                        () ->
                                drafts.save(
                                        producer,
                                        draft.id(),
                                        1,
                                        Map.of("references", List.of("T99")))));

        assertThat(
                        notSent(
                                as(producer, () -> drafts.submit(producer, draft.id(), 2)),
                                Change.Reason.INVALID))
                .contains("T99");
        assertThat(check(draft).doubts()).extracting(Anomaly::code).contains("not-possible");
    }

    @Test
    void sendsNoDocumentThatIsTheCaseOfAnotherBody() {
        var other = people.stranger;
        new Casebook(people.program)
                .receive(
                        Reports.document(FORM),
                        CaseworkFixture.report(1),
                        new ProducerId(HEALTH.value()),
                        other);
        var draft = begunWith(FORM);

        assertThat(
                        notSent(
                                as(producer, () -> drafts.submit(producer, draft.id(), 1)),
                                Change.Reason.INVALID))
                .doesNotContain("BR-");
        assertThat(as(producer, () -> drafts.list(producer))).hasSize(1);
    }
}
