package io.stele.server.store.json;

import io.stele.core.identity.Ksuid;
import io.stele.core.message.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a stored JSON object. One that does not have what it must have is damaged. */
final class Fields {

    /** The member that says of what kind an object is. */
    static final String KIND = "is";

    private final Map<String, Json> members;

    private Fields(Map<String, Json> members) {
        this.members = members;
    }

    static Fields of(Json json) {
        if (json instanceof Json.Members(Map<String, Json> members)) {
            return new Fields(members);
        }
        throw new IllegalStateException("a stored value is no object");
    }

    String kind() {
        return text(KIND);
    }

    String text(String name) {
        return present(name, textOrNull(name));
    }

    @Nullable String textOrNull(String name) {
        return switch (members.get(name)) {
            case null -> null;
            case Json.Text(String value) -> value;
            case Json other -> throw damaged(name, other);
        };
    }

    @Nullable Boolean truthOrNull(String name) {
        return switch (members.get(name)) {
            case null -> null;
            case Json.Truth(boolean value) -> value;
            case Json other -> throw damaged(name, other);
        };
    }

    boolean truth(String name) {
        return present(name, truthOrNull(name));
    }

    @Nullable BigDecimal decimalOrNull(String name) {
        return switch (members.get(name)) {
            case null -> null;
            case Json.Number(BigDecimal value) -> value;
            case Json other -> throw damaged(name, other);
        };
    }

    BigDecimal decimal(String name) {
        return present(name, decimalOrNull(name));
    }

    @Nullable Long longOrNull(String name) {
        BigDecimal value = decimalOrNull(name);
        return value == null ? null : value.longValueExact();
    }

    long number(String name) {
        return decimal(name).longValueExact();
    }

    int index(String name) {
        return decimal(name).intValueExact();
    }

    @Nullable Json jsonOrNull(String name) {
        return members.get(name);
    }

    Json json(String name) {
        return present(name, jsonOrNull(name));
    }

    Json.Members members(String name) {
        return switch (members.get(name)) {
            case Json.Members object -> object;
            case null -> throw damaged(name, new Json.Null());
            case Json other -> throw damaged(name, other);
        };
    }

    Json.Members membersOrEmpty(String name) {
        return members.containsKey(name) ? members(name) : Json.Members.EMPTY;
    }

    UUID uuid(String name) {
        return UUID.fromString(text(name));
    }

    Ksuid ksuid(String name) {
        return Ksuid.parse(text(name)).orElseThrow(() -> damaged(name, json(name)));
    }

    @Nullable Instant momentOrNull(String name) {
        String text = textOrNull(name);
        return text == null ? null : Instant.parse(text);
    }

    Instant moment(String name) {
        return present(name, momentOrNull(name));
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        return Enum.valueOf(type, text(name));
    }

    <T> List<T> list(String name, Function<Json, T> reading) {
        return switch (members.get(name)) {
            case Json.Elements(List<Json> elements) -> elements.stream().map(reading).toList();
            case null -> throw damaged(name, new Json.Null());
            case Json other -> throw damaged(name, other);
        };
    }

    <T> @Nullable T nested(String name, Function<Json, T> reading) {
        Json value = members.get(name);
        return value == null ? null : reading.apply(value);
    }

    static IllegalStateException unknown(String kind) {
        return new IllegalStateException("a stored value is of an unknown kind: " + kind);
    }

    private static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a stored value lacks " + name);
        }
        return value;
    }

    private static IllegalStateException damaged(String name, Json found) {
        return new IllegalStateException(
                "the stored member " + name + " is a " + found.getClass().getSimpleName());
    }
}
