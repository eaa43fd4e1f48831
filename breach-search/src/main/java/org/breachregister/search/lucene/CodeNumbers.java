package org.breachregister.search.lucene;

import org.breachregister.core.code.CodeElement;
import org.breachregister.core.code.CodeElement.Kind;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The numbers under which a cited element of the Code is counted: those of edition 2.1, and its
/// own where that edition has no counterpart. Breaches of all editions can so be compared.
final class CodeNumbers {

    private final CodeOfPractice code;

    CodeNumbers(CodeOfPractice code) {
        this.code = code;
    }

    /// The practices that a citation counts for. An Order counts as itself too; a principle counts
    /// for none.
    Set<ElementId> practices(ElementId cited) {
        var numbers = new TreeSet<ElementId>();
        for (var counterpart : code.counterparts(cited)) {
            if (counterpart.edition().equals(EditionId.E2_1)
                    && kind(counterpart) == Kind.PRACTICE) {
                numbers.add(counterpart);
            }
        }
        var kind = kind(cited);
        if (kind == Kind.ORDER || kind == Kind.PRACTICE && numbers.isEmpty()) {
            numbers.add(cited);
        }
        return kind == Kind.PRACTICE || kind == Kind.ORDER ? numbers : Set.of();
    }

    /// The principles that a citation counts for: those of its counterparts, and the counterparts
    /// of its own.
    Set<ElementId> principles(ElementId cited) {
        var numbers = new TreeSet<ElementId>();
        for (var counterpart : code.counterparts(cited)) {
            if (counterpart.edition().equals(EditionId.E2_1)) {
                code.principleOf(counterpart).map(CodeElement::id).ifPresent(numbers::add);
            }
        }
        var own = code.principleOf(cited).map(CodeElement::id).orElse(cited);
        var ofOwn = new TreeSet<ElementId>();
        for (var counterpart : code.counterparts(own)) {
            if (counterpart.edition().equals(EditionId.E2_1)) {
                code.principleOf(counterpart).map(CodeElement::id).ifPresent(ofOwn::add);
            }
        }
        numbers.addAll(ofOwn);
        if (ofOwn.isEmpty() || kind(cited) == Kind.ORDER) {
            numbers.add(own);
        }
        return numbers;
    }

    /// Whether a citation of a number counts under that number, and not under its counterparts.
    boolean countsUnderItself(ElementId number) {
        return principles(number).contains(number) || practices(number).contains(number);
    }

    /// Whether a number that a person wrote means what is counted under it: so for the numbers of
    /// edition 2.1 and the Orders. Other editions' numbers mean everything in their reach.
    static boolean isCounted(ElementId number) {
        return number.edition().equals(EditionId.E2_1) || number.edition().equals(EditionId.PRA);
    }

    /// The value of a number in counts and filters: `T3.4`, `PRA Scotland 2008`, `3.0 Standard 8`.
    static String value(ElementId number) {
        return isCounted(number) ? number.ref() : number.toString();
    }

    /// The number that a value from a count stands for.
    Optional<ElementId> counted(String value) {
        for (var edition : code.editions()) {
            var prefix = edition.id() + " ";
            if (value.startsWith(prefix)) {
                return known(edition.id(), value.substring(prefix.length()));
            }
        }
        return known(EditionId.E2_1, value).or(() -> known(EditionId.PRA, value));
    }

    /// The value for people: `T3 Orderly release`, `Standard 8 (edition 3.0)`.
    String label(String value) {
        return counted(value)
                .map(number -> {
                    var title = code.element(number).map(CodeElement::title).orElse(null);
                    var label =
                            title == null || title.equals(number.ref())
                                    ? number.ref()
                                    : number.ref() + " " + title;
                    return value(number).equals(number.ref())
                            ? label
                            : "%s (edition %s)".formatted(label, number.edition());
                })
                .orElse(value);
    }

    private Optional<ElementId> known(EditionId edition, String ref) {
        return ref.isBlank()
                ? Optional.empty()
                : code.element(new ElementId(edition, ref)).map(CodeElement::id);
    }

    private Kind kind(ElementId element) {
        return code.element(element).map(CodeElement::kind).orElse(Kind.PRINCIPLE);
    }
}
