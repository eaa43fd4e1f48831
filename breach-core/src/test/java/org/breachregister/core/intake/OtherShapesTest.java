package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.report.PersonalDatum;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;

/// Forms filled in other ways than the samples.
class OtherShapesTest {

    private static String formC(String contact, String narrative) {
        return """
        Information needed | Response

        Title and link to statistical output: Lamp Oil Sales, 2020 (see table 2.1)
        Name of producer organisation: Welsh Government
        Name and contact details of person dealing with report: %s
        Name and contact details of Head of Profession for Statistics/Lead Official: Non Prydderch
        Date of breach report: 2020-09-14

        Relevant principle(s) and practice(s): T3.4
        Date of occurrence of breach: 9 September 2020

        %s
        """
                .formatted(contact, narrative);
    }

    private static List<String> texts(SubmittedReport report, PersonalDatum.Kind kind) {
        return report.personalData().stream()
                .filter(one -> one.kind() == kind)
                .map(PersonalDatum::text)
                .distinct()
                .toList();
    }

    @Test
    void answersStandOnTheLinesOfTheirLabels() {
        var report =
                Samples.report(
                        """
                        BREACH OF THE CODE OF PRACTICE FOR OFFICIAL STATISTICS
                        This document reports a breach of the Code of Practice for Official Statistics, or an order.
                        1. Background information
                        1.1 Name of Statistical Output: Lamp Oil Sales, 2013
                        1.2 Name of Producer Organisation: Scottish Government
                        1.3 Name and contact details of the statistical Head of Profession submitting this report, and date of report: Una Garrow, 3 Oct 2013
                        2. Circumstances of breach
                        2.1 Relevant Principle/Protocol and Practice: Protocol 2.8
                        2.2 Date of occurrence: 25 Sept 2013
                        2.3 Nature of breach: A list went astray.
                        3. Reactions and impact: Few.
                        """);

        assertThat(report.outputTitle()).isEqualTo("Lamp Oil Sales, 2013");
        assertThat(report.reportDate()).isEqualTo("2013-10-03");
        assertThat(report.occurrenceDates()).containsExactly(LocalDate.of(2013, 9, 25));
        assertThat(report.sections())
                .containsEntry(Section.ACCOUNT, "A list went astray.")
                .containsEntry(Section.IMPACT, "Few.");
    }

    @Test
    void aDateAheadOfTheFormIsAnotherDate() {
        var report =
                Samples.report(
                        "From: Roe, Janet (Lamps)\nDate: 2020-09-20 10:02\nSubject: form\n\n"
                                + formC("Janet Roe, x40733", "A list went astray."));

        assertThat(report.reportDate()).isEqualTo("2020-09-14");
        assertThat(texts(report, PersonalDatum.Kind.PERSON))
                .contains("Roe, Janet", "Janet Roe", "Non Prydderch");
        assertThat(texts(report, PersonalDatum.Kind.PHONE)).containsExactly("x40733");
        assertThat(report.outputTitle()).isEqualTo("Lamp Oil Sales, 2020");
    }

    @Test
    void boldWordsThatOpenAParagraphDivideTheFreeText() {
        var report =
                Samples.report(
                        formC(
                                "Janet Roe",
                                "A list of prices was sent to a shop before the day of release by mistake.\n\n"
                                        + "**Impact.** Nobody asked.\n\n**Corrective action:** The list is locked."));

        assertThat(report.sections())
                .containsEntry(Section.IMPACT, "Nobody asked.")
                .containsEntry(Section.CORRECTIVE_ACTION, "The list is locked.");
    }

    @Test
    void aBackslashAtTheEndOfALineAndARaisedEndingAreMarks() {
        var text =
                """
                **Name of Statistical Output**\\
                Lamp Oil Sales, 2013

                **Name of Producer Organisation**\\
                Scottish Government

                **Name and contact details of the statistical Head of Profession submitting this report, and date of report**\\
                Una Garrow\\
                7^th^ November 2013

                **Date of occurrence**\\
                1^st^ November 2013

                **Nature of breach**\\
                A list went astray.
                """;
        var report = Samples.report(text);

        assertThat(report.outputTitle()).isEqualTo("Lamp Oil Sales, 2013");
        assertThat(report.reportDate()).isEqualTo("2013-11-07");
        assertThat(report.sections()).containsEntry(Section.ACCOUNT, "A list went astray.");
    }

