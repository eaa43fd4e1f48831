package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.report.Anomaly;
import org.breachregister.core.report.Commitment;
import org.breachregister.core.report.Exposure;
import org.breachregister.core.report.FormGeneration;
import org.breachregister.core.report.PersonalDatum;
import org.breachregister.core.report.PersonalDatum.Kind;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

class ReportReaderTest {

    @Test
    void readsFormA() {
        var report = Samples.report(Samples.FORM_A);

        assertThat(report.form()).isEqualTo(FormGeneration.A);
        assertThat(report.producers())
                .extracting(one -> one.canonical())
                .containsExactly("Welsh Government");
        assertThat(report.outputTitle()).isEqualTo("Lighthouse Keepers in Wales, June 2010");
        assertThat(report.outputLinks()).containsExactly("http://wales.example.gov.uk/lamps?x=1");
        assertThat(report.reportDate()).isEqualTo("2010-07-21");
        assertThat(report.occurrenceDates())
                .containsExactly(LocalDate.of(2010, 7, 12), LocalDate.of(2010, 7, 13));
        assertThat(references(report)).containsExactly("1.0 Protocol 2.8");
        assertThat(report.sections())
                .containsEntry(Section.REASONS, "The courier was given the wrong day.")
                .containsEntry(Section.STATEMENTS, "http://wales.example.gov.uk/lamps/note")
                .containsEntry(Section.SUPPORTING, "None.")
                .doesNotContainKey(Section.NARRATIVE);
        assertThat(report.sections().get(Section.ACCOUNT))
                .startsWith(
                        "The bulletin on lamps lay on the counter of a library for most of two days before it was due.")
                .contains("\n\nThe branch had an earlier breach");
        assertThat(report.commitments())
                .containsExactly(
                        new Commitment(
                                "The branch will write to the Authority about the couriers by the end of October 2010.",
                                LocalDate.of(2010, 10, 31)));
        assertThat(report.previousBreaches()).singleElement().asString().contains("4 March 2009");
        assertThat(codes(report)).containsExactly("multiple-occurrences");
    }

    @Test
    void readsFormB() {
        var report = Samples.report(Samples.FORM_B);

        assertThat(report.form()).isEqualTo(FormGeneration.B);
        assertThat(report.producers())
                .extracting(one -> one.canonical())
                .containsExactly("Department for Transport");
        assertThat(report.outputTitle()).isEqualTo("Harbour Seals: spring quarter 2014");
        assertThat(report.outputLinks()).containsExactly("https://seals.example.gov.uk/q");
        assertThat(report.reportDate()).isEqualTo("2014-05-09");
        assertThat(report.occurrenceDates()).containsExactly(LocalDate.of(2014, 5, 2));
        assertThat(report.evidence().get("occurrenceDates"))
                .satisfies(evidence -> assertThat(evidence.text()).contains("3 May 2014"));
        assertThat(references(report)).containsExactly("1.0 Protocol 2");
        assertThat(report.sections().get(Section.REASONS))
                .isEqualTo("The draft carried no marking.\nIt lay in the office.");
        assertThat(report.previousBreaches()).isEmpty();
        assertThat(report.commitments())
                .containsExactly(
                        new Commitment(
                                "We will tell the Authority what came of it before Easter.", null));
        assertThat(personal(report))
                .contains(
                        "PERSON Dr Ezekiel Thornbury-Nkemelu",
                        "ADDRESS Gannet House, 4 Kittiwake Lane, Sandhaven, ZZ9 3QQ",
                        "EMAIL ezekiel.tn@seals.example.gov.uk",
                        "PERSON Cuthbert Ravenscar",
                        "PERSON Mr Ravenscar");
    }

    @Test
    void readsFormCFromAWebPageWithoutItsFurniture() {
        var report = Samples.report(Samples.FORM_C);

        assertThat(report.form()).isEqualTo(FormGeneration.C);
        assertThat(report.outputTitle()).isEqualTo("Puffin Census 2021");
        assertThat(report.outputLinks()).containsExactly("https://puffins.example.gov.uk/census");
        assertThat(report.reportDate()).isEqualTo("2021-04-01");
        assertThat(report.occurrenceDates()).containsExactly(LocalDate.of(2021, 3, 29));
        assertThat(references(report)).containsExactly("2.0 T3.6");
        assertThat(report.sections().get(Section.NARRATIVE))
                .startsWith("The census was late by an hour.")
                .doesNotContain("1,311");
        assertThat(report.sections())
                .containsEntry(Section.IMPACT, "There was no impact.")
                .doesNotContainKey(Section.STATEMENTS);
        assertThat(report.sections().get(Section.CORRECTIVE_ACTION))
                .startsWith("A second person has the key.\nTorquil");
        assertThat(personal(report))
                .contains(
                        "PERSON Ishbel Macfadyen-Oyelaran",
                        "PERSON Torquil Benbecula",
                        "EMAIL ishbel.mo@gov.example.scot",
                        "PHONE 01632 960 914")
                .doesNotContain("EMAIL web@site.example.org");
        assertThat(report.commitments())
                .extracting(Commitment::due)
                .containsExactly(LocalDate.of(2021, 6, 30));
    }

