package io.stele.adapters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Insists on parts of a request that must be there. */
public final class Required {

    private Required() {}

    /**
     * The value itself.
     *
     * @throws WireException when it is null
     */
    public static <T> T present(@Nullable T value, FieldPath path) {
        if (value == null) {
            throw new WireException(path, "is required");
        }
        return value;
    }

    /** As {@link #present(Object, FieldPath)}, for a field that is told by its text only. */
    public static <T> T present(@Nullable T value, String field) {
        return value == null ? present(null, FieldPath.of(field)) : value;
    }

    /**
     * The list itself.
     *
     * @throws WireException when it is null or empty, or when an element is null
     */
    public static <T> List<T> elements(@Nullable List<T> values, FieldPath path) {
        List<T> there = present(values, path);
        if (there.isEmpty()) {
            throw new WireException(path, "must not be empty");
        }
        return withoutNull(there, path);
    }

    /** As {@link #elements(List, FieldPath)}, for a field that is told by its text only. */
    public static <T> List<T> elements(@Nullable List<T> values, String field) {
        return elements(values, FieldPath.of(field));
    }

    /**
     * The list itself, which may be empty, of a field that is told by its text only.
     *
     * @throws WireException when it is null, or when an element is null
     */
    public static <T> List<T> list(@Nullable List<T> values, String field) {
        return withoutNull(present(values, field), FieldPath.of(field));
    }

    /**
     * The list itself, or an empty one for null.
     *
     * @throws WireException when an element is null
     */
    public static <T> List<T> optionalElements(@Nullable List<T> values, FieldPath path) {
        return values == null ? List.of() : withoutNull(values, path);
    }

    /** As {@link #optionalElements(List, FieldPath)}, for a field that is told by its text only. */
    public static <T> List<T> optionalElements(@Nullable List<T> values, String field) {
        return optionalElements(values, FieldPath.of(field));
    }

    private static <T> List<T> withoutNull(List<T> values, FieldPath path) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                throw new WireException(path.element(i), "must not be null");
            }
        }
        return values;
    }
}
