package io.stele.core.message;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Free-form data that a caller or a provider gave us and that we hand on unread: a tree of values, with members in the
 * order in which they came. Text is read and written elsewhere.
 */
public sealed interface Json {

    /** How many characters its names and values have, as a measure of its size; each value counts at least one. */
    default long length() {
        return switch (this) {
            case Members(Map<String, Json> members) -> 1 + members.entrySet().stream()
                    .mapToLong(member -> member.getKey().length() + member.getValue().length())
                    .sum();
            case Elements(List<Json> elements) -> 1 + elements.stream().mapToLong(Json::length).sum();
            case Text(String value) -> 1 + value.length();
            case Number(BigDecimal value) -> value.precision();
            case Truth _, Null _ -> 1;
        };
    }

    /** A JSON object. */
    record Members(Map<String, Json> members) implements Json {

        /** The object that has no members. */
        public static final Members EMPTY = new Members(Map.of());

        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /** A JSON array. */
    record Elements(List<Json> elements) implements Json {
        public Elements {
            elements = List.copyOf(elements);
        }
    }

    /** A JSON string. */
    record Text(String value) implements Json {}

    /** A JSON number. Two numbers are the same when their values are, however many zeros trail. */
    record Number(BigDecimal value) implements Json {
        public Number {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }

    /** A JSON boolean. */
    record Truth(boolean value) implements Json {}

    /** JSON's null. */
    record Null() implements Json {}
}
