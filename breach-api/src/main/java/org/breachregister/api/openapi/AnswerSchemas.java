package org.breachregister.api.openapi;

import org.breachregister.api.Described;
import org.breachregister.api.answer.Listing;
import org.breachregister.api.answer.Words;
import org.breachregister.api.input.Shape;
import org.breachregister.core.account.AccountId;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Schemas of what is answered, from the records that are answered. Each record becomes a named
/// schema.
final class AnswerSchemas {

    private final Map<String, Class<?>> names = new LinkedHashMap<>();
    private final Map<String, Object> schemas;

    /// @param schemas where named schemas are put; those in it already are described by hand
    AnswerSchemas(Map<String, Object> schemas) {
        this.schemas = schemas;
    }

    /// The schema of an answer.
    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Listing.class) {
            var each = generic.getActualTypeArguments()[0];
            var name = "ListOf" + name((Class<?>) each);
            if (!schemas.containsKey(name)) {
                schemas.put(
                        name,
                        Json.object(
                                "type",
                                "object",
                                "properties",
                                Json.object(
                                        "items",
                                        Json.object("type", "array", "items", of(each)),
                                        "next",
                                        Json.object("type", List.of("string", "null"))),
                                "required",
                                List.of("items", "next")));
            }
            return reference(name);
        }
        return plain((Class<?>) type);
    }

    /// A reference to a named schema.
    static Map<String, Object> reference(String name) {
        return Json.object("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> record(Class<?> type) {
        var name = name(type);
        var before = names.putIfAbsent(name, type);
        if (before != null && before != type) {
            throw new IllegalStateException(
                    "Two records would have the schema %s: %s and %s"
                            .formatted(name, before, type));
        }
        if (before == null) {
            var properties = Json.object();
            var required = new ArrayList<String>();
            for (var component : type.getRecordComponents()) {
                properties.put(component.getName(), member(component));
                required.add(component.getName());
            }
            schemas.put(
                    name,
                    Json.object("type", "object", "properties", properties, "required", required));
        }
        return reference(name);
    }

    private static String name(Class<?> type) {
        var around = type.getEnclosingClass();
        return around != null && around.isRecord()
                ? around.getSimpleName() + type.getSimpleName()
                : type.getSimpleName();
    }

    private Map<String, Object> member(RecordComponent component) {
        var described = component.getAnnotation(Described.class);
        var annotated = component.getAnnotatedType();
        if (described == null) {
            return annotated(annotated);
        }
        var named = reference(described.value());
        var schema =
                component.getType() == List.class
                        ? Json.object("type", "array", "items", named)
                        : named;
        return annotated.isAnnotationPresent(Nullable.class) ? orNull(schema) : schema;
    }

    private Map<String, Object> annotated(AnnotatedType annotated) {
        var schema = unannotated(annotated);
        return annotated.isAnnotationPresent(Nullable.class) ? orNull(schema) : schema;
    }

    private Map<String, Object> unannotated(AnnotatedType annotated) {
        if (annotated instanceof AnnotatedParameterizedType generic) {
            var raw = ((ParameterizedType) generic.getType()).getRawType();
            var arguments = generic.getAnnotatedActualTypeArguments();
            return raw == Map.class
                    ? Json.object("type", "object", "additionalProperties", annotated(arguments[1]))
                    : Json.object("type", "array", "items", annotated(arguments[0]));
        }
        return plain((Class<?>) annotated.getType());
    }

    private Map<String, Object> plain(Class<?> type) {
        if (type == String.class) {
            return Json.object("type", "string");
        }
        if (type == int.class
                || type == long.class
                || type == Integer.class
                || type == Long.class) {
            return Json.object("type", "integer");
        }
        if (type == double.class || type == Double.class) {
            return Json.object("type", "number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Json.object("type", "boolean");
        }
        if (type == LocalDate.class) {
            return Json.object("type", "string", "format", "date");
        }
        if (type == Instant.class) {
            return Json.object("type", "string", "format", "date-time");
        }
        if (type == AccountId.class) {
            return Json.object("type", "integer", "minimum", 1);
        }
        if (type == BreachId.class) {
            return Json.object("type", "string", "pattern", "^BR-[0-9]{4}-[0-9]{4,9}$");
        }
        if (type == ProducerId.class) {
            return Json.object("type", "string", "pattern", "^[a-z0-9]+(-[a-z0-9]+)*$");
        }
        if (type.isEnum()) {
            return Json.object("type", "string", "enum", List.copyOf(Shape.words(type).keySet()));
        }
        if (Words.isWord(type)) {
            return Json.object("type", "string");
        }
        if (type.isRecord()) {
            return record(type);
        }
        throw new IllegalStateException("No answer has a value of " + type);
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        if (schema.get("type") instanceof String type && !schema.containsKey("enum")) {
            var either = new LinkedHashMap<>(schema);
            either.put("type", List.of(type, "null"));
            return either;
        }
        return Json.object("anyOf", List.of(schema, Json.object("type", "null")));
    }
}
