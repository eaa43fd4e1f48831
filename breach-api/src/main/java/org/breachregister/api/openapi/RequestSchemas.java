package org.breachregister.api.openapi;

import org.breachregister.api.input.Shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Schemas of what may be sent, from the shapes that requests are checked by.
final class RequestSchemas {

    private RequestSchemas() {}

    /// The schema of a record.
    ///
    /// @param files whether it is a form, which brings the file
    static Map<String, Object> of(Class<? extends Record> type, boolean files) {
        var properties = Json.object();
        var required = new ArrayList<String>();
        for (var member : Shape.members(type).values()) {
            if (member.shape() instanceof Shape.File && !files) {
                continue;
            }
            properties.put(member.name(), of(member, !files));
            if (member.needed()) {
                required.add(member.name());
            }
        }
        var schema =
                Json.object(
                        "type", "object", "properties", properties, "additionalProperties", false);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static Object of(Shape.Member member, boolean json) {
        var schema = of(member.shape());
        if (member.nullable() && json) {
            if (schema.get("enum") instanceof List<?> words) {
                var all = new ArrayList<Object>(words);
                return Json.object(
                        "oneOf", List.of(Json.object("type", "string", "enum", all), nothing()));
            }
            schema.put(
                    "type", List.of(schema.get("type") instanceof Object one ? one : "", "null"));
        }
        return schema;
    }

    private static Object nothing() {
        return Json.object("type", "null");
    }

    /// The schema of a value.
    static Map<String, Object> of(Shape shape) {
        return switch (shape) {
            case Shape.Text(var least, var most, _) ->
                    Json.object("type", "string", "minLength", least, "maxLength", most);
            case Shape.Whole(var least, var most) ->
                    Json.object("type", "integer", "minimum", least, "maximum", most);
            case Shape.Flag _ -> Json.object("type", "boolean");
            case Shape.Day _ -> Json.object("type", "string", "format", "date");
            case Shape.Moment _ -> Json.object("type", "string", "format", "date-time");
            case Shape.Word(var words) ->
                    Json.object("type", "string", "enum", List.copyOf(words.keySet()));
            case Shape.Id(_, var pattern, var example) ->
                    Json.object(
                            "type",
                            "string",
                            "pattern",
                            pattern,
                            "maxLength",
                            100,
                            "examples",
                            List.of(example));
            case Shape.Several(var each, var least, var most) ->
                    Json.object(
                            "type",
                            "array",
                            "items",
                            of(each),
                            "minItems",
                            least,
                            "maxItems",
                            most);
            case Shape.Answers _ ->
                    Json.object(
                            "type",
                            "object",
                            "maxProperties",
                            Shape.MOST_ANSWERS,
                            "propertyNames",
                            Json.object("pattern", "^[A-Za-z][A-Za-z0-9]{0,39}$"),
                            "additionalProperties",
                            Json.object(
                                    "type",
                                    "array",
                                    "maxItems",
                                    100,
                                    "items",
                                    Json.object(
                                            "type", "string", "maxLength", Shape.LONGEST_ANSWER)));
            case Shape.File _ ->
                    Json.object("type", "string", "contentMediaType", "application/octet-stream");
        };
    }
}
