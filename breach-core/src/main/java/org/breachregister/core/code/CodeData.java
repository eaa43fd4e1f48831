package org.breachregister.core.code;

import org.breachregister.core.code.CodeElement.Kind;
import org.breachregister.core.code.CrosswalkRow.Extent;
import org.breachregister.core.code.Edition.Precision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The data files of the Code, read and checked. What is wrong is said with file and line.
///
/// @param closed principles and standards whose practices are all listed
record CodeData(
        List<Edition> editions,
        Map<ElementId, CodeElement> elements,
        List<AccessOrder> orders,
        List<CrosswalkRow> crosswalk,
        Set<ElementId> closed) {

    static CodeData ofResources() {
        return of(
                DataTable.ofResource("editions.tsv"),
                DataTable.ofResource("orders.tsv"),
                DataTable.ofResource("elements.tsv"),
                DataTable.ofResource("crosswalk.tsv"));
    }

    static CodeData of(
            DataTable editions, DataTable orders, DataTable elements, DataTable crosswalk) {
        var closed = new LinkedHashSet<ElementId>();
        var known = readElements(elements, closed);
        var accessOrders = readOrders(orders, known);
        return new CodeData(
                readEditions(editions),
                known,
                accessOrders,
                readCrosswalk(crosswalk, known),
                closed);
    }

    private static List<Edition> readEditions(DataTable table) {
        var editions = new ArrayList<Edition>();
        for (var row : table.rows()) {
            var last = row.optional("in_force_to") == null ? null : row.date("in_force_to");
            var edition =
                    new Edition(
                            row.editions("edition").getFirst(),
                            row.get("title"),
                            row.date("in_force_from"),
                            last,
                            row.basis("basis"),
                            row.oneOf(Precision.class, "known_to"));
            if (last != null && last.isBefore(edition.inForceFrom())) {
                throw row.wrong("edition %s ends before it begins".formatted(edition.id()));
            }
            if (!editions.isEmpty()) {
                var before = editions.getLast();
                if (before.inForceTo() == null
                        || !before.inForceTo().plusDays(1).equals(edition.inForceFrom())) {
                    throw row.wrong(
                            "edition %s begins on %s, but edition %s ends on %s: dates must neither"
                                            .formatted(
                                                    edition.id(),
                                                    edition.inForceFrom(),
                                                    before.id(),
                                                    Objects.requireNonNullElse(
                                                            before.inForceTo(), "no day"))
                                    + " overlap nor leave a gap");
                }
            }
            editions.add(edition);
        }
        return List.copyOf(editions);
    }

    private static Map<ElementId, CodeElement> readElements(
            DataTable table, Set<ElementId> closed) {
        var elements = new LinkedHashMap<ElementId, CodeElement>();
        for (var row : table.rows()) {
            for (var edition : row.editions("edition")) {
                var parentRef = row.optional("parent");
                var parent = parentRef == null ? null : new ElementId(edition, parentRef);
                var element =
                        new CodeElement(
                                new ElementId(edition, row.get("ref")),
                                row.oneOf(Kind.class, "kind"),
                                row.optional("title"),
                                parent,
                                row.basis("basis"),
                                row.optional("topic"));
                if (parent != null && !elements.containsKey(parent)) {
                    throw row.wrong(
                            "parent '%s' of '%s' does not stand above it"
                                    .formatted(parent, element.id()));
                }
                if (element.kind() == Kind.PRACTICE) {
                    var number = NumberedRef.of(element.id());
                    if (parent == null || number == null || !number.parent().equals(parent)) {
                        throw row.wrong(
                                "practice '%s' must stand under the element of its number"
                                        .formatted(element.id()));
                    }
                }
                if (elements.putIfAbsent(element.id(), element) != null) {
                    throw row.wrong("'%s' is listed twice".formatted(element.id()));
                }
                if ("full".equals(row.optional("practices"))) {
                    closed.add(element.id());
                }
            }
        }
        return elements;
    }

    private static List<AccessOrder> readOrders(
            DataTable table, Map<ElementId, CodeElement> elements) {
        var orders = new ArrayList<AccessOrder>();
        for (var row : table.rows()) {
            var order =
                    new AccessOrder(
                            new ElementId(EditionId.PRA, row.get("ref")),
                            row.get("title"),
                            row.get("instrument"),
                            row.basis("instrument_basis"),
                            row.get("nation"),
                            row.date("in_force_from"),
                            row.oneOf(Precision.class, "known_to"),
                            row.basis("basis"));
            var element =
                    new CodeElement(
                            order.id(),
                            Kind.ORDER,
                            order.title(),
                            null,
                            order.basis(),
                            row.optional("topic"));
            if (elements.putIfAbsent(order.id(), element) != null) {
                throw row.wrong("'%s' is listed twice".formatted(order.id()));
            }
            orders.add(order);
        }
        return List.copyOf(orders);
    }

    private static List<CrosswalkRow> readCrosswalk(
            DataTable table, Map<ElementId, CodeElement> elements) {
        var rows = new LinkedHashMap<List<ElementId>, CrosswalkRow>();
        for (var row : table.rows()) {
            for (var fromEdition : row.editions("from_edition")) {
                for (var toEdition : row.editions("to_edition")) {
                    var from = new ElementId(fromEdition, row.get("from_ref"));
                    var to = new ElementId(toEdition, row.get("to_ref"));
                    for (var end : List.of(from, to)) {
                        if (!elements.containsKey(end)) {
                            throw row.wrong("'%s' is not an element of the Code".formatted(end));
                        }
                    }
                    var built =
                            new CrosswalkRow(
                                    from,
                                    to,
                                    row.oneOf(Extent.class, "extent"),
                                    row.basis("basis"),
                                    row.optional("note"));
                    if (rows.putIfAbsent(List.of(from, to), built) != null) {
                        throw row.wrong("'%s' to '%s' is listed twice".formatted(from, to));
                    }
                }
            }
        }
        return List.copyOf(rows.values());
    }
}
