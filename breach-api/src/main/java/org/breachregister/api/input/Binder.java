package org.breachregister.api.input;

import org.breachregister.api.ApiProblem.Fault;
import org.breachregister.core.account.AccountId;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.lang.reflect.InvocationTargetException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Makes a record of what was sent, value by value, and notes everything that is wrong with it.
final class Binder {

    private static final int MOST_FAULTS = 20;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]");
    private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\r]");
    private static final Pattern ANSWER_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);

    /// How a place is named in a fault.
    @FunctionalInterface
    interface Place {
        Fault fault(String name, String message, String accepted);
    }

    private final Place place;
    private final List<Fault> faults = new ArrayList<>();

    Binder(Place place) {
        this.place = place;
    }

    /// What was wrong so far.
    List<Fault> faults() {
        return faults.size() > MOST_FAULTS ? faults.subList(0, MOST_FAULTS) : faults;
    }

    /// The record, or null where something is wrong.
    ///
    /// @param sent what was sent, by names
    /// @param ready values that are there already
    <T extends Record> @Nullable T bind(
            Class<T> type, Map<String, JsonNode> sent, Map<String, Object> ready) {
        var members = Shape.members(type);
        for (var name : sent.keySet()) {
            var member = members.get(name);
            if (member == null || member.shape() instanceof Shape.File) {
                fault(
                        shortened(name),
                        "There is nothing of that name",
                        members.isEmpty()
                                ? "nothing"
                                : "one of " + String.join(", ", members.keySet()));
            }
        }
        var values = new ArrayList<@Nullable Object>();
        for (var member : members.values()) {
            values.add(
                    ready.containsKey(member.name())
                            ? ready.get(member.name())
                            : value(member, sent.get(member.name())));
        }
        return faults.isEmpty() ? made(type, values) : null;
    }

    private @Nullable Object value(Shape.Member member, @Nullable JsonNode node) {
        if (node == null) {
            return member.needed()
                    ? fault(member.name(), "It is missing", Words.accepted(member.shape()))
                    : null;
        }
        return node.isNull() && member.nullable()
                ? null
                : value(member.shape(), node, member.name());
    }

    private @Nullable Object value(Shape shape, JsonNode node, String name) {
        return switch (shape) {
            case Shape.Text text -> text(text, node, name);
            case Shape.Whole whole -> whole(whole, node, name);
            case Shape.Flag _ ->
                    node.isBoolean() ? (Object) node.booleanValue() : wrong(shape, name);
            case Shape.Day _ ->
                    node.isString() ? day(node.stringValue(), name) : wrong(shape, name);
            case Shape.Moment _ ->
                    node.isString() ? moment(node.stringValue(), name) : wrong(shape, name);
            case Shape.Word(var words) ->
                    node.isString() && words.containsKey(node.stringValue())
                            ? words.get(node.stringValue())
                            : wrong(shape, name);
            case Shape.Id(var type, var pattern, _) ->
                    node.isString()
                                    && node.stringValue().length() <= 100
                                    && Pattern.matches(pattern, node.stringValue())
                            ? id(type, node.stringValue())
                            : wrong(shape, name);
            case Shape.Several several -> several(several, node, name);
            case Shape.Answers answers -> answers(answers, node, name);
            case Shape.File _ -> wrong(shape, name);
        };
    }

    private @Nullable Object text(Shape.Text text, JsonNode node, String name) {
        if (!node.isString()) {
            return wrong(text, name);
        }
        var value = node.stringValue();
        var length = value.codePointCount(0, value.length());
        if (length > text.most() || length < text.least() || text.least() > 0 && value.isBlank()) {
            return wrong(text, name);
        }
        if (CONTROL.matcher(value).find()
                || !text.lines() && BREAKS.matcher(value).find()
                || hasLoneSurrogate(value)) {
            return fault(
                    name,
                    "It contains control characters, or characters that are none",
                    Words.accepted(text));
        }
        return value;
    }

    private static boolean hasLoneSurrogate(String value) {
        return value.codePoints()
                .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private @Nullable Object whole(Shape.Whole whole, JsonNode node, String name) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            return wrong(whole, name);
        }
        var value = node.longValue();
        return value < whole.least() || value > whole.most() ? wrong(whole, name) : value;
    }

    private @Nullable Object day(String written, String name) {
        try {
            var day = LocalDate.parse(written, DAY);
            return inReach(day.getYear()) ? day : wrong(new Shape.Day(), name);
        } catch (DateTimeException _) {
            return wrong(new Shape.Day(), name);
        }
    }

    private @Nullable Object moment(String written, String name) {
        try {
            var moment = OffsetDateTime.parse(written);
            return inReach(moment.getYear()) ? moment.toInstant() : wrong(new Shape.Moment(), name);
        } catch (DateTimeException _) {
            return wrong(new Shape.Moment(), name);
        }
    }

    private static boolean inReach(int year) {
        return year >= 1 && year < 9999;
    }

    private static Object id(Class<?> type, String value) {
        return type == BreachId.class ? new BreachId(value) : new ProducerId(value);
    }

    private @Nullable Object several(Shape.Several several, JsonNode node, String name) {
        if (!node.isArray() || node.size() > several.most() || node.size() < several.least()) {
            return wrong(several, name);
        }
        var values = new ArrayList<Object>();
        for (var i = 0; i < node.size(); i++) {
            var value = value(several.each(), node.get(i), name + "/" + i);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private @Nullable Object answers(Shape.Answers shape, JsonNode node, String name) {
        if (!node.isObject() || node.size() > Shape.MOST_ANSWERS) {
            return wrong(shape, name);
        }
        var line = new Shape.Text(0, Shape.LONGEST_ANSWER, true);
        var lines = new Shape.Several(line, 0, Bounds.USUAL_LIST);
        var answers = new LinkedHashMap<String, List<String>>();
        for (var entry : node.properties()) {
            var at = name + "/" + shortened(entry.getKey());
            if (!ANSWER_NAME.matcher(entry.getKey()).matches()) {
                fault(at, "There is no such answer", "the key of a field of the form");
            } else if (several(lines, entry.getValue(), at) instanceof List<?> values) {
                answers.put(entry.getKey(), values.stream().map(Object::toString).toList());
            }
        }
        return answers;
    }

    private @Nullable Object wrong(Shape shape, String name) {
        return fault(name, "It is not as it should be", Words.accepted(shape));
    }

    private @Nullable Object fault(String name, String message, String accepted) {
        faults.add(place.fault(name, message, accepted));
        return null;
    }

    private static String shortened(String text) {
        var shown = text.length() <= 100 ? text : text.substring(0, 100) + "…";
        return shown.codePoints()
                .map(c ->
                        Character.isISOControl(c) || hasLoneSurrogate(Character.toString(c))
                                ? 0xFFFD
                                : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static <T extends Record> T made(Class<T> type, List<@Nullable Object> values) {
        var components = type.getRecordComponents();
        var types = new Class<?>[components.length];
        var arguments = new ArrayList<@Nullable Object>();
        for (var i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            arguments.add(converted(values.get(i), types[i]));
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments.toArray());
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("A request cannot be made", e);
        }
    }

    private static @Nullable Object converted(@Nullable Object value, Class<?> type) {
        if (value instanceof Long number) {
            if (type == int.class || type == Integer.class) {
                return number.intValue();
            }
            if (type == AccountId.class) {
                return new AccountId(number);
            }
        }
        return value;
    }
}
