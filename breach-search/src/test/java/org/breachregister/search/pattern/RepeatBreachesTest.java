package org.breachregister.search.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breachregister.search.ExampleBreaches.breach;
import static org.breachregister.search.ExampleBreaches.id;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublishedBreach.Status;
import org.breachregister.search.ExampleBreaches;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class RepeatBreachesTest {

    private static final RepeatBreaches REPEATS =
            new RepeatBreaches(CodeOfPractice.load(), Producers.load());

    private static Map<BreachId, List<BreachId>> among(ExampleBreaches... breaches) {
        return REPEATS.among(Stream.of(breaches).map(ExampleBreaches::published).toList());
    }

    private static ExampleBreaches custody(int year) {
        return breach(year, 1)
                .by("ministry-of-justice", "Ministry of Justice")
                .at("Safety in Custody")
                .on(year + "-03-01");
    }

    @Test
    void findsTheSamePracticeUnderAnotherEdition() {
        assertThat(
                        among(
                                custody(2019).citing("2.0", "T3.4"),
                                custody(2012).citing("1.0", "Protocol 2.8"),
                                custody(2026).citing("3.0", "3.3").series("safety in  CUSTODY")))
                .containsExactly(
                        Map.entry(id(2019, 1), List.of(id(2012, 1))),
                        Map.entry(id(2026, 1), List.of(id(2019, 1), id(2012, 1))));
    }

    @Test
    void comparesPrinciplesWhereOneCitesNothingElse() {
        assertThat(
                        among(
                                custody(2012).citing("1.0", "Protocol 2"),
                                custody(2019).citing("2.0", "T3.6")))
                .containsOnlyKeys(id(2019, 1));
    }

    @Test
    void tellsPracticesOfOnePrincipleApart() {
        assertThat(among(custody(2019).citing("2.0", "T3.6"), custody(2020).citing("2.0", "T3.4")))
                .isEmpty();
    }

    @Test
    void wantsTheSameOutputSeries() {
        assertThat(
                        among(
                                custody(2019).citing("2.0", "T3.4"),
                                custody(2020).citing("2.0", "T3.4").series("Prison Population"),
                                custody(2021).citing("2.0", "T3.4").series(null)))
                .isEmpty();
    }

    @Test
    void wantsTheSameProducerOrItsPredecessor() {
        var other = breach(2020, 1).at("Safety in Custody").on("2020-03-01").citing("2.0", "T3.4");
        assertThat(
                        among(
                                custody(2019).citing("2.0", "T3.4"),
                                other.by(
                                        "office-for-national-statistics",
                                        "Office for National Statistics")))
                .isEmpty();
    }

    @Test
    void followsAProducerThroughItsSuccessors() {
        assertThat(
                        among(
                                breach(2009, 1)
                                        .by("department-of-health", "Department of Health")
                                        .at("Hospital Waits")
                                        .on("2016-03-01")
                                        .citing("1.0", "Protocol 2.8"),
                                breach(2020, 1)
                                        .by(
                                                "department-of-health-and-social-care",
                                                "Department of Health and Social Care")
                                        .at("Hospital Waits")
                                        .on("2020-03-01")
                                        .citing("2.0", "T3.4")))
                .containsOnlyKeys(id(2020, 1));
    }

    @Test
    void wantsAnEarlierDay() {
        assertThat(
                        among(
                                custody(2019).citing("2.0", "T3.4"),
                                custody(2020).citing("2.0", "T3.4").on("2019-03-01")))
                .isEmpty();
    }

    @Test
    void passesOverTheWithdrawn() {
        assertThat(
                        among(
                                custody(2019).citing("2.0", "T3.4").version(2, Status.WITHDRAWN),
                                custody(2020).citing("2.0", "T3.4")))
                .isEmpty();
    }
}
