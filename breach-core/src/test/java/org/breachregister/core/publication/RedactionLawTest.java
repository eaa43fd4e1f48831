package org.breachregister.core.publication;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.report.PersonalDatum;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;

/// No way of writing an address or a number gets past, and no other figure is taken for one.
class RedactionLawTest {

    private static final PublicRecords RECORDS =
            new PublicRecords(CodeOfPractice.load(), Producers.load());

    private static String published(String text) {
        var report =
                new SubmittedReport(
                        org.breachregister.core.report.FormGeneration.C,
                        List.of(),
                        null,
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        Map.of(Section.NARRATIVE, text),
                        List.<PersonalDatum>of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of());
        return String.valueOf(RECORDS.of(report).account());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann.roe@lamps.gov.uk",
                "ann.roe (at) lamps.gov.uk",
                "ann.roe [at] lamps dot gov dot uk",
                "ann dot roe at lamps dot gov dot uk",
                "ann.roe at lamps.gov.uk",
                "ann.roe{at}lamps[dot]gov[dot]uk",
                "ann.roe @ lamps.gov.uk",
                "ann.roe@lamps.\ngov.uk",
                "ann.roe@lamps\n.gov.uk",
                "ann.roe@\nlamps.gov.uk",
                "ann.\nroe@lamps.gov.uk",
                "ann.roe\n@lamps.gov.uk",
                "ann.roe＠lamps．gov．uk",
                "ann.\u200Broe@\u200Blamps.gov.uk",
                "mailto:ann.roe@lamps.gov.uk?subject=Breach&cc=roe@lamps.gov.uk",
                "https://lamps.gov.uk/form?email=ann.roe@lamps.gov.uk",
                "https://lamps.gov.uk/form?email=ann.roe%40lamps.gov.uk",
                "[ann.roe@lamps.gov.uk](https://lamps.gov.uk/staff)",
                "ANN.ROE@LAMPS.GOV.UK",
            })
    void anEmailAddressIsTakenOut(String address) {
        var text = published("The team asked " + address + " about it, in vain.");

        assertThat(text.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("roe")
                .contains("[email address removed]")
                .contains("about it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "020 7946 0000",
                "Tel:020 7946 0000",
                "(020) 7946 0000",
                "[020] 7946 0000",
                "020.7946.0000",
                "020-7946-0000",
                "020/7946/0000",
                "020–7946–0000",
                "020 7946\n0000",
                "020\u00a07946\u00a00000",
                "020\u20097946\u20090000",
                "+44 20 7946 0000",
                "+44 (0)20 7946 0000",
                "+44.20.7946.0000",
                "0044 20 7946 0000",
                "44 (0)20 7946 0000",
                "02079460000",
                "０２０ ７９４６ ００００",
                "020 79\u200B46 00\u200D00",
                "020 7946 0000 ext. 5512",
                "01.02.2021 020 7946 0000",
                "tel. 7946 0000",
            })
    void aTelephoneNumberIsTakenOut(String number) {
        var text = published("Callers rang " + number + ", and nobody answered.");

        assertThat(text)
                .doesNotContain("7946")
                .doesNotContain("0000")
                .doesNotContain("5512")
                .contains("nobody answered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 Heron Row, Sandhaven ZZ1 4QQ",
                "Heron Yard,\nSandhaven,\nZZ1 4QQ",
                "Heron Yard, Sandhaven zz1 4qq",
                "Heron Yard, Sandhaven ZZ1\n4QQ",
                "P.O. Box 4411, Sandhaven ZZ14QQ",
                "3 HERON ROAD, SANDHAVEN ZZ1 4QQ",
            })
    void aPostalAddressIsTakenOut(String address) {
        var text = published("Copies were posted to " + address + ". Nobody saw them.");

        assertThat(text)
                .doesNotContainIgnoringCase("4QQ")
                .doesNotContainIgnoringCase("Heron")
                .doesNotContain("4411")
                .contains("Nobody saw them");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.03.2021",
                "03.04.2021 05.06.2021",
                "03/04/2021",
                "03-04-2021",
                "2021-03-04",
                "2016-17",
                "1,234,567",
                "09:30 and 10:45",
                "at 09.30 on 4 May 2016",
                "0930 to 1030",
                "Case 20191104",
                "978-0-11-620000-1",
                "£0.12 million",
                "0.0123456789",
                "12 345 678",
                "T3.4 and Q3 2nd edition",
                "Table 2.10.1",
                "the statistics at www.lamps.gov.uk",
                "page 4 4th line",
                "20 road deaths",
                "@LampStats",
                "5 @ 20 each",
            })
    void otherFiguresStay(String figures) {
        assertThat(published("It says " + figures + " there."))
                .isEqualTo("It says " + figures + " there.");
    }

    static LongStream seeds() {
        var given = Long.getLong("test.seed");
        return given != null ? LongStream.of(given) : LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingInventedSurvives(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var digits = "0" + (random.nextBoolean() ? "1632" : "7700") + digits(random, 6);
        var gap = List.of("", " ", "-", "\u00a0", " - ", "–", "\u200B").get(random.nextInt(7));
        var number =
                digits.substring(0, 5) + gap + digits.substring(5, 8) + gap + digits.substring(8);
        var name = "zq" + letters(random, 5);
        var at = List.of("@", " (at) ", "[at]", "＠", " @ ", "%40").get(random.nextInt(6));
        var address = "a." + name + at + "lamps" + ".gov.uk";
        var around = List.of(" ", "\n", ", ", " (", "; ", ": ").get(random.nextInt(6));
        var text = published("Ask" + around + address + around + number + around + "by 4 May 2016");

        assertThat(text.replaceAll("\\D", "")).as(number).isEqualTo("42016");
        assertThat(text).as(address).doesNotContain(name).contains("4 May 2016");
    }

    private static String digits(RandomGenerator random, int many) {
        var text = new StringBuilder();
        random.ints(many, 0, 10).forEach(text::append);
        return text.toString();
    }

    private static String letters(RandomGenerator random, int many) {
        var text = new StringBuilder();
        random.ints(many, 'a', 'z' + 1).forEach(text::appendCodePoint);
        return text.toString();
    }
}
