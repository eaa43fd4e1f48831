package org.breachregister.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.web.page.EnteredDay.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;

class EnteredDayTest {

    @ParameterizedTest
    @CsvSource({
        "3, 10, 2016, 2016-10-03",
        "03, 010, 2016, ",
        "3, October, 2016, 2016-10-03",
        "3, oct, 2016, 2016-10-03",
        "29, 2, 2016, 2016-02-29",
        "' 3 ', ' 10 ', ' 2016 ', 2016-10-03"
    })
    void readsADayWithTheMonthAsANumberOrAName(
            String day, String month, String year, LocalDate expected) {
        var read = new EnteredDay(day, month, year).read("The date");

        if (expected == null) {
            assertThat(read).isInstanceOf(Read.Wrong.class);
        } else {
            assertThat(read).isEqualTo(new Read.Day(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "30, 2, 2016, 'The date must be a real date: there is no 30 February 2016'",
        "29, Feb, 2017, 'The date must be a real date: there is no 29 February 2017'",
        "31, 11, 2016, 'The date must be a real date: there is no 31 November 2016'",
        "0, 1, 2016, 'The date must be a real date: there is no 0 January 2016'",
        "'', 10, 2016, The date must include a day",
        "3, '', 2016, The date must include a month",
        "3, 10, '', The date must include a year",
        "3, 10, 16, 'The date must be a real date, such as 27 3 2026'",
        "3, 13, 2016, 'The date must be a real date, such as 27 3 2026'",
        "3, Ju, 2016, 'The date must be a real date, such as 27 3 2026'",
        "-3, 10, 2016, 'The date must be a real date, such as 27 3 2026'",
        "٣, 10, 2016, 'The date must be a real date, such as 27 3 2026'",
        "<b>, 10, 2016, 'The date must be a real date, such as 27 3 2026'"
    })
    void saysWhatIsWrongWithADayThatThereIsNot(
            String day, String month, String year, String sentence) {
        assertThat(new EnteredDay(day, month, year).read("The date"))
                .isEqualTo(new Read.Wrong(sentence));
    }

    @Test
    void isNothingWhereAllBoxesAreEmpty() {
        assertThat(new EnteredDay(" ", "", " ").read("The date")).isEqualTo(new Read.None());
    }

    @Test
    void writesADayAsItWouldHaveBeenEntered() {
        assertThat(EnteredDay.of(LocalDate.of(2016, 10, 3)))
                .isEqualTo(new EnteredDay("3", "10", "2016"));
        assertThat(EnteredDay.of(null)).isEqualTo(EnteredDay.EMPTY);
    }
}
