package org.breachregister.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.web.desk.ReleaseTime.Read;
import org.breachregister.web.desk.ReleaseTime.Which;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

class ReleaseTimeTest {

    private static final LocalTime USUAL = LocalTime.of(9, 30);

    @ParameterizedTest
    @CsvSource({
        "9:30am,09:30",
        "9.30am,09:30",
        "9.30 AM,09:30",
        "09:30,09:30",
        "0930,09:30",
        "9am,09:00",
        "12am,00:00",
        "12:30pm,12:30",
        "2 p.m.,14:00",
        "14:00,14:00",
        "midday,12:00"
    })
    void readsTimesOfDay(String text, LocalTime expected) {
        assertThat(ReleaseTime.timeOfDay(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "9", "25:00", "9:60am", "13pm", "0am", "half past nine", "9:3", "2400"})
    void refusesWhatIsNoTimeOfDay(String text) {
        assertThat(ReleaseTime.timeOfDay(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2027-01-12,2027-01-12T09:30:00Z", "2027-07-13,2027-07-13T08:30:00Z"})
    void isTheTimeOfLondonInWinterAndSummer(LocalDate day, Instant expected) {
        assertThat(ReleaseTime.read(day, USUAL, null)).isEqualTo(new Read.At(expected));
    }

    @Test
    void refusesATimeThatTheClocksJumpOver() {
        var read = ReleaseTime.read(LocalDate.of(2027, 3, 28), LocalTime.of(1, 30), null);

        assertThat(read)
                .isEqualTo(
                        new Read.Skipped(
                                "There is no 1:30am on Sunday 28 March 2027: the clocks go forward from 1:00am to 2:00am. Choose an earlier or a later time."));
    }

    @Test
    void takesTheTimesAroundTheJump() {
        var day = LocalDate.of(2027, 3, 28);

        assertThat(ReleaseTime.read(day, LocalTime.of(0, 59), null))
                .isEqualTo(new Read.At(Instant.parse("2027-03-28T00:59:00Z")));
        assertThat(ReleaseTime.read(day, LocalTime.of(2, 0), null))
                .isEqualTo(new Read.At(Instant.parse("2027-03-28T01:00:00Z")));
    }

    @Test
    void asksWhichOfTwoIsMeantWhereTheClocksGoBack() {
        var day = LocalDate.of(2027, 10, 31);
        var time = LocalTime.of(1, 30);
        var earlier = Instant.parse("2027-10-31T00:30:00Z");
        var later = Instant.parse("2027-10-31T01:30:00Z");

        assertThat(ReleaseTime.read(day, time, null)).isEqualTo(new Read.Twice(earlier, later));
        assertThat(ReleaseTime.read(day, time, Which.EARLIER)).isEqualTo(new Read.At(earlier));
        assertThat(ReleaseTime.read(day, time, Which.LATER)).isEqualTo(new Read.At(later));
        assertThat(Times.moment(earlier)).isEqualTo("Sunday 31 October 2027 at 1:30am BST");
        assertThat(Times.moment(later)).isEqualTo("Sunday 31 October 2027 at 1:30am GMT");
    }

    @Test
    void knowsWeekends() {
        assertThat(ReleaseTime.isWeekend(LocalDate.of(2027, 1, 9))).isTrue();
        assertThat(ReleaseTime.isWeekend(LocalDate.of(2027, 1, 11))).isFalse();
    }
}
