package org.breachregister.api.input;

import org.breachregister.core.account.AccountId;
import org.breachregister.core.casework.Document;
import org.breachregister.core.producer.ProducerId;
import org.breachregister.core.publication.BreachId;
import org.jspecify.annotations.Nullable;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a value of a request looks like. Values are checked by it, and the description of the
/// interface is written from it, so that the two cannot differ.
public sealed interface Shape {

    /// A text without control characters that is not blank.
    record Text(long least, long most, boolean lines) implements Shape {}

    /// A whole number.
    record Whole(long least, long most) implements Shape {}

    /// Yes or no.
    record Flag() implements Shape {}

    /// A day.
    record Day() implements Shape {}

    /// A moment.
    record Moment() implements Shape {}

    /// One of a few words.
    ///
    /// @param values the values by their words
    record Word(Map<String, Object> values) implements Shape {}

    /// An identifier.
    ///
    /// @param pattern what it looks like (ECMA 262)
    /// @param example one
    record Id(Class<?> type, String pattern, String example) implements Shape {}

    /// Several values.
    record Several(Shape each, long least, long most) implements Shape {}

    /// Lists of texts by words that are not known beforehand.
    record Answers() implements Shape {}

    /// A file.
    record File() implements Shape {}

    /// The most lists of [Answers], the most texts in one and the longest of them.
    int MOST_ANSWERS = 60;

    int LONGEST_ANSWER = 50_000;

    /// A component of a record.
    ///
    /// @param needed whether it has to be there
    /// @param nullable whether it may be null
    record Member(String name, Shape shape, boolean needed, boolean nullable) {}

    /// The components of a record.
    static Map<String, Member> members(Class<? extends Record> type) {
        var members = new LinkedHashMap<String, Member>();
        for (var component : type.getRecordComponents()) {
            var annotated = component.getAnnotatedType();
            var nullable = annotated.isAnnotationPresent(Nullable.class);
            var needed = !nullable || component.isAnnotationPresent(Given.class);
            members.put(
                    component.getName(),
                    new Member(
                            component.getName(),
                            of(annotated, component.getAnnotation(Bounds.class), component),
                            needed,
                            nullable));
        }
        return members;
    }

    private static Shape of(
            AnnotatedType annotated, @Nullable Bounds bounds, RecordComponent component) {
        var type = annotated.getType();
        if (annotated instanceof AnnotatedParameterizedType generic) {
            var raw = component.getType();
            if (raw == List.class) {
                return new Several(
                        of(generic.getAnnotatedActualTypeArguments()[0], null, component),
                        bounds == null ? 0 : bounds.least(),
                        bounds == null ? Bounds.USUAL_LIST : bounds.most());
            }
            if (raw == Map.class) {
                return new Answers();
            }
        }
        if (type == String.class) {
            return bounds == null
                    ? new Text(1, Bounds.USUAL_TEXT, false)
                    : new Text(bounds.least(), bounds.most(), bounds.lines());
        }
        if (type == long.class || type == int.class || type == Integer.class) {
            return bounds == null
                    ? new Whole(1, Integer.MAX_VALUE)
                    : new Whole(bounds.least(), bounds.most());
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Flag();
        }
        return named((Class<?>) type);
    }

    private static Shape named(Class<?> type) {
        if (type == LocalDate.class) {
            return new Day();
        }
        if (type == Instant.class) {
            return new Moment();
        }
        if (type == BreachId.class) {
            return new Id(type, "^BR-[0-9]{4}-[0-9]{4,9}$", "BR-2016-0001");
        }
        if (type == ProducerId.class) {
            return new Id(type, "^[a-z0-9]+(-[a-z0-9]+)*$", "ministry-of-justice");
        }
        if (type == AccountId.class) {
            return new Whole(1, Long.MAX_VALUE);
        }
        if (type == Document.class) {
            return new File();
        }
        if (type.isEnum()) {
            return new Word(words(type));
        }
        throw new IllegalArgumentException("No request has a value of " + type);
    }

    /// The constants of an enumeration by their words.
    static Map<String, Object> words(Class<?> enumeration) {
        var words = new LinkedHashMap<String, Object>();
        Arrays.stream(enumeration.getEnumConstants())
                .forEach(constant -> words.put(word(enumeration, constant), constant));
        return words;
    }

    private static String word(Class<?> enumeration, Object constant) {
        try {
            var key = enumeration.getMethod("key");
            key.setAccessible(true);
            return key.invoke(constant).toString();
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(enumeration + " has no words", e);
        }
    }
}
