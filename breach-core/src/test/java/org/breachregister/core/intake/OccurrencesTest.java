package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.code.ReferenceReader;
import org.breachregister.core.report.Occurrence;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

class OccurrencesTest {

    private static final ReferenceReader READER = new ReferenceReader(Samples.CODE);

    private static List<Occurrence> in(String field) {
        return Occurrences.in(
                field,
                OccurrenceDates.in(field),
                words ->
                        READER.read(words, LocalDate.of(2021, 3, 1)).stream()
                                .map(reference -> reference.element())
                                .filter(Objects::nonNull)
                                .map(element -> element.ref())
                                .toList());
    }

    @Test
    void tiesPracticesToTheDateBeforeThem() {
        assertThat(in("2 March 2021 (T3.1 & T3.6) / 9 October 2020 (T3.3 & T3.4)"))
                .containsExactly(
                        new Occurrence(
                                "2 March 2021 (T3.1 & T3.6)",
                                LocalDate.of(2021, 3, 2),
                                null,
                                null,
                                List.of("T3.1", "T3.6")),
                        new Occurrence(
                                "9 October 2020 (T3.3 & T3.4)",
                                LocalDate.of(2020, 10, 9),
                                null,
                                null,
                                List.of("T3.3", "T3.4")));
    }

    @Test
    void tiesPracticesToTheDateBehindThem() {
        assertThat(in("T3.6: 2 March 2021; T3.4: 9 March 2021 at 8am"))
                .extracting(Occurrence::practices)
                .containsExactly(List.of("T3.6"), List.of("T3.4"));
    }

    @Test
    void whatIsCitedBehindDaysTogetherBelongsToEach() {
        assertThat(in("2 March 2021 and 3 March 2021 (T3.4)"))
                .extracting(Occurrence::practices)
                .containsExactly(List.of("T3.4"), List.of("T3.4"));
    }

    @Test
    void readsTimesOfDayAndRanges() {
        assertThat(in("12/3/2021 at 9.20am"))
                .singleElement()
                .extracting(Occurrence::timeOfDay)
                .isEqualTo(LocalTime.of(9, 20));
        assertThat(in("At 1.31pm on 11th August 2021, and again on 13th August 2021"))
                .extracting(Occurrence::timeOfDay)
                .containsExactly(LocalTime.of(13, 31), null);
        assertThat(in("26-27 February 2020"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.from()).isEqualTo("2020-02-26");
                    assertThat(one.to()).isEqualTo("2020-02-27");
                });
        assertThat(in("19 June 2015, 22 March 2016, 21 April 2016"))
                .extracting(Occurrence::to)
                .containsExactly(null, null, null);
    }

    @Test
    void leavesOutTheDatesOfOtherEvents() {
        assertThat(in("30 September 2020, article published 1 October 2020"))
                .extracting(Occurrence::from)
                .containsExactly(LocalDate.of(2020, 9, 30));
    }
}
