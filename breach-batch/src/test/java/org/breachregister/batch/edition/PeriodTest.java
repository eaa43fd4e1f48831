package org.breachregister.batch.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;

class PeriodTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2016,                   2016-01-01, 2016-12-31, 2016,                   2016
                    2016-10,                2016-10-01, 2016-10-31, October 2016,           2016-10
                    2016-02,                2016-02-01, 2016-02-29, February 2016,          2016-02
                    2016-Q4,                2016-10-01, 2016-12-31, October to December 2016, 2016-Q4
                    2016-q1,                2016-01-01, 2016-03-31, January to March 2016,  2016-Q1
                    2016-17,                2016-04-01, 2017-03-31, April 2016 to March 2017, 2016-17
                    2009-10,                2009-10-01, 2009-10-31, October 2009,           2009-10
                    2011-12,                2011-12-01, 2011-12-31, December 2011,          2011-12
                    2012-13,                2012-04-01, 2013-03-31, April 2012 to March 2013, 2012-13
                    1999-00,                1999-04-01, 2000-03-31, April 1999 to March 2000, 1999-00
                    2016-04-01..2016-12-31, 2016-04-01, 2016-12-31, 1 April 2016 to 31 December 2016, 2016-04-01-to-2016-12-31
                    2016-04-01..2016-04-01, 2016-04-01, 2016-04-01, 1 April 2016 to 1 April 2016, 2016-04-01-to-2016-04-01
                    """)
    void readsEveryForm(String text, LocalDate from, LocalDate to, String title, String fileName) {
        var period = Period.parse(text);

        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
        assertThat(period.title()).isEqualTo(title);
        assertThat(period.forFileName()).isEqualTo(fileName);
    }

    @Test
    void takesItsFirstAndItsLastDay() {
        var period = Period.parse("2016-17");

        assertThat(period.contains(LocalDate.of(2016, 3, 31))).isFalse();
        assertThat(period.contains(LocalDate.of(2016, 4, 1))).isTrue();
        assertThat(period.contains(LocalDate.of(2017, 3, 31))).isTrue();
        assertThat(period.contains(LocalDate.of(2017, 4, 1))).isFalse();
        assertThat(Period.parse("all").contains(LocalDate.of(1, 1, 1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2016-13",
                "2016-00",
                "2016-18",
                "2016-Q5",
                "2016-Q0",
                "2016Q4",
                "2016 ",
                " 2016",
                "2016-17x",
                "216",
                "20166",
                "3016",
                "2016-02-30..2016-03-01",
                "2016-02-01..2016-02-30",
                "2017-01-01..2016-01-01",
                "2016-01-01..",
                "2016-01-01",
                "2016..2017",
                "2016-01-01...2016-01-02",
                "ALL",
                "2016\n",
                "٢٠١٦"
            })
    void refusesAnythingElseAndNamesTheForms(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse(text))
                .withMessageStartingWith("Not a period: '" + text + "'")
                .withMessageContaining("2016-Q4")
                .withMessageContaining("2016-04-01..2016-12-31");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse("2017-01-01..2016-01-01"))
                .withMessageContaining("the end 2016-01-01 lies before the start 2017-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse("2016-02-30..2016-03-01"))
                .withMessageContaining("there is no day 2016-02-30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse("2016-13"))
                .withMessageContaining("13 is neither a month nor the year after 2016");
    }

    @Test
    void knowsThreeBases() {
        assertThat(DateBasis.parse("Occurred")).isEqualTo(DateBasis.OCCURRED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DateBasis.parse("seen"))
                .withMessageContaining("reported, occurred, published");
    }
}
