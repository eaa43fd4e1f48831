package org.breachregister.api;

import org.breachregister.core.code.CodeElement;
import org.breachregister.core.code.CodeElement.Kind;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.publication.BreachId;
import org.breachregister.core.publication.PublicRecord.NamedReference;
import org.breachregister.core.publication.PublishedBreach;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Makes the rows of the register. Safe for many threads.
public final class RegisterRows {

    private final CodeOfPractice code;

    public RegisterRows(CodeOfPractice code) {
        this.code = code;
    }

    /// The row of a breach.
    ///
    /// @param repeatOf earlier breaches that it repeats, newest first
    public RegisterRow of(PublishedBreach breach, List<BreachId> repeatOf) {
        if (breach.status() == PublishedBreach.Status.WITHDRAWN) {
            return new RegisterRow(breach, List.of(), List.of());
        }
        var practices =
                breach.record().references().stream()
                        .map(reference -> practice(breach.id(), reference))
                        .distinct()
                        .toList();
        return new RegisterRow(breach, repeatOf, practices);
    }

    private PracticeRow practice(BreachId breach, NamedReference reference) {
        var id = reference.element();
        if (id == null) {
            return new PracticeRow(
                    breach, reference.asReported(), null, null, null, null, null, null, List.of());
        }
        var element = code.element(id).orElse(null);
        var principle =
                code.principleOf(id).filter(above -> above.kind() != Kind.ORDER).orElse(null);
        return new PracticeRow(
                breach,
                reference.asReported(),
                id.edition(),
                id,
                element == null ? null : element.kind(),
                reference.title() != null ? reference.title() : title(element),
                principle == null ? null : principle.id(),
                title(principle),
                counterparts(id));
    }

    private List<ElementId> counterparts(ElementId id) {
        return List.copyOf(code.counterparts(id));
    }

    private static @Nullable String title(@Nullable CodeElement element) {
        if (element == null) {
            return null;
        }
        return element.title() != null ? element.title() : element.topic();
    }
}