    @Test
    void readsLabelsThatAreGluedToTheirAnswersAndWrapped() {
        var report = Samples.report(Samples.FORM_C_GLUED);

        assertThat(report.form()).isEqualTo(FormGeneration.C);
        assertThat(report.outputTitle()).isEqualTo("Toll Bridges in England 2020");
        assertThat(report.outputLinks()).containsExactly("www.tolls.example.gov.uk/2020");
        assertThat(report.occurrenceDates())
                .containsExactly(LocalDate.of(2020, 10, 29), LocalDate.of(2020, 10, 30));
        assertThat(references(report)).containsExactly("2.0 T3", "2.0 T3.4");
        assertThat(report.sections())
                .containsEntry(Section.STATEMENTS, "N/A – nothing was seen early")
                .containsEntry(
                        Section.NARRATIVE,
                        "The toll tables went to a crossing operator by mistake, who told us at once.\n\n"
                                + "Nothing was published. The list has been mended.");
        assertThat(personal(report))
                .contains(
                        "PERSON Perpetua Nightingale-Osei",
                        "PERSON Eustace Fenwright",
                        "PHONE 01632960512");
    }

    @Test
    void readsAMarkdownTableBrokenOverLines() {
        var report = Samples.report(Samples.FORM_C_MARKDOWN);

        assertThat(report.outputTitle()).isEqualTo("Ferry Delays, Quarter 2 2023");
        assertThat(report.producers())
                .extracting(one -> one.canonical())
                .containsExactly("Department for the Economy");
        assertThat(report.reportDate()).isEqualTo("2023-12-04");
        assertThat(report.occurrenceDates()).containsExactly(LocalDate.of(2023, 11, 27));
        assertThat(personal(report))
                .contains(
                        "PERSON Ambrose Quillfeather",
                        "EMAIL ambrose.quillfeather@economy.example.gov.uk");
        assertThat(report.sections().get(Section.NARRATIVE)).startsWith("The ferry page");
        assertThat(codes(report)).containsExactly("ambiguous-abbreviation");
    }

    @Test
    void readsAFormQuotedInAForwardedMessage() {
        var report = Samples.report(Samples.forwarded());

        assertThat(report.form()).isEqualTo(FormGeneration.A);
        assertThat(report.sections()).containsEntry(Section.SUPPORTING, "None.");
        assertThat(personal(report))
                .contains(
                        "PERSON Ottilie Brackenbury",
                        "EMAIL ottilie.brackenbury@lamps.example.gov.uk",
                        "EMAIL practice@stats.example.gov.uk",
                        "PHONE 01632 960 001");
    }

    @Test
    void evidenceHoldsTheLabelAndTheWords() {
        var report = Samples.report(Samples.FORM_A);

        var evidence = report.evidence().get("outputTitle");

        assertThat(evidence).isNotNull();
        assertThat(evidence.label())
                .isEqualTo("Name of Statistical Output (including web link if relevant)");
        assertThat(evidence.text()).startsWith("Lighthouse Keepers in Wales");
        assertThat(evidence.confidence()).isBetween(0.5, 1.0);
    }

    @Test
    void everyPersonalDatumStandsWhereItSays() {
        for (var text :
                List.of(
                        Samples.FORM_A,
                        Samples.FORM_B,
                        Samples.FORM_C,
                        Samples.FORM_C_GLUED,
                        Samples.FORM_C_MARKDOWN,
                        Samples.forwarded())) {
            assertOffsets(Samples.report(text));
        }
    }

    static void assertOffsets(SubmittedReport report) {
        for (var datum : report.personalData()) {
            assertThat(fieldText(report, datum).substring(datum.start(), datum.end()))
                    .isEqualTo(datum.text());
        }
    }

    private static String fieldText(SubmittedReport report, PersonalDatum datum) {
        for (var section : report.sections().entrySet()) {
            if (section.getKey().key().equals(datum.field())) {
                return section.getValue();
            }
        }
        var evidence = report.evidence().get(datum.field());
        assertThat(evidence).as("field %s", datum.field()).isNotNull();
        return evidence.text();
    }

