package org.breachregister.core.database;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Records as JSON text and back. Equal records give the same text: components in their order,
/// those that are null left out, a record of one component as that component (ids are plain
/// strings). A list that the text lacks is read as empty, so that a record may gain one.
final class JsonText {

    private static final JsonMapper MAPPER = mapper(false);
    private static final JsonMapper ASCII = mapper(true);

    private JsonText() {}

    static String of(Object record) {
        var text = MAPPER.writeValueAsString(record);
        // Half a surrogate pair can stand in a JSON escape, but not in UTF-8.
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                ? text
                : ASCII.writeValueAsString(record);
    }

    static <T> T read(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    private static JsonMapper mapper(boolean ascii) {
        return JsonMapper.builder()
                .configure(JsonWriteFeature.ESCAPE_NON_ASCII, ascii)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .withConfigOverride(
                        List.class,
                        list ->
                                list.setNullHandling(
                                        JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                .annotationIntrospector(
                        AnnotationIntrospector.pair(
                                new OneComponent(), new JacksonAnnotationIntrospector()))
                .build();
    }

    /// Writes a record of one component as that component.
    private static final class OneComponent extends NopAnnotationIntrospector {

        @Override
        public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated a) {
            return a instanceof AnnotatedMethod method
                            && isOneComponent(method.getDeclaringClass())
                            && method.getParameterCount() == 0
                            && method.getName()
                                    .equals(
                                            method.getDeclaringClass()
                                                    .getRecordComponents()[0]
                                                    .getName())
                    ? Boolean.TRUE
                    : null;
        }

        @Override
        public JsonCreator.@Nullable Mode findCreatorAnnotation(
                MapperConfig<?> config, Annotated a) {
            return a instanceof AnnotatedConstructor constructor
                            && isOneComponent(constructor.getDeclaringClass())
                    ? JsonCreator.Mode.DELEGATING
                    : null;
        }

        private static boolean isOneComponent(Class<?> type) {
            return type.isRecord() && type.getRecordComponents().length == 1;
        }
    }
}
