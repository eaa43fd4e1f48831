package org.breachregister.core.publication;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.code.CitedReference;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.producer.ReportedProducer;
import org.breachregister.core.report.Commitment;
import org.breachregister.core.report.FormGeneration;
import org.breachregister.core.report.PersonalDatum;
import org.breachregister.core.report.PersonalDatum.Kind;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

class PublicRecordsTest {

    private final PublicRecords records =
            new PublicRecords(CodeOfPractice.load(), Producers.load());

    private static SubmittedReport report(String narrative, PersonalDatum... personal) {
        return new SubmittedReport(
                FormGeneration.C,
                List.of(
                        new ReportedProducer(
                                "DCSF",
                                new ProducerId("department-for-children-schools-and-families"),
                                "Department for Children, Schools and Families",
                                0.9,
                                "abbreviation",
                                List.of())),
                "Toll Bridges, June 2019",
                List.of("https://tolls.example.gov.uk/", "mailto:ann.roe@tolls.example.gov.uk"),
                LocalDate.of(2019, 7, 2),
                List.of(LocalDate.of(2019, 7, 1), LocalDate.of(2019, 6, 28)),
                List.of(
                        new CitedReference(
                                "T3.4", new ElementId(EditionId.E2_0, "T3.4"), List.of(), 1, null)),
                null,
                null,
                Map.of(
                        Section.NARRATIVE,
                        narrative,
                        Section.STATEMENTS,
                        "See https://tolls.example.gov.uk/note. Or ask press@tolls.example.gov.uk"),
                List.of(personal),
                List.of(
                        new Commitment(
                                "Ann Roe will tell the Authority by 1 August 2019.",
                                LocalDate.of(2019, 8, 1))),
                List.of("Ann Roe had one in 2018."),
                List.of(),
                Map.of());
    }

    private static PersonalDatum person(String name) {
        return new PersonalDatum(Kind.PERSON, name, "narrative", 0, name.length());
    }

    @Test
    void aRoleThatTellsWhoSomebodyIsIsRemoved() {
        var role = "The only actuary in the branch";
        var record =
                records.of(
                        report(
                                role + " was away. A clerk sent it.",
                                new PersonalDatum(Kind.ROLE, role, "narrative", 0, role.length())));

        assertThat(record.account()).isEqualTo("[role removed] was away. A clerk sent it.");
    }

    @Test
    void showsWhatThePublicMayRead() {
        var record = records.of(report("The list was wrong."));

        assertThat(record.account()).isEqualTo("The list was wrong.");
        assertThat(record.output()).isEqualTo("Toll Bridges, June 2019");
        assertThat(record.outputSeries()).isEqualTo("Toll Bridges");
        assertThat(record.outputLinks()).containsExactly("https://tolls.example.gov.uk/");
        assertThat(record.statementLinks()).containsExactly("https://tolls.example.gov.uk/note");
        assertThat(record.edition()).isEqualTo(EditionId.E2_0);
        assertThat(record.occurredFrom()).isEqualTo("2019-06-28");
        assertThat(record.occurredTo()).isEqualTo("2019-07-01");
        assertThat(record.references())
                .singleElement()
                .satisfies(one -> assertThat(one.asReported()).isEqualTo("T3.4"));
        assertThat(record.producers())
                .singleElement()
                .satisfies(one -> assertThat(one.asReported()).isEqualTo("DCSF"));
    }

    @Test
    void removesWhatWasLocatedWhereverItStands() {
        var record =
                records.of(
                        report(
                                "Ann\nRoe rang. Mrs Roe was told, and Ann came. An annual roe deer is no name.",
                                person("Ann Roe"),
                                person("Roe"),
                                person("Mrs Roe")));

        assertThat(record.account())
                .isEqualTo(
                        "[name removed] rang. [name removed] was told, and [name removed] came. An annual roe deer is no name.");
        assertThat(record.commitments())
                .singleElement()
                .satisfies(one -> assertThat(one.text()).startsWith("[name removed] will tell"));
        assertThat(record.previousBreaches()).containsExactly("[name removed] had one in 2018.");
    }

    @Test
    void findsAddressesAndNumbersThatNobodyLocated() {
        var record =
                records.of(
                        report(
                                "Ring 01632 960 155, write to ann@x.example.org (mailto:ann@x.example.org) or 4 Small Lane, Sandhaven, ZZ1 9AJ."));

        assertThat(record.account())
                .isEqualTo(
                        "Ring [telephone number removed], write to [email address removed] ([email address removed]) or [address removed].");
    }

    @Test
    void takesControlCharactersOut() {
        assertThat(records.of(report("One\u0000two\u0007\tthree\nfour")).account())
                .isEqualTo("Onetwo three\nfour");
    }

    @Test
    void keepsAWordThatIsAlsoAName() {
        var record =
                records.of(
                        report(
                                "Will Roe rang. Will it be late? They will see in May.",
                                person("Will Roe"),
                                person("May Lee")));

        assertThat(record.account())
                .isEqualTo("[name removed] rang. Will it be late? They will see in May.");
    }

    @Test
    void knowsANameInOtherQuotesAndInCapitals() {
        var record =
                records.of(
                        report(
                                "O'Dowd rang. MS O’DOWD was told by Una.",
                                person("Ms Una O’Dowd"),
                                person("O’Dowd"),
                                person("Ms O’Dowd")));

        assertThat(record.account())
                .isEqualTo("[name removed] rang. [name removed] was told by [name removed].");
    }
}
