package org.breachregister.web.api;

import org.breachregister.web.Uploads;
import org.breachregister.web.api.Described.Operation;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Makes requests from the description of an operation: right in every part, or wrong in one or
/// more of them.
final class RandomRequests {

    private static final List<String> ODD_TYPES =
            List.of(
                    "text/plain",
                    "application/x-www-form-urlencoded",
                    "application/xml",
                    "nonsense");
    private static final List<String> ODD_ACCEPTS =
            List.of("application/xml", "text/csv", "application/json", "*/*", "text/html;q=0.1");
    private static final List<String> ODD_TAGS =
            List.of(
                    "\"1\"",
                    "\"0\"",
                    "\"999999\"",
                    "W/\"1\"",
                    "*",
                    "1",
                    "\"1\", \"2\"",
                    "\"x\"",
                    "\"");

    /// What there is on the server.
    record Known(
            List<String> cases,
            List<String> drafts,
            List<String> documents,
            List<String> commitments,
            List<String> registers,
            List<String> accounts) {}

    /// A request.
    record Request(String path, byte[] body, List<String> headers) {}

    private final RandomGenerator random;
    private final RandomValues values;
    private final Known known;

    RandomRequests(RandomGenerator random, Known known) {
        this.random = random;
        this.values = new RandomValues(random);
        this.known = known;
    }

    Request of(Operation operation, Program program) {
        var right = random.nextInt(10) < 5;
        var path = operation.path();
        var query = new ArrayList<String>();
        var headers = new ArrayList<String>();
        JsonNode match = null;
        for (var parameter : operation.description().path("parameters")) {
            var name = parameter.path("name").asString();
            switch (parameter.path("in").asString()) {
                case "path" ->
                        path =
                                path.replace(
                                        "{" + name + "}", encoded(inPath(operation, name, right)));
                case "query" -> query(query, parameter, right);
                default -> {
                    if (name.equals("If-Match")) {
                        match = parameter;
                    } else if (right || random.nextInt(4) > 0) {
                        headers.add(name);
                        headers.add(
                                right
                                        ? Program.key()
                                        : one(
                                                List.of(
                                                        "k",
                                                        "k",
                                                        "ä",
                                                        "a b",
                                                        "k".repeat(201),
                                                        Program.key())));
                    }
                }
            }
        }
        if (match != null && (right || random.nextInt(4) > 0)) {
            headers.add("If-Match");
            headers.add(right ? tag(program, path) : one(ODD_TAGS));
        }
        if (!right && random.nextInt(4) == 0) {
            query.add(encoded(one(List.of("colour", "limit[]", "a\u0000b", "é"))) + "=1");
        }
        if (!right && random.nextInt(4) == 0) {
            headers.add("Accept");
            headers.add(one(ODD_ACCEPTS));
        }
        var body = body(operation, headers, right);
        return new Request(
                query.isEmpty() ? path : path + "?" + String.join("&", query),
                body,
                headers.stream().map(value -> value.replaceAll("[^\\x20-\\x7e]", "?")).toList());
    }

    /// The tag that holds, where the caller may know it.
    private String tag(Program program, String path) {
        var parts = path.split("/");
        if (parts.length < 5 || path.contains("commitments/")) {
            return one(List.of("\"1\"", "\"2\"", "\"3\""));
        }
        var tag = program.get(String.join("/", List.of(parts).subList(0, 5))).header("ETag");
        return tag.isEmpty() ? "\"1\"" : tag;
    }

    private String inPath(Operation operation, String name, boolean right) {
        if (!right && random.nextInt(3) == 0) {
            return one(
                    List.of(
                            "BR-2016-0001",
                            "BR-9999-999999999",
                            "0",
                            "-1",
                            "9".repeat(30),
                            "nonsense",
                            "%",
                            "é",
                            "a b",
                            "AAAAAAAAAAAAAAAAAAAAAA",
                            "x".repeat(500),
                            "' or 1=1 --"));
        }
        return switch (name) {
            case "id" ->
                    operation.path().contains("/drafts")
                            ? one(known.drafts())
                            : operation.path().contains("/breaches")
                                    ? "BR-2016-0001"
                                    : one(known.cases());
            case "other" -> one(known.cases());
            case "field" ->
                    one(List.of("kind", "producers", "reportDate", "outputTitle", "references"));
            case "number" ->
                    operation.path().contains("/documents")
                            ? one(known.documents())
                            : one(known.commitments());
            case "name" -> one(known.registers());
            default -> "x";
        };
    }

