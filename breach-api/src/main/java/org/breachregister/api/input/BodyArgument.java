package org.breachregister.api.input;

import jakarta.servlet.http.HttpServletRequest;

import org.breachregister.api.ApiProblem;
import org.breachregister.api.ApiProblem.Fault;
import org.breachregister.api.ProblemType;
import org.breachregister.api.report.Submissions;
import org.breachregister.core.casework.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Takes the body of a request where a method has a parameter for it (see [Body]).
final class BodyArgument implements HandlerMethodArgumentResolver {

    private static final String UNKNOWN = MediaType.APPLICATION_OCTET_STREAM_VALUE;

    private final ObjectProvider<Submissions> forms;

    BodyArgument(ObjectProvider<Submissions> forms) {
        this.forms = forms;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Body.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory factory)
            throws IOException {
        var request = Requests.servlet(web);
        var type = parameter.getParameterType().asSubclass(Record.class);
        var kinds = BodyKinds.of(type);
        var media = mediaType(request);
        if (kinds.json() && media.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
            var content = JsonBody.bytes(request);
            Requests.keepDigest(request, content);
            return JsonBody.bind(content, type);
        }
        if (kinds.form() && media.equalsTypeAndSubtype(MediaType.MULTIPART_FORM_DATA)) {
            return form(request, type);
        }
        throw unsupported(kinds);
    }

    private Object form(HttpServletRequest request, Class<? extends Record> type) {
        var taking = forms.getObject();
        var sent = taking.takeSigned(request, form -> form);
        var file = sent.file();
        var document = file == null ? null : taking.document(file, UNKNOWN);
        Requests.keepDigest(request, canonical(sent.fields(), document));
        var members = Shape.members(type);
        var values = new LinkedHashMap<String, JsonNode>();
        sent.fields()
                .forEach((name, text) -> {
                    var member = members.get(name);
                    values.put(
                            name,
                            QueryString.node(
                                    member == null ? null : member.shape(), List.of(text)));
                });
        var binder =
                new Binder((name, message, accepted) -> Fault.at("/" + name, message, accepted));
        var record =
                binder.bind(type, values, document == null ? Map.of() : Map.of("file", document));
        if (record == null) {
            throw ApiProblem.of(ProblemType.INVALID_BODY, binder.faults());
        }
        return record;
    }

    /// What tells one form from another, whatever stands between its parts.
    private static byte[] canonical(Map<String, String> fields, @Nullable Document document) {
        return (new TreeMap<>(fields)
                        + (document == null
                                ? ""
                                : "\n" + document.fileName() + "\n" + document.sha256()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static MediaType mediaType(HttpServletRequest request) {
        var written = request.getContentType();
        try {
            return written == null
                    ? MediaType.APPLICATION_OCTET_STREAM
                    : MediaType.parseMediaType(written);
        } catch (InvalidMediaTypeException _) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    private static ApiProblem unsupported(BodyKinds kinds) {
        var accepted =
                kinds.json() && kinds.form()
                        ? "application/json, or multipart/form-data with a file"
                        : kinds.json() ? "application/json" : "multipart/form-data with a file";
        return new ApiProblem(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "The Content-Type of the body has to be " + accepted + ".");
    }
}
