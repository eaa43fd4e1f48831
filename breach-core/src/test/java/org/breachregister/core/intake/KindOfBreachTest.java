package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.SharedFolder;
import org.breachregister.core.code.ReferenceReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Objects;

class KindOfBreachTest {

    private static final KindOfBreach KINDS = new KindOfBreach();
    private static final ReferenceReader REFERENCES = new ReferenceReader(Samples.CODE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The lamp tables were forwarded to colleagues the day before. | T3.4 | shared outside pre-release list
                    The lamp tables went to a namesake in another firm. | T3.4 | e-mail to wrong person
                    The lamp page was visible to all on the evening before. | T3.4 | website live early
                    The bulletin came out twenty minutes late. | T3.6 | late publication
                    The Lamps Minister quoted the total in a radio interview. | T3.4 | figures quoted by minister
                    The wrong file was put on the page. | Q3.2 | wrong file
                    The amended table was slipped in without a note. | Q3.4 | correction not announced
                    """)
    void theMostTellingWordsDecide(String account, String reference, String kind) {
        var cited = REFERENCES.read(reference, LocalDate.of(2020, 6, 1));

        var suggestion = Objects.requireNonNull(KINDS.suggest(account, cited));

        assertThat(suggestion.kind()).isEqualTo(kind);
        assertThat(suggestion.evidence().text()).isNotBlank();
    }

    @Test
    void aPracticeAloneIsNoReasonForAKindThatManyBreachesShare() {
        var cited = REFERENCES.read("T3.4", LocalDate.of(2020, 6, 1));

        assertThat(KINDS.suggest("It rained all week.", cited)).isNull();
    }

    @Test
    void mostSuggestionsForRecordsNotUsedForTheRulesAreRight() throws IOException {
        var lines = Files.readAllLines(SharedFolder.get("history").resolve("breaches.jsonl"));
        var records = 0;
        var suggested = 0;
        var right = 0;
        for (var i = 1; i < lines.size(); i += 2) {
            var record = JsonLinesReader.read(lines.get(i));
            var day = LocalDate.parse(Objects.requireNonNull(record.text("occurred")));
            var cited = REFERENCES.read(String.join("\n", record.texts("references")), day);
            var suggestion = KINDS.suggest(Objects.requireNonNull(record.text("account")), cited);
            records++;
            if (suggestion != null) {
                suggested++;
                right += suggestion.kind().equals(record.text("kind")) ? 1 : 0;
            }
        }

        assertThat(suggested / (double) records).isGreaterThanOrEqualTo(0.6);
        assertThat(right / (double) suggested).isGreaterThanOrEqualTo(0.8);
    }
}
