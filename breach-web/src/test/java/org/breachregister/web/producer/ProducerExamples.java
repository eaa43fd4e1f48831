package org.breachregister.web.producer;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.account.Actor;
import org.breachregister.core.account.Role;
import org.breachregister.core.casework.BreachCase;
import org.breachregister.core.casework.CaseRecords.Author;
import org.breachregister.core.casework.CaseRecords.Message;
import org.breachregister.core.casework.CaseRecords.StepTaken;
import org.breachregister.core.casework.CaseRecords.StoredFile;
import org.breachregister.core.casework.CaseState;
import org.breachregister.core.casework.Drafts.Draft;
import org.breachregister.core.casework.TrackedCommitment;
import org.breachregister.core.code.CitedReference;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.report.Evidence;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Drafts and cases of a fictional producer.
final class ProducerExamples {

    static final ProducerId BODY = new ProducerId("ministry-of-justice");
    static final BreachId BREACH = new BreachId("BR-2016-0001");
    static final Instant THEN = Instant.parse("2016-10-03T08:30:00Z");
    static final LocalDate TODAY = LocalDate.of(2016, 11, 1);
    static final Actor READER =
            Actor.person(
                    new AccountId(7), "Rowan Ash", Set.of(Role.PRODUCER), Set.of(BODY), "test");

    /// Words that try to be more than words.
    static final String HOSTILE =
            "</textarea></title>\"'><script>alert(1)</script><img src=x onerror=alert(2)> ${7*7} \u202Egnp.exe";

    private ProducerExamples() {}

    static SubmittedReport report(String title, String text) {
        return new SubmittedReport(
                null,
                List.of(),
                title,
                List.of("https://example.org/prison", "javascript:alert(3)"),
                LocalDate.of(2016, 10, 3),
                List.of(LocalDate.of(2016, 9, 30)),
                List.of(
                        new CitedReference(
                                "Protocol 2, Practice 8",
                                new ElementId(EditionId.E1_0, "Protocol 2.8"),
                                List.of(),
                                1,
                                null),
                        new CitedReference("Practise what you preach", null, List.of(), 0.3, null)),
                null,
                null,
                Map.of(
                        Section.ACCOUNT,
                        text,
                        Section.REASONS,
                        "A list was out of date.",
                        Section.IMPACT,
                        "None that we know of.",
                        Section.CORRECTIVE_ACTION,
                        "1. The list was corrected.\n2. Two people now check every list."),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(
                        "outputTitle",
                        new Evidence("Name of Statistical Output", title, 1, 0.95),
                        "occurrenceDates",
                        new Evidence("Date of occurrence", "30 September", 1, 0.62),
                        "account",
                        new Evidence("Nature of breach", text, 1, 0.9)));
    }

    static Draft draft(Map<String, List<String>> answers, @Nullable SubmittedReport read) {
        return new Draft(
                "AAAAAAAAAAAAAAAAAAAAAA",
                BODY,
                answers,
                read,
                read == null ? null : 5L,
                3,
                THEN,
                THEN);
    }

    static BreachCase theCase(CaseState state, String title, String text) {
        var report = report(title, text);
        return new BreachCase(
                BREACH,
                state,
                4,
                report,
                report,
                Set.of(BODY),
                new AccountId(7),
                THEN,
                THEN,
                null,
                null);
    }

    static StepTaken step(String step, CaseState state) {
        return new StepTaken(
                step,
                state,
                "Between ourselves",
                new Author(null, "The regulator"),
                THEN.plusSeconds(60));
    }

    static Message question(String text) {
        return new Message(
                11,
                Message.Kind.QUESTION,
                text,
                LocalDate.of(2016, 10, 20),
                null,
                new Author(null, "The regulator"),
                THEN.plusSeconds(120));
    }

    static Message supplement(String text, String fileName) {
        return new Message(
                12,
                Message.Kind.SUPPLEMENT,
                text,
                null,
                new StoredFile(9, fileName, "application/octet-stream", 41_000, "00"),
                new Author(new AccountId(7), "Rowan Ash"),
                THEN.plusSeconds(180));
    }

    static TrackedCommitment promise(String text) {
        return new TrackedCommitment(
                21,
                BREACH,
                text,
                "Head of Profession",
                LocalDate.of(2016, 10, 31),
                true,
                TrackedCommitment.Status.AWAITING_RESPONSE,
                "The review has begun.",
                1,
                THEN);
    }
}
