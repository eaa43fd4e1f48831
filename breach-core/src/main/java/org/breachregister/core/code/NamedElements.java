package org.breachregister.core.code;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.TreeSet;

/// What a person who looks for breaches names by a few words.
final class NamedElements {

    private final CodeOfPractice code;

    NamedElements(CodeOfPractice code) {
        this.code = code;
    }

    List<ElementId> in(String words) {
        var reader = new ReferenceReader(code);
        var canonical =
                code.elements(EditionId.PRA).stream()
                        .map(CodeElement::id)
                        .filter(id -> id.ref().equalsIgnoreCase(words.strip()))
                        .toList();
        if (!canonical.isEmpty()) {
            return canonical;
        }
        var named = new TreeSet<ElementId>();
        for (var reference : reader.read(words, (@Nullable EditionId) null)) {
            var element = reference.element();
            if (element != null) {
                named.add(element);
            } else {
                named.addAll(reference.candidates());
            }
        }
        if (named.stream().anyMatch(id -> NumberedRef.of(id) != null)) {
            // "Standard 3, practice 3.4" asks for the practice.
            var above =
                    named.stream()
                            .filter(id -> NumberedRef.of(id) != null)
                            .flatMap(id -> code.principleOf(id).stream())
                            .map(CodeElement::id)
                            .toList();
            named.removeAll(above);
        }
        return named.stream().toList();
    }
}
