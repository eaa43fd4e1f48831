package org.breachregister.api;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A breach in JSON, in answers and in files alike: the columns of the register under their names,
/// then `reason` (why it was revised or withdrawn) and `references` (its rows of the practices
/// table). Lists are arrays, days and moments are ISO 8601 strings, missing values are null.
public final class BreachRepresentation {

    private BreachRepresentation() {}

    /// The members of the JSON object in their order.
    public static Map<String, @Nullable Object> of(RegisterRow row) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        for (var column : RegisterColumn.values()) {
            members.put(column.key(), column.of(row).json());
        }
        members.put("reason", ColumnValue.text(row.breach().reason()).json());
        members.put("references", references(row.practices()));
        return Collections.unmodifiableMap(members);
    }

    private static List<Map<String, @Nullable Object>> references(List<PracticeRow> practices) {
        return practices.stream().map(BreachRepresentation::reference).toList();
    }

    private static Map<String, @Nullable Object> reference(PracticeRow practice) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        for (var column : PracticeColumn.values()) {
            if (column != PracticeColumn.BREACH_ID) {
                members.put(column.key(), column.of(practice).json());
            }
        }
        return Collections.unmodifiableMap(members);
    }
}
