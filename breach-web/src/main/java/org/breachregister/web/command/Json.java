package org.breachregister.web.command;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON on standard output.
final class Json {

    private static final JsonMapper COMPACT = JsonMapper.builder().build();
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /// A value on one line.
    static String line(Object value) {
        return COMPACT.writeValueAsString(value);
    }

    /// A value over several lines.
    static String text(Object value) {
        return INDENTED.writeValueAsString(value);
    }
}
