package org.breachregister.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.api.search.Question.Problem;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.search.BreachQuery;
import org.breachregister.search.BreachQuery.Sort;
import org.breachregister.search.Facet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class QuestionsTest {

    private final Questions questions = new Questions(CodeOfPractice.load());

    @Test
    void takesNoParametersForEverythingNewestFirst() {
        assertThat(read()).isEqualTo(new Question(BreachQuery.ALL, List.of()));
    }

    @Test
    void readsAllParameters() {
        var question =
                read(
                        "q", " leaked figures ",
                        "principle", "T3",
                        "producer", "ministry-of-justice",
                        "year", "2016",
                        "from", "2016-04",
                        "to", "2016",
                        "sort", "oldest",
                        "page", "2",
                        "size", "50");

        assertThat(question.problems()).isEmpty();
        assertThat(question.query())
                .isEqualTo(
                        new BreachQuery(
                                "leaked figures",
                                Map.of(
                                        Facet.PRINCIPLE, List.of("T3"),
                                        Facet.PRODUCER, List.of("ministry-of-justice"),
                                        Facet.YEAR, List.of("2016")),
                                LocalDate.of(2016, 4, 1),
                                LocalDate.of(2016, 12, 31),
                                Sort.OLDEST,
                                2,
                                50));
    }

    @Test
    void takesRepeatedAndEmptyFilters() {
        var question =
                questions.read(
                        Map.of(
                                "kind",
                                new String[] {"leak", "", "leak", "late release"},
                                "q",
                                new String[] {""}));

        assertThat(question.problems()).isEmpty();
        assertThat(question.query().filters())
                .isEqualTo(Map.of(Facet.KIND, List.of("leak", "late release")));
    }

    @Test
    void ranksByRelevanceOnlyWhereThereAreWords() {
        assertThat(read("q", "leak").query().sort()).isEqualTo(Sort.RELEVANCE);
        assertThat(read("kind", "leak").query().sort()).isEqualTo(Sort.NEWEST);
    }

    @Test
    void leavesWhatIsWrongOutOfTheQuestion() {
        var question = read("q", "leak", "principle", "T99", "page", "0", "colour", "red");

        assertThat(question.query()).isEqualTo(read("q", "leak").query());
        assertThat(question.problems())
                .extracting(Problem::parameter)
                .containsExactlyInAnyOrder("principle", "page", "colour");
    }

    @ParameterizedTest
    @CsvSource({
        "2016, 2016-01-01, 2016-12-31",
        "2016-02, 2016-02-01, 2016-02-29",
        "2016-10-03, 2016-10-03, 2016-10-03",
        "3/10/2016, 2016-10-03, 2016-10-03",
        "3 October 2016, 2016-10-03, 2016-10-03",
        "3 october 2016, 2016-10-03, 2016-10-03"
    })
    void readsDaysAsPeopleWriteThem(String written, LocalDate first, LocalDate last) {
        assertThat(Days.first(written)).contains(first);
        assertThat(Days.last(written)).contains(last);
    }

    @ParameterizedTest
    @CsvSource({"2016-13", "2016-02-30", "31/2/2016", "tomorrow", "20161003", "٢٠١٦"})
    void refusesDaysThatDoNotExist(String written) {
        assertThat(Days.first(written)).isEmpty();
        assertThat(Days.last(written)).isEmpty();
    }

    @Test
    void refusesTextThatIsNoText() {
        assertThat(read("q", "a\u0000b").problems())
                .extracting(Problem::value)
                .containsExactly("a\uFFFDb");
        assertThat(read("q", "a".repeat(501)).problems())
                .extracting(Problem::accepted)
                .containsExactly("up to 500 characters");
        assertThat(questions.read(Map.of("kind", manyValues())).problems())
                .extracting(Problem::parameter)
                .containsExactly("kind");
    }

    @Test
    void writesEveryQuestionInOneWayThatIsReadBackAsTheSame() {
        var question =
                read("q", "a&b=ü", "output", "House building: Q1 + Q2", "from", "2016", "page", "3")
                        .query();

        var address = QuestionAddress.of("/breaches", question);

        assertThat(address)
                .isEqualTo(
                        "/breaches?q=a%26b%3D%C3%BC&output=House+building%3A+Q1+%2B+Q2&from=2016-01-01&page=3");
        assertThat(QuestionAddress.of("/breaches", BreachQuery.ALL)).isEqualTo("/breaches");
        assertThat(QuestionAddress.with(question, Facet.OUTPUT, List.of()).page()).isEqualTo(1);
    }

    private Question read(String... parameters) {
        var map = new LinkedHashMap<String, String[]>();
        for (int at = 0; at < parameters.length; at += 2) {
            map.put(parameters[at], new String[] {parameters[at + 1]});
        }
        return questions.read(map);
    }

    private static String[] manyValues() {
        var values = new String[51];
        for (int at = 0; at < values.length; at++) {
            values[at] = "kind " + at;
        }
        return values;
    }
}
