package org.breachregister.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.report.Exposure;
import org.breachregister.core.report.Occurrence;
import org.breachregister.core.report.PeopleReached;
import org.breachregister.core.report.PlaceOfFailure;
import org.breachregister.core.report.ProposedPart;
import org.breachregister.core.report.Section;
import org.breachregister.core.report.SubmittedReport;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

class StoredReportTest {

    /// As reports were stored before they told occurrences, exposure and the like.
    private static final String EARLIER =
            """
            {"form":"C","producers":[],"outputTitle":"Tides","outputLinks":[],\
            "reportDate":"2021-03-09","occurrenceDates":["2021-03-08"],"references":[],\
            "kind":"early release","sections":{"NARRATIVE":"It was out early."},\
            "personalData":[{"kind":"EMAIL","text":"a@b.example","field":"contact","start":0,"end":11}],\
            "commitments":[],"previousBreaches":[],"anomalies":[],\
            "evidence":{"outputTitle":{"label":"Title","text":"Tides","confidence":0.9}}}\
            """;

    @Test
    void aReportThatWasStoredInTheEarlierShapeStillLoads() {
        var report = JsonText.read(EARLIER, SubmittedReport.class);

        assertThat(report.outputTitle()).isEqualTo("Tides");
        assertThat(report.personalData()).hasSize(1);
        assertThat(report.occurrences()).isEmpty();
        assertThat(report.exposure()).isNull();
        assertThat(report.peopleReached()).isNull();
        assertThat(report.placeOfFailure()).isNull();
        assertThat(report.statementLinks()).isEmpty();
        assertThat(report.unknownLabels()).isEmpty();
        assertThat(report.remarks()).isEmpty();
        assertThat(report.proposals()).isEmpty();
    }

    @Test
    void whatIsReadBesideTheFieldsComesBackAsItWasStored() {
        var plain = JsonText.read(EARLIER, SubmittedReport.class);
        var day = LocalDate.of(2021, 3, 8);
        var report =
                new SubmittedReport(
                        plain.form(),
                        plain.producers(),
                        plain.outputTitle(),
                        plain.outputLinks(),
                        plain.reportDate(),
                        plain.occurrenceDates(),
                        plain.references(),
                        plain.kind(),
                        plain.whereItHappened(),
                        plain.sections(),
                        plain.personalData(),
                        plain.commitments(),
                        plain.previousBreaches(),
                        plain.anomalies(),
                        Map.of(),
                        List.of(
                                new Occurrence(
                                        "8 March 2021 at 9.02 (T3.6)",
                                        day,
                                        null,
                                        LocalTime.of(9, 2),
                                        List.of("T3.6"))),
                        new Exposure(
                                Exposure.Kind.EARLY,
                                28,
                                Exposure.Unit.MINUTES,
                                false,
                                true,
                                "went live at 9.02 instead of 9.30"),
                        new PeopleReached(3, false, "three officials"),
                        new PlaceOfFailure(PlaceOfFailure.Party.PUBLISHER, "the web team", 0.6),
                        List.of("https://example.org/note"),
                        List.of("Lessons learned"),
                        List.of("A picture was left out"),
                        List.of(new ProposedPart(Section.ACCOUNT, 0, 17, 0.4, "")));

        assertThat(JsonText.read(JsonText.of(report), SubmittedReport.class)).isEqualTo(report);
    }
}
