package org.breachregister.api.openapi;

import org.breachregister.api.Column;
import org.breachregister.api.PracticeColumn;
import org.breachregister.api.RegisterColumn;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Schemas of answers that are no records: those of published breaches from the catalogue of
/// columns, the others from a file.
final class NamedSchemas {

    private static final String FILE = "schemas.json";

    private NamedSchemas() {}

    static Map<String, Object> all() {
        var schemas = new LinkedHashMap<String, Object>(fromFile());
        var breach = members();
        schemas.put("PublishedBreach", object(breach));
        var found = new LinkedHashMap<>(breach);
        found.put(
                "highlights",
                Json.object("type", "array", "items", AnswerSchemas.reference("Passage")));
        schemas.put("FoundBreach", object(found));
        return schemas;
    }

    private static Map<String, Object> fromFile() {
        try (var file = NamedSchemas.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IOException("The program lacks its file " + FILE);
            }
            return JsonMapper.builder()
                    .build()
                    .readValue(file.readAllBytes(), new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> members() {
        var members = Json.object();
        for (var column : RegisterColumn.values()) {
            members.put(column.key(), column(column));
        }
        members.put("reason", Json.object("type", List.of("string", "null")));
        var reference = Json.object();
        for (var column : PracticeColumn.values()) {
            if (column != PracticeColumn.BREACH_ID) {
                reference.put(column.key(), column(column));
            }
        }
        members.put("references", Json.object("type", "array", "items", object(reference)));
        return members;
    }

    private static Map<String, Object> object(Map<String, Object> members) {
        return Json.object(
                "type",
                "object",
                "properties",
                members,
                "required",
                new ArrayList<>(members.keySet()));
    }

    private static Map<String, Object> column(Column<?> column) {
        var schema =
                switch (column.type()) {
                    case TEXT -> maybe("string", null);
                    case DATE -> maybe("string", "date");
                    case INSTANT -> maybe("string", "date-time");
                    case INTEGER -> maybe("integer", null);
                    case LIST, LINKS ->
                            Json.object("type", "array", "items", Json.object("type", "string"));
                };
        schema.put("description", column.description());
        return schema;
    }

    private static Map<String, Object> maybe(String type, @Nullable String format) {
        var schema = Json.object("type", List.of(type, "null"));
        Json.add(schema, "format", format);
        return schema;
    }
}
