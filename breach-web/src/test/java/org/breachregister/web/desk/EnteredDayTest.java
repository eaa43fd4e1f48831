package org.breachregister.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.web.desk.EnteredDay.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;

class EnteredDayTest {

    @ParameterizedTest
    @CsvSource({
        "3,10,2016,2016-10-03",
        "03,10,2016,2016-10-03",
        "' 3 ',October,2016,2016-10-03",
        "3,oct,2016,2016-10-03",
        "30,Sept,2016,2016-09-30",
        "29,2,2024,2024-02-29"
    })
    void takesNumbersAndNamesOfMonths(String day, String month, String year, LocalDate expected) {
        assertThat(new EnteredDay(day, month, year).read("The date"))
                .isEqualTo(new Read.Day(expected));
    }

    @Test
    void takesThreeEmptyBoxesForNoDay() {
        assertThat(new EnteredDay("", " ", "").read("The date")).isEqualTo(new Read.None());
    }

    @ParameterizedTest
    @CsvSource({
        "3,10,'',The date must include a year",
        "'',10,2016,The date must include a day",
        "3,'',2016,The date must include a month",
        "30,2,2026,The date must be a real date: there is no 30 February 2026",
        "3,13,2026,'The date must be a real date, such as 27 3 2026'",
        "3,0,2026,'The date must be a real date, such as 27 3 2026'",
        "x,10,2016,'The date must be a real date, such as 27 3 2026'",
        "3,mars,2016,'The date must be a real date, such as 27 3 2026'",
        "3,10,16,'The date must be a real date, such as 27 3 2026'"
    })
    void saysWhatIsWrong(String day, String month, String year, String sentence) {
        assertThat(new EnteredDay(day, month, year).read("The date"))
                .isEqualTo(new Read.Wrong(sentence));
    }

    @Test
    void readsDaysLineByLine() {
        var read = EnteredDays.of("30 September 2016\n\n1/10/2016\r\n2016-10-02\n1 October 2016");

        assertThat(read.days()).containsExactly("2016-09-30", "2016-10-01", "2016-10-02");
        assertThat(read.wrong()).isEmpty();
    }

    @Test
    void namesTheLinesThatAreNoDays() {
        var read = EnteredDays.of("30 February 2016\nsoon\n1 October 2016");

        assertThat(read.days()).containsExactly("2016-10-01");
        assertThat(read.wrong())
                .containsExactly(
                        "“30 February 2016” must be a real date: there is no 30 February 2016",
                        "“soon” must be a date, such as 27 March 2026");
    }
}
