package org.breachregister.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

class ReferenceReaderTest {

    private static final CodeOfPractice CODE = CodeOfPractice.load();
    private static final ReferenceReader READER = new ReferenceReader(CODE);
    private static final LocalDate IN_1_0 = LocalDate.of(2012, 6, 1);
    private static final LocalDate IN_2_0 = LocalDate.of(2020, 6, 1);
    private static final LocalDate IN_3_0 = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    Protocol 2, Practice 8 – a figure got out too soon                  | Protocol 2.8
                    Protocol 2: Release Practices, paragraph 8 (sent too soon).         | Protocol 2.8
                    Protocol 2 - Release practices¶*Nobody else may see it first.*¶¶Principle 2 - Impartiality and objectivity | Protocol 2; Principle 2
                    Protocol 2 (Release practices), practices 8 and 7                   | Protocol 2.8; Protocol 2.7
                    Protocol 2 - Release practices - practice 4                         | Protocol 2.4
                    Protocol 2 – Release practice 8                                     | Protocol 2.8
                    Protocol 2.7                                                        | Protocol 2.7
                    protocol 2.7 and 2.8                                                | Protocol 2.7; Protocol 2.8
                    Prot. 2 para 8                                                      | Protocol 2.8
                    Prot 2, paras 7 & 8                                                 | Protocol 2.7; Protocol 2.8
                    Protocol 2, practise 8                                              | Protocol 2.8
                    Protocol 2 (8)                                                      | Protocol 2.8
                    Protocol 2, practices 7-9                                           | Protocol 2.7; Protocol 2.8; Protocol 2.9
                    Protocol II, practice eight                                         | Protocol 2.8
                    Protocol No. 2, Practice No. 8                                      | Protocol 2.8
                    Practice 8 of Protocol 2                                            | Protocol 2.8
                    Practices 7 and 8 of Protocol 2 (Release practices)                 | Protocol 2.7; Protocol 2.8
                    Practice 8 (Protocol 2) and practice 3 (Principle 2)                | Protocol 2.8; Principle 2.3
                    Practice 8, Protocol 2                                              | Protocol 2.8
                    Para. 8 of Protocol 2: Release Practices                            | Protocol 2.8
                    Protocol 2/8                                                        | Protocol 2.8
                    Protocol 2 - Release practices, 8 (sent too soon)                   | Protocol 2.8
                    PROTOCOL 2: RELEASE PRACTICES PRACTICE 8                            | Protocol 2.8
                    Protocol 2 of the Code of Practice (Release practices), Practice 8  | Protocol 2.8
                    Release practices (Protocol 2), practice 8                          | Protocol 2.8
                    Principles 2 and 3, Protocol 2                                      | Principle 2; Principle 3; Protocol 2
                    Egwyddor 2, arfer 3                                                 | Principle 2.3
                    Confidentiality                                                     | Principle 5
                    Two people saw it early and three more at 2.8 per cent              | -
                    Protocols 1 and 2                                                   | Protocol 1; Protocol 2
                    Protocol 2, Practice 6                                              | Protocol 2.6
                    Protocol 2, Practice 4 and Principle 8                              | Protocol 2.4; Principle 8
                    Protocol 2, Practice 7 (few should see it)¶Protocol 2, Practice 8 (none should tell) | Protocol 2.7; Protocol 2.8
                    Principle 2: Impartiality and objectivity; Practice 3: the same for all readersPrinciple 3:¶Integrity; Practice 1: say nothing early | Principle 2.3; Principle 3.1
                    Principle 4 – Practice 3¶3. Adopt checks of quality¶4. And more     | Principle 4.3
                    Principle 4: Sound methods & assured quality, paragraph 3           | Principle 4.3
                    Principle 5 - Confidentiality - practice 1                          | Principle 5.1
                    Principle 1, practice 4                                             | Principle 1.4
                    Principle 4.3                                                       | Principle 4.3
                    Principle 3 practice 1: nothing at 9.30 or on 3.4 per cent          | Principle 3.1
                    Code of Practice edition 1.0, Protocol 2, practice 8                | Protocol 2.8
                    Release practices, practice 8                                       | Protocol 2.8
                    Protocol 2 (Release practices) and Pre-release Access to Official¶Statistics Order (Northern Ireland) 2009 | Protocol 2; PRA NI 2009
                    no reference here                                                   | -
                    the press release of 12 February quoted 3.4 per cent                | -
                    """)
    void readsTheWaysOfEdition1(String field, String expected) {
        assertThat(refs(field, IN_1_0, "1.0")).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    Sent out by accident (Practices T3.3, T3.4)                         | T3.3; T3.4
                    Sent out by accident (Principle T3, Practices T3.3, T3.4, T3.6)     | T3; T3.3; T3.4; T3.6
                    T3 Orderly Release¶(Sent out by accident (Principle T3, Practices T3.3) | T3; T3.3
                    T3 Orderly Release¶(T3.6 Everybody gets it at half past nine)       | T3; T3.6
                    T3 Orderly Release                                                  | T3
                    Trustworthiness: T3: Sent out¶by accident (Practices T3.3, T3.4)    | T3; T3.3; T3.4
                    Trustworthiness, practice T3.4 - named people only                  | T3.4
                    Trustworthiness - T3.6 (9.30am)                                     | T3.6
                    Principle T3: Orderly release¶Practice T3.4: named people only      | T3; T3.4
                    Principle T3: Orderly release Practice T3.4: named people only      | T3; T3.4
                    Principle T3: Orderly releasePractice T3.4: named people onlyPractice T3.6: at 9.30am | T3; T3.4; T3.6
                    Principle T3, practice T3.2                                         | T3; T3.2
                    Principle T3: Orderly release¶Practice T3.1, T3.2: not on the day   | T3; T3.1; T3.2
                    Principle 3: Orderly release¶Practice 6: At half past nine          | T3.6
                    Trustworthiness – Principle 3, practice 6                           | T3.6
                    Principle 3.6: Orderly release                                      | T3.6
                    Practice 3.6 (Orderly release)                                      | T3.6
                    Practice 6 (Orderly release)                                        | T3.6
                    Trustworthiness, Orderly Release 3.4                                | T3.4
                    Trustworthiness: 3.4 and 3.6                                        | T3.4; T3.6
                    T3 - Orderly release: 4                                             | T3; T3.4
                    Practices 3.3, 3.4 (T3)                                             | T3.3; T3.4; T3
                    Practice 4 of Principle T3                                          | T3.4; T3
                    T3. Orderly release. T3. 4 Named people                             | T3; T3.4
                    Pillar: Trustworthiness. Principle: T3. Practice: T3.6              | T3; T3.6
                    Principle: Orderly release. Practice: 6                             | T3.6
                    Orderly release                                                     | T3
                    Orderly release (T3)                                                | T3
                    Principle T3.6 - at half past nine                                  | T3.6
                    Practice T3.3, T3.4 - seen by somebody who was not on the list      | T3.3; T3.4
                    T3: Orderly release / T3.3 For few / T3.4 For named people / V2: Accessibility: for all | T3; T3.3; T3.4; V2
                    T3: Orderly releaseT3.3 For those who need it.T3.4 For named people.V2: Accessibility: For all | T3; T3.3; T3.4; V2
                    12 February 2021 (T3.1 & T3.6)¶18 September 2020 (T3.3 & T3.4)      | T3.1; T3.6; T3.3; T3.4
                    T3.3 Orderly Release                                                | T3.3
                    T3.1 & T3.6 Orderly Release                                         | T3.1; T3.6
                    T3: Orderly release (T3.4) and T2.7                                 | T3; T3.4; T2.7
                    Practices T3.3, T3.4 and T3.6                                       | T3.3; T3.4; T3.6
                    t3.4                                                                | T3.4
                    T3:4                                                                | T3.4
                    T 3.4                                                               | T3.4
                    T3 .4                                                               | T3.4
                    T.3.4                                                               | T3.4
                    T3.4/T3.6                                                           | T3.4; T3.6
                    T3.4T3.6                                                            | T3.4; T3.6
                    T3.3 and .4                                                         | T3.3; T3.4
                    T3.3, 3.4                                                           | T3.3; T3.4
                    T3.3/4                                                              | T3.3; T3.4
                    T3.3 to T3.6                                                        | T3.3; T3.4; T3.5; T3.6
                    T3 (3.3, 3.4)                                                       | T3; T3.3; T3.4
                    T3, practices 3 and 4                                               | T3; T3.3; T3.4
                    **Practice** _T3.4_                                                 | T3.4
                    Principles T3 and V2                                                | T3; V2
                    V2 Accessibility                                                    | V2
                    Quality: Q3.4 - say what changed                                    | Q3.4
                    T3.10                                                               | T3.10
                    Trustworthiness                                                     | Trustworthiness
                    T3.4, 3 days early, 12 people, 9.30am, COVID-19, Q3 2020            | T3.4
                    see https://example.org/T3.6/v2 or t3.5@example.org; file_v2, v2.1  | -
                    Figures for 2020 Q2 and Q3 2020/21                                  | -
                    Ministers value the quality of statistics                           | -
                    """)
    void readsTheWaysOfEdition2(String field, String expected) {
        assertThat(refs(field, IN_2_0, "2.0")).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    Standard 3, practices 3.3 and 3.4                                   | Standard 3; 3.3; 3.4
                    Standard 3 (Be transparent): practices 3.3 and 3.4                  | Standard 3; 3.3; 3.4
                    Standard 3: Be transparent (3.3)                                    | Standard 3; 3.3
                    Standard 3                                                          | Standard 3
                    standard three                                                      | Standard 3
                    Standards 3 and 10                                                  | Standard 3; Standard 10
                    Standard 3.3                                                        | 3.3
                    Std 3, practice 4                                                   | Standard 3; 3.4
                    Principle 3: Be transparent                                         | Standard 3
                    Practice 3.1¶Practice 3.2 – the day moved                           | 3.1; 3.2
                    Practice 3.3 and 3.4                                                | 3.3; 3.4
                    Practices 3.3-3.5                                                   | 3.3; 3.4; 3.5
                    Practices 3.3, 3.4 and 3.5 of Standard 3                            | 3.3; 3.4; 3.5; Standard 3
                    3.3 limit the list; 3.4 follow the law                              | 3.3; 3.4
                    3.3¶3.4                                                             | 3.3; 3.4
                    Be transparent: 3.3                                                 | 3.3
                    Core principle: Trustworthiness                                     | Trustworthiness
                    Standard 3, practice 10.1                                           | Standard 3; 10.1
                    3.1 Be transparent                                                  | 3.1
                    3.3, 3.4                                                            | 3.3; 3.4
                    10.1 Equal access                                                   | 10.1
                    17 December 2025 (3.1 & 3.2)                                        | 3.1; 3.2
                    Standard 9                                                          | Standard 9
                    up 3.4 per cent, at 9.30, or 9.15 on the day; 09.04.2026            | -
                    """)
    void readsTheWaysOfEdition3(String field, String expected) {
        assertThat(refs(field, IN_3_0, "3.0")).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    Pre-release Access to Official Statistics Order 2008                | PRA UK 2008
                    Pre-release Access to Official Statistics (Scotland) Order 2008     | PRA Scotland 2008
                    Pre-release Access to Official Statistics (Wales) Order 2009        | PRA Wales 2009
                    Pre-release Access to Official Statistics Order (Northern Ireland) 2009 | PRA NI 2009
                    Pre-Release Access to Official Statistics Order (NI) 2009           | PRA NI 2009
                    Prerelease Access Order 2008                                        | PRA UK 2008
                    PRA Order 2008, article 4                                           | PRA UK 2008
                    PRA Order 2008, Schedule, paragraph 5(6)                            | PRA UK 2008
                    2009 (NI) Order on pre-release access                               | PRA NI 2009
                    2009 (N.I.) Order on pre-release access                             | PRA NI 2009
                    2008 Order on pre-release access                                    | PRA UK 2008
                    the Scottish Order on pre-release access                            | PRA Scotland 2008
                    Welsh pre-release access Order                                      | PRA Wales 2009
                    PRA Scotland 2008                                                   | PRA Scotland 2008
                    SSI 2008/399                                                        | PRA Scotland 2008
                    SR 2009 No. 71                                                      | PRA NI 2009
                    Pre-release access (Scotland) Order 2008 (SSI 2008/399), paragraph 3 | PRA Scotland 2008
                    Pre-release Access Order (Northern Ireland), 2009                   | PRA NI 2009
                    Pre-release Access to Official Statistics Order 2008 and Pre-release Access to Official Statistics (Scotland) Order 2008 | PRA UK 2008; PRA Scotland 2008
                    pre-release access in order to brief ministers                      | -
                    the pre-release access list                                         | -
                    """)
    void readsTheOrders(String field, String expected) {
        assertThat(refs(field, IN_1_0, "PRA")).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Protocol 2: Release Practices, paragraph 8 (early).       | 2012-06-01 | Protocol 2: Release Practices, paragraph 8
                    Principle 3: Integrity; Practice 1: nothing first         | 2012-06-01 | Principle 3: Integrity; Practice 1
                    Principle T3, Practices T3.3, T3.4                        | 2020-06-01 | Principle T3; T3.3; T3.4
                    Practice T3.4: named people                               | 2020-06-01 | Practice T3.4
                    Standard 3 (Be transparent): practices 3.3 and 3.4        | 2026-03-01 | Standard 3; 3.3; 3.4
                    Protocol  2,¶Practice 8                                   | 2012-06-01 | Protocol 2, Practice 8
                    """)
    void keepsTheWordsAsWritten(String field, LocalDate occurred, String expected) {
        assertThat(READER.read(field.replace('¶', '\n'), occurred))
                .extracting(CitedReference::asWritten)
                .containsExactly(expected.split("; (?!Practice 1)"));
    }

    @Test
    void givesTheEditionThatWasInForce() {
        assertThat(editions("T3.4", LocalDate.of(2022, 5, 4))).containsExactly(EditionId.E2_0);
        assertThat(editions("T3.4", LocalDate.of(2022, 5, 5))).containsExactly(EditionId.E2_1);
        assertThat(READER.read("T3.4", IN_2_0))
                .singleElement()
                .satisfies(reference -> {
                    assertThat(reference.confidence()).isEqualTo(1.0);
                    assertThat(reference.doubt()).isNull();
                    assertThat(reference.candidates()).isEmpty();
                });
    }

    @Test
    void neverForcesANotationIntoAnotherEdition() {
        assertDoubted("T3.4", LocalDate.of(2017, 3, 1), new ElementId(EditionId.E2_0, "T3.4"));
        assertDoubted("T3.4", IN_3_0, new ElementId(EditionId.E2_1, "T3.4"));
        assertDoubted("Protocol 2.8", IN_2_0, new ElementId(EditionId.E1_0, "Protocol 2.8"));
        assertDoubted("Standard 3", IN_2_0, new ElementId(EditionId.E3_0, "Standard 3"));
        assertDoubted(
                "Principle 3: Orderly release, practice 6",
                IN_3_0,
                new ElementId(EditionId.E2_1, "T3.6"));
        assertDoubted(
                "Principle 2: Impartiality and objectivity",
                IN_2_0,
                new ElementId(EditionId.E1_0, "Principle 2"));
    }

    @Test
    void letsTheNotationDecideWithoutADate() {
        assertThat(READER.read("T3.4", (LocalDate) null))
                .singleElement()
                .satisfies(reference -> {
                    assertThat(reference.element())
                            .isEqualTo(new ElementId(EditionId.E2_1, "T3.4"));
                    assertThat(reference.candidates())
                            .containsExactly(
                                    new ElementId(EditionId.E2_0, "T3.4"),
                                    new ElementId(EditionId.E2_1, "T3.4"));
                    assertThat(reference.doubt()).contains("2.0 or 2.1");
                });
        assertThat(editions("Protocol 2", null)).containsExactly(EditionId.E1_0);
        assertThat(editions("Standard 3", null)).containsExactly(EditionId.E3_0);
    }

    @Test
    void saysThatABarePrincipleIsAmbiguous() {
        assertAmbiguous("Principle 3", null, "1.0 Principle 3", "3.0 Standard 3");
        assertAmbiguous("Principle 3, Practice 1", null, "1.0 Principle 3.1", "3.0 3.1");
        assertAmbiguous("Principle 3", IN_2_0, "1.0 Principle 3", "2.0 Q3", "2.0 T3", "2.0 V3");
        assertAmbiguous("P2.8", IN_1_0, "1.0 Protocol 2.8");
        assertAmbiguous("PRA Order 2009", IN_1_0, "PRA PRA Wales 2009", "PRA PRA NI 2009");
        assertAmbiguous("Practice 8", IN_1_0);
    }

    @Test
    void takesAnOrderWithoutANationForThatOfTheUnitedKingdomAndSaysSo() {
        assertThat(READER.read("PRA Order 2008, article 4", IN_1_0))
                .singleElement()
                .satisfies(reference -> {
                    assertThat(reference.asWritten()).isEqualTo("PRA Order 2008, article 4");
                    assertThat(reference.element())
                            .isEqualTo(new ElementId(EditionId.PRA, "PRA UK 2008"));
                    assertThat(reference.candidates()).hasSize(2);
                    assertThat(reference.doubt()).contains("another Order");
                });
        assertThat(READER.read("Pre-release Access to Official Statistics Order 2008", IN_1_0))
                .singleElement()
                .satisfies(reference -> assertThat(reference.doubt()).isNull());
    }

    @Test
    void doubtsNumbersThatAreNotInTheData() {
        assertDoubted("T3.10", IN_2_0, new ElementId(EditionId.E2_0, "T3.10"));
        assertDoubted("T1.7", IN_2_0, new ElementId(EditionId.E2_0, "T1.7"));
        assertDoubted("Protocol 2.6", IN_1_0, new ElementId(EditionId.E1_0, "Protocol 2.6"));
        assertDoubted("T3: Accessibility", IN_2_0, new ElementId(EditionId.E2_0, "T3"));
        assertThat(READER.read("T9.1", IN_2_0))
                .singleElement()
                .satisfies(reference -> assertThat(reference.element()).isNull());
    }

    @Test
    void readsTypography() {
        assertThat(refs("Protocol\u00a02,\u00a0Prac\u00adtice\u00a08", IN_1_0, "1.0"))
                .isEqualTo("Protocol 2.8");
        assertThat(refs("\uf0b7 Practice T3\u00b74 \u2014 “named people”", IN_2_0, "2.0"))
                .isEqualTo("T3.4");
        assertThat(refs("T3.3 &amp; T3.4<br/>V2: Accessibility", IN_2_0, "2.0"))
                .isEqualTo("T3.3; T3.4; V2");
    }

    @Test
    void readsAnythingWithoutFailingAndKeepsItsWords() {
        long seed = Long.getLong("test.seed", 20261124L);
        System.out.println("ReferenceReaderTest: -Dtest.seed=" + seed);
        var random = new Random(seed);
        var parts =
                List.of(
                        "Principle",
                        "Protocol ",
                        "practice",
                        "Practices ",
                        "Standard",
                        " ",
                        "\n",
                        "T3",
                        "T3.4",
                        "Q",
                        "V2",
                        "3",
                        ".",
                        "4",
                        "8",
                        "3.4",
                        "9.30am",
                        ",",
                        " and ",
                        "&",
                        "/",
                        "-",
                        "–",
                        "(",
                        ")",
                        ":",
                        ";",
                        "Orderly release",
                        "Release practices",
                        "Integrity",
                        "pre-release access",
                        "Order",
                        "2008",
                        "(Scotland)",
                        "of",
                        "to",
                        "Trustworthiness",
                        "\u00a0",
                        "\u00ad",
                        "<sup>",
                        "http://x.org",
                        "a@b",
                        "\ud83d",
                        "\uf0b7",
                        "PRA",
                        "article",
                        "no.",
                        "II",
                        "eight",
                        "0",
                        "12 May 2021",
                        "*",
                        "_",
                        "ŵ",
                        "99999999999");
        LocalDate[] days = {null, IN_1_0, IN_2_0, IN_3_0, LocalDate.of(2001, 1, 1)};
        for (int round = 0; round < 20_000; round++) {
            var field =
                    random.ints(random.nextInt(1, 25), 0, parts.size())
                            .mapToObj(parts::get)
                            .collect(Collectors.joining());
            var folded = fold(field);
            for (var reference : READER.read(field, days[round % days.length])) {
                assertThat(folded).contains(fold(reference.asWritten()));
                assertThat(reference.asWritten()).isNotBlank();
                assertThat(reference.confidence()).isBetween(0.0, 1.0);
                assertThat(reference.element() == null && reference.doubt() == null).isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Practice ",
                "T3.3, ",
                "((((",
                "1 ",
                "a",
                "T",
                "<a",
                "Protocol 2, ",
                "PRA Order ",
                "Release ",
                "3.3 and ",
                "2008 ",
                "Practices 1, 2, 3 of ",
                "x@",
                "n.i. ",
                "T3.1-"
            })
    void takesTimeInProportionToTheLength(String repeated) {
        var field = repeated.repeat(1_000_000 / repeated.length());
        READER.read(field.substring(0, 1000), IN_3_0);
        var threads = ManagementFactory.getThreadMXBean();
        var began = threads.getCurrentThreadCpuTime(); // others may keep the machine busy
        READER.read(field, IN_3_0);
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - began))
                .isLessThan(Duration.ofSeconds(10));
    }

    private static String refs(String field, LocalDate occurred, String edition) {
        return READER.read(field.replace('¶', '\n'), occurred).stream()
                .map(reference ->
                        reference.element() == null
                                ? "? " + reference
                                : reference.element().edition().value().equals(edition)
                                                || reference
                                                        .element()
                                                        .edition()
                                                        .equals(EditionId.PRA)
                                        ? reference.element().ref()
                                        : reference.element().toString())
                .collect(Collectors.joining("; "));
    }

    private static List<EditionId> editions(String field, LocalDate occurred) {
        return READER.read(field, occurred).stream()
                .map(reference -> reference.element().edition())
                .toList();
    }

    private static void assertDoubted(String field, LocalDate occurred, ElementId expected) {
        assertThat(READER.read(field, occurred))
                .as(field)
                .singleElement()
                .satisfies(reference -> {
                    assertThat(reference.element()).isEqualTo(expected);
                    assertThat(reference.doubt()).isNotBlank();
                    assertThat(reference.confidence()).isLessThanOrEqualTo(0.6);
                });
    }

    private static void assertAmbiguous(String field, LocalDate occurred, String... candidates) {
        assertThat(READER.read(field, occurred))
                .as(field)
                .singleElement()
                .satisfies(reference -> {
                    assertThat(reference.element()).isNull();
                    assertThat(reference.doubt()).isNotBlank();
                    assertThat(reference.candidates())
                            .extracting(ElementId::toString)
                            .containsExactly(candidates);
                });
    }

    private static String fold(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }
}
