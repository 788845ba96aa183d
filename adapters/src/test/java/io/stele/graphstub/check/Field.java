package io.stele.graphstub.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value in a request, and where it stands.
 *
 * @param path as Meta writes it, such as {@code interactive['action']['buttons'][0]}; empty for the request itself
 * @param files what the sending number has uploaded
 */
record Field(String path, @Nullable Object value, Files files) {

    /** The uploaded files by id. */
    @FunctionalInterface
    interface Files {
        /** The file's media type, or null when the number has no such file. */
        @Nullable String mediaType(String id);
    }

    Field member(String name) {
        return new Field(path.isEmpty() ? name : path + "['" + name + "']", members().get(name), files);
    }

    Field element(int index) {
        return new Field(path + "[" + index + "]", list().get(index), files);
    }

    boolean has(String name) {
        return members().containsKey(name);
    }

    Map<?, ?> members() {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw mustBe("a JSON object");
    }

    List<?> list() {
        if (value instanceof List<?> list) {
            return list;
        }
        throw mustBe("an array");
    }

    String text() {
        if (value instanceof String text) {
            return text;
        }
        throw mustBe("a string");
    }

    /** The text of a member, or null when it is not there or no text. */
    @Nullable String textOf(String name) {
        return members().get(name) instanceof String text ? text : null;
    }

    Refusal mustBe(String what) {
        return Refusal.parameter("Param " + path + " must be " + what + ".");
    }

    Refusal missing(String name) {
        return Refusal.missing("Parameter " + (path.isEmpty() ? name : path + "['" + name + "']") + " is required.");
    }

    Refusal invalid(String sentence) {
        return Refusal.value(path + ": " + sentence);
    }
}
