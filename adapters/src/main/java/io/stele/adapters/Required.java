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
    public static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new WireException(field, "is required");
        }
        return value;
    }

    /**
     * The list itself.
     *
     * @throws WireException when it is null or empty, or when an element is null
     */
    public static <T> List<T> elements(@Nullable List<T> values, String field) {
        List<T> there = present(values, field);
        if (there.isEmpty()) {
            throw new WireException(field, "must not be empty");
        }
        return withoutNull(there, field);
    }

    /**
     * The list itself, which may be empty.
     *
     * @throws WireException when it is null, or when an element is null
     */
    public static <T> List<T> list(@Nullable List<T> values, String field) {
        return withoutNull(present(values, field), field);
    }

    /**
     * The list itself, or an empty one for null.
     *
     * @throws WireException when an element is null
     */
    public static <T> List<T> optionalElements(@Nullable List<T> values, String field) {
        return values == null ? List.of() : withoutNull(values, field);
    }

    private static <T> List<T> withoutNull(List<T> values, String field) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                throw new WireException(field + "[" + i + "]", "must not be null");
            }
        }
        return values;
    }
}