    @Test
    void flagsWhatAPersonShouldLookAt() {
        var report =
                Samples.report(
                        Samples.FORM_C_MARKDOWN
                                .replace("| DfE |", "| Ferry Delays, Quarter 2 2023 |")
                                .replace("4 December 2023", "20 November 2023")
                                .replace("T3 Orderly Release", "see below"));

        assertThat(codes(report))
                .contains("producer-is-output", "report-before-occurrence", "missing-reference");
    }

    @Test
    void suspectsAYearThatTheAccountContradicts() {
        var report =
                Samples.report(
                        Samples.FORM_C_MARKDOWN
                                .replace("Monday 27th November, 2023", "27/11/2022")
                                .replace("a week early", "a week early on 27 November 2023"));

        assertThat(codes(report)).contains("year-typo-suspected");
        assertThat(report.anomalies())
                .filteredOn(one -> one.code().equals("year-typo-suspected"))
                .singleElement()
                .satisfies(one -> assertThat(one.message()).contains("2022-11-27", "2023-11-27"));
    }

    @Test
    void flagsDatesStillToCome() {
        var report =
                Samples.report(
                        Samples.FORM_C_MARKDOWN.replace("4 December 2023", "4 December 2026"));

        assertThat(codes(report)).contains("future-date");
    }

    @Test
    void flagsMissingDates() {
        var report =
                Samples.report(
                        Samples.FORM_C_MARKDOWN
                                .replace("4 December 2023", "")
                                .replace("Monday 27th November, 2023", "in the last week"));

        assertThat(report.reportDate()).isNull();
        assertThat(report.occurrenceDates()).isEmpty();
        assertThat(codes(report)).filteredOn("missing-date"::equals).hasSize(2);
    }

