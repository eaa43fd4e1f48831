package org.breachregister.core.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breachregister.core.casework.Narratives.decided;
import static org.breachregister.core.casework.Narratives.person;
import static org.breachregister.core.casework.Narratives.report;

import org.breachregister.core.casework.Redacted.Decision;
import org.breachregister.core.casework.Redacted.Reason;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.PublicRecords;
import org.breachregister.core.report.PersonalDatum;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

class PublicPreviewTest {

    private static final PublicPreview PREVIEW =
            new PublicPreview(new PublicRecords(ReadReports.CODE, ReadReports.PRODUCERS));

    private static final String ACCOUNT =
            "Ann Roe of the lamps team sent 4.2 per cent to ann.roe@lamps.gov.uk. Ann Roe will tell the Authority. The door code is hung up.";
    private static final SubmittedReport REPORT =
            report(
                    "Lamps by Ann Roe",
                    Map.of(Section.ACCOUNT, ACCOUNT),
                    List.of("Ann Roe will tell the Authority."),
                    List.of("The door code  is\nhung up."),
                    person("Ann Roe", Section.ACCOUNT, ACCOUNT));

    private static PublicRecord published(SubmittedReport report, Redacted... decisions) {
        return PREVIEW.of(report, List.of(decisions), Outcome.BREACH, false).record();
    }

    private static Redacted account(String words, Reason reason, Decision decision) {
        return decided(Section.ACCOUNT, ACCOUNT, words, reason, decision);
    }

    @Test
    void removesProposalsAsLongAsNobodyDecided() {
        var preview = PREVIEW.of(REPORT, List.of(), Outcome.BREACH, false);

        assertThat(preview.record().account())
                .isEqualTo(
                        "[name removed] of the lamps team sent 4.2 per cent to [email address removed]. [name removed] will tell the Authority. The door code is hung up.");
        assertThat(preview.undecided()).isEqualTo(3);
    }

    @Test
    void removesWhatAPersonRemovedWhereverItStands() {
        var record =
                published(
                        REPORT,
                        account("4.2 per cent", Reason.UNPUBLISHED_FIGURES, Decision.REMOVED),
                        account("The door code", Reason.SECURITY, Decision.REMOVED),
                        account("Ann Roe", Reason.OTHER, Decision.REMOVED));

        assertThat(record.account())
                .isEqualTo(
                        "[text removed] of the lamps team sent [figures removed] to [email address removed]. [name removed] will tell the Authority. [security detail removed] is hung up.");
        assertThat(record.output()).isEqualTo("Lamps by [name removed]");
        assertThat(record.previousBreaches())
                .containsExactly("[security detail removed]  is\nhung up.");
    }

    @Test
    void takesWhatWasRemovedInTheMiddleOfASentenceOutOfAPromiseToo() {
        var record =
                published(
                        REPORT,
                        account("gov.uk. Ann Roe will tell", Reason.OTHER, Decision.REMOVED),
                        account("Authority. The door code is", Reason.OTHER, Decision.REMOVED));

        assertThat(record.commitments())
                .singleElement()
                .satisfies(one ->
                        assertThat(one.text()).isEqualTo("[text removed] the [text removed]"));
        assertThat(record.previousBreaches()).containsExactly("[text removed]\nhung up.");
    }

    @Test
    void keepsWhatAPersonKeptHereAndElsewhere() {
        var second = ACCOUNT.lastIndexOf("Ann Roe");
        var preview =
                PREVIEW.of(
                        REPORT,
                        List.of(
                                account("Ann Roe", Reason.PERSON, Decision.KEPT),
                                new Redacted(
                                        2,
                                        Section.ACCOUNT,
                                        second,
                                        second + 7,
                                        "Ann Roe",
                                        Reason.PERSON,
                                        null,
                                        Decision.KEPT,
                                        "Cass Worker",
                                        Instant.EPOCH),
                                account("ann.roe@lamps.gov.uk", Reason.EMAIL, Decision.KEPT)),
                        Outcome.BREACH,
                        false);

        assertThat(preview.record().account()).isEqualTo(ACCOUNT);
        assertThat(preview.record().output()).isEqualTo("Lamps by Ann Roe");
        assertThat(preview.record().commitments())
                .singleElement()
                .satisfies(one ->
                        assertThat(one.text()).isEqualTo("Ann Roe will tell the Authority."));
        assertThat(preview.undecided()).isZero();
    }

    @Test
    void publishesNoCharacterThatOnePersonRemovedAndAnotherKept() {
        var record =
                published(
                        REPORT,
                        account("lamps team sent", Reason.OTHER, Decision.KEPT),
                        account("team", Reason.OTHER, Decision.REMOVED));

        assertThat(record.account()).contains("the lamps [text removed] sent 4.2");
    }

