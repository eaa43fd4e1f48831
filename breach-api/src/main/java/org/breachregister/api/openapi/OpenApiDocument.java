package org.breachregister.api.openapi;

import org.breachregister.api.Operation;
import org.breachregister.api.ProblemType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Writes the description of the interface from the methods that answer.
final class OpenApiDocument {

    static final String VERSION = "3.1.1";

    private static final String ROOT = "/api/v1/";

    private final Map<String, Object> schemas = NamedSchemas.all();
    private final OperationWriter operations = new OperationWriter(new AnswerSchemas(schemas));

    /// The document.
    ///
    /// @param methods what answers what
    Map<String, Object> write(Map<RequestMappingInfo, HandlerMethod> methods) {
        var paths = new TreeMap<String, Map<String, Object>>();
        methods.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(entry -> {
                    for (var path : entry.getKey().getPatternValues()) {
                        if (path.startsWith(ROOT)) {
                            var item = paths.computeIfAbsent(path, _ -> Json.object());
                            add(item, path, entry.getKey(), entry.getValue());
                        }
                    }
                });
        var sorted = new TreeMap<>(schemas);
        return Json.object(
                "openapi",
                VERSION,
                "info",
                Json.object(
                        "title",
                        "Breach Register",
                        "version",
                        "1",
                        "description",
                        "Published breaches of the Code of Practice for Statistics, and the work on cases behind them.",
                        "license",
                        Json.object("name", "MIT", "identifier", "MIT")),
                "servers",
                List.of(Json.object("url", "/")),
                "paths",
                paths,
                "components",
                Json.object(
                        "schemas",
                        sorted,
                        "responses",
                        Json.object("Problem", problem()),
                        "securitySchemes",
                        Json.object(
                                "token",
                                Json.object(
                                        "type",
                                        "http",
                                        "scheme",
                                        "bearer",
                                        "description",
                                        "A token of your account."))));
    }

    private void add(
            Map<String, Object> item,
            String path,
            RequestMappingInfo mapping,
            HandlerMethod method) {
        var operation = method.getMethodAnnotation(Operation.class);
        if (operation == null) {
            throw new IllegalStateException(
                    "%s says nothing for the description of the interface".formatted(method));
        }
        var verbs = mapping.getMethodsCondition().getMethods();
        for (var verb : verbs.isEmpty() ? List.of(RequestMethod.GET) : verbs) {
            var before =
                    item.put(
                            verb.name().toLowerCase(Locale.ROOT),
                            operations.write(path, verb, mapping, method, operation));
            if (Objects.nonNull(before)) {
                throw new IllegalStateException("Two methods answer %s %s".formatted(verb, path));
            }
        }
    }

    private static Map<String, Object> problem() {
        return Json.object(
                "description",
                "A problem (RFC 9457). Its type is one of the addresses under " + ProblemType.PATH,
                "content",
                Json.object(
                        "application/problem+json",
                        Json.object("schema", AnswerSchemas.reference("Problem"))));
    }
}
