package org.breachregister.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.intake.ReportReader;
import org.breachregister.core.producer.Producers;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

class ReadingRepresentationTest {

    private static final String REPORT =
            """
            Information needed | Response |
            ---|---|
            Title and link to statistical output | Tide Tables 2020 |
            Name of producer organisation | Ministry of Justice |
            Name and contact details of person dealing with report | Jane Roe |
            Date of breach report | 4 March 2021 |
            Information needed | Response |
            ---|---|
            Relevant principle(s) and practice(s) | T3.4 |
            Date of occurrence of breach | 1 March 2021 at 9.02am (T3.4) |

            The tables went live at 9.02am instead of 9.30am. The only actuary in the branch was away.
            """;

    private static Map<String, ?> read(String text) {
        var reader =
                new ReportReader(
                        CodeOfPractice.load(),
                        Producers.load(),
                        Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC));
        var reading = reader.read(text.getBytes(StandardCharsets.UTF_8), "tides.md");
        return ReadingRepresentation.of("tides.md", reading);
    }

    @Test
    void keepsTheOrderOfItsMembersAndAddsNewOnesBehind() {
        assertThat(read(REPORT).keySet())
                .startsWith(
                        "file",
                        "outcome",
                        "reason",
                        "form",
                        "producers",
                        "outputTitle",
                        "outputLinks",
                        "reportDate",
                        "occurrenceDates",
                        "references",
                        "kind",
                        "where",
                        "sections",
                        "personalData",
                        "commitments",
                        "previousBreaches",
                        "anomalies",
                        "evidence",
                        "occurrences",
                        "exposure");
    }

    @Test
    void identifyingRolesStandApartFromOtherPersonalData() {
        var object = read(REPORT);

        assertThat(object.get("personalData"))
                .asString()
                .contains("Jane Roe")
                .doesNotContain("actuary");
        assertThat(object.get("identifyingRoles"))
                .asString()
                .contains("kind=role", "text=The only actuary in the branch", "field=narrative");
    }

    @Test
    void tellsTimesOfOccurrenceAndExposure() {
        var object = read(REPORT);

        assertThat(object.get("occurrences"))
                .hasToString(
                        "[{asWritten=1 March 2021 at 9.02am (T3.4), from=2021-03-01, to=null,"
                                + " timeOfDay=09:02, practices=[T3.4]}]");
        assertThat(object.get("exposure"))
                .asString()
                .contains("kind=early", "amount=28", "unit=minutes", "computed=true");
    }

    @Test
    void anotherOutcomeHasAReasonAlone() {
        assertThat(read("Nothing of the kind.").keySet())
                .containsExactly("file", "outcome", "reason");
    }
}