    @Test
    void leavesOutTheRestOfAProposalThatSomebodyKeptAPartOf() {
        var preview =
                PREVIEW.of(
                        REPORT,
                        List.of(account("Ann", Reason.PERSON, Decision.KEPT)),
                        Outcome.BREACH,
                        false);

        assertThat(preview.record().account()).startsWith("Ann[name removed] of the lamps team");
        assertThat(preview.undecided()).isEqualTo(3);
    }

    @Test
    void waitsForADecisionWhereWordsStandAgainThatAPersonRemovedInAnotherSection() {
        var narrative = "The only actuary was away.\n\nImpact\n\nThe only\nactuary was blamed.";
        var impact = "The only\nactuary was blamed.";
        var report = report("Lamps", Map.of(Section.NARRATIVE, narrative, Section.IMPACT, impact));
        var removed =
                decided(
                        Section.NARRATIVE,
                        narrative,
                        "The only actuary",
                        Reason.ROLE,
                        Decision.REMOVED);
        var preview = PREVIEW.of(report, List.of(removed), Outcome.BREACH, false);

        assertThat(preview.record().account())
                .isEqualTo("[role removed] was away.\n\nImpact\n\n[role removed] was blamed.");
        assertThat(preview.record().impact()).isEqualTo("[role removed] was blamed.");
        assertThat(preview.undecided()).isEqualTo(2);
        var kept = decided(Section.IMPACT, impact, "The only\nactuary", Reason.ROLE, Decision.KEPT);
        assertThat(published(report, removed, kept).impact()).isEqualTo(impact);
    }

    @Test
    void makesOneMarkerOfSpansThatTouch() {
        var record =
                published(
                        REPORT,
                        account("4.2 ", Reason.UNPUBLISHED_FIGURES, Decision.REMOVED),
                        account("per", Reason.OTHER, Decision.REMOVED));

        assertThat(record.account()).contains("sent [figures removed] cent");
    }

    @Test
    void dropsALinkOfWhichSomethingWasRemoved() {
        var text = "See https://lamps.gov.uk/a?x=1 and https://lamps.gov.uk/b.";
        var record =
                published(
                        report("Lamps", Map.of(Section.STATEMENTS, text)),
                        decided(
                                Section.STATEMENTS,
                                text,
                                "x=1",
                                Reason.SECURITY,
                                Decision.REMOVED));

        assertThat(record.statementLinks()).containsExactly("https://lamps.gov.uk/b");
    }

    @Test
    void showsWhatWasCorrected() {
        var corrected =
                new PublicPreview.Corrected("Lamps in Wales", List.of("https://lamps.gov.uk/c"));
        var preview = PREVIEW.of(REPORT, corrected, List.of(), Outcome.BREACH, false);

        assertThat(preview.record().outputSeries()).isEqualTo("Lamps in Wales");
        assertThat(preview.record().statementLinks()).containsExactly("https://lamps.gov.uk/c");
    }

    @Test
    void tellsWhatAReleaseWouldBe() {
        assertThat(event(Outcome.BREACH, false)).isEqualTo("published");
        assertThat(event(Outcome.BREACH, true)).isEqualTo("revised");
        assertThat(event(Outcome.NOT_A_BREACH, true)).isEqualTo("withdrawn");
        assertThat(event(Outcome.COVERED_BY_EXEMPTION, true)).isEqualTo("withdrawn");
    }

    private static String event(Outcome outcome, boolean onRegister) {
        return PREVIEW.of(REPORT, List.of(), outcome, onRegister).event();
    }

    @Test
    void bindsTheDigestToTheRecordTheOutcomeAndTheEvent() {
        var digests =
                List.of(
                        digest(REPORT, Outcome.BREACH, false),
                        digest(REPORT, Outcome.NOT_A_BREACH, false),
                        digest(REPORT, Outcome.BREACH, true),
                        digest(
                                REPORT,
                                Outcome.BREACH,
                                false,
                                account("team", Reason.OTHER, Decision.REMOVED)));

        assertThat(digests).doesNotHaveDuplicates().allMatch(one -> one.matches("[0-9a-f]{64}"));
        assertThat(digest(REPORT, Outcome.BREACH, false)).isEqualTo(digests.getFirst());
    }

    private static String digest(
            SubmittedReport report, Outcome outcome, boolean onRegister, Redacted... decisions) {
        return PREVIEW.of(report, List.of(decisions), outcome, onRegister).digest();
    }

