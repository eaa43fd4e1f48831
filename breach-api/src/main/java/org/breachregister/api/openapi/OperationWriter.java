package org.breachregister.api.openapi;

import org.breachregister.api.Operation;
import org.breachregister.api.answer.Listing;
import org.breachregister.api.change.Once;
import org.breachregister.api.change.Revision;
import org.breachregister.api.input.Asked;
import org.breachregister.api.input.Body;
import org.breachregister.api.input.BodyKinds;
import org.breachregister.api.input.Shape;
import org.breachregister.core.account.Actor;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Describes what one method answers: what its signature tells, and what stands in its annotation.
final class OperationWriter {

    private final AnswerSchemas schemas;

    OperationWriter(AnswerSchemas schemas) {
        this.schemas = schemas;
    }

    Map<String, Object> write(
            String path,
            RequestMethod verb,
            RequestMappingInfo mapping,
            HandlerMethod method,
            Operation operation) {
        var group = method.getBeanType().getSimpleName().replace("Endpoint", "");
        var written =
                Json.object(
                        "operationId",
                        group.toLowerCase(Locale.ROOT) + "." + method.getMethod().getName(),
                        "summary",
                        operation.value(),
                        "tags",
                        List.of(group));
        if (has(method, Actor.class)) {
            written.put("security", List.of(Json.object("token", List.of())));
        } else {
            written.put("security", List.of());
        }
        var parameters = parameters(method, operation);
        if (!parameters.isEmpty()) {
            written.put("parameters", parameters);
        }
        Json.add(written, "requestBody", body(method, operation));
        written.put("responses", responses(verb, mapping, method, operation));
        return written;
    }

    private static boolean has(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private static List<Object> parameters(HandlerMethod method, Operation operation) {
        var parameters = new ArrayList<Object>();
        for (var parameter : method.getMethodParameters()) {
            var type = parameter.getParameterType();
            if (parameter.hasParameterAnnotation(PathVariable.class)) {
                parameters.add(
                        Json.object(
                                "name",
                                parameter.getParameter().getName(),
                                "in",
                                "path",
                                "required",
                                true,
                                "schema",
                                inPath(type)));
            } else if (parameter.hasParameterAnnotation(Asked.class)) {
                query(parameters, type.asSubclass(Record.class));
            } else if (type == Revision.class) {
                parameters.add(
                        header(
                                "If-Match",
                                true,
                                "^\"[0-9]{1,18}\"$",
                                "The ETag of the representation that the change is based on."));
            } else if (type == Once.class) {
                parameters.add(
                        header(
                                "Idempotency-Key",
                                operation.needsKey(),
                                "^[!-~]{1,200}$",
                                "A text of your own: a second sending with it is answered like the first."));
            }
        }
        query(parameters, operation.parameters());
        return parameters;
    }

    private static Map<String, Object> inPath(Class<?> type) {
        if (type == BreachId.class) {
            return Json.object("type", "string", "pattern", "^BR-[0-9]{4}-[0-9]{4,9}$");
        }
        return Json.object("type", type == long.class ? "integer" : "string");
    }

    private static Map<String, Object> header(
            String name, boolean required, String pattern, String description) {
        return Json.object(
                "name",
                name,
                "in",
                "header",
                "required",
                required,
                "description",
                description,
                "schema",
                Json.object("type", "string", "pattern", pattern));
    }

    private static void query(List<Object> parameters, Class<? extends Record> type) {
        for (var member : Shape.members(type).values()) {
            var described =
                    Json.object(
                            "name",
                            member.name(),
                            "in",
                            "query",
                            "required",
                            member.needed(),
                            "schema",
                            RequestSchemas.of(member.shape()));
            if (member.shape() instanceof Shape.Several) {
                described.put("style", "form");
                described.put("explode", true);
            }
            parameters.add(described);
        }
    }

    private static @Nullable Object body(HandlerMethod method, Operation operation) {
        if (!operation.body().isEmpty()) {
            return Json.object(
                    "required",
                    true,
                    "content",
                    Json.object(
                            MediaType.MULTIPART_FORM_DATA_VALUE,
                            Json.object("schema", AnswerSchemas.reference(operation.body())),
                            MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            Json.object()));
        }
        return bodyType(method).map(OperationWriter::body).orElse(null);
    }

    private static Optional<Class<? extends Record>> bodyType(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(Body.class))
                .map(MethodParameter::getParameterType)
                .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
                .findFirst();
    }

