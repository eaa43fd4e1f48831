package org.breachregister.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.report.Section;
import org.junit.jupiter.api.Test;

class NarrativePartsTest {

    private static final NarrativeParts PARTS = new NarrativeParts();

    private static final String NARRATIVE =
            """
            On 3 May 2021 at 8.50am a draft table was e-mailed to a charity. A colleague noticed and rang them.

            The breach happened because the list of addresses was out of date.

            Externally there was no impact. The charity deleted the file.

            We have removed the old list. In future a second person will check each address.\
            """;

    @Test
    void proposesThePartsOfANarrativeInTheirOrder() {
        var parts = PARTS.propose(NARRATIVE);

        assertThat(parts)
                .extracting(part -> part.section())
                .containsExactly(
                        Section.ACCOUNT,
                        Section.REASONS,
                        Section.IMPACT,
                        Section.CORRECTIVE_ACTION);
        assertThat(parts)
                .extracting(part -> NARRATIVE.substring(part.start(), part.end()))
                .satisfies(texts -> {
                    assertThat(texts.get(0)).startsWith("On 3 May").endsWith("rang them.");
                    assertThat(texts.get(2)).startsWith("Externally").endsWith("the file.");
                    assertThat(texts.get(3)).startsWith("We have").endsWith("each address.");
                });
        assertThat(parts)
                .allSatisfy(part -> {
                    assertThat(part.confidence()).isBetween(0.35, 0.85);
                    assertThat(NARRATIVE).contains(part.because());
                });
    }

    @Test
    void proposesNothingForAnAccountAlone() {
        assertThat(PARTS.propose("On 3 May 2021 a table was sent early. It was recalled at 9am."))
                .isEmpty();
        assertThat(PARTS.propose("")).isEmpty();
    }
}
