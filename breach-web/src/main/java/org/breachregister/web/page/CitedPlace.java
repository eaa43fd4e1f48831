package org.breachregister.web.page;

import org.breachregister.api.search.QuestionAddress;
import org.breachregister.core.code.CodeElement.Kind;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.code.EditionId;
import org.breachregister.core.code.ElementId;
import org.breachregister.core.publication.PublicRecord.NamedReference;
import org.breachregister.search.BreachQuery;
import org.breachregister.search.Facet;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// A place of the Code that a report cites.
///
/// @param name its number and edition, or the words of the report
/// @param title its title, or null
/// @param asReported the words of the report, or null where they are the name
/// @param counterparts what stands in its place in the other editions
/// @param href other breaches of the same place, or null where it was not recognised
record CitedPlace(
        String name,
        @Nullable String title,
        @Nullable String asReported,
        List<String> counterparts,
        @Nullable String href) {

    static CitedPlace of(NamedReference reference, CodeOfPractice code) {
        var element = reference.element();
        if (element == null) {
            return new CitedPlace(reference.asReported(), null, null, List.of(), null);
        }
        return new CitedPlace(
                Words.element(element),
                reference.title() == null ? title(element, code) : reference.title(),
                reference.asReported().equals(element.ref()) ? null : reference.asReported(),
                counterparts(element, code),
                href(element, code));
    }

    /// Edition 2.1 took the numbers of 2.0 over, so that the same number is named once.
    private static List<String> counterparts(ElementId element, CodeOfPractice code) {
        var all = code.counterparts(element);
        return all.stream()
                .filter(other -> !other.edition().equals(element.edition()))
                .filter(other ->
                        !other.edition().equals(EditionId.E2_0)
                                || !all.contains(new ElementId(EditionId.E2_1, other.ref())))
                .map(Words::element)
                .toList();
    }

    private static @Nullable String title(ElementId id, CodeOfPractice code) {
        return code.element(id)
                .map(element -> element.title() == null ? element.topic() : element.title())
                .orElse(null);
    }

    private static String href(ElementId id, CodeOfPractice code) {
        var practice =
                code.element(id)
                        .map(element ->
                                element.kind() == Kind.PRACTICE || element.kind() == Kind.ORDER)
                        .orElse(false);
        var facet = practice ? Facet.PRACTICE : Facet.PRINCIPLE;
        return QuestionAddress.of(
                SearchPage.PATH, QuestionAddress.with(BreachQuery.ALL, facet, List.of(id.ref())));
    }
}
