package io.stele.server.store.json;

import io.stele.core.message.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds a JSON object. A member whose value is null is left out. */
public final class Members {

    private final Map<String, Json> members = new LinkedHashMap<>();

    /** An object that says of what kind it is. */
    static Members of(String kind) {
        return new Members().with(Fields.KIND, kind);
    }

    public Members with(String name, @Nullable Json value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    public Members with(String name, @Nullable String value) {
        return with(name, value == null ? null : new Json.Text(value));
    }

    public Members with(String name, @Nullable Boolean value) {
        return with(name, value == null ? null : new Json.Truth(value));
    }

    public Members with(String name, @Nullable Long value) {
        return with(name, value == null ? null : BigDecimal.valueOf(value));
    }

    public Members with(String name, int value) {
        return with(name, BigDecimal.valueOf(value));
    }

    public Members with(String name, @Nullable BigDecimal value) {
        return with(name, value == null ? null : new Json.Number(value));
    }

    public Members with(String name, UUID value) {
        return with(name, value.toString());
    }

    public Members with(String name, @Nullable Instant value) {
        return with(name, value == null ? null : value.toString());
    }

    public Members with(String name, Enum<?> value) {
        return with(name, value.name());
    }

    public <T> Members with(String name, List<T> values, Function<T, Json> form) {
        return with(name, new Json.Elements(values.stream().map(form).toList()));
    }

    public Json.Members build() {
        return new Json.Members(members);
    }
}
