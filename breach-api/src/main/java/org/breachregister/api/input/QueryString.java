package org.breachregister.api.input;

import jakarta.servlet.http.HttpServletRequest;

import org.breachregister.api.ApiProblem;
import org.breachregister.api.ApiProblem.Fault;
import org.breachregister.api.ProblemType;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The parameters of an address. Read from the address alone, so that a body cannot add to them.
final class QueryString {

    private static final int MOST = 100;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    private QueryString() {}

    /// The values by name, in the order given.
    static Map<String, List<String>> of(HttpServletRequest request) {
        var values = new LinkedHashMap<String, List<String>>();
        var query = request.getQueryString();
        if (query == null || query.isEmpty()) {
            return values;
        }
        var pairs = query.split("&", MOST + 1);
        if (pairs.length > MOST) {
            throw new ApiProblem(ProblemType.MALFORMED, "The address has too many parameters.");
        }
        for (var pair : pairs) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
        return values;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new ApiProblem(
                    ProblemType.MALFORMED,
                    "The address has a % that no two hexadecimal digits follow.");
        }
    }

    /// The record that the parameters make.
    static <T extends Record> T bind(HttpServletRequest request, Class<T> type) {
        var faults = new ArrayList<Fault>();
        var members = Shape.members(type);
        var sent = new LinkedHashMap<String, JsonNode>();
        of(request)
                .forEach((name, values) -> {
                    var member = members.get(name);
                    var several = member != null && member.shape() instanceof Shape.Several;
                    if (values.size() > 1 && !several) {
                        faults.add(
                                Fault.in(
                                        name,
                                        "It is given %d times".formatted(values.size()),
                                        "one value"));
                    }
                    sent.put(name, node(member == null ? null : member.shape(), values));
                });
        var binder =
                new Binder((name, message, accepted) ->
                        Fault.in(name.replaceFirst("/\\d+$", ""), message, accepted));
        var record = binder.bind(type, sent, Map.of());
        faults.addAll(binder.faults());
        if (record == null || !faults.isEmpty()) {
            throw ApiProblem.of(ProblemType.INVALID_PARAMETER, faults);
        }
        return record;
    }

    /// Values as they would stand in JSON.
    static JsonNode node(@Nullable Shape shape, List<String> values) {
        var json = JsonNodeFactory.instance;
        if (shape instanceof Shape.Several(var each, _, _)) {
            var array = json.arrayNode();
            values.forEach(value -> array.add(node(each, List.of(value))));
            return array;
        }
        var value = values.getFirst();
        return switch (shape) {
            case Shape.Whole _ when NUMBER.matcher(value).matches() ->
                    json.numberNode(Long.parseLong(value));
            case Shape.Flag _ when value.equals("true") -> json.booleanNode(true);
            case Shape.Flag _ when value.equals("false") -> json.booleanNode(false);
            case null, default -> json.stringNode(value);
        };
    }
}
