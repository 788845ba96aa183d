package io.stele.adapters.json;

import io.micronaut.json.tree.JsonNode;
import io.stele.core.message.Json;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;

/**
 * Writes JSON as JavaScript would: {@code JSON.stringify(JSON.parse(text))} is the text again, byte for byte. Whoever checks a signature over a body
 * that a framework has already parsed needs that.
 *
 * <p>The form is that of ECMAScript's {@code JSON.stringify}, without spaces. What JavaScript cannot hold is written as it would be after
 * parsing:
 *
 * <ul>
 *   <li>A number is the double nearest to it, in JavaScript's shortest form. One beyond all doubles is {@code null}, since JavaScript reads it as
 *       infinite and writes that so; minus zero is {@code 0}.
 *   <li>Members whose names are array indexes (0 to 4294967294, without leading zeros) stand first, in ascending order; the others follow in the
 *       order of the tree. {@code __proto__} is a name like any other.
 *   <li>Half a surrogate pair is escaped.
 * </ul>
 */
public final class JavaScriptJson {

    private static final long HIGHEST_INDEX = 4_294_967_294L;
    private static final int HIGHEST_INDEX_DIGITS = 10;
    private static final char LAST_CONTROL = 0x1F;
    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder text = new StringBuilder();

    private JavaScriptJson() {}

    /**
     * The tree of the wire as text.
     *
     * @throws NumberFormatException when a number is infinite or none, as only a reader leaves it that forces numbers into doubles
     */
    public static String text(JsonNode node) {
        return text(JsonTrees.toDomain(node));
    }

    /** The tree of the domain as text. */
    public static String text(Json json) {
        JavaScriptJson writer = new JavaScriptJson();
        writer.write(json);
        return writer.text.toString();
    }

    private void write(Json json) {
        switch (json) {
            case Json.Members(Map<String, Json> members) -> members(members);
            case Json.Elements(List<Json> elements) -> elements(elements);
            case Json.Text(String value) -> string(value);
            case Json.Number number -> text.append(JavaScriptNumber.text(number.value()));
            case Json.Truth(boolean value) -> text.append(value);
            case Json.Null() -> text.append("null");
        }
    }

    private void elements(List<Json> elements) {
        text.append('[');
        String separator = "";
        for (Json element : elements) {
            text.append(separator);
            write(element);
            separator = ",";
        }
        text.append(']');
    }

    private void members(Map<String, Json> members) {
        text.append('{');
        String separator = "";
        for (Entry<String, Json> member : ordered(members)) {
            text.append(separator);
            string(member.getKey());
            text.append(':');
            write(member.getValue());
            separator = ",";
        }
        text.append('}');
    }

    private static Iterable<Entry<String, Json>> ordered(Map<String, Json> members) {
        Stream<Entry<String, Json>> indexes = members.entrySet().stream()
                .filter(member -> isIndex(member.getKey()))
                .sorted(Comparator.comparing(member -> Long.valueOf(member.getKey())));
        return Stream.concat(
                        indexes, members.entrySet().stream().filter(member -> !isIndex(member.getKey())))
                .toList();
    }

    private static boolean isIndex(String name) {
        if (name.isEmpty() || name.length() > HIGHEST_INDEX_DIGITS || (name.charAt(0) == '0' && name.length() > 1)) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return Long.parseLong(name) <= HIGHEST_INDEX;
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c <= LAST_CONTROL || isHalf(value, i)) {
                        text.append("\\u").append(HEX.toHexDigits(c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    /** Whether half of a surrogate pair stands here without its other half. */
    private static boolean isHalf(String value, int at) {
        char c = value.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
    }
}
