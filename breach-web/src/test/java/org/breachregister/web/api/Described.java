package org.breachregister.web.api;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The description of the interface as the server gives it out, to hold answers against. An answer
/// with a member that is not described is wrong too, although programs should take it.
final class Described {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode document;
    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final JsonNode definitions;

    Described(String document) {
        this.document = JSON.readTree(document);
        this.definitions = strict(this.document.path("components").path("schemas").deepCopy());
    }

    /// An operation.
    ///
    /// @param path the path with its variables in braces
    record Operation(String path, String verb, JsonNode description) {

        String name() {
            return description.path("operationId").asString("");
        }

        JsonNode response(int status) {
            return description.path("responses").path(Integer.toString(status));
        }

        boolean needsToken() {
            return !description.path("security").isEmpty();
        }
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        for (var path : document.path("paths").properties()) {
            for (var verb : path.getValue().properties()) {
                operations.add(new Operation(path.getKey(), verb.getKey(), verb.getValue()));
            }
        }
        return operations;
    }

    /// What is wrong with an answer; empty where it is as described.
    String fault(Operation operation, int status, String type, String body) {
        var response = operation.response(status);
        if (response.isMissingNode()) {
            return "the status %d is not described".formatted(status);
        }
        if (response.has("$ref")) {
            response = document.at(response.path("$ref").asString().substring(1));
        }
        var content = response.path("content");
        if (content.isMissingNode()) {
            return body.isEmpty() ? "" : "a body is not described for " + status;
        }
        var plain = type.replaceFirst("\\s*;.*", "");
        var described = content.path(plain);
        if (described.isMissingNode()) {
            return "the type '%s' is not described for %d".formatted(type, status);
        }
        if (!plain.endsWith("json")) {
            return "";
        }
        var errors = errors(described.path("schema"), JSON.readTree(body));
        return errors.isEmpty() ? "" : errors.toString();
    }

    /// Where a value is not as a schema of the document wants it.
    List<String> errors(JsonNode schema, JsonNode value) {
        var compiled =
                schemas.computeIfAbsent(
                        schema.toString(),
                        _ -> {
                            var root =
                                    schema.isObject()
                                            ? ((ObjectNode) schema).deepCopy()
                                            : JsonNodeFactory.instance.objectNode();
                            root.set("$defs", definitions);

                            return registry.getSchema(
                                    JSON.readTree(
                                            root.toString()
                                                    .replace("#/components/schemas/", "#/$defs/")));
                        });
        return compiled
                .validate(
                        value,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .limit(5)
                .toList();
    }

    private static JsonNode strict(JsonNode definitions) {
        for (var named : definitions.properties()) {
            if (!named.getKey().equals("ReadingMembers")
                    && !named.getKey().equals("OpenApi")
                    && named.getValue() instanceof ObjectNode schema
                    && schema.has("properties")) {
                schema.put("unevaluatedProperties", false);
            }
        }
        return definitions;
    }
}
