package org.breachregister.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.casework.Redacted;
import org.breachregister.core.casework.Redacted.Decision;
import org.breachregister.core.casework.Redacted.Reason;
import org.breachregister.core.report.Section;
import org.breachregister.web.desk.Spans.Piece;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class SpansTest {

    private static final String TEXT = "Jane Roe told Sam\nPoe, and Sam Poe told nobody.";

    @Test
    void leavesTheTextAsItIs() {
        var section =
                Spans.sections(
                                Map.of(Section.ACCOUNT, TEXT),
                                List.of(
                                        span(0, 8, Decision.REMOVED),
                                        span(5, 13, Decision.KEPT),
                                        span(14, 21, Decision.PROPOSED)))
                        .getFirst();

        assertThat(section.pieces().stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(TEXT);
        section.pieces()
                .forEach(
                        piece -> assertThat(TEXT.substring(piece.from())).startsWith(piece.text()));
    }

    @Test
    void marksAsNotPublishedWhatAnySpanSaysIsNot() {
        var pieces =
                Spans.sections(
                                Map.of(Section.ACCOUNT, TEXT),
                                List.of(span(0, 8, Decision.REMOVED), span(5, 13, Decision.KEPT)))
                        .getFirst()
                        .pieces();

        assertThat(pieces)
                .extracting(Piece::style, Piece::text, Piece::number)
                .startsWith(
                        org.assertj.core.api.Assertions.tuple("removed", "Jane ", 1),
                        org.assertj.core.api.Assertions.tuple("removed", "Roe", 0),
                        org.assertj.core.api.Assertions.tuple("kept", " told", 2));
    }

    @Test
    void numbersSpansThroughAllSections() {
        var sections =
                Spans.sections(
                        Map.of(Section.ACCOUNT, TEXT, Section.REASONS, "Jane Roe forgot."),
                        List.of(
                                span(0, 8, Decision.REMOVED),
                                new Redacted(
                                        0,
                                        Section.REASONS,
                                        0,
                                        8,
                                        "Jane Roe",
                                        Reason.PERSON,
                                        null,
                                        Decision.PROPOSED,
                                        "machine",
                                        Instant.EPOCH)));

        assertThat(sections.get(0).spans().getFirst().number()).isEqualTo(1);
        assertThat(sections.get(1).spans().getFirst().number()).isEqualTo(2);
        assertThat(sections.get(1).spans().getFirst().at()).isEmpty();
    }

    @Test
    void findsWordsWhateverSpaceLiesBetweenThem() {
        var places = Spans.find(Map.of(Section.ACCOUNT, TEXT), " Sam  Poe ");

        assertThat(places)
                .extracting(Spans.Place::key)
                .containsExactly("account:14:21", "account:27:34");
        assertThat(places.getLast().before()).endsWith("and ");
        assertThat(places.getLast().after()).startsWith(" told nobody");
    }

    @Test
    void takesSignsOfPatternsForWhatTheyAre() {
        assertThat(Spans.find(Map.of(Section.ACCOUNT, "a.b (c)* \\E"), "(c)* \\E")).hasSize(1);
        assertThat(Spans.find(Map.of(Section.ACCOUNT, "axb"), "a.b")).isEmpty();
    }

    private static Redacted span(int from, int to, Decision decision) {
        return new Redacted(
                decision == Decision.PROPOSED ? 0 : 7,
                Section.ACCOUNT,
                from,
                to,
                TEXT.substring(from, to),
                Reason.PERSON,
                null,
                decision,
                "Cat Caseworker",
                Instant.EPOCH);
    }
}
