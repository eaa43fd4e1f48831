package org.breachregister.core.code;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The Code in all its editions, with the crosswalk between them. Immutable and safe for many
/// threads.
public final class CodeOfPractice {

    private CodeOfPractice() {}

    /// Loads the editions that come with the program.
    public static CodeOfPractice load() {
        throw new UnsupportedOperationException();
    }

    /// The editions, oldest first.
    public List<Edition> editions() {
        throw new UnsupportedOperationException();
    }

    /// The edition in force on a day; empty before the first.
    public Optional<EditionId> editionOn(LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /// The element of that number, if it is known.
    public Optional<CodeElement> element(ElementId id) {
        throw new UnsupportedOperationException();
    }

    /// The elements of an edition in their order.
    public List<CodeElement> elements(EditionId edition) {
        throw new UnsupportedOperationException();
    }

    /// The principle, protocol or standard that a practice stands under; such an element itself
    /// otherwise.
    public Optional<CodeElement> principleOf(ElementId id) {
        throw new UnsupportedOperationException();
    }

    /// The element and its counterparts in all editions, in order.
    public Set<ElementId> counterparts(ElementId id) {
        throw new UnsupportedOperationException();
    }

    /// Every element by whose number a breach that cites `id` should be found, in order.
    public Set<ElementId> reach(ElementId id) {
        throw new UnsupportedOperationException();
    }

    /// The elements that a person's words name (`T3.4`, `Protocol 2 practice 8`, `Principle 3`);
    /// empty for none.
    public List<ElementId> named(String words) {
        throw new UnsupportedOperationException();
    }
}
