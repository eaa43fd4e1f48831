package org.breachregister.api.report;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// A form that somebody sent, with at most one file.
///
/// @param fields its texts by the names of their fields
/// @param file the file, or null where none was chosen
public record SentForm(Map<String, String> fields, @Nullable SentFile file) {

    public SentForm {
        fields = Map.copyOf(fields);
    }

    /// The text of a field; empty where the form has no such field.
    public String text(String field) {
        return fields.getOrDefault(field, "");
    }
}
