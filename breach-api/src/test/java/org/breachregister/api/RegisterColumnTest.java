package org.breachregister.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.publication.PublishedBreach.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;

class RegisterColumnTest {

    @Test
    void standInTheOrderThatIsPublished() {
        assertThat(Arrays.stream(RegisterColumn.values()).map(RegisterColumn::key))
                .containsExactly(
                        "breach_id",
                        "status",
                        "version",
                        "published_at",
                        "producer",
                        "producer_as_reported",
                        "producer_group",
                        "nation",
                        "output",
                        "output_series",
                        "output_link",
                        "code_edition",
                        "principles",
                        "practices",
                        "practices_as_reported",
                        "occurred_from",
                        "occurred_to",
                        "reported_on",
                        "days_to_report",
                        "kind",
                        "where_it_happened",
                        "account",
                        "reasons",
                        "impact",
                        "corrective_actions",
                        "statement_links",
                        "previous_breaches",
                        "repeat_of",
                        "open_commitments",
                        "last_changed");
    }

    @Test
    void sayTheBreachInPlainText() {
        var row = Rows.row(Status.REVISED, Rows.full());

        assertThat(Arrays.stream(RegisterColumn.values()).map(column -> column.of(row).plain()))
                .containsExactly(
                        "BR-2019-0007",
                        "revised",
                        "2",
                        "2019-06-10T08:30:00Z",
                        "Office for Wells and Springs",
                        "Office for Wells; the Pump Board",
                        "Water Office",
                        "England",
                        "Well levels, May 2019",
                        "Well levels",
                        "https://wells.example/may",
                        "2.0",
                        "T3",
                        "T3.4",
                        "T3.4 and others",
                        "2019-05-30",
                        "2019-05-31",
                        "2019-06-04",
                        "4",
                        "early release",
                        "a supplier",
                        "Figures were sent early.\nNobody noticed.",
                        "A new rota.",
                        "None known.",
                        "The rota was changed.",
                        "https://wells.example/statement",
                        "one in 2017; not serious",
                        "BR-2018-0003; BR-2017-0001",
                        "A review (due 2019-12-31); A report",
                        "2019-07-01T08:30:00Z");
    }

    @ParameterizedTest
    @EnumSource
    void leaveNothingOfAWithdrawnBreachButItsTombstone(RegisterColumn column) {
        var tombstone =
                List.of(
                        RegisterColumn.BREACH_ID,
                        RegisterColumn.STATUS,
                        RegisterColumn.VERSION,
                        RegisterColumn.PUBLISHED_AT,
                        RegisterColumn.LAST_CHANGED);

        var text = column.of(Rows.row(Status.WITHDRAWN, Rows.full())).plain();

        assertThat(text.isEmpty()).isEqualTo(!tombstone.contains(column));
    }

    @Test
    void areDescribedInSentences() {
        for (var column : RegisterColumn.values()) {
            assertThat(column.description()).as(column.key()).endsWith(".");
            assertThat(column.whenEmpty().orElse(".")).as(column.key()).endsWith(".");
        }
    }

    @Test
    void nameTheEditionOfANumberThatIsNotFromTheOneInForce() {
        var full = Rows.full();
        var underOther =
                new RegisterRow(
                        Rows.breach(Status.PUBLISHED, Records.withEdition(full, "2.1")),
                        List.of(),
                        Rows.row(Status.PUBLISHED, full).practices());

        assertThat(RegisterColumn.PRINCIPLES.of(underOther).plain()).isEqualTo("T3 (edition 2.0)");
        assertThat(RegisterColumn.PRACTICES.of(underOther).plain()).isEqualTo("T3.4 (edition 2.0)");
    }
}
