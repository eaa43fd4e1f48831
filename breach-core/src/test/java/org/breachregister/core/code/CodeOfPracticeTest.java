package org.breachregister.core.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.breachregister.core.code.CodeElement.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;

class CodeOfPracticeTest {

    private static final CodeOfPractice CODE = CodeOfPractice.load();

    private static final String EDITIONS =
            "edition\ttitle\tin_force_from\tknown_to\tin_force_to\tbasis\tnote\n";
    private static final String ORDERS =
            "ref\ttitle\tinstrument\tinstrument_basis\tnation\tin_force_from\tknown_to\tbasis\ttopic\n";
    private static final String ELEMENTS =
            "edition\tref\tkind\ttitle\tparent\tpractices\tbasis\ttopic\n";
    private static final String CROSSWALK =
            "from_edition\tfrom_ref\tto_edition\tto_ref\textent\tbasis\tnote\n";

    @ParameterizedTest
    @CsvSource({
        "2001-12-31,",
        "2002-01-01, 2002",
        "2008-12-31, 2002",
        "2009-01-08, 1.0",
        "2018-02-21, 1.0",
        "2018-02-22, 2.0",
        "2022-05-04, 2.0",
        "2022-05-05, 2.1",
        "2025-11-03, 2.1",
        "2025-11-04, 3.0",
        "2031-01-01, 3.0"
    })
    void knowsTheEditionInForceOnADay(LocalDate day, String edition) {
        assertThat(CODE.editionOn(day).map(EditionId::value).orElse(null)).isEqualTo(edition);
    }

    @Test
    void saysThatTheFirstDayOfEdition1IsKnownToTheMonthOnly() {
        assertThat(CODE.editions())
                .extracting(edition -> edition.id().value())
                .containsExactly("2002", "1.0", "2.0", "2.1", "3.0");
        assertThat(CODE.editions().get(1).fromKnownTo()).isEqualTo(Edition.Precision.MONTH);
        assertThat(CODE.editions().getLast().inForceTo()).isNull();
    }

    @Test
    void holdsTheFourOrders() {
        assertThat(CODE.orders())
                .extracting(order -> order.id().ref())
                .containsExactly(
                        "PRA UK 2008", "PRA Scotland 2008", "PRA Wales 2009", "PRA NI 2009");
        assertThat(CODE.elements(EditionId.PRA))
                .allMatch(element -> element.kind() == Kind.ORDER)
                .hasSize(4);
    }

    @Test
    void holdsEachEditionsOwnElements() {
        assertThat(count("1.0", Kind.PRINCIPLE)).isEqualTo(8);
        assertThat(count("1.0", Kind.PROTOCOL)).isEqualTo(3);
        assertThat(count("2.0", Kind.PRINCIPLE)).isEqualTo(14);
        assertThat(count("2.1", Kind.PRINCIPLE)).isEqualTo(14);
        assertThat(count("2.1", Kind.PILLAR)).isEqualTo(3);
        assertThat(count("3.0", Kind.STANDARD)).isEqualTo(10);
        assertThat(element("2.1 T3").title()).isEqualTo("Orderly release");
        assertThat(element("2.0 T3.4").parent()).isEqualTo(id("2.0 T3"));
        assertThat(element("1.0 Protocol 2.9").basis()).isEqualTo(Basis.FROM_MEMORY);
    }