    @Test
    void guidanceOnEmptyLabelsIsNoReport() {
        var reading =
                Samples.reading(
                        """
                        # Filling in the form

                        Information needed | Response |
                        ---|---|
                        Title and link to statistical output | |
                        Name of producer organisation | |
                        Date of breach report | |
                        Relevant principle(s) and practice(s) | the ones that fit |
                        Date of occurrence of breach | the day it happened |
                        """);

        assertThat(reading).isInstanceOf(Reading.NotAReport.class);
    }

    @Test
    void numberedSectionsAndTheFootOfAPageAreTold() {
        var report =
                Samples.report(
                        """
                        <!DOCTYPE html><html><body><h2>Breach of the Code of Practice for Statistics</h2>
                        <h4>Name of Statistical Output</h4><p>Lamp Oil Sales: <a href="https://lamps.example.gov.uk/oil">lamps web page</a></p>
                        <h4>Name of Producer Organisation</h4><p>Scottish Government</p>
                        <h4>Date of occurrence</h4><p>12 Sep 2012</p>
                        <h4>Nature of breach</h4><p>It was late.</p>
                        <h3>Section 3 – Reactions and impact (both within the producer body and outside)</h3><p>None.</p>
                        <h3>Section 6 – Any other relevant supporting material</h3><p>A log.</p>
                        <div class="foot">Ring 01632 960 700</div></body></html>
                        """);

        assertThat(report.outputTitle()).isEqualTo("Lamp Oil Sales");
        assertThat(report.sections())
                .containsEntry(Section.IMPACT, "None.")
                .containsEntry(Section.SUPPORTING, "A log.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    A study of lists is in hand, with its findings due to be passed to OSR on or before 18 December 2020. | 2020-12-18
                    A note on lists is promised to the National Statistician in October 2020. | 2020-10-31
                    We will share what we learn with OSR in the week ending 27 November 2020. | 2020-11-27
                    We'll report to OSR by the end of the calendar year. | 2020-12-31
                    We shall print by Wednesday 14 October 2020 a guide to lists. | 2020-10-14
                    """)
    void aPromiseIsFoundWithItsDay(String sentence, LocalDate due) {
        var report =
                Samples.report(
                        formC("Janet Roe", "A list went astray that morning.\n\n" + sentence));

        assertThat(report.commitments())
                .singleElement()
                .satisfies(one -> assertThat(one.due()).isEqualTo(due));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    In addition, our report of 11 May 2018 concerned the same shop. | true
                    The list was the subject of an earlier report, dated 4 June 2018. | true
                    An identical slip was made in 2018 and told in a breach report. | true
                    No breach of this kind has come to light, although in 2013 a body now closed had trouble. | false
                    """)
    void anEarlierBreachIsNamedByItsReport(String sentence, boolean named) {
        var report =
                Samples.report(
                        formC("Janet Roe", "A list went astray that morning.\n\n" + sentence));

        assertThat(report.previousBreaches()).hasSize(named ? 1 : 0);
    }

    @Test
    void aSurnameThatIsAlsoAWordIsANameBehindATitleOnly() {
        var report =
                Samples.report(
                        formC(
                                "Janet Roe",
                                "The list was seen by Mr Day and by Ms Wales on Wednesday, and Mr Orpwood of the shop rang.\n\n"
                                        + "On Market Day no shop in Wales had it. Orpwood had not read it; Mr Day had."));

        assertThat(texts(report, PersonalDatum.Kind.PERSON))
                .contains("Mr Day", "Ms Wales", "Orpwood")
                .doesNotContain("Day", "Wales");
    }
}