    /// The law: what is published of a section is what the producer wrote, without the characters
    /// that were removed, each run of which gives way to a marker. Nothing else is changed.
    @Test
    void publishesTheProducersWordsButForTheRedactedSpans() {
        var reports = ReadReports.all();
        assertThat(reports).hasSizeGreaterThan(40);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(2016);
        reports.forEach((name, report) -> {
            for (var round = 0; round < 8; round++) {
                var decisions = round == 0 ? List.<Redacted>of() : decisions(report, random);
                var record = PREVIEW.of(report, decisions, Outcome.BREACH, false).record();
                var narrative = report.sections().get(Section.NARRATIVE);
                var first = narrative == null ? Section.ACCOUNT : Section.NARRATIVE;
                holds(name, report, decisions, first, record.account());
                holds(name, report, decisions, Section.REASONS, record.reasons());
                holds(name, report, decisions, Section.IMPACT, record.impact());
                holds(
                        name,
                        report,
                        decisions,
                        Section.CORRECTIVE_ACTION,
                        record.correctiveActions());
            }
        });
    }

    private static List<Redacted> decisions(SubmittedReport report, RandomGenerator random) {
        var decisions = new ArrayList<Redacted>();
        for (var proposal : RedactionProposals.of(report)) {
            switch (random.nextInt(3)) {
                case 0 -> decisions.add(onProposal(proposal, Decision.KEPT));
                case 1 -> decisions.add(onProposal(proposal, Decision.REMOVED));
                default -> {}
            }
        }
        report.sections()
                .forEach((section, text) -> {
                    for (var i = 0; i < 4 && text.length() > 3; i++) {
                        var from = random.nextInt(text.length() - 1);
                        var to = Math.min(text.length(), from + 1 + random.nextInt(30));
                        var reasons = Reason.values();
                        decisions.add(
                                new Redacted(
                                        i + 1,
                                        section,
                                        from,
                                        to,
                                        text.substring(from, to),
                                        reasons[random.nextInt(reasons.length)],
                                        null,
                                        random.nextInt(4) == 0 ? Decision.KEPT : Decision.REMOVED,
                                        "Cass Worker",
                                        Instant.EPOCH));
                    }
                });
        return decisions;
    }

    private static Redacted onProposal(Redacted proposal, Decision decision) {
        return new Redacted(
                1,
                proposal.section(),
                proposal.from(),
                proposal.to(),
                proposal.text(),
                proposal.reason(),
                null,
                decision,
                "Cass Worker",
                Instant.EPOCH);
    }

    private static void holds(
            String name,
            SubmittedReport report,
            List<Redacted> decisions,
            Section section,
            @Nullable String published) {
        var text = report.sections().get(section);
        if (text == null) {
            assertThat(published).isNull();
            return;
        }
        var removed = removed(report, decisions, section);
        var rest = published == null ? "" : published;
        var atStart = true;
        for (var at = 0; at < text.length(); ) {
            var isRemoved = removed.get(at);
            var next = isRemoved ? removed.nextClearBit(at) : removed.nextSetBit(at);
            var end = next < 0 ? text.length() : Math.min(next, text.length());
            var wanted = isRemoved ? marker(rest) : printable(text.substring(at, end));
            wanted = atStart ? wanted.stripLeading() : wanted;
            wanted = end == text.length() ? wanted.stripTrailing() : wanted;
            assertThat(rest).as("%s, %s at %d", name, section, at).startsWith(wanted);
            rest = rest.substring(wanted.length());
            atStart &= wanted.isEmpty();
            at = end;
        }
        assertThat(rest).as("%s, %s", name, section).isEmpty();
    }

    /// Which characters are not published, told from the decisions one by one.
    private static BitSet removed(
            SubmittedReport report, List<Redacted> decisions, Section section) {
        var removed = new BitSet();
        RedactionProposals.of(report, decisions).stream()
                .filter(one -> one.section() == section)
                .forEach(one -> removed.set(one.from(), one.to()));
        for (var decision : List.of(Decision.KEPT, Decision.REMOVED)) {
            decisions.stream()
                    .filter(one -> one.section() == section && one.decision() == decision)
                    .forEach(
                            one -> removed.set(one.from(), one.to(), decision == Decision.REMOVED));
        }
        return removed;
    }

    private static String marker(String text) {
        return Arrays.stream(Reason.values())
                .map(Reason::marker)
                .filter(text::startsWith)
                .findFirst()
                .orElse("[a marker]");
    }

    /// Without the characters that no page or file can hold; a tab is a space.
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}&&[^\\n\\t]]", "").replace('\t', ' ');
    }

    @Test
    void findsNoPersonalDataInTheOtherTexts() {
        var text = "Ann Roe rang.";
        var record =
                published(
                        report(
                                "Lamps, 020 7946 0000, write to Ann",
                                Map.of(Section.ACCOUNT, text),
                                new PersonalDatum(
                                        PersonalDatum.Kind.PERSON, "Ann Roe", "contact", 0, 7)));

        assertThat(record.output())
                .isEqualTo("Lamps, [telephone number removed], write to [name removed]");
    }
}
