package org.breachregister.core.intake;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;

/// Reads JSON Lines: one object on each line, told apart from a line that is none.
final class JsonLinesReader {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonLinesReader() {}

    /// An object of a line, by name of member.
    static final class Member {

        private final JsonNode node;

        private Member(JsonNode node) {
            this.node = node;
        }

        /// The text of a member, or null where it is missing, null, or blank.
        @Nullable String text(String name) {
            return text(node.get(name));
        }

        private static @Nullable String text(@Nullable JsonNode value) {
            if (value == null || value.isNull() || value.isContainer()) {
                return null;
            }
            var text = value.asString();
            return text.isBlank() ? null : text;
        }

        /// The texts of a member that is a list, or a text of its own.
        List<String> texts(String name) {
            var value = node.get(name);
            var texts = new ArrayList<String>();
            if (value != null && value.isArray()) {
                for (var one : value) {
                    var text = text(one);
                    if (text != null) {
                        texts.add(text);
                    }
                }
            } else {
                var text = text(value);
                if (text != null) {
                    texts.add(text);
                }
            }
            return texts;
        }

        /// The objects of a member that is a list.
        List<Member> members(String name) {
            var value = node.get(name);
            var members = new ArrayList<Member>();
            if (value != null && value.isArray()) {
                for (var one : value) {
                    members.add(new Member(one));
                }
            }
            return members;
        }

        /// The object that a member is, empty where it is none.
        Member member(String name) {
            var value = node.get(name);
            return new Member(
                    value != null && value.isObject() ? value : MAPPER.createObjectNode());
        }

        /// The names of the members.
        List<String> names() {
            return List.copyOf(node.propertyNames());
        }
    }

    /// The object on a line.
    ///
    /// @throws NotAnObject where the line is none, with what is wrong
    static Member read(String line) {
        try {
            var node = MAPPER.readTree(line);
            if (node == null || !node.isObject()) {
                throw new NotAnObject(
                        "It is not a JSON object; a record looks like {\"id\": \"...\", \"producer\": \"...\"}");
            }
            return new Member(node);
        } catch (JacksonException e) {
            throw new NotAnObject("It is not JSON: " + e.getOriginalMessage());
        }
    }

    /// A line that holds no JSON object.
    static final class NotAnObject extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotAnObject(String message) {
            super(message);
        }
    }
}
