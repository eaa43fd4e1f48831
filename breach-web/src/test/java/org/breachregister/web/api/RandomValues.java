package org.breachregister.web.api;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes values from schemas: as they should be, at the bounds where there are some, or wrong.
final class RandomValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONG = 60_000;
    private static final List<String> WORDS =
            List.of(
                    "Published",
                    "late",
                    "ﬁgures",
                    "Zoë",
                    "数字",
                    "🙂",
                    "e\u0301",
                    "\u202eabc",
                    "=1+1",
                    "<script>",
                    "' or 1=1",
                    "%s%n",
                    "${x}",
                    "\\",
                    "\"");

    private final RandomGenerator random;

    RandomValues(RandomGenerator random) {
        this.random = random;
    }

    /// A value as the schema wants it.
    JsonNode valid(JsonNode schema) {
        if (schema.has("oneOf")) {
            return valid(schema.path("oneOf").get(random.nextInt(2)));
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, "");
            case "array" -> array(schema);
            case "integer" -> JSON.numberNode(whole(schema));
            case "number" -> JSON.numberNode(random.nextDouble());
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            default -> JSON.stringNode(text(schema));
        };
    }

    /// A value that may be as the schema wants it or not.
    JsonNode any(JsonNode schema) {
        return random.nextBoolean() ? valid(schema) : odd();
    }

    /// An object that is not as the schema wants it.
    JsonNode wrong(JsonNode schema) {
        var names = schema.path("properties").propertyNames().stream().toList();
        if (names.isEmpty() || random.nextInt(4) == 0) {
            var more = JSON.objectNode();
            valid(schema).properties().forEach(entry -> more.set(entry.getKey(), entry.getValue()));
            return more.set(
                    one(
                            List.of(
                                    "state",
                                    "revision",
                                    "bodies",
                                    "assignedBy",
                                    "__proto__",
                                    "",
                                    "a/b~c")),
                    odd());
        }
        return object(schema, names.get(random.nextInt(names.size())));
    }

    private JsonNode object(JsonNode schema, String wrong) {
        var object = JSON.objectNode();
        if (schema.has("additionalProperties") && schema.path("additionalProperties").isObject()) {
            for (var key : List.of("outputTitle", "reasons", "kind", "contact")) {
                if (random.nextBoolean()) {
                    object.set(key, valid(schema.path("additionalProperties")));
                }
            }
        }
        var required = schema.path("required").toString();
        for (var member : schema.path("properties").properties()) {
            if (member.getKey().equals(wrong)) {
                if (random.nextInt(3) > 0) {
                    object.set(member.getKey(), odd());
                }
            } else if (required.contains("\"" + member.getKey() + "\"") || random.nextBoolean()) {
                object.set(member.getKey(), valid(member.getValue()));
            }
        }
        return object;
    }

    private JsonNode array(JsonNode schema) {
        var array = JSON.arrayNode();
        var most = Math.min(schema.path("maxItems").asInt(3), 3);
        var count = Math.max(schema.path("minItems").asInt(0), random.nextInt(most + 1));
        for (var i = 0; i < count; i++) {
            array.add(valid(schema.path("items")));
        }
        return array;
    }

    private String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray()
                ? type.get(random.nextInt(type.size())).asString()
                : type.asString("string");
    }

    private long whole(JsonNode schema) {
        var least = schema.path("minimum").asLong(0);
        var most = schema.path("maximum").asLong(1_000);
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + random.nextLong(Math.max(1, Math.min(most - least, 100)));
        };
    }

    private String text(JsonNode schema) {
        switch (schema.path("format").asString("")) {
            case "date" -> {
                return one(
                        List.of(
                                "2016-10-03",
                                "2030-02-28",
                                "2024-02-29",
                                "0001-01-01",
                                "9998-12-31"));
            }
            case "date-time" -> {
                return one(
                        List.of(
                                "2027-01-31T09:30:00Z",
                                "2016-10-03T09:30:00+01:00",
                                "9998-12-31T23:59:59.999999999Z"));
            }
            default -> {
                if (schema.has("examples")) {
                    return schema.path("examples").get(0).asString();
                }
            }
        }
        var least = schema.path("minLength").asInt(0);
        var most = Math.min(schema.path("maxLength").asInt(200), LONG);
        if (least == most) {
            return "0".repeat(least);
        }
        if (random.nextInt(8) == 0) {
            return "x".repeat(random.nextBoolean() ? most : Math.max(1, least));
        }
        var words = new ArrayList<String>();
        for (var i = 0; i <= random.nextInt(5); i++) {
            words.add(one(WORDS));
        }
        var text = String.join(" ", words);
        return text.length() > most ? "x".repeat(most) : text;
    }

    private JsonNode odd() {
        return switch (random.nextInt(14)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(-1);
            case 2 -> JSON.numberNode(Long.MAX_VALUE);
            case 3 -> JSON.numberNode(new BigDecimal("1e400"));
            case 4 -> JSON.booleanNode(true);
            case 5 -> JSON.stringNode("");
            case 6 -> JSON.stringNode("   ");
            case 7 -> JSON.stringNode("a\u0000b\u0007");
            case 8 -> JSON.stringNode("x".repeat(51_000));
            case 9 -> JSON.arrayNode().add(1).add(JSON.arrayNode());
            case 10 -> JSON.objectNode().put("$gt", "");
            case 11 -> JSON.stringNode("2016-02-30");
            case 12 -> JSON.stringNode("../../etc/passwd");
            default -> JSON.stringNode(one(WORDS));
        };
    }

    private String one(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
