package org.breachregister.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.breachregister.api.ProblemType;
import org.breachregister.web.RunningServer;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// The description of the interface is a valid document, and tells what the server answers.
class OpenApiIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningServer server = RunningServer.get();
    private final Described described = new Described(server.get("/api/v1/openapi.json").body());

    @Test
    void isAValidDocumentOfOpenApi31() throws IOException {
        try (var schema = getClass().getResourceAsStream("/openapi/oas-3.1-schema.json")) {
            var metaSchema =
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(JSON.readTree(schema));

            assertThat(described.document().path("openapi").asString()).startsWith("3.1.");
            assertThat(metaSchema.validate(described.document())).isEmpty();
        }
    }

    @Test
    void holdsValidSchemasOnly() {
        var metaSchema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                JSON.readTree(
                                        "{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}"));
        var schemas = new ArrayList<JsonNode>();
        described.document().path("components").path("schemas").forEach(schemas::add);
        described.document().findValues("schema").forEach(schemas::add);

        assertThat(schemas).hasSizeGreaterThan(100);
        for (var schema : schemas) {
            assertThat(metaSchema.validate(schema)).as(schema.toString()).isEmpty();
        }
    }

    @Test
    void refersToNothingThatIsMissing() {
        for (var reference : described.document().findValuesAsString("$ref")) {
            assertThat(described.document().at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void describesEveryMappingAndNothingElse() {
        var mapped = new HashSet<String>();
        server.part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> {
                    for (var path : mapping.getPatternValues()) {
                        if (path.startsWith("/api/")) {
                            mapping.getMethodsCondition()
                                    .getMethods()
                                    .forEach(verb ->
                                            mapped.add(
                                                    verb.name().toLowerCase(Locale.ROOT)
                                                            + " "
                                                            + path));
                        }
                    }
                });
        var told =
                described.operations().stream()
                        .map(operation -> operation.verb() + " " + operation.path())
                        .toList();

        assertThat(told).containsExactlyInAnyOrderElementsOf(mapped).hasSizeGreaterThan(50);
        assertThat(described.operations().stream().map(Described.Operation::name))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+\\.[A-Za-z]+"));
    }

    @Test
    void describesEveryVariableOfEveryPath() {
        for (var operation : described.operations()) {
            var variables =
                    Arrays.stream(operation.path().split("/"))
                            .filter(part -> part.startsWith("{"))
                            .map(part -> part.substring(1, part.length() - 1))
                            .toList();
            var told = new ArrayList<String>();
            for (var parameter : operation.description().path("parameters")) {
                if (parameter.path("in").asString().equals("path")) {
                    told.add(parameter.path("name").asString());
                }
            }
            assertThat(told).as(operation.path()).isEqualTo(variables);
        }
    }

    @Test
    void demandsARevisionForEveryChange() {
        var without = List.of("reports.receive", "drafts.begin", "drafts.check");
        for (var operation : described.operations()) {
            if (!operation.verb().equals("get") && !without.contains(operation.name())) {
                assertThat(operation.description().path("parameters").findValuesAsString("name"))
                        .as(operation.name())
                        .contains("If-Match");
            }
        }
    }

    @Test
    void isGivenToAnybodyWithoutChangingFromOneTimeToTheNext() {
        var first = server.get("/api/v1/openapi.json");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).isEqualTo(server.get("/api/v1/openapi.json").body());
    }

    @Test
    void everyKindOfProblemIsExplained() throws IOException {
        var explained = Files.readString(Path.of("../docs/api.md"));

        for (var type : ProblemType.values()) {
            assertThat(explained).contains("`" + type.code() + "`");
        }
    }
}
