package org.breachregister.api.input;

import jakarta.servlet.http.HttpServletRequest;

import org.breachregister.api.ApiProblem;
import org.breachregister.api.ApiProblem.Fault;
import org.breachregister.api.ProblemType;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads the JSON of a request: one object in UTF-8, no name twice, nothing after it, not too large
/// and not too deep.
final class JsonBody {

    /// The most bytes of a body.
    static final int MOST_BYTES = 256 * 1024;

    private static final int DEEPEST = 20;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxNumberLength(50)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build();

    private JsonBody() {}

    /// The bytes of a body, if they are not too many.
    static byte[] bytes(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw tooLarge();
        }
        var content = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES) {
            throw tooLarge();
        }
        return content;
    }

    private static ApiProblem tooLarge() {
        return new ApiProblem(
                ProblemType.TOO_LARGE,
                "The body is larger than %d KB.".formatted(MOST_BYTES / 1024));
    }

    /// The record that a body makes.
    static <T extends Record> T bind(byte[] content, Class<T> type) {
        var binder =
                new Binder((name, message, accepted) ->
                        Fault.at("/" + name.replace("~", "~0"), message, accepted));
        var record = binder.bind(type, members(content), Map.of());
        if (record == null) {
            throw ApiProblem.of(ProblemType.INVALID_BODY, binder.faults());
        }
        return record;
    }

    private static Map<String, JsonNode> members(byte[] content) {
        JsonNode tree;
        try {
            tree = JSON.readTree(text(content));
        } catch (JacksonException e) {
            var location = e.getLocation();
            throw malformed(
                    location == null
                            ? "The body is not JSON, or has a name twice."
                            : "The body is not JSON, or has a name twice: see line %d, column %d."
                                    .formatted(location.getLineNr(), location.getColumnNr()));
        }
        if (!tree.isObject()) {
            throw malformed("The body is not a JSON object.");
        }
        var members = new LinkedHashMap<String, JsonNode>();
        tree.properties().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
        return members;
    }

    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException _) {
            throw malformed("The body is not UTF-8.");
        }
    }

    private static ApiProblem malformed(String sentence) {
        return new ApiProblem(ProblemType.MALFORMED, sentence);
    }
}
