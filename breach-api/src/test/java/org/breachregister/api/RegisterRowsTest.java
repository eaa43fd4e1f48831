package org.breachregister.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord;
import org.breachregister.core.publication.PublicRecord.NamedReference;
import org.breachregister.core.publication.PublishedBreach.Status;
import org.junit.jupiter.api.Test;

import java.util.List;

class RegisterRowsTest {

    private static final CodeOfPractice CODE = CodeOfPractice.load();

    private final RegisterRows rows = new RegisterRows(CODE);

    @Test
    void namesThePrincipleOfAPracticeAndItsCounterparts() {
        var row = row(new ElementId(EditionId.E2_1, "T3.4"), "T3.4");

        assertThat(RegisterColumn.PRACTICES.of(row).plain()).startsWith("T3.4");
        assertThat(RegisterColumn.PRINCIPLES.of(row).plain()).startsWith("T3");
        var practice = row.practices().getFirst();
        assertThat(PracticeColumn.PRINCIPLE.of(practice).plain()).isEqualTo("T3");
        assertThat(PracticeColumn.PRINCIPLE_TITLE.of(practice).plain()).isNotEmpty();
        assertThat(PracticeColumn.COUNTERPART_2_1.of(practice).plain()).isEqualTo("T3.4");
    }

    @Test
    void putsAWholePrincipleUnderPrinciplesOnly() {
        var row = row(new ElementId(EditionId.E1_0, "Protocol 2"), "Protocol 2");

        assertThat(RegisterColumn.PRINCIPLES.of(row).plain()).startsWith("Protocol 2");
        assertThat(RegisterColumn.PRACTICES.of(row).plain()).isEmpty();
        assertThat(PracticeColumn.COUNTERPART_2_1.of(row.practices().getFirst()).plain())
                .contains("T3");
    }

    @Test
    void putsAnOrderUnderPracticesOnly() {
        var row = row(new ElementId(EditionId.PRA, "PRA Scotland 2008"), "the Order");

        assertThat(RegisterColumn.PRACTICES.of(row).plain()).isEqualTo("PRA Scotland 2008");
        assertThat(RegisterColumn.PRINCIPLES.of(row).plain()).isEmpty();
    }

    @Test
    void keepsTheWordsOfAReferenceThatWasNotRecognised() {
        var row = row(null, "the usual rule");

        assertThat(RegisterColumn.PRACTICES.of(row).plain()).isEmpty();
        assertThat(RegisterColumn.PRACTICES_AS_REPORTED.of(row).plain())
                .isEqualTo("the usual rule");
        assertThat(PracticeColumn.REFERENCE_AS_REPORTED.of(row.practices().getFirst()).plain())
                .isEqualTo("the usual rule");
        assertThat(PracticeColumn.REFERENCE.of(row.practices().getFirst()).plain()).isEmpty();
    }

    @Test
    void listsAReferenceOnceHoweverOftenItIsCited() {
        var cited = new NamedReference("T3", new ElementId(EditionId.E2_1, "T3"), null);

        assertThat(row(List.of(cited, cited)).practices()).hasSize(1);
    }

    @Test
    void hasNothingToSayOfAWithdrawnBreach() {
        var row =
                rows.of(Rows.breach(Status.WITHDRAWN, Rows.full()), List.of(BreachId.of(2018, 1)));

        assertThat(row.practices()).isEmpty();
        assertThat(row.repeatOf()).isEmpty();
    }

    private RegisterRow row(ElementId element, String words) {
        return row(List.of(new NamedReference(words, element, null)));
    }

    private RegisterRow row(List<NamedReference> references) {
        return rows.of(
                Rows.breach(Status.PUBLISHED, withReferences(Rows.full(), references)), List.of());
    }

    private static PublicRecord withReferences(PublicRecord from, List<NamedReference> references) {
        return new PublicRecord(
                from.producers(),
                from.output(),
                from.outputSeries(),
                from.outputLinks(),
                from.edition(),
                references,
                from.occurredFrom(),
                from.occurredTo(),
                from.reportedOn(),
                from.kind(),
                from.whereItHappened(),
                from.account(),
                from.reasons(),
                from.impact(),
                from.correctiveActions(),
                from.statementLinks(),
                from.previousBreaches(),
                from.commitments());
    }
}