    @Test
    void readsWhatTheFormDoesNotAskFor() {
        var report =
                Samples.report(
                        Samples.FORM_C_MARKDOWN
                                        .replace(
                                                "(if relevant) | |",
                                                "(if relevant) | https://ferries.example.gov.uk/note |")
                                        .replace(
                                                "Date of breach report |",
                                                "Was the Minister's office told? | Yes, at noon |\nDate of breach report |")
                                + """

                                It was seen by around 40 users. The duty press officer took it down.

                                Externally there was no impact.

                                In future a second person will check the date.
                                """);

        assertThat(report.statementLinks()).containsExactly("https://ferries.example.gov.uk/note");
        assertThat(report.unknownLabels()).containsExactly("Was the Minister's office told?");
        assertThat(report.exposure())
                .isNotNull()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(Exposure.Kind.EARLY);
                    assertThat(one.amount()).isEqualTo(1);
                    assertThat(one.unit()).isEqualTo(Exposure.Unit.WEEKS);
                });
        assertThat(report.peopleReached())
                .isNotNull()
                .satisfies(one -> {
                    assertThat(one.number()).isEqualTo(40);
                    assertThat(one.approximate()).isTrue();
                });
        assertThat(report.personalData())
                .filteredOn(one -> one.kind() == PersonalDatum.Kind.ROLE)
                .extracting(PersonalDatum::text)
                .containsExactly("The duty press officer");
        assertThat(report.sections()).doesNotContainKey(Section.IMPACT);
        var narrative = report.sections().get(Section.NARRATIVE);
        assertThat(report.proposals())
                .extracting(part -> part.section())
                .containsExactly(Section.ACCOUNT, Section.IMPACT, Section.CORRECTIVE_ACTION);
        assertThat(report.proposals().getLast())
                .satisfies(part ->
                        assertThat(narrative.substring(part.start(), part.end()))
                                .startsWith("In future a second person will check the date."));
        assertThat(report.evidence()).containsKeys("exposure", "peopleReached");
    }

    @Test
    void aMonthWithoutADayIsNoMissingDateButARange() {
        var report =
                Samples.report(
                        Samples.FORM_C_MARKDOWN.replace(
                                "Monday 27th November, 2023", "November 2023"));

        assertThat(report.occurrenceDates()).isEmpty();
        assertThat(codes(report)).doesNotContain("missing-date");
        assertThat(report.occurrences())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.from()).isEqualTo("2023-11-01");
                    assertThat(one.to()).isEqualTo("2023-11-30");
                });
    }

    @Test
    void saysWhyADocumentIsNoBreachReport() {
        assertThat(Samples.reading("# Readme\n\nThis folder holds notes.\n"))
                .isInstanceOfSatisfying(
                        Reading.NotAReport.class,
                        refused ->
                                assertThat(refused.reason())
                                        .contains("sample.txt", "none of the labels"));
        assertThat(
                        Samples.reading(
                                "PRESS NOTICE\n\nEMBARGOED UNTIL 9.30\n\nPuffins are up by a tenth.\n"))
                .isInstanceOfSatisfying(
                        Reading.NotAReport.class,
                        refused -> assertThat(refused.reason()).contains("press release"));
    }

    @Test
    void refusesAnEmptyForm() {
        var empty =
                """
                Information needed | Response |
                ---|---|
                Title and link to statistical output | |
                Name of producer organisation | |
                Date of breach report | dd/mm/yyyy |
                Relevant principle(s) and practice(s) | |
                Date of occurrence of breach | |

                Please give an account of what happened including roles of persons involved, dates and times:
                """;

        assertThat(Samples.reading(empty))
                .isInstanceOfSatisfying(
                        Reading.NotAReport.class,
                        refused -> assertThat(refused.reason()).contains("the form is empty"));
    }

    @Test
    void namesWhatCannotBeRead() {
        assertThat(unreadable(new byte[0])).contains("empty");
        assertThat(unreadable("  \n\t ".getBytes(StandardCharsets.UTF_8))).contains("white space");
        assertThat(
                        unreadable(
                                "PK\u0003\u0004 word/document.xml"
                                        .getBytes(StandardCharsets.ISO_8859_1)))
                .contains("damaged");
        assertThat(unreadable("\u0089PNG\r\n\u001A\n\0\0".getBytes(StandardCharsets.ISO_8859_1)))
                .contains("an image (PNG)", "Word document (.docx)");
        assertThat(unreadable("a\0b".getBytes(StandardCharsets.UTF_8))).contains("unknown kind");
        assertThat(unreadable(new byte[20 * 1024 * 1024 + 1])).contains("too large");
        var noise = new byte[400];
        new java.util.Random(7).nextBytes(noise);
        assertThat(unreadable(noise)).isNotBlank();
    }

    private static String unreadable(byte[] content) {
        var reading = Samples.READER.read(content, "sample.bin");
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        return ((Reading.Unreadable) reading).reason();
    }

    @Test
    void readsOtherEncodings() {
        var text = Samples.FORM_B.replace("Cuthbert", "Siôn");
        for (var charset :
                List.of(
                        StandardCharsets.UTF_8,
                        Charset.forName("windows-1252"),
                        StandardCharsets.UTF_16)) {
            var reading = Samples.READER.read(text.getBytes(charset), "sample.md");

            assertThat(reading)
                    .as(charset.name())
                    .isInstanceOfSatisfying(
                            Reading.Report.class,
                            read ->
                                    assertThat(personal(read.report()))
                                            .contains("PERSON Siôn Ravenscar"));
        }
    }

    @Test
    void readsTenThousandLinesInWellUnderASecond() {
        var text =
                new StringBuilder(
                        Samples.FORM_C_GLUED.substring(
                                0, Samples.FORM_C_GLUED.indexOf("Kind regards")));
        for (var i = 0; i < 10_000; i++) {
            text.append(
                    "The toll of that morning was counted twice by the same keeper, who had lost his place.\n");
        }
        for (var warmingUp = 0; warmingUp < 3; warmingUp++) {
            Samples.report(text.toString());
        }
        var threads = ManagementFactory.getThreadMXBean();
        var start = threads.getCurrentThreadCpuTime();

        var report = Samples.report(text.toString());

        assertThat(report.sections().get(Section.NARRATIVE)).hasSizeGreaterThan(500_000);
        assertThat((threads.getCurrentThreadCpuTime() - start) / 1_000_000).isLessThan(5_000);
    }

    private static List<String> references(SubmittedReport report) {
        return report.references().stream().map(one -> String.valueOf(one.element())).toList();
    }

    private static List<String> codes(SubmittedReport report) {
        return report.anomalies().stream().map(Anomaly::code).toList();
    }

    private static List<String> personal(SubmittedReport report) {
        return report.personalData().stream()
                .map(one -> one.kind() + " " + one.text())
                .distinct()
                .toList();
    }

    @Test
    void takesNoBodyNorMonthForAPerson() {
        var report =
                Samples.report(
                        Samples.FORM_B.replace(
                                "A sailing club put it in its newsletter.",
                                "The Daily Herald said so. Northern Ireland Office staff rang. Port Freight Statistics"
                                        + " told nothing. In March Cardiff Bay noticed. Harbour Seals found it."));

        assertThat(report.personalData())
                .filteredOn(one -> one.kind() == Kind.PERSON && one.field().equals("impact"))
                .isEmpty();
    }
}
