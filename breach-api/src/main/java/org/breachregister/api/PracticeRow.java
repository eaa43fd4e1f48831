package org.breachregister.api;

import org.breachregister.core.code.CodeElement;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// One reference to the Code in one breach.
///
/// @param breach the breach
/// @param asReported the words of the report
/// @param edition the edition that the reference is to, or null where nothing was recognised
/// @param element the element recognised, or null
/// @param kind what the element is, or null where it is not known
/// @param title its title, or a few words on what it is about, or null
/// @param principle the principle, protocol or standard that it belongs to, or null
/// @param principleTitle its title, or null
/// @param counterparts the element and its counterparts in all editions; empty where nothing was
///   recognised
public record PracticeRow(
        BreachId breach,
        String asReported,
        @Nullable EditionId edition,
        @Nullable ElementId element,
        CodeElement.@Nullable Kind kind,
        @Nullable String title,
        @Nullable ElementId principle,
        @Nullable String principleTitle,
        List<ElementId> counterparts) {

    public PracticeRow {
        counterparts = List.copyOf(counterparts);
    }

    /// The numbers of the counterparts in one edition.
    List<String> counterpartsIn(EditionId wanted) {
        return counterparts.stream()
                .filter(counterpart -> counterpart.edition().equals(wanted))
                .map(ElementId::ref)
                .toList();
    }
}
