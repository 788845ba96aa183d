package io.stele.graphstub.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose members are asked for by kind. A member of another kind than asked for is an
 * {@link IllegalArgumentException} that names it.
 *
 * @param all the members, in order; the map must not be changed
 */
public record Members(Map<String, @Nullable Object> all) {

    /** @throws NotJsonException when the value is not an object */
    public static Members of(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new NotJsonException("The value is not an object.");
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put(String.valueOf(name), member));
        return new Members(members);
    }

    public @Nullable Object get(String name) {
        return all.get(name);
    }

    /** A text, or null when there is no such member. */
    public @Nullable String optionalText(String name) {
        return switch (all.get(name)) {
            case null -> null;
            case String text -> text;
            case Object other -> throw wrong(name, "a text", other);
        };
    }

    public String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    public String text(String name, String otherwise) {
        String text = optionalText(name);
        return text == null ? otherwise : text;
    }

    public long number(String name, long otherwise) {
        return switch (all.get(name)) {
            case null -> otherwise;
            case Long number -> number;
            case Object other -> throw wrong(name, "a whole number", other);
        };
    }

    public boolean flag(String name, boolean otherwise) {
        return switch (all.get(name)) {
            case null -> otherwise;
            case Boolean truth -> truth;
            case Object other -> throw wrong(name, "true or false", other);
        };
    }

    /** An object, or null when there is no such member. */
    public @Nullable Members optionalMembers(String name) {
        return switch (all.get(name)) {
            case null -> null;
            case Map<?, ?> map -> of(map);
            case Object other -> throw wrong(name, "an object", other);
        };
    }

    /** The elements of a list; empty when there is no such member. */
    public List<@Nullable Object> list(String name) {
        return switch (all.get(name)) {
            case null -> List.of();
            case List<?> list -> new ArrayList<>(list);
            case Object other -> throw wrong(name, "a list", other);
        };
    }

    /** The objects of a list; empty when there is no such member. */
    public List<Members> listOfMembers(String name) {
        return list(name).stream().map(Members::of).toList();
    }

    private static IllegalArgumentException wrong(String name, String kind, Object other) {
        return new IllegalArgumentException(name + " must be " + kind + ", not " + Json.write(other));
    }
}
