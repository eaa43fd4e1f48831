package org.breachregister.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.web.desk.EnteredRelease.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

class EnteredReleaseTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void isTheUsualTimeUnlessAnotherIsGiven() {
        var usual = EnteredRelease.USUAL;

        assertThat(entered("12", "1", "2027", usual.time(), "", "").read(NOW))
                .isEqualTo(new Read.At(Instant.parse("2027-01-12T09:30:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "'','','',9:30am,date",
        "31,2,2027,9:30am,date",
        "23,11,2026,9:30am,date",
        "24,11,2026,12:00,date",
        "12,1,2027,dawn,time",
        "28,3,2027,1:30am,time",
        "31,10,2027,1:30am,which",
        "9,1,2027,9:30am,weekend"
    })
    void pointsAtWhatIsWrong(String day, String month, String year, String time, String field) {
        assertThat(entered(day, month, year, time, "", "").read(NOW))
                .isInstanceOfSatisfying(
                        Read.Wrong.class,
                        wrong -> assertThat(wrong.problem().field()).isEqualTo(field));
    }

    @Test
    void takesAWeekendAndOneOfTwoTimesOnceTheyAreMeant() {
        assertThat(entered("31", "10", "2027", "1:30am", "later", "yes").read(NOW))
                .isEqualTo(new Read.At(Instant.parse("2027-10-31T01:30:00Z")));
    }

    private static EnteredRelease entered(
            String day, String month, String year, String time, String which, String weekend) {
        return new EnteredRelease(day, month, year, time, which, weekend, null);
    }
}
