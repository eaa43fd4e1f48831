package org.breachregister.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;

class WordsTest {

    @Test
    void writesDaysAsPeopleDo() {
        var september = LocalDate.of(2016, 9, 30);
        var october = LocalDate.of(2016, 10, 1);

        assertThat(Words.day(october)).isEqualTo("1 October 2016");
        assertThat(Words.days(september, october, "")).isEqualTo("30 September to 1 October 2016");
        assertThat(Words.days(LocalDate.of(2015, 12, 31), october, ""))
                .isEqualTo("31 December 2015 to 1 October 2016");
        assertThat(Words.days(october, october, "")).isEqualTo("1 October 2016");
        assertThat(Words.days(null, null, "Not stated")).isEqualTo("Not stated");
    }

    @Test
    void writesMomentsInTheTimeOfTheReader() {
        assertThat(Words.moment(Instant.parse("2016-07-01T08:30:00Z")))
                .isEqualTo("1 July 2016 at 9:30am");
        assertThat(Words.moment(Instant.parse("2016-12-01T13:05:00Z")))
                .isEqualTo("1 December 2016 at 1:05pm");
    }

    @Test
    void countsInWords() {
        assertThat(Words.breaches(1)).isEqualTo("1 breach");
        assertThat(Words.breaches(1234)).isEqualTo("1,234 breaches");
        assertThat(Words.size(999)).isEqualTo("999 bytes");
        assertThat(Words.size(41_400)).isEqualTo("41 KB");
        assertThat(Words.size(2_345_678)).isEqualTo("2.3 MB");
    }

    @Test
    void capitalisesKinds() {
        assertThat(Words.kind("shared outside pre-release list"))
                .isEqualTo("Shared outside pre-release list");
        assertThat(Words.kind(null)).isNull();
    }
}
