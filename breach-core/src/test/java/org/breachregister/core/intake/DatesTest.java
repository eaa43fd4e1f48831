package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.Arrays;

class DatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8 January 2009 | 2009-01-08",
                "7th June 2016 | 2016-06-07",
                "09/03/2021 | 2021-03-09",
                "12/3/2021 at 9.20am | 2021-03-12",
                "01/04/21 | 2021-04-01",
                "5-Mar-20 | 2020-03-05",
                "05.03.2020 | 2020-03-05",
                "2020-03-05 | 2020-03-05",
                "March 5th, 2020 | 2020-03-05",
                "1st November 2021 | 2021-11-01",
                "the 2nd of May, 2014 | 2014-05-02",
                "14 Rhagfyr / December 2009 | 2009-12-14",
                "8 o Dachwedd 2012 | 2012-11-08",
                "3ydd Mawrth 2011 | 2011-03-03",
                "26 February 2014 to 27 February 2014 | 2014-02-26 2014-02-27",
                "26-27 February 2014 | 2014-02-26 2014-02-27",
                "3, 4 and 5 March 2020 | 2020-03-03 2020-03-04 2020-03-05",
                "30 June and 1 July 2015 | 2015-06-30 2015-07-01",
                "30 December to 2 January 2020 | 2019-12-30 2020-01-02",
                "11th May 2009 and, before 9.30am, 12th May 2009 | 2009-05-11 2009-05-12",
                "12 February 2021 (T3.1 & T3.6) / 18 September 2020 (T3.3 & T3.4) | 2021-02-12 2020-09-18",
                "19 June 2015, 22 March 2016, 21 April 2016 | 2015-06-19 2016-03-22 2016-04-21",
                "30 September 2016, article published 1 October 2016 | 2016-09-30",
                "12 March 2021, identified on 15 March 2021 | 2021-03-12",
                "9 March 2020 (release date 10 March 2020) | 2020-03-09",
                "11 August 2021 at 1.31pm and 14.05 | 2021-08-11",
                "Monday 3 and Tuesday 4 March 2020 | 2020-03-03 2020-03-04",
            })
    void readsTheDaysOfAnOccurrence(String field, String days) {
        assertThat(OccurrenceDates.in(field))
                .containsExactlyElementsOf(
                        Arrays.stream(days.split(" ")).map(LocalDate::parse).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"March 2020", "31/02/2020", "spring 2021", "9.30am", "week 8", "2019/20"})
    void readsNoDayWhereNoneIsWritten(String field) {
        assertThat(OccurrenceDates.in(field)).isEmpty();
    }

    @Test
    void aYearThatIsACountIsNoYear() {
        assertThat(Dates.find("On 5 March 34 people of 1 May came")).isEmpty();
    }
}
