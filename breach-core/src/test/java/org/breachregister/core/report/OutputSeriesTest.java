package org.breachregister.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputSeriesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Toll Bridges, March 2009 | Toll Bridges",
                "Toll Bridges: Q2 2021/22 | Toll Bridges",
                "Toll Bridges, April to June 2016 | Toll Bridges",
                "Toll Bridges 2019/20 | Toll Bridges",
                "Toll Bridges: financial year 2013/14 | Toll Bridges",
                "Toll Bridges, year ending 31 March 2018 | Toll Bridges",
                "Toll Bridges to June 2016 | Toll Bridges",
                "Toll Bridges: week 40 | Toll Bridges",
                "Toll Bridges, week ending 3 April 2020 | Toll Bridges",
                "Toll Bridges (to June 2016) | Toll Bridges",
                "Toll Bridges, Quarter 3 (July - September) 2021 | Toll Bridges",
                "Toll Bridges 2020 (formerly Turnpikes) | Toll Bridges",
                "Toll Bridges: March Quarter 2010, England | Toll Bridges: England",
                "Toll Bridges in England 2008/09 (provisional) | Toll Bridges in England (provisional)",
                "Monthly toll bridges: May 2021 | Monthly toll bridges",
                "Weekly toll bridges, 5 July 2015 | Weekly toll bridges",
                "Bridge Survey Results 2022 | Bridge Survey Results",
                "Year 12 and Year 14 Bridges 2014/15 | Year 12 and Year 14 Bridges",
                "Toll Bridges of COVID-19 | Toll Bridges of COVID-19",
            })
    void takesPeriodsOut(String title, String series) {
        assertThat(OutputSeries.titleOf(title)).isEqualTo(series);
        assertThat(OutputSeries.titleOf(series)).isEqualTo(series);
    }

    @ParameterizedTest
    @ValueSource(strings = {"March 2009", "2019/20", "Q1", "to", "(2010)"})
    void isNeverEmpty(String title) {
        assertThat(OutputSeries.titleOf(title)).isNotBlank();
    }
}