    @Test
    void inventsNoTitleAndNoNumber() {
        assertThat(element("3.0 Standard 8").title()).isNull();
        assertThat(element("3.0 Standard 9").title()).isNull();
        assertThat(CODE.elements(new EditionId("1.0")))
                .filteredOn(element -> element.kind() != Kind.PRACTICE)
                .noneMatch(element -> CODE.listsAllPractices(element.id()));
        assertThat(CODE.listsAllPractices(id("2.1 T3"))).isFalse();
        assertThat(CODE.listsAllPractices(id("2.1 T1"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2.1 T3.4, 2.1 T3",
        "2.1 T3.10, 2.1 T3",
        "1.0 Protocol 2.6, 1.0 Protocol 2",
        "1.0 Principle 1.4, 1.0 Principle 1",
        "3.0 3.4, 3.0 Standard 3",
        "3.0 3.9, 3.0 Standard 3",
        "3.0 Standard 10, 3.0 Standard 10",
        "PRA PRA NI 2009, PRA PRA NI 2009",
        "2.1 Trustworthiness, 2.1 Trustworthiness",
        "2.1 T9.1,"
    })
    void findsThePrincipleOfAPractice(String practice, String principle) {
        assertThat(CODE.principleOf(id(practice)).map(found -> found.id().toString()).orElse(null))
                .isEqualTo(principle);
    }

    @Test
    void findsTheCounterpartsOfAPractice() {
        assertThat(CODE.counterparts(id("1.0 Protocol 2.8")))
                .extracting(ElementId::toString)
                .containsExactly(
                        "1.0 Protocol 2.8",
                        "2.0 T2.7",
                        "2.0 T3.4",
                        "2.1 T2.7",
                        "2.1 T3.4",
                        "3.0 3.3",
                        "3.0 3.4",
                        "3.0 Standard 2");
        assertThat(CODE.counterparts(id("2.0 T3.3")))
                .isEqualTo(CODE.counterparts(id("2.1 T3.3")))
                .contains(id("2.0 T3.3"), id("2.1 T3.3"), id("1.0 Protocol 2.7"), id("3.0 3.3"))
                .doesNotContain(id("2.1 T3.4"), id("2.1 T3"));
        assertThat(CODE.counterparts(id("1.0 Protocol 2.8"), EditionId.E2_1))
                .containsExactly(id("2.1 T2.7"), id("2.1 T3.4"));
    }

    @Test
    void givesAPracticeWithoutARowTheCounterpartsOfItsPrinciple() {
        assertThat(CODE.counterparts(id("2.1 T3.10")))
                .contains(
                        id("2.0 T3.10"),
                        id("2.1 T3.10"),
                        id("1.0 Protocol 2"),
                        id("3.0 Standard 3"))
                .doesNotContain(id("2.1 T3"));
    }

    @Test
    void reachesABreachByTheNumberOfAnyEdition() {
        for (var cited :
                List.of(
                        "1.0 Protocol 2.8",
                        "1.0 Protocol 2",
                        "1.0 Protocol 2.6",
                        "2.0 T3.4",
                        "2.1 T3.10",
                        "3.0 3.4",
                        "3.0 Standard 3",
                        "PRA PRA Wales 2009")) {
            assertThat(CODE.reach(id(cited)))
                    .as(cited)
                    .contains(
                            id(cited),
                            id("1.0 Protocol 2"),
                            id("2.0 T3"),
                            id("2.1 T3"),
                            id("3.0 Standard 3"),
                            id("2.1 Trustworthiness"));
        }
    }

    @Test
    void doesNotReachWhatIsOnlyNear() {
        assertThat(CODE.reach(id("2.1 V2")))
                .contains(id("3.0 Standard 10"), id("1.0 Principle 2.3"), id("1.0 Principle 8"))
                .doesNotContain(id("2.1 T1"), id("2.1 T3"), id("3.0 Standard 1"));
        assertThat(CODE.reach(id("2.1 Q2.3")))
                .contains(id("1.0 Principle 4"))
                .doesNotContain(id("2.1 Q3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    T3                         | 2.1 T3
                    t3.4                       | 2.1 T3.4
                    T3.10                      | 2.1 T3.10
                    Protocol 2                 | 1.0 Protocol 2
                    protocol 2.8               | 1.0 Protocol 2.8
                    Protocol 2 practice 8      | 1.0 Protocol 2.8
                    Principle 3                | 1.0 Principle 3, 3.0 Standard 3
                    principle 8                | 1.0 Principle 8, 3.0 Standard 8
                    Standard 3                 | 3.0 Standard 3
                    standard 3 practice 3.4    | 3.0 3.4
                    3.4                        | 3.0 3.4
                    PRA Scotland 2008          | PRA PRA Scotland 2008
                    Orderly release            | 2.1 T3
                    Trustworthiness            | 2.1 Trustworthiness
                    Q3                         | 2.1 Q3
                    """)
    void understandsWhatAPersonNames(String words, String expected) {
        assertThat(CODE.named(words))
                .extracting(ElementId::toString)
                .containsExactly(expected.split(", "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "prison", "T9", "leak 2016", "9.30", "Protocol 7"})
    void findsNothingInOtherWords(String words) {
        assertThat(CODE.named(words)).isEmpty();
    }

    @Test
    void ordersNumbersAsNumbers() {
        assertThat(
                        List.of("T3.10", "T3.9", "T3", "Q1").stream()
                                .map(ref -> new ElementId(EditionId.E2_1, ref))
                                .sorted())
                .extracting(ElementId::ref)
                .containsExactly("Q1", "T3", "T3.9", "T3.10");
        assertThat(EditionId.E2002).isLessThan(EditionId.E1_0);
    }

    @Test
    void refusesDataThatDoNotAgree() {
        var editions = EDITIONS + "2.0\tCode\t2018-02-22\tday\t2022-05-04\tofficial\t\n";
        assertWrong(
                editions + "2.1\tCode\t2022-05-04\tday\t\tofficial\t\n",
                "",
                "",
                "editions.tsv, line 3",
                "overlap");
        assertWrong(
                editions + "2.1\tCode\t2022-05-06\tday\t\tofficial\t\n",
                "",
                "",
                "editions.tsv, line 3",
                "gap");
        assertWrong(
                editions,
                "2.1\tT3.4\tpractice\t\tT3\t\tofficial\t\n",
                "",
                "elements.tsv, line 2",
                "2.1 T3'");
        var elements =
                """
                2.1\tT3\tprinciple\tOrderly release\t\topen\tofficial\t
                2.1\tT3.4\tpractice\t\tT3\t\tofficial\t
                """;
        assertWrong(
                editions,
                elements + "2.1\tT4.1\tpractice\t\tT3\t\tofficial\t\n",
                "",
                "elements.tsv, line 4",
                "T4.1");
        assertWrong(
                editions,
                elements,
                "2.1\tT3.4\t3.0\t3.4\tsame\tofficial\t\n",
                "crosswalk.tsv, line 2",
                "'3.0 3.4' is not an element");
        assertWrong(
                editions,
                elements,
                "2.1\tT3.4\t2.1\tT3\talike\tofficial\t\n",
                "crosswalk.tsv, line 2",
                "alike");
        assertWrong(
                editions.replace("2018-02-22", "22/2/2018"),
                elements,
                "",
                "editions.tsv, line 2",
                "22/2/2018");
    }

    private static void assertWrong(
            String editions, String elements, String crosswalk, String... message) {
        assertThatThrownBy(() ->
                        CodeData.of(
                                DataTable.parse("editions.tsv", editions),
                                DataTable.parse("orders.tsv", ORDERS),
                                DataTable.parse("elements.tsv", ELEMENTS + elements),
                                DataTable.parse("crosswalk.tsv", CROSSWALK + crosswalk)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(message);
    }

    private static long count(String edition, Kind kind) {
        return CODE.elements(new EditionId(edition)).stream()
                .filter(element -> element.kind() == kind)
                .count();
    }

    private static CodeElement element(String id) {
        return CODE.element(id(id)).orElseThrow();
    }

    private static ElementId id(String text) {
        int space = text.indexOf(' ');
        return new ElementId(new EditionId(text.substring(0, space)), text.substring(space + 1));
    }
}