    private static Object body(Class<? extends Record> type) {
        var kinds = BodyKinds.of(type);
        var content = Json.object();
        if (kinds.json()) {
            content.put(
                    MediaType.APPLICATION_JSON_VALUE,
                    Json.object("schema", RequestSchemas.of(type, false)));
        }
        if (kinds.form()) {
            content.put(
                    MediaType.MULTIPART_FORM_DATA_VALUE,
                    Json.object("schema", RequestSchemas.of(type, true)));
        }
        return Json.object("required", true, "content", content);
    }

    private Map<String, Object> responses(
            RequestMethod verb,
            RequestMappingInfo mapping,
            HandlerMethod method,
            Operation operation) {
        var answer = answer(method);
        var responses = new LinkedHashMap<String, Object>();
        var success =
                Json.object(
                        "description",
                        String.valueOf(HttpStatus.valueOf(operation.status()).getReasonPhrase()),
                        "content",
                        content(answer, mapping, operation));
        var tagged =
                answer instanceof Class<?> type
                        && type.isRecord()
                        && Arrays.stream(type.getRecordComponents())
                                .anyMatch(component -> component.getName().equals("revision"));
        var headers = Json.object();
        if (tagged) {
            headers.put("ETag", text());
        }
        if (operation.status() == 201) {
            headers.put("Location", text());
        }
        if (answer instanceof ParameterizedType) {
            headers.put("Link", text());
        }
        if (!headers.isEmpty()) {
            success.put("headers", headers);
        }
        responses.put(Integer.toString(operation.status()), success);
        if (tagged && verb == RequestMethod.GET) {
            responses.put("304", Json.object("description", "Not Modified"));
        }
        for (var status : problems(method, operation)) {
            responses.put(
                    Integer.toString(status),
                    Json.object("$ref", "#/components/responses/Problem"));
        }
        return responses;
    }

    private static Map<String, Object> text() {
        return Json.object("schema", Json.object("type", "string"));
    }

    /// The type within the method's answer.
    private static Type answer(HandlerMethod method) {
        var type = method.getMethod().getGenericReturnType();
        return type instanceof ParameterizedType generic
                        && generic.getRawType() == ResponseEntity.class
                ? generic.getActualTypeArguments()[0]
                : type;
    }

    private Map<String, Object> content(
            Type answer, RequestMappingInfo mapping, Operation operation) {
        if (operation.media().length > 0) {
            var files = Json.object();
            for (var media : operation.media()) {
                files.put(media, Json.object("schema", Json.object()));
            }
            return files;
        }
        if (answer == Resource.class) {
            return Json.object(
                    MediaType.APPLICATION_OCTET_STREAM_VALUE, Json.object("schema", Json.object()));
        }
        var schema =
                operation.schema().isEmpty()
                        ? schemas.of(answer)
                        : AnswerSchemas.reference(operation.schema());
        var content = Json.object(MediaType.APPLICATION_JSON_VALUE, Json.object("schema", schema));
        if (mapping.getProducesCondition()
                .getProducibleMediaTypes()
                .contains(MediaType.valueOf(Listing.CSV))) {
            content.put(Listing.CSV, Json.object("schema", Json.object("type", "string")));
        }
        return content;
    }

    private static TreeSet<Integer> problems(HandlerMethod method, Operation operation) {
        var problems = new TreeSet<Integer>(List.of(400, 406, 429));
        for (var status : operation.problems()) {
            problems.add(status);
        }
        var parameters = method.getMethodParameters();
        if (Arrays.stream(parameters)
                .anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class))) {
            problems.add(404);
        }
        if (has(method, Actor.class)) {
            problems.addAll(List.of(401, 403));
        }
        if (has(method, Revision.class)) {
            problems.addAll(List.of(404, 409, 412, 422, 428));
        }
        if (has(method, Once.class)) {
            problems.addAll(List.of(409, 422));
        }
        bodyType(method)
                .ifPresent(type -> {
                    problems.addAll(List.of(413, 415));
                    if (BodyKinds.of(type).form()) {
                        problems.addAll(List.of(408, 503));
                    }
                });
        return problems;
    }
}
