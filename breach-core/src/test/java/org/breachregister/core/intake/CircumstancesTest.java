package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.report.PlaceOfFailure.Party;
import org.breachregister.core.report.Section;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class CircumstancesTest {

    private static final Suggestions SUGGESTIONS = Suggestions.load();

    private static Circumstances of(String account) {
        return Circumstances.of("", Map.of(Section.ACCOUNT, account), SUGGESTIONS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The bulletin was published 31 minutes early.             | EARLY | 31 | MINUTES      | false | false
                    It was available for about 40 minutes before 9.30.       | EARLY | 40 | MINUTES      | true  | false
                    The page went live at 09:02 instead of 09:30.            | EARLY | 28 | MINUTES      | false | true
                    Tables appeared at 9.55am rather than at 9.30am.         | LATE  | 25 | MINUTES      | false | true
                    The release was due at 9.30am but was published at 11am. | LATE  | 90 | MINUTES      | false | true
                    The release came out a day late.                         | LATE  | 1  | DAYS         | false | false
                    A chart was sent two working days before publication.    | EARLY | 2  | WORKING_DAYS | false | false
                    The file went out half an hour too soon.                 | EARLY | 30 | MINUTES      | false | false
                    Publication was delayed by about twenty-five minutes.    | LATE  | 25 | MINUTES      | true  | false
                    The draft was visible on the site for three hours.       | OPEN  | 3  | HOURS        | false | false
                    The tweet was taken down within 5 minutes.               | OPEN  | 5  | MINUTES      | true  | false
                    The figures were seen roughly 1,440 minutes early.       | EARLY | 1440 | MINUTES    | true  | false
                    """)
    void tellsHowEarlyOrLate(
            String account,
            String kind,
            int amount,
            String unit,
            boolean approximate,
            boolean computed) {
        var exposure = of(account).exposure();

        assertThat(exposure).isNotNull();
        assertThat(exposure.kind()).hasToString(kind);
        assertThat(exposure.amount()).isEqualTo(amount);
        assertThat(exposure.unit()).hasToString(unit);
        assertThat(exposure.approximate()).isEqualTo(approximate);
        assertThat(exposure.computed()).isEqualTo(computed);
        assertThat(account).contains(exposure.asWritten());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eligible officials are given access 24 hours before publication.",
                "In future the file will be locked two days before release.",
                "The tables are updated every two weeks.",
                "The error was found after five days of checks and corrected.",
                "The meeting lasted 40 minutes."
            })
    void whatIsUsualOrSomethingElseIsNoExposure(String account) {
        assertThat(of(account).exposure()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The file was sent to 14 people outside the list.             | 14  | false
                    It was e-mailed to around 200 subscribers on Monday.         | 200 | true
                    Three officials saw the figures before they were recalled.   | 3   | false
                    The page was opened by at least a dozen users.               | 12  | true
                    The note had been circulated to all forty-two staff.         | 42  | false
                    Some 1,200 readers were sent the wrong link.                 | 1200 | true
                    """)
    void tellsHowManyPeopleItReached(String account, int number, boolean approximate) {
        var reached = of(account).reached();

        assertThat(reached).isNotNull();
        assertThat(reached.number()).isEqualTo(number);
        assertThat(reached.approximate()).isEqualTo(approximate);
        assertThat(account).contains(reached.asWritten());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The survey covered 2,000 people in Wales.",
                "It was sent to ten eligible recipients.",
                "In future access will be limited to two officials.",
                "The draft was sent to 3 days of review.",
                "At 9.25 on Monday the officer saw it."
            })
    void aNumberOfOtherPeopleIsNone(String account) {
        assertThat(of(account).reached()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    A press officer forwarded the bulletin to a newspaper at 6pm.                    | PRESS_OFFICE
                    The Minister quoted the unpublished rate in a speech.                            | MINISTER
                    Our hosting supplier published the page a day early.                             | SUPPLIER
                    An official with pre-release access forwarded the note to her unit.              | RECIPIENT
                    A statistician attached the wrong file and did not notice.                       | PRODUCER
                    The web team scheduled the page for 8.30 by mistake.                             | PUBLISHER
                    The figures were wrong.                                                          |
                    """)
    void suggestsInWhoseHandsItHappened(String account, @Nullable Party party) {
        var place = of(account).place();

        if (party == null) {
            assertThat(place).isNull();
        } else {
            assertThat(place).isNotNull();
            assertThat(place.party()).isEqualTo(party);
            assertThat(account).contains(place.because());
            assertThat(place.confidence()).isBetween(0.3, 0.85);
        }
    }
}
