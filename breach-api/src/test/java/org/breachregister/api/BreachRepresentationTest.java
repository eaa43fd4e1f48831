package org.breachregister.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.breachregister.core.publication.PublishedBreach.Status;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.util.Arrays;
import java.util.List;

class BreachRepresentationTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void isTheColumnsAndThenTheReferences() {
        var columns = Arrays.stream(RegisterColumn.values()).map(RegisterColumn::key);

        var members = BreachRepresentation.of(Rows.row(Status.REVISED, Rows.full()));

        assertThat(members.keySet().stream().limit(30)).containsExactlyElementsOf(columns.toList());
        assertThat(members.keySet().stream().skip(30)).containsExactly("reason", "references");
    }

    @Test
    void keepsListsNumbersAndMissingValuesApart() {
        var tree =
                JSON.readTree(
                        JSON.writeValueAsString(
                                BreachRepresentation.of(Rows.row(Status.REVISED, Rows.full()))));

        assertThat(tree.get("days_to_report").isIntegralNumber()).isTrue();
        assertThat(tree.get("previous_breaches")).hasSize(1);
        assertThat(tree.get("occurred_from").stringValue()).isEqualTo("2019-05-30");
        assertThat(tree.get("references").get(0).get("counterpart_3_0").get(0).stringValue())
                .isEqualTo("3.4");
        assertThat(tree.get("references").get(0).has("breach_id")).isFalse();
    }

    @Test
    void showsOfAWithdrawnBreachThatItWasAndWhy() {
        assertThat(BreachRepresentation.of(Rows.row(Status.WITHDRAWN, Rows.full())))
                .contains(
                        entry("status", "withdrawn"),
                        entry("reason", "A date was wrong"),
                        entry("account", null),
                        entry("producer", List.of()),
                        entry("references", List.of()));
    }
}