    private void query(List<String> query, JsonNode parameter, boolean right) {
        var needed = parameter.path("required").asBoolean();
        if (right ? !needed && random.nextInt(3) > 0 : random.nextInt(2) == 0) {
            return;
        }
        var name = parameter.path("name").asString();
        var schema = parameter.path("schema");
        if (right && name.equals("assignee")) {
            query.add("assignee=" + one(known.accounts()));
            return;
        }
        var times = right ? 1 : 1 + random.nextInt(2);
        for (var i = 0; i < times; i++) {
            var value = right ? values.valid(schema) : values.any(schema);
            for (var each : value.isArray() ? value : List.of(value)) {
                var written = each.asString("");
                // A longer address is refused before anything looks at what it asks for.
                query.add(
                        encoded(name)
                                + "="
                                + encoded(written.substring(0, Math.min(600, written.length()))));
            }
        }
    }

    private byte[] body(Operation operation, List<String> headers, boolean right) {
        var content = operation.description().path("requestBody").path("content");
        if (content.isEmpty()) {
            if (!right && random.nextInt(5) == 0) {
                headers.addAll(List.of("Content-Type", "application/json"));
                return bytes("{}");
            }
            return new byte[0];
        }
        if (!right && random.nextInt(6) == 0) {
            headers.addAll(List.of("Content-Type", one(ODD_TYPES)));
            return bytes("text=1&reason=2");
        }
        var types = content.propertyNames().stream().toList();
        var type = one(types);
        var schema = content.path(type).path("schema");
        return switch (type) {
            case "multipart/form-data" -> form(schema, headers, right);
            case "application/json" -> {
                headers.addAll(
                        List.of(
                                "Content-Type",
                                right || random.nextInt(3) > 0
                                        ? "application/json"
                                        : "application/json; charset=utf-16"));
                yield json(schema, right);
            }
            default -> {
                headers.addAll(List.of("Content-Type", type));
                yield bytes("Not a report " + random.nextInt());
            }
        };
    }

    private byte[] json(JsonNode schema, boolean right) {
        if (right) {
            return bytes(values.valid(schema).toString());
        }
        return switch (random.nextInt(8)) {
            case 0 -> bytes("");
            case 1 -> bytes("{");
            case 2 -> bytes("[]");
            case 3 -> bytes("{\"text\":1,\"text\":2}");
            case 4 -> bytes(values.valid(schema) + "}");
            case 5 -> new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'};
            case 6 ->
                    random.nextInt(4) == 0
                            ? bytes("{\"text\":\"" + "x".repeat(300_000) + "\"}")
                            : bytes("[".repeat(3_000));
            default -> bytes(values.wrong(schema).toString());
        };
    }

    private byte[] form(JsonNode schema, List<String> headers, boolean right) {
        headers.addAll(List.of("Content-Type", Uploads.formType()));
        var parts = new ArrayList<Uploads.Part>();
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            if (!right && random.nextInt(3) == 0) {
                continue;
            }
            if (member.getValue().has("contentMediaType")) {
                var name = one(List.of("notes.txt", "a/../b.md", "é\u202e.pdf", "x".repeat(300)));
                parts.add(Uploads.Part.file(name, bytes("Some words " + random.nextInt())));
                continue;
            }
            var value =
                    member.getKey().equals("body") && right
                            ? JsonNodeFactory.instance.stringNode(Team.BODY.value())
                            : right
                                    ? values.valid(member.getValue())
                                    : values.any(member.getValue());
            parts.add(Program.text(member.getKey(), value.asString("")));
        }
        if (!right && random.nextInt(3) == 0) {
            parts.add(Program.text("state", "published"));
        }
        var whole = Uploads.form(parts);
        return !right && random.nextInt(5) == 0 ? Arrays.copyOf(whole, whole.length / 2) : whole;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(@Nullable String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    private <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
