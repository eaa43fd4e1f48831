package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.intake.BackCatalogue.Result;
import org.breachregister.core.report.Section;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.StringReader;

class BackCatalogueTest {

    private final BackCatalogue catalogue =
            new BackCatalogue(Samples.CODE, Samples.PRODUCERS, Samples.CLOCK);

    @Test
    void readsARecord() {
        var result =
                catalogue.read(
                        7,
                        """
                        {"id":"X-1","producer":"MoJ","output":"Oubliettes, May 2012","occurred":"2012-06-01","reported":"2012-06-08",\
                        "references":["Protocol 2, Practice 8","Principle 2"],"kind":"wrong file","where":"a printer","account":"It fell out.","edition":"9"}\
                        """);

        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Held.class,
                        held -> {
                            var report = held.report();
                            assertThat(held.id()).isEqualTo("X-1");
                            assertThat(report.form()).isNull();
                            assertThat(report.producers())
                                    .extracting(one -> one.canonical())
                                    .containsExactly("Ministry of Justice");
                            assertThat(report.outputTitle()).isEqualTo("Oubliettes, May 2012");
                            assertThat(report.occurrenceDates()).hasToString("[2012-06-01]");
                            assertThat(report.reportDate()).hasToString("2012-06-08");
                            assertThat(report.references())
                                    .extracting(one -> String.valueOf(one.element()))
                                    .containsExactly("1.0 Protocol 2.8", "1.0 Principle 2");
                            assertThat(report.kind()).isEqualTo("wrong file");
                            assertThat(report.whereItHappened()).isEqualTo("a printer");
                            assertThat(report.sections())
                                    .containsEntry(Section.ACCOUNT, "It fell out.");
                        });
    }

    @Test
    void readsWhatAnAccountTellsBesideTheRecordsFields() {
        var result =
                catalogue.read(
                        1,
                        """
                        {"id":"X-1","producer":"MoJ","output":"O","occurred":"2019-03-01",\
                        "account":"The file was sent to 14 people two days early."}\
                        """);

        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Held.class,
                        held -> {
                            var report = held.report();
                            assertThat(report.exposure())
                                    .isNotNull()
                                    .extracting(one -> one.signedMinutes())
                                    .isEqualTo(-2880L);
                            assertThat(report.peopleReached())
                                    .isNotNull()
                                    .extracting(one -> one.number())
                                    .isEqualTo(14);
                            assertThat(report.occurrences())
                                    .extracting(one -> one.from().toString())
                                    .containsExactly("2019-03-01");
                        });
    }

    @Test
    void refusesALineAndGoesOn() {
        var lines =
                """
                {"id":"X-1","producer":"MoJ","output":"O","references":"T3.4","occurred":"2019-03-01"}
                not json

                [1, 2]
                {"id":"X-2","producer":"MoJ","occurred":"yesterday"}
                {"id":"X-3"}
                {"id":"X-4","account":"Something.","where":null}
                """;

        var results = catalogue.read(new BufferedReader(new StringReader(lines))).toList();

        assertThat(results).extracting(Result::line).containsExactly(1L, 2L, 4L, 5L, 6L, 7L);
        assertThat(results).filteredOn(Result.Held.class::isInstance).hasSize(2);
        assertThat(results.get(1)).asString().contains("not JSON");
        assertThat(results.get(2)).asString().contains("not a JSON object");
        assertThat(results.get(3)).asString().contains("yesterday", "2016-10-03");
        assertThat(results.get(4)).asString().contains("neither producer nor output");
    }
}
