package io.stele.adapters.connector.whatsapp.webhook;

import io.micronaut.json.tree.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is not to be relied on: what is not of the expected kind is not there. */
final class Nodes {

    /** A name of a message must be kept as it is, or two messages could become one: no database keeps others. */
    private static final Pattern ID = Pattern.compile("[^\\x00\\p{Cs}]{1,512}");

    private static final int LONGEST_WORD = 4_096;

    /** There was no WhatsApp before. */
    private static final Instant EARLIEST = Instant.parse("2009-01-01T00:00:00Z");

    /** By so much a clock may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private Nodes() {}

    /** The elements that are objects. */
    static List<JsonNode> objects(@Nullable JsonNode parent, String name) {
        JsonNode array = member(parent, name);
        List<JsonNode> found = new ArrayList<>();
        if (array != null && array.isArray()) {
            array.values().forEach(each -> {
                if (each.isObject()) {
                    found.add(each);
                }
            });
        }
        return found;
    }

    static Optional<JsonNode> object(@Nullable JsonNode parent, String name) {
        return Optional.ofNullable(member(parent, name)).filter(JsonNode::isObject);
    }

    /** A text, or the digits of a number; not when it is blank. At most so much of it as any word of a provider's has. */
    static Optional<String> text(@Nullable JsonNode parent, String name) {
        return whole(parent, name).map(text -> cut(text, LONGEST_WORD));
    }

    /** By what a provider knows something: as {@link #text}, but whole or not at all. */
    static Optional<String> id(@Nullable JsonNode parent, String name) {
        return whole(parent, name).filter(text -> ID.matcher(text).matches());
    }

    /**
     * A moment in Unix seconds, as a number or as text.
     *
     * @param now what is taken for one that is not there, or that cannot be
     */
    static Instant moment(@Nullable JsonNode parent, String name, Instant now) {
        return text(parent, name)
                .flatMap(Nodes::moment)
                .filter(moment -> !moment.isBefore(EARLIEST) && !moment.isAfter(now.plus(AHEAD)))
                .orElse(now);
    }

    private static Optional<Instant> moment(String seconds) {
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The first characters, never half of one. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private static Optional<String> whole(@Nullable JsonNode parent, String name) {
        JsonNode node = member(parent, name);
        if (node == null) {
            return Optional.empty();
        }
        Optional<String> text = node.isString()
                ? Optional.of(node.getStringValue())
                : node.isNumber() ? Optional.of(node.coerceStringValue()) : Optional.empty();
        return text.filter(value -> !value.isBlank());
    }

    private static @Nullable JsonNode member(@Nullable JsonNode parent, String name) {
        return parent == null || !parent.isObject() ? null : parent.get(name);
    }
}
